"""Any text is read: no exception, spans inside, same result."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.extraction import extract
from feeds.extraction.lexicons.loading import SHIPPED, load_lexicon
from feeds.geography import load_gazetteer
from feeds.model import Item, Pending, Quote, Report, Span
from tests.feeds.extraction.lexicons import first_form

AT = datetime(2025, 3, 28, tzinfo=UTC)
MARKS = [*"“”«»„\"'()[],.;:·—-…", "[3]", "\n", "\n\n", "- ", "28", "26.02", "3", "км", "km"]
NAMES = ["Popovka", "Попівка", "Попівці", "Поповку", "Kursk", "Курської", "Rybar", "Рибар", "Іван"]


@cache
def _words(language: str) -> tuple[str, ...]:
    """Return all words of a language that mean anything, half of them with a capital."""
    known = sorted(load_lexicon(language).words)
    return (*known, *(word.capitalize() for word in known))


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


@cache
def _parts(language: str) -> tuple[list[str], ...]:
    """Return the words that make a report of a language one behind another: who, did what, where."""
    lexicon = load_lexicon(language)
    forces = frozenset[str]().union(*(side.names for side in lexicon.sides.values()))
    triggers = [first_form(template) for template in lexicon.triggers.templates]
    return sorted(forces), triggers, sorted(lexicon.places.cues), NAMES, MARKS


@settings(deadline=None)  # the first reads the lexicons
@given(st.text(), st.text())
def test_any_text_is_read(text: str, title: str) -> None:
    _check(text, title)


@pytest.mark.parametrize("language", SHIPPED)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_words_of_a_lexicon_are_read(language: str, data: st.DataObject) -> None:
    words = st.sampled_from(_words(language)) | st.sampled_from(MARKS) | st.sampled_from(NAMES)
    text = " ".join(data.draw(st.lists(words, max_size=60)))
    _check(text, text[:80])


@pytest.mark.parametrize("language", SHIPPED)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_reports_of_a_lexicon_are_read(language: str, data: st.DataObject) -> None:
    sentences = st.tuples(*map(st.sampled_from, _parts(language))).map(" ".join)
    _check(" ".join(data.draw(st.lists(sentences, min_size=1, max_size=6))))


def test_importing_reads_no_lexicon() -> None:
    code = (
        "from feeds.extraction.lexicons.loading import load_lexicon\n"
        "from feeds.geography import load_gazetteer\n"
        "import feeds.extraction\n"
        "print(load_lexicon.cache_info().currsize, load_gazetteer.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]
