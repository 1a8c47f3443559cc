"""An outage never reads as calm."""

from __future__ import annotations

from dataclasses import replace

from feeds.model import Board, Health, SourceKind, SourceState
from tests.building import NOON, a_source, hours
from tui.views.boards import Broken, Seen, board_view
from tui.views.header import header_view
from tui.views.outage import outage, unasked
from tui.views.plain import board_as_text

DOWN = SourceState("gazette", Health.DEGRADED, "answered 503", failures=1)
CALM = Board(NOON, 7, sources=((a_source("gazette"), SourceState("gazette", Health.GOOD)),))
SILENT = replace(CALM, sources=((a_source("gazette"), DOWN),))


def test_an_empty_board_with_a_source_that_answers_is_calm() -> None:
    assert outage(CALM) == ""


def test_a_source_not_polled_yet_is_no_outage() -> None:
    assert outage(replace(CALM, sources=((a_source("gazette"), SourceState("gazette")),))) == ""


def test_an_empty_board_waits_for_sources_that_were_not_polled_yet_and_is_not_calm() -> None:
    good, new = (a_source("gazette"), SourceState("gazette", Health.GOOD)), a_source("wire")
    waiting = replace(CALM, sources=(good, (new, SourceState("wire"))))
    assert unasked(waiting) == "Waiting for the first answer of 1 of 2 sources."
    seen = board_view(waiting, NOON, "x")
    told = [getattr(view, "empty_words", "") for view in (seen.claims, seen.quotes, seen.map)]
    assert all("1 of 2 sources" in words for words in told)
    assert unasked(CALM) == ""
    folder = replace(new, kind=SourceKind.FOLDER)
    assert unasked(replace(CALM, sources=(good, (folder, SourceState("wire"))))) == ""


def test_a_source_that_answers_with_something_broken_is_up() -> None:
    broken = SourceState("gazette", Health.DEGRADED, "line 2: not JSON", last_good_at=NOON)
    board = replace(CALM, sources=((a_source("gazette"), broken),))
    assert (outage(board), header_view(board, "").up) == ("", 1)


def test_no_sources_are_told() -> None:
    assert outage(Board(NOON, 7)) == "No sources are configured."


def test_the_last_answer_is_named_in_header_board_and_plain_text() -> None:
    heard = replace(DOWN, last_good_at=NOON - hours(3))
    board = replace(SILENT, sources=((a_source("gazette"), heard),))
    words = "No source has answered since 28 Mar 2025 09:00 UTC: this is an outage, not calm."
    assert outage(board) == words
    assert header_view(board, "").notices == (words,)
    assert words in board_as_text(board, "")
    claims = board_view(board, NOON, "").claims
    assert not isinstance(claims, Broken)
    assert claims.empty_words.startswith(words)


def test_what_an_empty_panel_says_follows_the_sources_within_the_minute() -> None:
    before = Seen(CALM, board_view(CALM, NOON, ""))
    claims = board_view(SILENT, NOON, "", before=before).claims
    assert not isinstance(claims, Broken)
    assert "outage" in claims.empty_words


def test_unchanged_claims_are_the_very_same_view() -> None:
    before = Seen(CALM, board_view(CALM, NOON, ""))
    again = board_view(replace(CALM, at=NOON), NOON, "", before=before)
    assert again.claims is before.view.claims
    assert board_view(CALM, NOON + hours(1), "", before=before).claims is not before.view.claims


def test_a_folder_answers_for_nobody_and_one_that_waits_hides_no_outage() -> None:
    folder = (replace(a_source("inbox"), kind=SourceKind.FOLDER), SourceState("inbox", Health.GOOD))
    waiting = (a_source("herald"), SourceState("herald"))
    board = replace(SILENT, sources=(*SILENT.sources, folder))
    assert outage(board) == "No source has answered yet: this is an outage, not calm."
    held = replace(SILENT, sources=(*SILENT.sources, waiting))
    assert outage(held) == "1 of 2 sources fail: this may be an outage, not calm."
    assert outage(replace(CALM, sources=(folder,))) == ""
