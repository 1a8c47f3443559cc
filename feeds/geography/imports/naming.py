"""What the names of a row add to those of a settlement, or say of a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.geography.declension import Tongue
from feeds.geography.imports.spelling import folded, is_east_slavic, is_latin, key, tongue_of
from feeds.geography.russian import to_russian, to_ukrainian

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.geography.imports.alternates import Alternate

_MOST = 12
"""Further spellings that are kept of each sort, as in the shipped list."""


@dataclass(frozen=True, slots=True)
class Names:
    """All that a place is called; ``latin`` and ``old`` as in ``settlements.tsv``."""

    name: str
    uk: str
    ru: str
    latin: tuple[str, ...] = ()
    old: tuple[str, ...] = ()


def with_more(names: Names, offered: Iterable[str], told: Sequence[Alternate] = ()) -> Names:
    """Return the names of a settlement with those of its row that are new.

    Of names without a language only other spellings of what is known are taken: what else stands
    there is of any of the world's languages, or a neighbour's. Those with a language all are.
    """
    uk, ru = names.uk or _told(told, "uk"), names.ru or _told(told, "ru")
    known = {folded(one) for one in (names.name, uk, ru, *names.latin, *names.old)}
    keys = {key(one) for one in (names.name, uk, ru) if one}
    latin, old = list(names.latin), list(names.old)
    spelled = [one for one in offered if key(one) in keys]
    for one in (*(alternate.name for alternate in told), *spelled):
        if folded(one) in known:
            continue
        if is_latin(one):
            latin.append(one)
        elif is_east_slavic(one):
            old.append(one)
        known.add(folded(one))
    return replace(names, uk=uk, ru=ru, latin=_most(names.latin, latin), old=_most(names.old, old))


def of_new(country: str, offered: Sequence[str], told: Sequence[Alternate] = ()) -> Names:
    """Return the names of a place of which only the row of a dump is known; the first is the main one."""
    english = next((one for one in offered if is_latin(one)), offered[0])
    main = key(english)
    native = [one for one in offered if is_east_slavic(one)]
    native.sort(key=lambda one: key(one) != main)
    uk, ru = (
        _told(told, "uk") or _of(Tongue.UKRAINIAN, native),
        _told(told, "ru") or _of(Tongue.RUSSIAN, native),
    )
    if country == "UA" and not uk and not ru and native:
        uk = native[0]
    elif country == "RU" and not ru and native:
        ru = native[0]
    ruled: list[str] = []
    if uk and not ru:
        ru = to_russian(uk)
    elif ru and not uk:
        uk, *ruled = to_ukrainian(ru)
    plain = english.replace("'", "")
    return with_more(
        Names(plain, uk, ru, old=tuple(one for one in ruled if one not in {uk, ru})), offered, told
    )


def _of(tongue: Tongue, native: Iterable[str]) -> str:
    return next((one for one in native if tongue_of(one) is tongue), "")


def _told(told: Iterable[Alternate], tongue: str) -> str:
    return next((one.name for one in told if one.tongue == tongue and not one.old), "")


def _most(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return a list that is not too long, of which nothing that was there before is lost."""
    return tuple(after[: max(_MOST, len(before))])
