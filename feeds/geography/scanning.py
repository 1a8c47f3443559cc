"""Where in a text forms of names stand, read with an index; what they mean there is told elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from feeds.geography.classes import Mark
from feeds.geography.cues import TAIL, word_before
from feeds.geography.declension import Case
from feeds.geography.folding import HYPHENS, JOINERS, MARKS, WORD
from feeds.geography.keys import keys_of
from feeds.geography.lexicon import Lexicon

if TYPE_CHECKING:
    from feeds.geography.cues import Cues
    from feeds.geography.index import State
    from feeds.geography.index_file import Knowledge
    from feeds.geography.lexicon import Token

_NAME = re.compile(rf"[A-Z\u00c0-\u00de\u0100-\u017f\u0400-\u042f\u0490][\w{JOINERS}{MARKS}]*")
"""A word that may begin a name; whether it lies inside of another is asked later, since few are known."""
_NEXT = re.compile(rf"(?:(?=\s)[^\S\n]*\n?[^\S\n]*|[–—{re.escape(HYPHENS)}])({WORD.pattern})")
"""The word behind, with only blanks of one line, a single line break, a dash or a hyphen between."""
_LINKS = frozenset(f" \n\t\u00a0–—{HYPHENS}")
"""What may follow a word of a name that goes on."""
_DIRECTION = re.compile("напр(?:ям|авлен)")
_LOW_ADJECTIVE = re.compile(r"[\u0430-\u045f\u0491][\w'’ʼ-]{2,40}(?:[сцз]ьк|ск|цк)\w{1,3}\s")
_LOW_LISTED = re.compile(
    r"(?<![\w'’ʼ-])([\u0430-\u045f\u0491][\w'’ʼ-]{2,40}(?:[сцз]ьк|ск|цк)\w{1,3})(?:,|,? (?:та|і|й|и))\s$"
)
"""An adjective right before another of a list."""
_LISTED_REACH = 60
_MOST_LISTED = 12
_ANY = int(Case.ANY)
_WORD_BIT, _TOWN_BIT = int(Mark.WORD), int(Mark.TOWN)
_LONGEST_NAME = 6
"""Words of a name behind its first."""


@dataclass(slots=True)
class Hit:
    """Forms of names in ``text[start:end]``; not frozen, since there are many and freezing costs time."""

    start: int
    end: int
    nodes: tuple[int, ...]
    """Of the index; those that name something."""
    cases: int
    mark: int
    area: bool = False
    """Whether only oblasts, raions and directions are meant."""
    folded: bool = False
    """Whether only the key across languages found it."""


class Scanner:
    """Finds hits."""

    def __init__(self, known: Knowledge, areas: int, cues: Cues) -> None:
        """Use what is known of the forms; entries numbered below ``areas`` are no settlements."""
        self._lexicon = Lexicon(known, areas, set(cues.shared.values()))
        self._index = known.index
        self._keys = known.keys
        self._cues = cues

    def hits(self, text: str) -> list[Hit]:
        """Return the longest hit at each capitalised word, in order and without overlap.

        Of words in small letters only a direction's adjective begins one.
        """
        found: list[Hit] = []
        seen, tails, reach = self._lexicon.tokens, self._cues.tails, 0
        for match in _NAME.finditer(text):
            said = match.group()
            try:
                token = seen[said]
            except KeyError:
                token = self._lexicon.learn(said)
            start = match.start()
            if start < reach:
                continue
            hit = None
            if token is not None:
                hit = self._longest(text, start, token, match.end())
            elif text[start - TAIL : start] in tails:
                hit = self._by_key(text, start, said)
            if hit is not None:
                found.append(hit)
                reach = hit.end
        low = self._low_directions(text)
        return _merged(found, low) if low else found

    def fitting(self, text: str, hit: Hit) -> tuple[int, ...]:
        """Return those nodes of a hit that stand in a case which the word before asks for, or else all.

        "Над Покровском" is no form of Покровское, nor "в Покровском" one of Покровск.
        """
        if len(hit.nodes) == 1 or hit.area:
            return hit.nodes
        before = self._cues.before(word_before(text, hit.start))
        asked = before.near | before.place
        states = self._lexicon.word(text[hit.start : hit.end]).states if asked else ()
        cases = dict.fromkeys(hit.nodes, 0)
        for node, one in states:
            if node in cases:
                cases[node] |= one
        return tuple(node for node in hit.nodes if cases[node] & asked) or hit.nodes

    def exact(self, form: str) -> tuple[int, ...]:
        """Return the nodes of names that ``form`` is all of, whatever its letters' case."""
        states: tuple[State, ...] | None = None
        for match in WORD.finditer(form):
            word = self._lexicon.word(match.group())
            states = word.states if states is None else self._index.follow(states, word.states)
        return self._lexicon.naming(states or ())

    def _longest(self, text: str, start: int, token: Token, reach: int) -> Hit | None:
        if start and text[start - 1].isalnum():
            return None
        end = start + token.length
        best = Hit(start, end, token.nodes, token.cases, token.mark) if token.nodes else None
        if not token.opens or end != reach or not (token.shares or text[end : end + 1] in _LINKS):
            return best
        states, last = token.states, token.shares
        for _ in range(_LONGEST_NAME):
            match = _NEXT.match(text, end)
            step = self._lexicon.step(states, match.group(1)) if match else None
            if match is None or step is None:
                break
            states, end = step.states, match.start(1) + step.length
            last = step.adjective or text[start] < "\u0400"
            if step.nodes:
                best = Hit(start, end, step.nodes, step.cases, step.mark, step.area)
        if last and (best is None or not best.area):
            return self._shared(text, start, end, states) or best
        return best

    def _shared(self, text: str, start: int, end: int, states: tuple[State, ...]) -> Hit | None:
        """Read an area whose noun is short or shared: "Курської обл.", "Сумської та Курської областей"."""
        match = self._cues.shared_behind.match(text, end)
        if match is None:
            return None
        nodes = self._lexicon.sharing(states, self._cues.shared[match.group(2)])
        whole = end if match.group(1) else match.end()
        return Hit(start, whole, nodes, _ANY, 0, area=True) if nodes else None

    def _by_key(self, text: str, start: int, said: str) -> Hit | None:
        """Read an unknown word behind a word for a settlement by its key."""
        before = self._cues.before(word_before(text, start))
        end = start + self._lexicon.word(said).length
        nodes = next((self._keys[key] for key in keys_of(text[start:end]) if key in self._keys), ())
        bits = self._lexicon.bits(nodes)
        if not nodes or not before.settlement or (before.city and not bits & _TOWN_BIT):
            return None
        return Hit(start, end, nodes, _ANY, bits | _WORD_BIT, folded=True)

    def _low_directions(self, text: str) -> list[Hit]:
        """Read directions in small letters, as many write them: "на авдіївському напрямку"."""
        found = []
        for noun in _DIRECTION.finditer(text):
            begin = noun.start() - len(word_before(text, noun.start())) - 1
            match = _LOW_ADJECTIVE.fullmatch(text, max(0, begin), noun.start())
            first = WORD.match(text, begin) if match else None
            token = self._lexicon.learn(first.group()) if first else None
            hit = self._longest(text, begin, token, first.end()) if first and token else None
            if hit and hit.area:
                found += [*self._listed_before(text, hit.start), hit]
        return found

    def _listed_before(self, text: str, end: int) -> list[Hit]:
        """Read the adjectives before place ``end`` that share its noun: "на А, Б та В напрямках"."""
        found: list[Hit] = []
        while len(found) < _MOST_LISTED:
            match = _LOW_LISTED.search(text, max(0, end - _LISTED_REACH), end)
            token = self._lexicon.learn(match.group(1)) if match else None
            hit = self._shared(text, match.start(1), match.end(1), token.states) if match and token else None
            if match is None or hit is None:
                break
            hit.end = match.end(1)
            found.insert(0, hit)
            end = match.start(1)
        return found


def _merged(found: list[Hit], others: list[Hit]) -> list[Hit]:
    """Return all hits in order; of two that overlap the first."""
    kept: list[Hit] = []
    for hit in sorted(found + others, key=attrgetter("start")):
        if not kept or kept[-1].end <= hit.start:
            kept.append(hit)
    return kept
