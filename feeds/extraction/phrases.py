"""Phrases of a lexicon, found among tokens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.tokens import Token

_Value = TypeVar("_Value")
_GAP = "..."
_MOST_SKIPPED = 4
"""Words that a gap may stand for: "moved several of its best units"."""


class _Hit(NamedTuple, Generic[_Value]):
    rank: tuple[int, int]
    """Minus the words, a gap being one, and the place in the lexicon: the smallest counts."""
    value: _Value


class _Node(Generic[_Value]):
    """What phrases with the same first words may go on with."""

    __slots__ = ("beyond", "following", "hit")

    def __init__(self) -> None:
        self.hit: _Hit[_Value] | None = None
        """The phrase that ends here."""
        self.following: dict[str, _Node[_Value]] | None = None
        self.beyond: dict[str, _Node[_Value]] | None = None
        """By the word behind a gap."""

    def child(self, word: str, *, gap: bool) -> _Node[_Value]:
        """Return what goes on with ``word``, made if it is not there."""
        if gap:
            self.beyond = children = self.beyond or {}
        else:
            self.following = children = self.following or {}
        if word not in children:
            children[word] = _Node()
        return children[word]

    def onward(self, row: Sequence[Token], at: int) -> Iterator[tuple[_Node[_Value], int]]:
        """Yield what goes on at token ``at``, or behind a gap there, each with the token behind it."""
        if at >= len(row):
            return
        if self.following is not None and (node := self.following.get(row[at].low)) is not None:
            yield node, at + 1
        if self.beyond is None:
            return
        met: set[str] = set()
        for place in range(at, min(at + _MOST_SKIPPED + 1, len(row))):
            token = row[place]
            if token.low in self.beyond and token.low not in met:
                met.add(token.low)
                yield self.beyond[token.low], place + 1
            # A mark but a hyphen ends the gap.
            if not token.word and token.said != "-":
                break


class Phrases(Generic[_Value]):
    """A dictionary of phrases, each with a value; the longest at a token wins, of such the first to end."""

    def __init__(self, entries: Callable[[], Iterable[tuple[str, _Value]]]) -> None:
        """Take what gives the phrases, asked when one is first looked for; of equal ones the first counts."""
        self._entries = entries

    @cached_property
    def _by_first(self) -> dict[str, _Node[_Value]]:
        """The phrases by their first words."""
        top: _Node[_Value] = _Node()
        for number, (phrase, value) in enumerate(self._entries()):
            node, gap = top, False
            words = phrase.split()
            for word in words:
                if word != _GAP:
                    node = node.child(word, gap=gap)
                gap = word == _GAP
            if node.hit is None or -len(words) < node.hit.rank[0]:
                node.hit = _Hit((-len(words), number), value)
        return top.following or {}

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
        first = self._by_first.get(row[at].low)
        if first is None:
            return None
        if first.following is None and first.beyond is None:
            return (at + 1, first.hit.value) if first.hit is not None else None
        best: tuple[int, int, int] | None = None
        value: _Value | None = None
        open_to = [(first, at + 1)]
        while open_to:
            node, end = open_to.pop()
            if node.hit is not None:
                rank = (node.hit.rank[0], end, node.hit.rank[1])
                if best is None or rank < best:
                    best, value = rank, node.hit.value
            if node.following is not None or node.beyond is not None:
                open_to.extend(node.onward(row, end))
        return (best[1], cast("_Value", value)) if best is not None else None

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
