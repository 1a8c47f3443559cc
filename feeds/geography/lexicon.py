"""What single words may be as names or as parts of names; words met are remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography.classes import Mark
from feeds.geography.declension import Case
from feeds.geography.folding import fold, without_possessive

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.geography.index import State
    from feeds.geography.index_file import Knowledge

_ADJECTIVE = re.compile(r"\w{2,}(?:ий|ого|ому|им|ім|ої|ій|ою|ый|ым|ая|ой|ую|ое|ие|ые|ых|их|ом|[сцз]ьк[аеу])")
_ANY = int(Case.ANY)
_ADJECTIVE_BIT = int(Mark.ADJECTIVE)
_MOST_SEEN = 65_536
"""Words remembered; then all are forgotten, which costs a second's work."""
_LONGEST_WORD = 60
"""Characters of a word; a longer one is no name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the index has it."""

    length: int
    """Characters, without an English possessive ending."""
    states: tuple[State, ...]
    """What it is a form of."""
    adjective: bool
    """Whether it ends as adjectives do."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a word may be that begins a name."""

    length: int
    """Characters, without an English possessive ending."""
    states: tuple[State, ...]
    """How far names have been read that begin with it."""
    nodes: tuple[int, ...]
    """Nodes of names that it is all of."""
    cases: int
    """In which it may stand as one of them."""
    opens: bool
    """Whether longer names begin with it."""
    shares: bool
    """Whether names of areas begin with it, which may share their noun with others."""
    mark: int
    """As of :class:`feeds.geography.classes.Mark`."""


@dataclass(frozen=True, slots=True)
class Step:
    """A further word of a name."""

    length: int
    states: tuple[State, ...]
    """How far names have been read with it."""
    nodes: tuple[int, ...]
    """Nodes of names that end here; empty for none."""
    cases: int
    mark: int
    area: bool
    """Whether it is in small letters, so that only names of areas may end here."""
    adjective: bool


class Lexicon:
    """Reads words; remembers them, since the news uses the same ones for days."""

    def __init__(self, known: Knowledge, areas: int, nouns: Iterable[str]) -> None:
        """Use what is known of the forms.

        Entries numbered below ``areas`` are no settlements; ``nouns`` are kinds of areas that names share.
        """
        self.tokens: dict[str, Token | None] = {}
        """Words met, as written; None: no name begins with it."""
        self._index = known.index
        self._marks = known.marks
        self._areas = areas
        self._words: dict[str, Word] = {}
        self._steps: dict[tuple[tuple[State, ...], str], Step | None] = {}
        self._nouns = {noun: self._index.read(fold(noun)) for noun in nouns}

    def learn(self, said: str) -> Token | None:
        """Return what a word met for the first time may be, and remember it."""
        if len(self.tokens) >= _MOST_SEEN:
            self.tokens.clear()
        token = self.tokens[said] = self._token(self.word(said), said)
        return token

    def word(self, said: str) -> Word:
        """Return what a word is as a part of names; it has no hyphen."""
        word = self._words.get(said)
        if word is None:
            if len(self._words) >= _MOST_SEEN:
                self._words.clear()
            bare = without_possessive(said).rstrip("_") if len(said) <= _LONGEST_WORD else ""
            form = fold(bare)
            states = self._index.read(form) if form else ()
            word = self._words[said] = Word(len(bare), states, _ADJECTIVE.fullmatch(form) is not None)
        return word

    def step(self, states: tuple[State, ...], said: str) -> Step | None:
        """Return how a word goes on what has been read, None where it does not, and remember it."""
        try:
            return self._steps[states, said]
        except KeyError:
            if len(self._steps) >= _MOST_SEEN:
                self._steps.clear()
            step = self._steps[states, said] = self._step(states, said)
            return step

    def naming(self, states: Sequence[State]) -> tuple[int, ...]:
        """Return the nodes among those read up to that are names of something."""
        return tuple(dict.fromkeys(node for node, _ in states if self._index.set_of(node)))

    def sharing(self, states: Sequence[State], noun: str) -> tuple[int, ...]:
        """Return the nodes of areas that words in any case name with a kind of area, one of ``nouns``."""
        every = [(node, _ANY) for node, _ in states]
        return self.naming(self._index.follow(every, self._nouns[noun]))

    def bits(self, nodes: Sequence[int]) -> int:
        """Return what is known of the places that the nodes name."""
        bits = 0
        for node in nodes:
            bits |= self._marks.sets[self._index.set_of(node)]
        return bits

    def _step(self, states: tuple[State, ...], said: str) -> Step | None:
        word = self.word(said)
        after = self._index.follow(states, word.states)
        if not after and word.length < len(said) <= _LONGEST_WORD:
            word = Word(len(said), self._index.read(fold(said)), word.adjective)  # "People's Republic"
            after = self._index.follow(states, word.states)
        if not after:
            return None
        nodes, area = self.naming(after), _is_small(said)
        if area:
            nodes = tuple(node for node in nodes if self._index.entries(node)[0] < self._areas)
        # a longer name is uncertain only where all that have it are
        rows = [self._marks.rows.get(node, 0) for node in nodes]
        mark = self.bits(nodes) | (max(rows, default=0) if all(rows) else 0)
        return Step(word.length, after, nodes, _cases(after, nodes), mark, area, word.adjective)

    def _token(self, word: Word, said: str) -> Token | None:
        nodes = self.naming(word.states)
        opens = self._index.goes_on(word.states)
        if not nodes and not opens:
            return None
        mark = (self._marks.forms.get(fold(said[: word.length]), 0) | self.bits(nodes)) if nodes else 0
        if word.adjective:
            mark |= _ADJECTIVE_BIT
        shares = any(self.sharing(word.states, noun) for noun in self._nouns)
        return Token(word.length, word.states, nodes, _cases(word.states, nodes), opens, shares, mark)


def _cases(states: Sequence[State], nodes: Sequence[int]) -> int:
    """Return the cases, as bits, in which any of ``nodes`` has been read."""
    cases = 0
    for node, one in states:
        if node in nodes:
            cases |= one
    return cases


def _is_small(word: str) -> bool:
    """Tell whether a word is none that ends a settlement's name: of Cyrillic letters, and not capitalised."""
    return word[:1].islower() and word >= "\u0400"
