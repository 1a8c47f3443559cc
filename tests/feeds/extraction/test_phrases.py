"""Phrases: how a lexicon writes their forms, and how they are found among the words of a text."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.words.patterns import Glance
from feeds.extraction.words.phrases import MOST_SKIPPED, Phrases
from feeds.extraction.words.spelling import Spelling
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.words.phrases import Template

_WORDS = ("a", "b", "c")
_CHOICES = ("{a,b}", "{c,}", "{,a }b", "c{,s}", "{a b,c}", "a", "b", "{b ,}{a,c}", "...")


def _is_good(pattern: str) -> bool:
    """Tell whether all forms are such as a lexicon may have: they begin and end with a word."""
    forms = [form.split() for form in Spelling({}).forms(pattern)]
    return all(
        words and "..." not in (words[0], words[-1]) and ("...", "...") not in pairwise(words)
        for words in forms
    )


_PATTERNS = st.lists(st.sampled_from(_CHOICES), min_size=1, max_size=4).map(" ".join).filter(_is_good)


def _forms(templates: Sequence[Template]) -> set[str]:
    slots = ([slot or ("...",) for slot in template] for template in templates)
    return {" ".join(words) for one in slots for words in product(*one)}


def _longest(forms: set[str], row: Sequence[str], at: int) -> int | None:
    """Return where the longest phrase ends, by trying all of them in all ways; of such the first to end."""

    def ends(words: Sequence[str], at: int) -> set[int]:
        if not words:
            return {at}
        if words[0] == "...":
            return {end for skip in range(MOST_SKIPPED + 1) for end in ends(words[1:], at + skip)}
        return ends(words[1:], at + 1) if at < len(row) and row[at] == words[0] else set()

    found = [(-len(form.split()), end) for form in forms for end in ends(form.split(), at)]
    return min(found)[1] if found else None


def test_a_pattern_is_spelled_out() -> None:
    forms = Spelling({}).forms("push{,es} in{,to}")
    assert forms == ("push in", "push into", "pushes in", "pushes into")


def test_words_that_stand_elsewhere_are_taken_out_of_a_list_and_its_templates() -> None:
    spelling, patterns = Spelling({}), ["take{,s} {part,place}", "-takes part"]
    assert "takes part" not in spelling.all_of(patterns)
    assert _forms(tuple(spelling.templates(patterns))) == set(spelling.all_of(patterns))


@given(st.lists(_PATTERNS, max_size=4))
def test_templates_stand_for_the_forms_and_no_others(patterns: list[str]) -> None:
    spelling = Spelling({})
    forms = {" ".join(form.split()) for form in spelling.all_of(patterns)}
    assert _forms(tuple(spelling.templates(patterns))) == forms


def test_the_longest_phrase_wins_and_a_gap_counts_as_a_word() -> None:
    ways = {"short": "moved", "long": "move{d,s} ... {units,men}"}
    phrases = Phrases(
        lambda: ((template, name) for name, way in ways.items() for template in Spelling({}).templates([way]))
    )
    row = tokens("they moved three fresh units and moved, units")
    assert [value for _, _, value in phrases.all(row)] == ["long", "short"]


@given(st.lists(_PATTERNS, min_size=1, max_size=4), st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_phrases_are_found_as_by_trying_every_form(patterns: list[str], said: list[str]) -> None:
    spelling = Spelling({})
    phrases = Phrases(lambda: ((template, None) for template in spelling.templates(patterns)))
    row = tokens(" ".join(said))
    forms = {" ".join(form.split()) for form in spelling.all_of(patterns)}
    for at in range(len(row)):
        hit = phrases.at(row, at)
        assert (hit[0] if hit is not None else None) == _longest(forms, said, at)


@given(st.lists(_PATTERNS, min_size=1, max_size=4), st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_a_glance_sees_what_is_found(patterns: list[str], said: list[str]) -> None:
    spelling, text = Spelling({}), " ".join(said)
    phrases = Phrases(lambda: ((template, None) for template in spelling.templates(patterns)))
    found = phrases.any(tokens(text))
    assert Glance(spelling.templates(patterns), common={"a"}).sees(text) == found


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("they opened fire on it", True),
        ("fire on it", True),
        ("a ceasefire on it", False),
        ("a ceasefire, then fire on it", True),
        ("fire onwards", False),
        ("they were shot down", True),
        ("an earshot down", False),
    ],
)
def test_a_glance_sees_whole_words_only(text: str, *, is_seen: bool) -> None:
    glance = Glance(Spelling({}).templates(["{fire,fires} on", "shot {down,up}"]))
    assert glance.sees(text) == is_seen
