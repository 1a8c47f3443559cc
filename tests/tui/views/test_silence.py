"""A source that falls silent beyond its habit is no source that fails, and no night."""

from __future__ import annotations

from dataclasses import replace

import pytest

from feeds.model import Board, Health, Rhythm, SourceState
from tests.tui import boards
from tui.views.header import header_line, header_view
from tui.views.plain import board_as_text
from tui.views.silence import silence, silence_notice

NOW = boards.NOW


def state(
    *, quiet: float, usual: float, longest: float | None = None, health: Health = Health.GOOD
) -> SourceState:
    """Return the state of a source; all times in hours."""
    rhythm = Rhythm(boards.ago(hours=quiet), 10, None if longest is None else longest * 3600)
    return SourceState("kolo", health, last_good_at=NOW, habit_s=usual * 3600, rhythm=rhythm)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (state(quiet=9, usual=2 / 3), "silent 9 h (usual 40 min)"),
        (state(quiet=5.9, usual=0.1), ""),
        (state(quiet=9, usual=3), ""),
        (state(quiet=13, usual=3), "silent 13 h (usual 3 h)"),
        (state(quiet=9, usual=0.5, longest=10), ""),
        (state(quiet=11, usual=0.5, longest=10), "silent 11 h (usual 30 min)"),
        (state(quiet=9, usual=0.5, health=Health.DEGRADED), ""),
        (state(quiet=9, usual=0.5, health=Health.PAUSED), ""),
        (replace(state(quiet=9, usual=0.5), last_good_at=boards.ago(hours=8)), ""),
        (replace(state(quiet=9, usual=0.5), rhythm=None), ""),
        (replace(state(quiet=9, usual=0.5), habit_s=None), ""),
        (replace(state(quiet=9, usual=0.5), last_good_at=None), ""),
    ],
)
def test_silence_is_longer_than_the_habit_hours_and_every_night_of_the_week(
    found: SourceState, words: str
) -> None:
    quiet = silence(found)
    assert (quiet.words if quiet else "") == words


def test_the_header_counts_the_silent_and_warns_only_where_many_are() -> None:
    source = boards.SOURCES[0][0]
    few = Board(NOW, 7, sources=((source, state(quiet=9, usual=0.1)),))
    assert header_view(few, "").silent == 1
    assert silence_notice(few) == ""
    assert "1 silent" in str(header_line(header_view(few, ""), NOW))
    assert "silent" not in str(header_line(header_view(Board(NOW, 7), ""), NOW))
    many = replace(few, sources=few.sources * 3)
    assert header_view(many, "").notices == (f"{silence_notice(many)} Press 5.",)
    assert "may be an outage" in silence_notice(many)
    assert silence_notice(replace(many, sources=(*many.sources, *boards.SOURCES[:2] * 5))) == ""


def test_the_plain_text_says_who_is_silent() -> None:
    assert "Study Group: good; silent 17 h (usual 40 min); last good" in board_as_text(boards.BOARD, "")
