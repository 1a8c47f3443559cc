"""What a line of the screen is, before it has a width or a colour."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 600
"""Characters of one outside text that a line may carry; a screen is far narrower."""

_MARKS_KEPT = 3
"""Combining marks kept on one letter: no script of the front needs more than two."""


class Tone(StrEnum):
    """What a part of a line means; the theme gives it a colour."""

    PLAIN = "plain"
    DIM = "dim"
    STRONG = "strong"
    HEADING = "heading"
    FOUND = "found"
    """The words in an item that something was read from."""
    POINT = "point"
    """Among them those that say what was done, and where."""
    UNMATCHED = "unmatched"
    """The words of a sentence that says something was done, and could not be read."""
    DEMO = "demo"
    PAST = "past"
    """That a past moment is shown."""
    WARNING = "warning"
    UKRAINE = "ukraine"
    RUSSIA = "russia"
    BOTH = "both"
    CLAIMED = "claimed"
    CORROBORATED = "corroborated"
    CONCEDED = "conceded"
    ASSESSED = "assessed"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    DENIED = "denied"
    RETRACTED = "retracted"
    AWAITING = "awaiting"
    MATCHED = "matched"
    ALTERED = "altered"
    DISPUTED = "disputed"
    DISMISSED = "dismissed"
    GOOD = "good"
    DEGRADED = "degraded"
    WAITING = "waiting"
    PAUSED = "paused"


class Subject(StrEnum):
    """What a line stands for, so that Enter and the decisions know what they are about."""

    GROUP = "group"
    CLAIM = "claim"
    CLAIMS = "claims"
    """Several, listed: see :mod:`tui.views.gathered`."""
    STATEMENT = "statement"
    PENDING = "pending"
    SOURCE = "source"
    ITEM = "item"
    PLACE = "place"
    UNMATCHED = "unmatched"
    """What of a source, whose id it has, was not understood."""


@dataclass(frozen=True, slots=True)
class Target:
    """The one thing that a line stands for."""

    subject: Subject
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """Literal text of one tone; never markup."""

    text: str
    tone: Tone = Tone.PLAIN
    short: str = ""
    """What stands here instead where the column has no room for ``text``; empty: a cut ``text``."""


Cell = tuple[Part, ...]
"""What stands in one column of a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A wish for room; widths are terminal cells."""

    width: int
    least: int = 0
    """Narrower than this it is of no use; 0: as ``width``."""
    grow: int = 0
    """Share of the room that is left over."""
    rank: int = 0
    """How late it gets its ``least`` width, where room is short; 0 is always there."""
    full: int = 0
    """How late it gets its full ``width``."""
    right: bool = False
    """Aligned to the right."""


WHOLE = (Column(1, grow=1),)
"""The columns of a line that is one running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; ``cells`` has one entry for each of ``columns``."""

    key: str
    """The same for the same thing at every refresh, and unique in its list."""
    cells: tuple[Cell, ...]
    columns: tuple[Column, ...] = WHOLE
    target: Target | None = None
    flows: bool = False
    """True: a text of any length, to be broken into as many rows as it takes."""
    indent: int = 0
    """Cells left free before the first column."""
    hang: int = 0
    """Cells more before the further rows of a text that flows, where there is room for them."""


def line_for(
    target: Target, cells: tuple[Cell, ...], columns: tuple[Column, ...], *, indent: int = 0
) -> Line:
    """Return the line that stands for ``target`` and takes its key from it."""
    return Line(f"{target.subject}:{target.id}", cells, columns, target, indent=indent)


def text_line(key: str, *parts: Part, flows: bool = False, indent: int = 0, hang: int = 0) -> Line:
    """Return a line of one column."""
    return Line(key, (parts,), flows=flows, indent=indent, hang=hang)


def clamp(text: str, limit: int = LONGEST) -> str:
    """Return ``text`` on one line and at most ``limit`` characters long, ``…`` marking a cut."""
    # The slice first: a hostile text of megabytes must not be split as a whole.
    flat = " ".join(text[: limit * 4].split())
    return flat if len(flat) <= limit else flat[: max(0, limit - 1)] + "…"


def printable(text: str) -> str:
    """Return ``text`` with nothing in it that a terminal could take for a command.

    Control and format characters (escapes, bidi overrides, zero-width joiners) go, other
    unprintable ones become a blank, and a letter keeps at most three combining marks.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MARKS_KEPT or unicodedata.category(character) in {"Cf", "Cs"}:
            continue
        kept.append(character if character.isprintable() else " ")
    return "".join(kept)


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 origin``, ``2 origins``; ``many`` is given where an s does not make the plural."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
