"""What a line that is being written may go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.filtering.lexing import QUOTE, quoted
from feeds.filtering.oblasts import UNKNOWN, oblast_names
from feeds.filtering.parsing import NAMES
from feeds.filtering.values import COMPARED, LISTED
from feeds.model import Facet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST = 40
_USUAL: Mapping[Facet, tuple[str, ...]] = {
    Facet.SINCE: ("12h", "1d", "3d", "7d"),
    Facet.GRADE: (">=B2", ">=C3", "A", "B", "C", "D", "E", "F"),
    Facet.KM: (">1", ">2", ">5", "<1"),
}


def completed(line: str, known: Mapping[Facet, Iterable[str]]) -> tuple[str, ...]:
    """Return ``line`` with its last word completed, in every way that there is, at most 40.

    ``known`` has what is on the board: places, speakers, sources, oblasts. Empty: nothing fits.
    """
    start, word = _last_word(line)
    minus = "-" if word.startswith("-") else ""
    name, colon, rest = word.removeprefix("-").partition(":")
    if not colon:
        found = [f"{minus}{one}:" for one in NAMES if one.startswith(name.lower())]
        return tuple(start + one for one in found)
    facet = next((Facet(one) for one in NAMES if one == name.lower()), None)
    if facet is None:
        return ()
    before, comma, begun = rest.rpartition(",")
    values = _values(facet, begun.removeprefix(QUOTE), known)
    return tuple(f"{start}{minus}{facet}:{before}{comma}{value}" for value in values[:_MOST])


def _values(facet: Facet, begun: str, known: Mapping[Facet, Iterable[str]]) -> list[str]:
    match = COMPARED.match(begun) if facet is Facet.STANDING else None
    sign, low = (match.group(1) or "", match.group(2).lower()) if match else ("", begun.lower())
    offered = dict.fromkeys((*known.get(facet, ()), *_usual(facet)))
    fitting = [one for one in offered if one.lower().startswith(low) and QUOTE not in one]
    return [sign + quoted(one, is_bare=False) for one in fitting]


def _usual(facet: Facet) -> tuple[str, ...]:
    if facet is Facet.OBLAST:
        return (*sorted(oblast_names()), UNKNOWN)
    return LISTED.get(facet, ()) or _USUAL.get(facet, ())


def _last_word(line: str) -> tuple[str, str]:
    """Return what stands before the last word, and that word; blanks in quotation marks part nothing."""
    at = 0
    inside = False
    for place, sign in enumerate(line):
        if sign == QUOTE:
            inside = not inside
        elif sign.isspace() and not inside:
            at = place + 1
    return line[:at], line[at:]
