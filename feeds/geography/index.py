"""A compact index of the forms of names: by word, in step across the words, without storing any form.

A word is kept as its stem and the number of a paradigm, the ends it takes with their cases. A name is
a row of such words; it is met where each word stands in a form of it and one case fits them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping, Sequence

_SHIFT = 24
"""Bits for the number of a word in the key of an edge: far more than there are words."""

State = tuple[int, int]
"""How far a name has been read: its node, and the cases in which it may stand, as bits."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What an index is made of, as it is kept in a file."""

    stems: Sequence[str]
    """Sorted, each once."""
    starts: array[int]
    """By stem, the number of its first word; one more at the end."""
    paradigms: Sequence[Mapping[str, int]]
    """Ends with their cases as bits."""
    paradigm_of: array[int]
    """By word."""
    edges: array[int]
    """The node and the word that lead to each further node, in the order of these."""
    set_of: array[int]
    """By node, the set of entries that it names; nodes are the words, then those of the edges."""
    set_starts: array[int]
    """By set, where it begins; one more at the end. The first set is empty."""
    members: array[int]
    """Numbers of entries, set by set."""


def key_of_edge(node: int, word: int) -> int:
    """Return the key of the edge that leads from a node over a word."""
    return node << _SHIFT | word


class Index:
    """Reads words, and follows names from word to word; immutable once made."""

    def __init__(self, parts: Parts) -> None:
        """Prepare what is kept for look-ups."""
        self.parts = parts
        self._stems = dict(zip(parts.stems, count()))
        self._edges = dict(zip(parts.edges, count(len(parts.paradigm_of))))
        self._open = frozenset(key >> _SHIFT for key in parts.edges)
        self._cuts = range(1 + max((len(end) for one in parts.paradigms for end in one), default=0))

    def read(self, word: str) -> tuple[State, ...]:
        """Return the words, with their cases, of which a folded ``word`` is a form; empty for none."""
        found: list[State] = []
        parts = self.parts
        for cut in self._cuts:
            at = len(word) - cut
            stem = self._stems.get(word[:at]) if at >= 0 else None
            if stem is not None:
                for number in range(parts.starts[stem], parts.starts[stem + 1]):
                    cases = parts.paradigms[parts.paradigm_of[number]].get(word[at:])
                    if cases:
                        found.append((number, cases))
        return tuple(found)

    def follow(self, states: Sequence[State], words: Sequence[State]) -> tuple[State, ...]:
        """Return how far names have been read after one more word, as :meth:`read` gives it."""
        edges = self._edges
        found = []
        for number, cases in words:
            for node, before in states:
                after = edges.get(node << _SHIFT | number) if cases & before else None
                if after is not None:
                    found.append((after, cases & before))
        return tuple(found)

    def goes_on(self, states: Sequence[State]) -> bool:
        """Tell whether a longer name begins with what has been read."""
        return any(node in self._open for node, _ in states)

    def words(self) -> Iterator[tuple[int, dict[str, int]]]:
        """Go through the words that are a name alone, with their forms and the cases of these."""
        parts = self.parts
        for stem, (begin, end) in zip(parts.stems, pairwise(parts.starts), strict=True):
            for number in range(begin, end):
                if parts.set_of[number]:
                    ends = parts.paradigms[parts.paradigm_of[number]]
                    yield number, {stem + end: cases for end, cases in ends.items()}

    def nominatives(self) -> Iterator[tuple[int, list[str]]]:
        """Go through all words, with their forms in the nominative; there is one at least."""
        parts = self.parts
        for stem, (begin, end) in zip(parts.stems, pairwise(parts.starts), strict=True):
            for number in range(begin, end):
                ends = parts.paradigms[parts.paradigm_of[number]]
                yield number, [stem + end for end, cases in ends.items() if cases & 1]

    def edges(self) -> Iterator[tuple[int, int, int]]:
        """Go through the longer names and their beginnings: node before, word, node; shorter ones first."""
        for key, node in self._edges.items():
            yield key >> _SHIFT, key & (1 << _SHIFT) - 1, node

    def sets(self) -> Iterator[array[int]]:
        """Go through the sets of entries that share a name, the empty one first."""
        for begin, end in pairwise(self.parts.set_starts):
            yield self.parts.members[begin:end]

    def set_of(self, node: int) -> int:
        """Return the number of the set of entries that a node names, 0 for none."""
        return self.parts.set_of[node]

    def entries(self, node: int) -> array[int]:
        """Return the numbers of the entries that have the name read up to ``node``; empty for none."""
        parts = self.parts
        number = parts.set_of[node]
        return parts.members[parts.set_starts[number] : parts.set_starts[number + 1]]
