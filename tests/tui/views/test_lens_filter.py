"""What the panels say where a filter leaves nothing."""

from __future__ import annotations

from dataclasses import replace

from feeds.service import parse_filter
from tests.tui import boards
from tui.views.claims import claims_view
from tui.views.lens import Lens
from tui.views.quotes import quotes_view

LENS = Lens(filter=parse_filter("oblast:kursk"))


def test_empty_panels_name_the_filter_and_the_key_that_clears_it() -> None:
    board = replace(boards.BOARD, claims=(), statements=(), pending=())
    told = "Nothing matches oblast:Kursk; F clears the filter, f changes it."
    assert claims_view(board, boards.NOW, LENS).empty_words == told
    assert quotes_view(board, boards.NOW, LENS).empty_words == told


def test_an_outage_is_told_before_the_filter() -> None:
    board = replace(boards.EMPTY_BOARD, sources=())
    for words in (
        claims_view(board, boards.NOW, LENS).empty_words,
        quotes_view(board, boards.NOW, LENS).empty_words,
    ):
        assert words.startswith("No sources are configured. Nothing matches oblast:Kursk")
