"""Boards of past moments: stepping from one to another gives what each gives by itself."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.clock import SetClock
from feeds.collector import Intake
from feeds.config import Watch
from feeds.model import DecisionKind, StandingLevel
from feeds.service.details import claim_detail
from feeds.service.items import item_detail
from feeds.service.past import PastBoards
from feeds.service.present import Present
from feeds.service.reading import StoreService
from feeds.store import decisions, sources
from tests.building import NOON, a_source, hours
from tests.feeds.assessment.streams import DECISIONS, decided, said
from tests.feeds.collector.test_order import SOURCES, Turn, claims, fill, post, streams, take_in, turns

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Board, Change
    from feeds.store import Database

MOMENTS = st.integers(0, 400).map(lambda hour: NOON + hours(hour))
STEPS = st.lists(st.tuples(MOMENTS, st.sampled_from([1, 7, 30])), min_size=2, max_size=6)


def alone(database: Database, moment: datetime, days: int) -> Board:
    """Return a board that was computed from nothing."""
    return PastBoards(database).then(moment, days).board


def changes_alone(database: Database, since: datetime, until: datetime, days: int) -> tuple[Change, ...]:
    """Return what changed, computed from nothing."""
    return PastBoards(database).changes(since, until, days)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_steps_in_any_order_give_what_each_moment_gives_by_itself(data: st.DataObject) -> None:
    way = data.draw(turns(data.draw(streams()), data.draw(DECISIONS)))
    come = data.draw(st.integers(0, len(way)))
    with tempfile.TemporaryDirectory() as folder, closing(fill(Path(folder), way[:come])) as database:
        boards, intake = PastBoards(database), Intake(database, desk="desk")
        for turn in (None, *way[come:]):
            if turn is not None:
                take_in(database, intake, turn)
            for moment, days in data.draw(STEPS):
                assert boards.then(moment, days).board == alone(database, moment, days)
        since, until = sorted((data.draw(MOMENTS), data.draw(MOMENTS)))
        assert boards.changes(since, until, 7) == changes_alone(database, since, until, 7)


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_the_page_of_a_moment_after_all_that_came_is_the_page_of_now(data: st.DataObject) -> None:
    way = data.draw(turns(data.draw(streams()), data.draw(DECISIONS)))
    with tempfile.TemporaryDirectory() as folder, closing(fill(Path(folder), way)) as database:
        then, now = PastBoards(database).then(NOON + hours(5000), 30), Present(database)
        for claim in claims(database):
            assert then.claim(claim.id) == claim
            assert claim_detail(then, claim) == claim_detail(now, claim)
            for report in now.reports(claim.report_ids):
                assert item_detail(database, then, report.item_id) == item_detail(
                    database, now, report.item_id
                )


def test_a_page_shows_what_was_known_then(tmp_path: Path) -> None:
    config = tmp_path / "frontwatch.toml"
    config.write_text('analyst = "Olena"\n', encoding="utf-8")
    first, second = said("r1"), said("r2", source_id="courier", hour=10)
    posts = (post(first, 1, first), post(second, 1, second), post(first, 2, None))
    made = (decided(DecisionKind.NOTE, "r1", after=-200),)
    clock = SetClock(NOON + hours(400))
    with closing(fill(tmp_path, [Turn(posts[:2]), Turn(posts[2:], made)])) as database:
        service = StoreService(database, Watch(config), clock)
        (claim,) = service.snapshot(as_of=NOON + hours(41)).claims

        def reports_and_decisions(hour: int) -> tuple[list[str], int] | None:
            page = service.claim(claim.id, as_of=NOON + hours(hour))
            if page is None:
                return None
            standing = [one.id for one in page.reports if one.withdrawn_at is None]
            assert page.claim.last_at <= NOON + hours(hour)
            return standing, len(page.decisions)

        assert reports_and_decisions(39) is None
        assert reports_and_decisions(45) == (["r1"], 0)
        assert reports_and_decisions(55) == (["r1", "r2"], 0)
        assert reports_and_decisions(85) == (["r2"], 0)
        assert reports_and_decisions(150) == (["r2"], 1)
        item_id = posts[0].item.id
        early, late = service.item(item_id, as_of=NOON + hours(45)), service.item(item_id)
        assert early is not None
        assert late is not None
        assert (early.item.version, len(early.said.reports)) == (1, 1)
        assert (late.item.version, len(late.said.reports)) == (2, 0)


@settings(deadline=None, max_examples=10)
@given(st.data())
def test_another_source_list_makes_another_board(data: st.DataObject) -> None:
    way = data.draw(turns(data.draw(streams()), []))
    moment = NOON + hours(200)
    with tempfile.TemporaryDirectory() as folder, closing(fill(Path(folder), way)) as database:
        boards = PastBoards(database)
        first = boards.then(moment, 30).board
        with database.transaction():
            sources.configure(database, [a_source(one.id, title=f"The {one.id}") for one in SOURCES])
        second = boards.then(moment, 30).board
        assert second == alone(database, moment, 30)
        assert first.claims != second.claims or not first.claims


def test_a_decision_is_seen_at_the_next_look_at_the_same_moment() -> None:
    report = said("r1")
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(fill(Path(folder), [Turn((post(report, 1, report),))])) as database,
    ):
        boards, moment = PastBoards(database), NOON + hours(310)
        (before,) = boards.then(moment, 30).board.claims
        with database.transaction():
            decisions.append(database, decided(DecisionKind.CONFIRM, "r1"))
        (after,) = boards.then(moment, 30).board.claims
    assert (before.standing.level, after.standing.level) == (
        StandingLevel.CLAIMED,
        StandingLevel.CONFIRMED,
    )
