"""Claims that analysts make one, and reports that they take out, through façade and collector."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from feeds.clock import SetClock
from feeds.collector import Intake
from feeds.config import Watch
from feeds.errors import StoreError
from feeds.model import DecisionKind, StandingLevel
from feeds.service.reading import StoreService
from feeds.store import Database, open_database, sources
from tests.building import NOON, hours
from tests.feeds.assessment.streams import KRYNKA, OBLAST, said
from tests.feeds.collector.test_order import SOURCES, Turn, post, take_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from feeds.model import Report


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Database]:
    """Return the store as the collector's process has it open."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        with opened.transaction():
            sources.configure(opened, SOURCES)
        yield opened


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands some days after noon."""
    return SetClock(NOON + hours(100))


@pytest.fixture
def service(tmp_path: Path, collector: Database, clock: SetClock) -> Iterator[StoreService]:
    """Return the façade, on a connection of its own."""
    config = tmp_path / "frontwatch.toml"
    config.write_text('analyst = "Olena"\ndesk = "night"\n', encoding="utf-8")
    with closing(StoreService(open_database(collector.path), Watch(config), clock)) as opened:
        yield opened


def bring(database: Database, *reports: Report) -> None:
    """Take in items that say these reports."""
    take_in(database, Intake(database, desk="desk"), Turn(tuple(post(one, 1, one) for one in reports)))


def take_up(database: Database) -> None:
    """Compute what new decisions change."""
    Intake(database, desk="desk").take_up_decisions()


def board(service: StoreService) -> dict[str, str]:
    """Return the claims: which reports each has, and its id."""
    return {" ".join(sorted(claim.report_ids)): claim.id for claim in service.snapshot().claims}


def test_two_claims_are_made_one_and_parted_again(
    service: StoreService, collector: Database, clock: SetClock
) -> None:
    bring(collector, said("a"), said("b", KRYNKA, source_id="courier", hour=1))
    apart = board(service)
    made = service.merge(apart["b"], apart["a"], why="one street")
    assert (made.kind, made.target, made.other, made.why) == (DecisionKind.MERGE, "b", "a", "one street")
    take_up(collector)
    (claim,) = service.snapshot().claims
    assert (claim.id, claim.place, claim.report_ids) == (apart["a"], "Loza", ("a", "b"))
    detail = service.claim(claim.id)
    assert detail is not None
    assert detail.decisions == (made,)
    clock.moment += hours(1)
    service.undo()
    take_up(collector)
    assert board(service) == apart
    for claim_id in apart.values():
        parted = service.claim(claim_id)
        assert parted is not None
        assert [one.kind for one in parted.decisions] == [DecisionKind.MERGE, DecisionKind.UNDO]


def test_a_report_is_taken_out_and_put_elsewhere(
    service: StoreService, collector: Database, clock: SetClock
) -> None:
    bring(collector, said("a"), said("b", source_id="courier", hour=1), said("c", KRYNKA))
    service.split("b")
    take_up(collector)
    assert set(board(service)) == {"a", "b", "c"}
    clock.moment += hours(1)
    service.move("b", board(service)["c"])
    take_up(collector)
    assert set(board(service)) == {"a", "b c"}


def test_a_decision_is_kept_on_the_claims_own_place(service: StoreService, collector: Database) -> None:
    bring(collector, said("coarse", OBLAST), said("fine", hour=1))
    (claim_id,) = board(service).values()
    assert service.decide(DecisionKind.CONFIRM, claim_id).target == "fine"
    bring(collector, said("other", KRYNKA, hour=2))
    take_up(collector)
    levels = {claim.place: claim.standing.level for claim in service.snapshot().claims}
    assert levels.pop("Loza") is StandingLevel.CONFIRMED
    assert StandingLevel.CONFIRMED not in levels.values()


def test_what_is_not_there_or_one_already_is_refused(service: StoreService, collector: Database) -> None:
    bring(collector, said("a"))
    (claim_id,) = board(service).values()
    with pytest.raises(StoreError, match="one claim already"):
        service.merge(claim_id, claim_id)
    with pytest.raises(StoreError, match="not there any more"):
        service.merge(claim_id, "gone")
    with pytest.raises(StoreError, match="not there any more"):
        service.split("gone")
    with pytest.raises(StoreError, match="not there any more"):
        service.move("gone", claim_id)
