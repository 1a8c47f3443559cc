"""Given names of people, in all cases."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from feeds.geography.declension import Case, Tongue, declined

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def given_names(tongue: Tongue) -> Mapping[str, str]:
    """Return the nominative of every form of a given name, both in lower case with ё written е.

    Names in the nominative are their own; a form of two names is that of the first one listed.
    """
    file = resources.files("feeds.geography").joinpath("data/people.toml")
    names = tomllib.loads(file.read_text(encoding="utf-8"))[tongue].split()
    found = {name: name for name in names}
    for name in names:
        for way in declined(name, tongue):
            for form, _ in way:
                found.setdefault(form, name)
    return found


@cache
def oblique_names(tongue: Tongue) -> Mapping[str, str]:
    """Return the nominative of every form in which a given name stands in another case.

    "Александра" is Александр here, though a woman's name in the nominative as well.
    """
    found: dict[str, str] = {}
    for name in dict.fromkeys(given_names(tongue).values()):
        for way in declined(name, tongue):
            for form, cases in way:
                if form != name and cases & ~Case.NOMINATIVE:
                    found.setdefault(form, name)
    return found


@cache
def men_in_a(tongue: Tongue) -> frozenset[str]:
    """Return the given names of men, in the nominative, that end like a woman's."""
    file = resources.files("feeds.geography").joinpath("data/people.toml")
    people = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(people["men"].split()) & frozenset(people[tongue].split())
