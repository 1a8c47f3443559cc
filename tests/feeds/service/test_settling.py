"""The façade on places that could not be told."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.assessment import Directory, fold_claims
from feeds.clock import SetClock
from feeds.collector import Intake
from feeds.config import Watch
from feeds.errors import StoreError
from feeds.model import DecisionKind
from feeds.service.reading import StoreService
from feeds.store import Database, decisions, findings, open_database, results
from tests.building import NOON, POPOVKA, a_report, hours
from tests.feeds.assessment.test_places import FAR, NEAR, uncertain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from feeds.model import Report


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Database]:
    """Return the store as the collector's process has it open."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        yield opened


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands an hour after noon."""
    return SetClock(NOON + hours(1))


@pytest.fixture
def service(tmp_path: Path, collector: Database, clock: SetClock) -> Iterator[StoreService]:
    """Return the façade, on a connection of its own."""
    config = tmp_path / "frontwatch.toml"
    config.write_text('analyst = "Olena"\ndesk = "night"\n', encoding="utf-8")
    opened = StoreService(open_database(collector.path), Watch(config), clock)
    yield opened
    opened.close()


def write(database: Database, *reports: Report) -> None:
    """Keep reports and the claims that they make."""
    with database.transaction():
        findings.put_reports(database, reports)
        results.replace_claims(database, (), fold_claims(reports, (), Directory(())))


def test_a_place_is_settled_while_the_collector_runs_and_taken_back(
    service: StoreService, collector: Database, clock: SetClock
) -> None:
    write(collector, uncertain("a"))
    (claim,) = service.snapshot().claims
    made = service.settle(claim.id, FAR.id, why="by the bridge")
    assert (made.kind, made.target, made.place_id, made.by) == (DecisionKind.PLACE, "a", FAR.id, "Olena")
    assert decisions.not_taken_up(collector) == (made,)
    intake = Intake(collector, desk="night")
    intake.take_up_decisions()
    (settled,) = service.snapshot().claims
    assert settled.located == FAR
    detail = service.claim(settled.id)
    assert detail is not None
    assert detail.decisions == (made,)
    assert detail.reports[0].place_candidates == (NEAR, FAR)
    clock.moment += hours(1)
    assert service.undo() == made
    intake.take_up_decisions()
    assert service.snapshot().claims == (claim,)


def test_the_decision_names_the_first_report_that_may_mean_the_place(
    service: StoreService, collector: Database
) -> None:
    write(collector, uncertain("a", candidates=(NEAR,)), uncertain("b", source_id="courier"))
    (claim,) = service.snapshot().claims
    assert service.settle(claim.id, FAR.id).target == "b"
    assert service.settle(claim.id, NEAR.id).target == "a"
    assert (service.settle(claim.id, "").target, service.settle(claim.id, "").place_id) == ("a", "")


def test_a_place_that_nobody_means_or_a_claim_that_is_gone_is_refused(
    service: StoreService, collector: Database
) -> None:
    write(collector, uncertain("a"), a_report("told", event_on=NOON.date()))
    claims = {claim.located: claim.id for claim in service.snapshot().claims}
    for claim_id, place_id in ((claims[None], "nowhere"), (claims[POPOVKA], NEAR.id), ("gone", NEAR.id)):
        with pytest.raises(StoreError, match="nothing was decided"):
            service.settle(claim_id, place_id)
    assert decisions.not_taken_up(collector) == ()


def test_the_detail_names_what_else_the_items_say_of_known_places(
    service: StoreService, collector: Database
) -> None:
    beside = replace(POPOVKA, id="demidovka", name="Demidovka")
    write(
        collector,
        replace(uncertain("a"), item_id="item"),
        a_report("b", item_id="item", located=beside),
        a_report("c", item_id="another item"),
    )
    claim = next(one for one in service.snapshot().claims if one.located is None)
    detail = service.claim(claim.id)
    assert detail is not None
    assert detail.nearby == (beside,)
