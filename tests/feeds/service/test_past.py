"""Boards of past moments: stepping from one to another gives what each gives by itself."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.collector import Intake
from feeds.model import DecisionKind, StandingLevel
from feeds.service.past import PastBoards
from feeds.store import decisions, sources
from tests.building import NOON, a_source, hours
from tests.feeds.assessment.streams import DECISIONS, decided, said
from tests.feeds.collector.test_order import SOURCES, Turn, fill, post, streams, take_in, turns

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Board, Change
    from feeds.store import Database

MOMENTS = st.integers(0, 400).map(lambda hour: NOON + hours(hour))
STEPS = st.lists(st.tuples(MOMENTS, st.sampled_from([1, 7, 30])), min_size=2, max_size=6)


def alone(database: Database, moment: datetime, days: int) -> Board:
    """Return a board that was computed from nothing."""
    return PastBoards(database).board(moment, days)


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
                assert boards.board(moment, days) == alone(database, moment, days)
        since, until = sorted((data.draw(MOMENTS), data.draw(MOMENTS)))
        assert boards.changes(since, until, 7) == changes_alone(database, since, until, 7)


@settings(deadline=None, max_examples=10)
@given(st.data())
def test_another_source_list_makes_another_board(data: st.DataObject) -> None:
    way = data.draw(turns(data.draw(streams()), []))
    moment = NOON + hours(200)
    with tempfile.TemporaryDirectory() as folder, closing(fill(Path(folder), way)) as database:
        boards = PastBoards(database)
        first = boards.board(moment, 30)
        with database.transaction():
            sources.configure(database, [a_source(one.id, title=f"The {one.id}") for one in SOURCES])
        second = boards.board(moment, 30)
        assert second == alone(database, moment, 30)
        assert first.claims != second.claims or not first.claims


def test_a_decision_is_seen_at_the_next_look_at_the_same_moment() -> None:
    report = said("r1")
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(fill(Path(folder), [Turn((post(report, 1, report),))])) as database,
    ):
        boards, moment = PastBoards(database), NOON + hours(310)
        (before,) = boards.board(moment, 30).claims
        with database.transaction():
            decisions.append(database, decided(DecisionKind.CONFIRM, "r1"))
        (after,) = boards.board(moment, 30).claims
    assert (before.standing.level, after.standing.level) == (
        StandingLevel.CLAIMED,
        StandingLevel.CONFIRMED,
    )
