"""What may stand behind each name of a filter, and how it is written when all is said."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from feeds.errors import FilterError
from feeds.filtering.oblasts import UNKNOWN, oblast_called, oblast_names
from feeds.model import WEAKEST_FIRST, Confirmation, Facet, Kind, Reply, Side, StandingLevel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LISTED: Mapping[Facet, tuple[str, ...]] = {
    Facet.SIDE: tuple(Side),
    Facet.KIND: tuple(Kind),
    Facet.STANDING: tuple(reversed(WEAKEST_FIRST)),
    Facet.STATE: tuple(dict.fromkeys((*Confirmation, *Reply))),
}
"""Closed lists; a beginning that only one has will do."""
_ALSO: Mapping[Facet, Mapping[str, str]] = {
    Facet.SIDE: {"ua": Side.UKRAINE, "ru": Side.RUSSIA, "ukrainian": Side.UKRAINE, "russian": Side.RUSSIA}
}
COMPARED = re.compile(r"(>=|<=|>|<|=|≥|≤)?\s*(.*)", re.DOTALL)
_SAME = {"≥": ">=", "≤": "<=", "=": ""}
_GRADE = re.compile(r"[A-F][1-6]?|[1-6]")
_FIGURE = re.compile(r"\d{1,3}(\.\d{1,2})?")
_SPAN = re.compile(r"(\d{1,4})(m|h|d|w)")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MOST_DAYS = 3_650


def value_of(facet: Facet, said: str) -> str:
    """Return ``said`` as the one way to write this value; raises FilterError with what was expected."""
    return _READERS[facet](facet, said)


def comparison(value: str) -> tuple[str, str]:
    """Return the comparison before a value, empty for being just that, and the value itself."""
    match = COMPARED.match(value)
    sign, rest = match.groups() if match else ("", value)
    return _SAME.get(sign or "", sign or ""), rest


def span_of(value: str) -> timedelta | None:
    """Return how long ``3d`` is; None where it is no length of time."""
    match = _SPAN.fullmatch(value)
    if match is None:
        return None
    span = timedelta(**{_UNITS[match.group(2)]: int(match.group(1))})
    return span if timedelta() < span <= timedelta(days=_MOST_DAYS) else None


def nearest(said: str, known: Sequence[str]) -> str:
    """Return the end of a sentence: what comes nearest to a misspelt word, if anything does."""
    near = get_close_matches(said.lower(), known, n=1, cutoff=0.5)
    return f"; is '{near[0]}' meant?" if near else "."


def _listed(facet: Facet, said: str) -> str:
    low, known = said.lower(), LISTED[facet]
    low = _ALSO.get(facet, {}).get(low, low)
    if low in known:
        return low
    found = [one for one in known if one.startswith(low)]
    if len(found) == 1:
        return found[0]
    if found:
        raise FilterError(f"expected one of {', '.join(found)}, found '{said[:40]}'.")
    raise FilterError(f"expected one of {', '.join(known)}, found '{said[:40]}'{nearest(said, known)}")


def _standing(facet: Facet, said: str) -> str:
    sign, level = comparison(said)
    return sign + StandingLevel(_listed(facet, level))


def _grade(_: Facet, said: str) -> str:
    sign, grade = comparison(said.upper())
    if not _GRADE.fullmatch(grade):
        raise FilterError(f"expected a grade from A1 to F6 such as >=B2, A or 2, found '{said[:40]}'.")
    return sign + grade


def _km(_: Facet, said: str) -> str:
    sign, figure = comparison(said.lower().removesuffix("km").rstrip().replace("–", "-"))
    low, dash, high = figure.partition("-")
    figures = [low, high] if dash and not sign else [figure]
    if not all(map(_FIGURE.fullmatch, figures)):
        raise FilterError(f"expected kilometres such as >2, <=5 or 2-5, found '{said[:40]}'.")
    return sign + "-".join(f"{float(one):g}" for one in figures)


def _since(_: Facet, said: str) -> str:
    low = said.lower()
    if span_of(low) is not None:
        return low
    try:
        moment = datetime.fromisoformat(said.upper())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None:
        words = "a length of time such as 12h, 3d or 2w, or a moment such as 2025-03-28 or 2025-03-28T18:00"
        raise FilterError(f"expected {words} in UTC, found '{said[:40]}'.")
    written = moment.isoformat(timespec="minutes")
    return written.removesuffix("T00:00")


def _oblast(_: Facet, said: str) -> str:
    if said.lower() == UNKNOWN:
        return UNKNOWN
    found = oblast_called(said)
    if len(found) == 1:
        return found[0]
    if found:
        raise FilterError(f"expected one of {', '.join(found[:4])}, found '{said[:40]}'.")
    known = {name.lower(): name for name in (*oblast_names(), UNKNOWN)}
    near = nearest(said, list(known))
    raise FilterError(f"expected an oblast's name or '{UNKNOWN}', found '{said[:40]}'{near}")


def _words(_: Facet, said: str) -> str:
    if not any(sign.isalnum() for sign in said):
        raise FilterError(f"expected a word with letters or figures, found '{said[:40]}'.")
    return said


_READERS: Mapping[Facet, Callable[[Facet, str], str]] = {
    Facet.OBLAST: _oblast,
    Facet.PLACE: _words,
    Facet.SIDE: _listed,
    Facet.KIND: _listed,
    Facet.STANDING: _standing,
    Facet.GRADE: _grade,
    Facet.KM: _km,
    Facet.BY: _words,
    Facet.SOURCE: _words,
    Facet.STATE: _listed,
    Facet.SINCE: _since,
    Facet.WORD: _words,
}
