"""From a line to a filter, and back."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.errors import FilterError
from feeds.filtering.lexing import quoted, words_of
from feeds.filtering.values import nearest, value_of
from feeds.model import Facet, Filter, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.filtering.lexing import Word

NAMES = tuple(facet.value for facet in Facet if facet is not Facet.WORD)


@lru_cache(maxsize=64)
def parse_filter(line: str) -> Filter:
    """Return the filter that a line asks for; the empty line asks for nothing.

    Its own ``line`` has each value in the one way to write it. Raises FilterError, which names the
    word, what was expected, and what comes nearest.
    """
    return filter_of(_term(word) for word in words_of(line))


def filter_of(terms: Iterable[Term]) -> Filter:
    """Return the filter of some terms, each once, with its line."""
    once = tuple(dict.fromkeys(terms))
    return Filter(" ".join(map(_written, once)), once)


def _term(word: Word) -> Term:
    facet = _facet(word)
    try:
        values = tuple(dict.fromkeys(value_of(facet, value) for value in word.values))
    except FilterError as error:
        name = f", {facet}" if facet is not Facet.WORD else ""
        raise FilterError(f"Word {word.number}{name}: {error}") from error
    return Term(facet, values, word.negated)


def _facet(word: Word) -> Facet:
    if not word.name:
        return Facet.WORD
    if word.name in NAMES:
        return Facet(word.name)
    found = [name for name in NAMES if name.startswith(word.name)]
    if len(found) == 1:
        return Facet(found[0])
    near = "" if found else nearest(word.name, NAMES)
    known = f"expected one of {', '.join(found or NAMES)} before the colon"
    raise FilterError(f"Word {word.number}: {known}, found '{word.name[:40]}'{near or '.'}")


def _written(term: Term) -> str:
    is_bare = term.facet is Facet.WORD
    values = ",".join(quoted(value, is_bare=is_bare) for value in term.values)
    return f"{'-' if term.negated else ''}{'' if is_bare else f'{term.facet}:'}{values}"
