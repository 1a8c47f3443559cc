"""Sentences taken apart into clauses: where their triggers stand, and what they turn out to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.doing import Trigger
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.words.tokens import Token
    from feeds.model import Alignment, Kind, Side

_FRONT_REACH = 9
"""Tokens of "In pursuit of this goal," at the head of a clause."""
_GERUND_REACH = 18
"""Tokens of "Facing the prospect of seeing a large group of its forces cut off," likewise."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have been done: tokens ``begin`` to ``end`` say so."""

    kind: Kind
    sides: tuple[Side, ...]
    """Empty where the clause names nobody."""
    subject: tuple[Side, ...]
    """Who is told of: of an attack beaten back, those who did that."""
    negated: bool
    begin: int
    end: int
    clause: int
    """Token at which its clause begins."""
    noun: bool
    passive: bool
    beaten: bool = False
    """Whether it was beaten back."""
    fallback: tuple[Side, ...] = ()
    """Whose doing it is where no sentence before tells it either."""
    ousting: bool = False
    """Whether who is named was driven out of the place."""
    assumed: bool = False
    """Whether it is only known by the deed whose doing it is: nobody of that side is named."""
    participle: bool = False
    """Whether it only tells which forces are meant: "those who took X"."""
    falling: bool = False
    """Whether the place is what is told of, and stands before it: "X has fallen"."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence about to be read for events."""

    row: Sequence[Token]
    lexicon: Lexicon
    frames: Sequence[Frame]
    triggers: Sequence[tuple[int, int, Trigger]]
    alignment: Alignment | None
    """Of the source, to know who "the enemy" is."""

    def word_before(self, at: int) -> str:
        """Return the token before token ``at``; empty at the start."""
        return self.row[at - 1].low if at else ""

    def words_after(self, at: int, reach: int) -> Sequence[Token]:
        """Return at most ``reach`` tokens from ``at`` on, up to where a new clause or trigger begins."""
        stop = min((begin for begin, _, _ in self.triggers if begin >= at), default=len(self.row))
        last = min(at + reach, stop)
        ends = (place for place in range(at, last) if self.row[place].low in self.lexicon.mood.boundaries)
        return self.row[at : next(ends, last)]


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger where it stands."""

    begin: int
    end: int
    trigger: Trigger
    clause: int
    """Token at which its clause begins."""
    noun: bool


def frame_at(frames: Sequence[Frame], at: int) -> Frame | None:
    """Return the frame that holds token ``at``: the latest, a whole-sentence one only where no other does."""
    last: Frame | None = None
    for frame in reversed(frames):
        if frame.begin <= at < frame.end:
            if not frame.weak:
                return frame
            last = last or frame
    return last


def clause_begin(scene: Clauses, at: int) -> int:
    """Return where the clause of token ``at`` begins: behind a word that parts clauses, or with its frame."""
    frame = frame_at(scene.frames, at)
    floor = frame.begin if frame is not None else 0
    for place in range(at - 1, floor - 1, -1):
        if scene.row[place].low in scene.lexicon.mood.boundaries:
            return place + 1
    return floor


def part_of_name(row: Sequence[Token], begin: int) -> bool:
    """Tell whether a capital makes it a name: "Center for Advanced Technologies"; headlines have many."""
    if begin == 0 or not row[begin].capital or not row[begin - 1].word:
        return False
    small = sum(token.word and not token.capital for token in row)
    return small * 2 > len(row)


def behind_front(scene: Clauses, clause: int, begin: int) -> int:
    """Return the token behind the comma that ends "In pursuit of this goal," at token ``clause``; else 0.

    Likewise "Facing encirclement,". Only where no other comma stands before token ``begin``; English alone.
    """
    row, words = scene.row, scene.lexicon
    low = row[clause].low
    gerund = words.mood.is_active_form(low)
    if not words.grammar.has_articles or not (gerund or low in words.actors.governing):
        return 0
    front = range(clause, min(begin, clause + (_GERUND_REACH if gerund else _FRONT_REACH)))
    comma = next((at for at in front if row[at].said == ","), 0)
    again = any(token.said == "," for token in row[comma + 1 : begin])
    return comma + 1 if comma and not again else 0


def own_verb(scene: Clauses, floor: int, begin: int) -> int:
    """Return where a noun's own verb stands behind "and": who the verb before was done to did not do it.

    "Broke the defence of the enemy and completed the liberation of X"; ``floor`` where order is not
    free, or nothing of the kind stands there.
    """
    words = scene.lexicon
    joined = (
        at + 1
        for at in range(begin - 2, floor - 1, -1)
        if scene.row[at].low in words.attribution.joins
        and scene.row[at + 1].low.endswith(words.mood.verb_endings)
    )
    return next(joined, floor) if words.grammar.free_order else floor
