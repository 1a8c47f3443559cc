"""Phrases of a lexicon, found among tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from feeds.extraction.tokens import Token

_Value = TypeVar("_Value")
_GAP = "..."
_MOST_SKIPPED = 4
"""Words that a gap may stand for: "moved several of its best units"."""


class Phrases(Generic[_Value]):
    """A dictionary of phrases, each with a value; the longest that stands at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, _Value]]) -> None:
        """Index phrases by their first word; of equal phrases the first counts."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for row in self._by_first.values():
            row.sort(key=lambda entry: -len(entry[0]))

    def __iter__(self) -> Iterator[str]:
        """Yield the phrases, words parted by blanks, in no order."""
        for row in self._by_first.values():
            for words, _ in row:
                yield " ".join(words)

    def at(self, row: Sequence[Token], at: int) -> tuple[int, _Value] | None:
        """Return where the longest phrase that begins at token ``at`` ends, and its value."""
        for words, value in self._by_first.get(row[at].low, ()):
            end = _end(words, row, at)
            if end is not None:
                return end, value
        return None

    def all(self, row: Sequence[Token]) -> tuple[tuple[int, int, _Value], ...]:
        """Return begin, end and value of all phrases in ``row``, without overlap."""
        found: list[tuple[int, int, _Value]] = []
        at = 0
        while at < len(row):
            hit = self.at(row, at)
            if hit is not None:
                found.append((at, hit[0], hit[1]))
            at = hit[0] if hit is not None else at + 1
        return tuple(found)

    def any(self, row: Sequence[Token]) -> bool:
        """Tell whether any phrase stands in ``row``."""
        return any(self.at(row, at) is not None for at in range(len(row)))


def _end(words: Sequence[str], row: Sequence[Token], at: int) -> int | None:
    place = at
    for number, word in enumerate(words):
        if word == _GAP:
            continue
        if number and words[number - 1] == _GAP:
            place = _skip(word, row, place)
        if place >= len(row) or row[place].low != word:
            return None
        place += 1
    return place


def _skip(word: str, row: Sequence[Token], at: int) -> int:
    """Return where ``word`` stands after a gap that begins at ``at``; a mark ends the gap."""
    for place in range(at, min(at + _MOST_SKIPPED + 1, len(row))):
        if row[place].low == word:
            return place
        if not row[place].word:
            break
    return len(row)
