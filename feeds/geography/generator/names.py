"""The names of a place in all spellings: from GeoNames' alternate names, else made by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from feeds.geography.generator.packages import package
from feeds.geography.russian import russian_variants, to_russian, to_ukrainian

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 0.6
"""Ratio from which two spellings may be of one name; below it, one is a former name."""
_VERY_ALIKE = 0.9
"""The same for languages beside Ukrainian of which the alternate names are full."""
_ROMANISED_ALIKE = 0.85
_WELL_KNOWN = 300_000
"""People from which a town's alternate names are of all the world's languages, so not of use."""
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*(?<!ъ)")
_UKRAINIAN = re.compile(r"[А-ЯІЇЄҐ][а-яіїєґ']+(?:[ -][А-ЯІЇЄҐа-яіїєґ']+)*")
_ONLY_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ']|[сзц]ьк|йо")
_ONLY_RUSSIAN = re.compile(r"[ыэёъЫЭЁ]|[сзц]к(?:$|[ио])|(?:ая|ое|ево|ово|ино|[ое]вка)$")
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]*)*")
_ODD = re.compile(r"\Bэ|нь[сн]|ъ(?![еёюя])|[^е]цк$|етск$")
"""Marks of other Slavic languages in what might be Russian."""
_NO_NAME = re.compile(
    r"район|^город |^gorod |рай$|r[aâ]j?[iy]?on|distri[ck]t|село|посёлок|хутор |rayon|raion", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Names:
    """All that a place is called; ``latin`` without ``name``, ``old`` without any of the others."""

    name: str
    uk: str
    ru: str
    latin: tuple[str, ...]
    old: tuple[str, ...]


def key(name: str) -> str:
    """Return the form under which the codifier's and GeoNames' spellings of a name are equal."""
    plain = re.sub(r"\(.*?\)", " ", name).lower().replace("ґ", "г")
    return " ".join(re.sub(r"['’ʼ`´]", "", plain).split())


def ukrainian_latin(name: str) -> tuple[str, ...]:
    """Return the Latin spellings of a Ukrainian name: of 2010, then of BGN/PCGN without apostrophes."""
    tables = package("translitua")
    spelled = (tables.translit(name, table) for table in (tables.UkrainianKMU, tables.UkrainianBGN))
    return _unlike(re.sub(r"['’ʼ]", "", one) for one in spelled)


def russian_latin(name: str) -> tuple[str, ...]:
    """Return the Latin spellings of a Russian name: of the news, then of the Moscow metro."""
    tables = package("iuliia")
    return _unlike(table.translate(name).replace("'", "") for table in (tables.WIKIPEDIA, tables.MOSMETRO))


def ukrainian_place(name: str, old: str = "", others: Iterable[str] = (), population: int = 0) -> Names:
    """Return the names of a place in Ukraine from today's name, the one before, and alternate names."""
    alternates = sorted({re.sub("[’ʼ`´]", "'", one) for one in others if not _NO_NAME.search(one)})
    ruled = to_russian(name)
    offered = [one for one in alternates if _is_russian(one) and (one != name or ruled == name)]
    ru = _closest(ruled, offered) or ruled
    english, *further = ukrainian_latin(name)
    latin = [*further, *russian_latin(ru)]
    former: list[str] = []
    if population < _WELL_KNOWN:
        latin += _romanised(alternates, (english, *latin))
        former = _former(alternates, name, ru)
    variants = [one for one in (ruled, *russian_variants(name)) if one != ru]
    if name.endswith("нє"):
        # Written hard as often: Дорожне, Dorozhne.
        variants.append(f"{name[:-1]}е")
        latin.append(f"{english[:-2]}e")
    return _names(english, name, ru, latin=latin, old=[old, *former], native=variants)


def russian_place(name: str, others: Iterable[str] = (), population: int = 0) -> Names:
    """Return the names of a place in Russia from its Russian name and alternate names."""
    alternates = sorted({re.sub("[’ʼ`´]", "'", one) for one in others if not _NO_NAME.search(one)})
    ruled = to_ukrainian(name)
    # What begins with Е in Russian begins with Є in Ukrainian; GeoNames does not tell languages apart.
    offered = [one for one in alternates if _is_ukrainian(one) and one[0] + name[0] != "ЕЕ"]
    uk = _closest(ruled[0], offered, _VERY_ALIKE) or ruled[0]
    spelled = russian_latin(name)
    latin = [*spelled, *ukrainian_latin(uk)]
    former: list[str] = []
    if population < _WELL_KNOWN:
        latin += _romanised(alternates, spelled)
        former = _former(alternates, uk, name)
    return _names(spelled[0], uk, name, latin=latin, old=former, native=ruled)


def russian_name(english: str, others: Iterable[str]) -> str:
    """Return the Russian name among the alternate names of a Russian place, by its GeoNames name."""
    plain = english.replace("'", "").replace("’", "")
    offered = [one for one in sorted(set(others)) if _is_russian(one) and not _NO_NAME.search(one)]
    alike = [
        (max(_ratio(spelled, plain) for spelled in russian_latin(one)), not _ODD.search(one), len(one), one)
        for one in offered
    ]
    ratio, *_, best = max(alike, default=(0.0, False, 0, ""))
    return best if ratio >= _ALIKE else ""


def _names(name: str, uk: str, ru: str, *, latin: list[str], old: list[str], native: Iterable[str]) -> Names:
    seen = {name.lower(), uk.lower(), ru.lower(), ""}
    spellings = tuple(one for one in _unlike(latin) if one.lower() not in seen)
    seen |= {one.lower() for one in spellings}
    former: list[str] = []
    for one in old:
        former += [one, *_beside(one)]
    kept = tuple(one for one in _unlike([*former, *native]) if one.lower() not in seen)
    return Names(name, uk, ru, spellings, kept)


def _beside(old: str) -> tuple[str, ...]:
    """Return what else a former name is written as: in the other language and in Latin letters."""
    if not old or _LATIN.fullmatch(old):
        return ()
    if _is_russian(old):
        return russian_latin(old)
    russian = to_russian(old)
    return (russian, *ukrainian_latin(old), *russian_latin(russian))


def _former(alternates: Iterable[str], uk: str, ru: str) -> list[str]:
    """Return the Cyrillic alternate names that are no mere spellings of today's."""
    return [
        one
        for one in alternates
        if (_is_russian(one) or _is_ukrainian(one)) and max(_ratio(one, uk), _ratio(one, ru)) < _ALIKE
    ]


def _romanised(alternates: Iterable[str], spelled: Iterable[str]) -> list[str]:
    known = tuple(spelled)
    plain = (one.replace("'", "") for one in alternates)
    return [
        one
        for one in plain
        if _LATIN.fullmatch(one) and any(_ratio(one, other) >= _ROMANISED_ALIKE for other in known)
    ]


def _closest(made: str, offered: Iterable[str], least: float = _ALIKE) -> str:
    best = max(offered, key=lambda one: (_ratio(one, made), one), default="")
    return best if best and _ratio(best, made) >= least else ""


def _is_russian(name: str) -> bool:
    return bool(_RUSSIAN.fullmatch(name)) and not _ONLY_UKRAINIAN.search(name)


def _is_ukrainian(name: str) -> bool:
    return bool(_UKRAINIAN.fullmatch(name)) and not _ONLY_RUSSIAN.search(name)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def _unlike(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without those that differ from an earlier one in capitals only."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.lower(), name)
    return tuple(found.values())
