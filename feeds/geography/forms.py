"""All ways in which the names of a place are written: each word with its cases, in three languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.geography.declension import Case, Tongue, declined
from feeds.geography.folding import APOSTROPHES, HYPHENS, fold, one_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.geography.settlements import Entry

Way = tuple[tuple[str, int], ...]
"""One way to decline a word: its folded forms, each with the cases it stands for, as bits."""
Name = tuple[tuple[Way, ...], ...]
"""The words of a name in order, each with the ways to decline it."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґ']")
_RUSSIAN = re.compile(r"[ыэъё]")
_BRACKETED = re.compile(r"\([^()]*\)")
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-"))
_PREPOSITIONS = frozenset({"на", "над", "под", "під", "при"})
_POSSESSIVE = ("ов", "ев", "ів", "їв", "ин")
_LONGEST = 6
"""Words of a name; a longer one is no name."""


def names_of(entry: Entry) -> Iterator[Name]:
    """Go through the names of a place, once each; a name that is no word at all is left out."""
    seen: set[tuple[str, Tongue | None]] = set()
    for form in map(one_script, entry.forms):
        for tongue in _tongues(form, entry):
            if (form, tongue) not in seen:
                seen.add((form, tongue))
                name = name_in(form, tongue)
                if 0 < len(name) <= _LONGEST:
                    yield name


def name_in(text: str, tongue: Tongue | None) -> Name:
    """Return a name with the cases of its words in a language; None: it is not declined.

    Parts of a hyphenated word are words of their own: the first may be declined or not
    (Купянска-Узлового, Илек-Пеньковки), and so may a possessive (Часова Яра, Часов Яра). What follows
    a preposition there stays (Славянска-на-Кубани), as abbreviations in capitals do.
    """
    plain = _BRACKETED.sub(" ", text).translate(_STRAIGHT)
    parts = [word.split("-") for word in plain.split()]
    row = [(word, at) for word in parts for at, part in enumerate(word) if fold(part)]
    return tuple(
        _ways(word, at, tongue, last=number == len(row) - 1) for number, (word, at) in enumerate(row)
    )


def _ways(word: list[str], at: int, tongue: Tongue | None, *, last: bool) -> tuple[Way, ...]:
    """Return the ways to decline a part of a word of a name; ``last`` tells that no other part follows."""
    part = word[at]
    fixed = (((fold(part), int(Case.ANY)),),)
    stays = (part.isupper() and len(part) > 1) or not _PREPOSITIONS.isdisjoint(word[max(0, at - 1) : at + 1])
    if tongue is None or stays:
        return fixed
    ways = _declined(part.lower().replace("ё", "е"), tongue, last)
    may_stay = at < len(word) - 1 or (not last and part.endswith(_POSSESSIVE))
    return (*ways, *fixed) if may_stay else ways


@lru_cache(maxsize=65_536)
def _declined(word: str, tongue: Tongue, last: bool) -> tuple[Way, ...]:  # noqa: FBT001 - a key of the cache
    return tuple(_folded(way) for way in declined(word, tongue, last=last))


def _folded(way: Way) -> Way:
    found: dict[str, int] = {}
    for form, cases in way:
        found[fold(form)] = found.get(fold(form), 0) | cases
    return tuple(found.items())


def _native(entry: Entry) -> tuple[tuple[Tongue, str], ...]:
    return ((Tongue.UKRAINIAN, one_script(entry.uk)), (Tongue.RUSSIAN, one_script(entry.ru)))


def _tongues(form: str, entry: Entry) -> tuple[Tongue | None, ...]:
    """Return the languages that a name may be of; Latin letters are of none that declines."""
    if not _CYRILLIC.search(form):
        return (None,)
    known = [tongue for tongue, name in _native(entry) if name == form]
    if known:
        return tuple(known)
    low = form.lower().translate(_STRAIGHT)
    if _UKRAINIAN.search(low):
        return (Tongue.UKRAINIAN,)
    return (Tongue.RUSSIAN,) if _RUSSIAN.search(low) else tuple(Tongue)
