"""Phrases of a lexicon, found among tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.tokens import Token

_Value = TypeVar("_Value")
_GAP = "..."
_MOST_SKIPPED = 4
"""Words that a gap may stand for: "moved several of its best units"."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[_Value]):
    words: tuple[str, ...]
    rank: int
    """Of two that stand somewhere the one of the smaller rank counts."""
    value: _Value


@dataclass(frozen=True, slots=True)
class _Branch(Generic[_Value]):
    """The phrases with one first word, by the word that must come next: few are then left to look at."""

    alone: list[_Entry[_Value]] = field(default_factory=list)
    following: dict[str, list[_Entry[_Value]]] = field(default_factory=dict)
    beyond: dict[str, list[_Entry[_Value]]] = field(default_factory=dict)
    """By the word behind a gap."""

    def add(self, entry: _Entry[_Value]) -> None:
        words = entry.words
        if len(words) == 1:
            self.alone.append(entry)
        elif words[1] == _GAP:
            self.beyond.setdefault(words[2], []).append(entry)
        else:
            self.following.setdefault(words[1], []).append(entry)

    def likely(self, row: Sequence[Token], at: int) -> list[_Entry[_Value]]:
        """Return those that may stand at token ``at``, by rank."""
        found = list(self.alone)
        if self.following and at + 1 < len(row):
            found += self.following.get(row[at + 1].low, ())
        for token in row[at + 1 : at + 2 + _MOST_SKIPPED] if self.beyond else ():
            found += self.beyond.get(token.low, ())
            if not token.word:
                break
        return sorted(found, key=attrgetter("rank")) if len(found) > 1 else found


class Phrases(Generic[_Value]):
    """A dictionary of phrases, each with a value; the longest that stands at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, _Value]]) -> None:
        """Index phrases by their first words; of equal phrases the first counts."""
        self._by_first: dict[str, _Branch[_Value]] = {}
        split = [(tuple(phrase.split()), value) for phrase, value in entries]
        for rank, (words, value) in enumerate(sorted(split, key=lambda one: -len(one[0]))):
            self._by_first.setdefault(words[0], _Branch()).add(_Entry(words, rank, value))

    def __iter__(self) -> Iterator[str]:
        """Yield the phrases, words parted by blanks, in no order."""
        for branch in self._by_first.values():
            for group in (branch.alone, *branch.following.values(), *branch.beyond.values()):
                for entry in group:
                    yield " ".join(entry.words)

    @property
    def beginnings(self) -> AbstractSet[str]:
        """The first words of the phrases."""
        return self._by_first.keys()

    def at(self, row: Sequence[Token], at: int) -> tuple[int, _Value] | None:
        """Return where the longest phrase that begins at token ``at`` ends, and its value."""
        branch = self._by_first.get(row[at].low)
        if branch is None:
            return None
        for entry in branch.likely(row, at):
            end = _end(entry.words, row, at)
            if end is not None:
                return end, entry.value
        return None

    def all(self, row: Sequence[Token]) -> tuple[tuple[int, int, _Value], ...]:
        """Return begin, end and value of all phrases in ``row``, without overlap."""
        found: list[tuple[int, int, _Value]] = []
        first = self._by_first
        last = 0
        for at, token in enumerate(row):
            if at >= last and token.low in first and (hit := self.at(row, at)) is not None:
                last = hit[0]
                found.append((at, last, hit[1]))
        return tuple(found)

    def any(self, row: Sequence[Token]) -> bool:
        """Tell whether any phrase stands in ``row``."""
        first = self._by_first
        return any(token.low in first and self.at(row, at) is not None for at, token in enumerate(row))


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
    """Return where ``word`` stands after a gap that begins at ``at``; a mark but a hyphen ends the gap."""
    for place in range(at, min(at + _MOST_SKIPPED + 1, len(row))):
        if row[place].low == word:
            return place
        if not row[place].word and row[place].said != "-":
            break
    return len(row)
