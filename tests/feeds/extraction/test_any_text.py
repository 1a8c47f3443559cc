"""Any text is read: no exception, spans inside, same result, linear time."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.extraction import extract
from feeds.geography import load_gazetteer
from feeds.model import Item, Pending, Quote, Report, Span

AT = datetime(2025, 3, 28, tzinfo=UTC)
WORDS = [
    *[
        "Russian",
        "Ukrainian",
        "forces",
        "advanced",
        "seized",
        "attacked",
        "in",
        "near",
        "of",
        "Popovka",
        "Kursk",
        "oblasts",
        "said",
        "told",
    ],
    *[
        "according",
        "to",
        "March",
        "28",
        "3",
        "km",
        "miles",
        "more",
        "than",
        "not",
        "could",
        "the",
        "city",
        "which",
        "Rybar",
        "neither",
        "nor",
    ],
    *["“", "”", "«", "»", '"', "'", "(", ")", "[3]", ",", ".", ";", ":", "·", "—", "and", "confirmed"],
    "\n\n",
]


def _item(text: str, title: str = "") -> Item:
    return Item("i", "s", "k", "", title, text, AT, published_estimated=False, received_at=AT)


def _within(span: Span | None, sentence: Span) -> bool:
    return span is None or sentence.start <= span.start < span.end <= sentence.end


def _check(text: str, title: str = "") -> None:
    found = extract(_item(text, title), load_gazetteer())
    parts: list[Report | Quote | Pending] = [*found.reports, *found.quotes, *found.pending]
    spans = [*(part.span for part in parts), *found.unmatched]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(
        _within(span, one.span) for one in found.reports for span in (one.trigger_span, one.place_span)
    )
    assert len({part.id for part in parts}) == len(parts)
    assert extract(_item(text, title), load_gazetteer()) == found


@settings(deadline=None)  # the first reads the lexicons
@given(st.text(), st.text())
def test_any_text_is_read(text: str, title: str) -> None:
    _check(text, title)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_words_of_the_lexicon_are_read(text: str) -> None:
    _check(text, text)


@pytest.mark.parametrize("piece", ['"a ', "Popovka ", "Russian forces advanced and said that ", ". "])
def test_garbage_is_read_in_linear_time(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    begin = time.process_time()
    extract(_item(text), load_gazetteer())
    assert time.process_time() - begin < 15


def test_importing_reads_no_lexicon() -> None:
    code = (
        "from feeds.extraction.loading import load_lexicon\n"
        "from feeds.geography import load_gazetteer\n"
        "import feeds.extraction\n"
        "print(load_lexicon.cache_info().currsize, load_gazetteer.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]
