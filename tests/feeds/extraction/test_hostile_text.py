"""Texts that are made to cost time: every expression and the whole reading stay linear, nothing recurses."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import UTC, datetime
from functools import partial
from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import pytest

import feeds.extraction
from feeds.extraction import extract
from feeds.extraction.glancing import LONGEST_TEXT
from feeds.extraction.lexicons.loading import load_lexicon, shipped
from feeds.extraction.words.patterns import pattern_of
from feeds.extraction.words.phrases import GAP
from feeds.geography import load_gazetteer
from tests.building import an_item
from tests.feeds.extraction.growth import is_linear
from tests.feeds.extraction.lexicons import first_form

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH = 15_000
_AT_ONCE_S = 0.1
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
    gapped = sorted({one for lexicon in shipped() for one in lexicon.triggers.templates if GAP in one})
    made = [pattern_of(template) for template in gapped[:: len(gapped) // 25]]
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


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield signs of which many in turn make a text that the expression almost matches."""
    signs = list(dict.fromkeys([*_signs(_parser.parse(pattern.pattern, pattern.flags)), "a", " "]))
    chosen = signs[:: max(1, len(signs) // _SIGNS)][:_SIGNS]
    for one, other in product(chosen, repeat=2):
        yield "", one + other
        yield one, other


def test_all_expressions_are_found() -> None:
    assert len(patterns()) > 20
    assert all(isinstance(one.pattern, str) for one in patterns())


@pytest.mark.parametrize("pattern", patterns(), ids=lambda one: one.pattern[:40])
def test_no_expression_takes_more_than_linear_time(pattern: re.Pattern[str]) -> None:
    for head, piece in attacks(pattern):
        assert is_linear(partial(_match, pattern, head, piece), _LENGTH, at_once_s=_AT_ONCE_S), head + piece


def _match(pattern: re.Pattern[str], head: str, piece: str, size: int) -> None:
    text = f"{head}{piece * (size // len(piece))}\x00"
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)


def test_the_test_of_expressions_finds_a_bad_one() -> None:
    bad = re.compile(r"x*x*y")
    assert ("x", "x") in attacks(bad)
    assert not is_linear(partial(_match, bad, "x", "x"), 400, at_once_s=0.0)


@pytest.mark.parametrize("piece", _PIECES)
def test_an_item_of_anything_is_read_in_linear_time(piece: str) -> None:
    assert is_linear(partial(_read, piece), 60_000, at_once_s=1.0)


def test_only_the_beginning_of_a_huge_item_is_read() -> None:
    report, beyond = "Russian forces advanced near Popovka. ", "." * LONGEST_TEXT
    read = [
        extract(an_item(text=text), load_gazetteer()) for text in (report, report + beyond, beyond + report)
    ]
    assert [len(one.reports) for one in read] == [1, 1, 0]


def _read(piece: str, size: int) -> None:
    text = (piece * (size // len(piece) + 1))[:size]
    at = datetime(2025, 3, 28, tzinfo=UTC)
    extract(an_item(text=text, title=text[:500], published_at=at), load_gazetteer())


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_an_item_of_many_trigger_words_is_read(language: str) -> None:
    words = " ".join(map(first_form, load_lexicon(language).triggers.templates))
    read = extract(an_item(text=words), load_gazetteer())
    assert all(span.end <= len(words) for span in read.unmatched)
