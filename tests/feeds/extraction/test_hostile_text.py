"""Texts that are made to cost time: every expression and the whole reading stay linear, nothing recurses."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from datetime import UTC, datetime
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import pytest

import feeds.extraction
from feeds.extraction import extract
from feeds.extraction.loading import load_lexicon, shipped
from feeds.extraction.patterns import pattern_of
from feeds.geography import load_gazetteer
from tests.building import an_item

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH = 15_000
_MOST_S = 1.0
"""What is quadratic takes a hundred times as long."""
_SIGNS = 7
_PIECES = [
    *(
        '"a ',
        "«а ",
        "“‘«„",
        "» ",
        "Popovka ",
        "Попівка ",
        "Сватове, Кремінна, ",
        "(",
        ") ",
        "[12]",
        "1",
        "1.",
    ),
    *("26.02 ", "а\u0301\u0301", "⚔️ ", "⚔️", "\n", "\n- ", "— ", "a: ", "attacked ", "атаковали ", "not "),
    *("said “x y z w v” ", "he said, ", "and ", "Aa Bb ", ", ", "; ", "neither nor ", "3 km to ", "a'", "a-"),
    *("A.", ". ", "\x00", "\u2028", "я", "who that ", "south of ", "Source: ", "March 28 and ", "...", "!x"),
]


def patterns() -> list[re.Pattern[str]]:
    """Return every expression that a module of the package holds, and some that are made of lexicons."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(feeds.extraction.__path__, "feeds.extraction."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, re.Pattern):
                found[value.pattern] = value
    phrases = sorted({phrase for lexicon in shipped() for phrase in lexicon.triggers if "..." in phrase})
    made = [pattern_of(tuple(phrases[at : at + 20])) for at in range(0, len(phrases), len(phrases) // 5)]
    return [*found.values(), *made]


def _signs(parsed: Any) -> Iterator[str]:  # noqa: ANN401 - the parser's own tree
    """Yield signs that the parts of an expression match."""
    for part in parsed if isinstance(parsed, list | tuple | _parser.SubPattern) else ():
        if isinstance(part, tuple) and len(part) == 2 and str(part[0]) in {"LITERAL", "NOT_LITERAL"}:
            yield chr(part[1])
        elif isinstance(part, tuple) and str(part[0]) == "RANGE":
            yield chr(part[1][0])
        elif str(part).startswith("CATEGORY"):
            yield {"DIGIT": "1", "SPACE": " "}.get(str(part).rpartition("_")[2], "a")
        else:
            yield from _signs(part)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield long texts of one sign and of two in turn, which the expression almost matches."""
    signs = list(dict.fromkeys([*_signs(_parser.parse(pattern.pattern, pattern.flags)), "a", " "]))
    chosen = signs[:: max(1, len(signs) // _SIGNS)][:_SIGNS]
    for one, other in product(chosen, repeat=2):
        yield f"{(one + other) * (_LENGTH // 2)}\x00"
        yield f"{one}{other * _LENGTH}\x00"


def test_all_expressions_are_found() -> None:
    assert len(patterns()) > 20
    assert all(isinstance(one.pattern, str) for one in patterns())


@pytest.mark.parametrize("pattern", patterns(), ids=lambda one: one.pattern[:40])
def test_no_expression_takes_more_than_linear_time(pattern: re.Pattern[str]) -> None:
    for text in attacks(pattern):
        began = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
        assert time.process_time() - began < _MOST_S, text[:6]


def test_the_test_of_expressions_finds_a_bad_one() -> None:
    bad = re.compile(r"x*x*y")
    began = time.process_time()
    bad.search("x" * 1_500)
    slow = time.process_time() - began
    began = time.process_time()
    bad.search("x" * 300)
    assert slow > 20 * (time.process_time() - began)
    assert any(text.startswith("xxxx") for text in attacks(bad))


@pytest.mark.parametrize("piece", _PIECES)
def test_a_large_item_of_anything_is_read_and_bounded(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    at = datetime(2025, 3, 28, tzinfo=UTC)
    began = time.process_time()
    extract(an_item(text=text, title=text[:500], published_at=at), load_gazetteer())
    assert time.process_time() - began < 15


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_an_item_of_all_trigger_words_is_read(language: str) -> None:
    words = " ".join(phrase.replace("...", "x") for phrase in load_lexicon(language).triggers)
    assert extract(an_item(text=words * 3), load_gazetteer()) is not None
