"""Telling at a glance that a text has nothing to say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.extraction import extract
from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.text.silence import is_silent
from feeds.geography import load_gazetteer
from feeds.model import Extract
from tests.building import an_item

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
WORDS = (
    *("Russian", "forces", "advanced", "near", "Popovka", ".", ",", "The", "mayor", "declined", "to"),
    *("comment", "neither", "nor", "confirmed", "a", "report", "pushed", "into", "gained", "ground"),
    *("several", "good", "positions", "“", "”", "asked", "has", "for", "rain", "fell", "in", "Kyiv"),
)


def says_nothing(text: str) -> bool:
    """Read a text whole, whatever the glance says: with a quotation mark behind it none is passed over."""
    return extract(an_item(text=f"{text}\n\n“"), load_gazetteer()) == Extract()


@pytest.mark.parametrize(
    "text",
    ["", "The council met and spoke of the school.", "Rain came down on the hills for two days.", "7 " * 200],
)
def test_other_matters_are_silent(text: str) -> None:
    assert is_silent(text, load_lexicon("en"))


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces ADVANCED near Popovka.",
        "They gained several good positions there.",
        "He said “no”.",
        "The ministry declined to comment.",
        "Neither Kyiv nor Moscow has confirmed it.",
    ],
)
def test_what_may_tell_something_is_not(text: str) -> None:
    assert not is_silent(text, load_lexicon("en"))


@settings(deadline=None)  # the first reads the lexicons
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_a_silent_text_says_nothing(text: str) -> None:
    assert not is_silent(text, load_lexicon("en")) or says_nothing(text)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus on this machine")
def test_no_sentence_of_the_corpus_is_passed_over() -> None:
    sentences = set(re.split(r"(?<=[.!?])\s+|\\n+", (CORPUS / "dev-en.jsonl").read_text(encoding="utf-8")))
    silent = [sentence for sentence in sentences if is_silent(sentence, load_lexicon("en"))]
    assert len(silent) > len(sentences) / 10
    assert all(says_nothing(sentence) for sentence in silent)
