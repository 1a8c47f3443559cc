"""The board of any past moment is the board that was there at that moment."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.clock import SetClock
from feeds.config import Watch
from feeds.demo import load_story
from feeds.model import Changed, Confirmation, Held, Reply
from feeds.service.reading import StoreService
from feeds.store import open_database
from tests.end_to_end.replaying import replay, turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end_to_end.replaying import Replay


@pytest.fixture(scope="module")
def service(played: Replay) -> Iterator[StoreService]:
    """Return the façade on the replayed store, an hour after the end."""
    clock = SetClock(played.ended_at + timedelta(hours=1))
    with closing(StoreService(open_database(played.store), Watch(played.config), clock)) as opened:
        yield opened


def test_every_board_of_the_way_is_there_again_at_the_end(played: Replay, service: StoreService) -> None:
    for was in (*played.boards, *reversed(played.boards[::3])):
        now = service.snapshot(as_of=was.at)
        assert (now.at, now.as_of) == (was.at, was.at)
        assert now.claims == was.claims
        assert now.statements == was.statements
        assert now.pending == was.pending
    assert len({board.claims for board in played.boards}) > len(played.boards) // 2


def test_a_moment_to_come_is_the_present(service: StoreService) -> None:
    assert service.snapshot(as_of=service.now() + timedelta(days=1)) == service.snapshot()


def test_what_changed_leads_from_one_board_to_the_other(played: Replay, service: StoreService) -> None:
    first, last = played.boards[len(played.boards) // 2], played.boards[-1]
    changed = {change.subject_id: change for change in service.changes(first.at, last.at)}
    had = {report_id for claim in first.claims for report_id in claim.report_ids}
    levels = {claim.id: claim.standing.level for claim in last.claims}
    new = {one for one, change in changed.items() if one in levels and change.what is Changed.NEW}
    assert new
    for claim in last.claims:
        if claim.id in new:
            assert not had & set(claim.report_ids)
            assert claim.first_at > first.at
        if claim.id in changed:
            assert changed[claim.id].now == levels[claim.id]
    assert service.changes(last.at, last.at) == ()


def test_a_new_user_sees_at_once_an_altered_quote_and_an_answered_question(service: StoreService) -> None:
    board = service.snapshot(as_of=load_story().live_from)
    (altered,) = (one for one in board.statements if one.state is Confirmation.ALTERED)
    assert altered.witness is not None
    differing = {one.words for one in altered.witness.stretches if one.held is not Held.BOTH}
    assert differing == {"nine", "three"}
    assert any(one.state is Reply.ANSWERED for one in board.pending)


def test_minute_by_minute_the_past_is_what_it_was_when_it_was_now(tmp_path: Path) -> None:
    minutes = turns()
    assert len(minutes) > 150
    # The board as it was left stands until the next minute in which anything comes.
    looks = sorted({*minutes, *(minute - timedelta(minutes=1) for minute in minutes[-60:])})
    played = replay(tmp_path, looks)
    assert [board.at for board in played.boards] == looks
    clock = SetClock(played.ended_at)
    with closing(StoreService(open_database(played.store), Watch(played.config), clock)) as service:
        for was in reversed(played.boards):
            now = service.snapshot(as_of=was.at)
            assert (now.claims, now.statements, now.pending) == (was.claims, was.statements, was.pending)
