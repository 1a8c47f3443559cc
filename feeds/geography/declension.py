"""The cases of Ukrainian and Russian place names, by the rules of ``declension.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import IntFlag, StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Case(IntFlag):
    """The cases in which a form may stand, as bits."""

    NOMINATIVE = 1
    GENITIVE = 2
    DATIVE = 4
    ACCUSATIVE = 8
    INSTRUMENTAL = 16
    LOCATIVE = 32
    ANY = 63


class Tongue(StrEnum):
    """A language whose names are declined."""

    UKRAINIAN = "uk"
    RUSSIAN = "ru"


_Forms = tuple[tuple[str, int], ...]
"""Forms with their cases, as bits of :class:`Case`."""
_Table = dict[str, tuple[_Forms, ...]]


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables of one language: by end of a word, the ends that it has in the cases."""

    words: _Table
    nouns: _Table
    adjectives: _Table
    attributes: _Table

    def tables(self, *, last: bool) -> tuple[_Table, ...]:
        """Return those for a word of a name by whether it is the last one, all of which are asked."""
        return (self.nouns, self.adjectives) if last else (self.attributes, self.adjectives, self.nouns)


def declined(word: str, tongue: Tongue, *, last: bool = True) -> tuple[_Forms, ...]:
    """Return the ways in which a word of a name is declined, each as its forms with their cases.

    ``word`` is folded, in the nominative; ``last`` tells that no other word of the name follows it.
    A hyphenated word is declined in its last part alone, and in all parts together where the rules
    know it so. A word that no rule fits is never declined: one way with one form.
    """
    rules = load_rules()[tongue]
    if word in rules.words:
        return rules.words[word]
    head, hyphen, tail = word.rpartition("-")
    if hyphen:
        return tuple(
            tuple((f"{head}-{form}", cases) for form, cases in way)
            for way in declined(tail, tongue, last=last)
        )
    ways = dict.fromkeys(way for table in rules.tables(last=last) for way in _by_end(word, table))
    return tuple(ways) or (((word, int(Case.ANY)),),)


def _by_end(word: str, table: _Table) -> Iterable[_Forms]:
    """Decline by the longest end that the table has."""
    for cut in range(len(word) + 1):
        ways = table.get(word[cut:])
        if ways is not None:
            return [tuple((word[:cut] + end, cases) for end, cases in way) for way in ways]
    return ()


@cache
def load_rules() -> Mapping[Tongue, Rules]:
    """Return the shipped rules, read once."""
    file = resources.files("feeds.geography").joinpath("data/declension.toml")
    return rules_from(tomllib.loads(file.read_text(encoding="utf-8")))


def rules_from(data: Mapping[str, Any]) -> dict[Tongue, Rules]:
    """Return the rules of a parsed ``declension.toml``; FormatError for a line that has not six cases."""
    try:
        return {
            tongue: Rules(
                **{
                    name: _table(data[tongue][name])
                    for name in ("words", "nouns", "adjectives", "attributes")
                }
            )
            for tongue in Tongue
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(f"declension.toml lacks or misstates {error}.") from error


def _table(lines: Mapping[str, Iterable[str]]) -> _Table:
    return {end: tuple(_way(end, line) for line in ways) for end, ways in lines.items()}


def _way(end: str, line: str) -> _Forms:
    slots = line.split()
    cases = tuple(Case)
    if len(slots) != len(cases) or slots[0].removeprefix("-") != end:
        raise ValueError(f"the line {line!r} of {end!r}")
    found: dict[str, int] = {}
    for slot, case in zip(slots, cases, strict=True):
        for form in slot.split("/"):
            form_end = "" if form == "-" else form
            found[form_end] = found.get(form_end, 0) | int(case)
    return tuple(found.items())
