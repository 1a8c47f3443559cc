"""Phrases of a lexicon, found among tokens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.words.tokens import Token

_Value = TypeVar("_Value")

Slot: TypeAlias = tuple[str, ...]
"""The words of which one stands at that place of a phrase."""
Template: TypeAlias = tuple[Slot, ...]
"""A phrase in all its forms, word by word: one for ten thousand of them. Begins and ends with words."""
GAP: Final[Slot] = ()
"""Up to four words of any kind, such as ``...`` stands for: "moved several of its best units"."""
MOST_SKIPPED = 4


class _Step(NamedTuple):
    """What a phrase goes on with."""

    gap: bool
    words: frozenset[str]


class _Way(NamedTuple, Generic[_Value]):
    """What a phrase goes on with behind its first word."""

    rank: tuple[int, int]
    """Minus the words, a gap being one, and the place in the lexicon: the smallest counts."""
    steps: tuple[_Step, ...]
    value: _Value


class Phrases(Generic[_Value]):
    """A dictionary of phrases, each with a value; the longest at a token wins, of such the first to end."""

    def __init__(self, entries: Callable[[], Iterable[tuple[Template, _Value]]]) -> None:
        """Take what gives the phrases, asked when one is first looked for; of equal ones the first counts."""
        self._entries = entries

    @cached_property
    def _by_first(self) -> dict[str, list[_Way[_Value]]]:
        """The phrases by their first words, the longest first."""
        found: dict[str, list[_Way[_Value]]] = {}
        for number, (template, value) in enumerate(self._entries()):
            way = _Way((-len(template), number), tuple(_steps(template[1:])), value)
            for word in template[0]:
                found.setdefault(word, []).append(way)
        for ways in found.values():
            ways.sort(key=lambda way: way.rank)
        return found

    @property
    def templates(self) -> Iterator[Template]:
        """The phrases, in the order of the lexicon."""
        # Not kept: who only looks at the phrases need not have them made ready to be found.
        return (template for template, _ in self._entries())

    @property
    def beginnings(self) -> AbstractSet[str]:
        """The first words of the phrases."""
        return self._by_first.keys()

    def at(self, row: Sequence[Token], at: int) -> tuple[int, _Value] | None:
        """Return where the longest phrase that begins at token ``at`` ends, and its value."""
        ways = self._by_first.get(row[at].low)
        if ways is None:
            return None
        at += 1
        after = row[at].low if at < len(row) else None
        best: tuple[int, int, _Value] | None = None
        for (length, _), steps, value in ways:
            if best is not None and best[0] < length:
                break
            if steps and not steps[0].gap and after not in steps[0].words:
                continue
            end = _end(steps, row, at)
            if end is not None and (best is None or end < best[1]):
                best = length, end, value
        return (best[1], best[2]) if best is not None else None

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


def _steps(template: Template) -> Iterator[_Step]:
    gap = False
    for slot in template:
        if slot:
            yield _Step(gap, frozenset(slot))
        gap = slot == GAP


def _end(steps: tuple[_Step, ...], row: Sequence[Token], at: int) -> int | None:
    """Return where what a phrase goes on with at token ``at`` ends first; None where it does not."""
    for number, step in enumerate(steps):
        if step.gap:
            rest = steps[number + 1 :]
            ends = (_end(rest, row, place + 1) for place in _behind_gap(step.words, row, at))
            return min((end for end in ends if end is not None), default=None)
        if at >= len(row) or row[at].low not in step.words:
            return None
        at += 1
    return at


def _behind_gap(words: frozenset[str], row: Sequence[Token], at: int) -> Iterator[int]:
    """Yield where a gap at token ``at`` may end: before any of ``words``."""
    for place in range(at, min(at + MOST_SKIPPED + 1, len(row))):
        token = row[place]
        if token.low in words:
            yield place
        # A mark but a hyphen ends the gap.
        if not token.word and token.said != "-":
            return
