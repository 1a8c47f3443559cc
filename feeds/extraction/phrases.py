"""Phrases of a lexicon, found among tokens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.tokens import Token

_Value = TypeVar("_Value")
_GAP = "..."
_MOST_SKIPPED = 4
"""Words that a gap may stand for: "moved several of its best units"."""


class _Entry(NamedTuple, Generic[_Value]):
    rank: int
    """Of two that stand somewhere the one of the smaller rank counts; no two have the same."""
    words: tuple[str, ...]
    value: _Value


class _Branch(Generic[_Value]):
    """The phrases with one first word, by the word that must come next: few are then left to look at."""

    __slots__ = ("alone", "beyond", "following")

    def __init__(self) -> None:
        self.alone: list[_Entry[_Value]] = []
        self.following: dict[str, list[_Entry[_Value]]] = {}
        self.beyond: dict[str, list[_Entry[_Value]]] = {}
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
        if not (self.following or self.beyond) or at + 1 == len(row):
            return self.alone
        found = [*self.alone, *self.following.get(row[at + 1].low, ())]
        for token in row[at + 1 : at + 2 + _MOST_SKIPPED] if self.beyond else ():
            found += self.beyond.get(token.low, ())
            if not token.word:
                break
        return sorted(found) if len(found) > 1 else found


class Phrases(Generic[_Value]):
    """A dictionary of phrases, each with a value; the longest at a token wins, of such the first to end."""

    def __init__(self, entries: Callable[[], Iterable[tuple[str, _Value]]]) -> None:
        """Take what gives the phrases, asked when one is first looked for; of equal ones the first counts."""
        self._entries = entries

    @cached_property
    def _by_first(self) -> dict[str, _Branch[_Value]]:
        """The phrases by their first words."""
        found: dict[str, _Branch[_Value]] = {}
        split = [(tuple(phrase.split()), value) for phrase, value in self._entries()]
        for rank, (words, value) in enumerate(sorted(split, key=lambda one: -len(one[0]))):
            branch = found.get(words[0])
            if branch is None:
                branch = found[words[0]] = _Branch()
            branch.add(_Entry(rank, words, value))
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the phrases, words parted by blanks, in no order; one may come twice."""
        # Not from the branches: who only looks at the phrases need not have them made.
        return (" ".join(phrase.split()) for phrase, _ in self._entries())

    @property
    def beginnings(self) -> AbstractSet[str]:
        """The first words of the phrases."""
        return self._by_first.keys()

    def at(self, row: Sequence[Token], at: int) -> tuple[int, _Value] | None:
        """Return where the longest phrase that begins at token ``at`` ends, and its value."""
        branch = self._by_first.get(row[at].low)
        if branch is None:
            return None
        found: tuple[int, _Value] | None = None
        longest = 0
        for entry in branch.likely(row, at):
            if found is not None and len(entry.words) < longest:
                break
            end = _end(entry.words, row, at)
            if end is not None and (found is None or end < found[0]):
                found, longest = (end, entry.value), len(entry.words)
            if found is not None and _GAP not in entry.words:
                break
        return found

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
        starts = [at for at, token in enumerate(row) if token.low in first]
        return any(self.at(row, at) is not None for at in starts)


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
