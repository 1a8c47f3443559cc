"""The lists by which names of places that are everyday words or people's names too are told."""

from __future__ import annotations

import gzip
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from feeds.geography.declension import Tongue
from feeds.geography.folding import fold
from feeds.geography.forms import name_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class WordLists:
    """What the classes are told by."""

    levels: Mapping[str, int]
    """By folded word: 1 met now and then, 2 often, 3 among the most frequent."""
    town_words: frozenset[str]
    place_words: frozenset[str]
    front: frozenset[str]
    """Raions as written."""
    given: frozenset[str]
    """Given names in all cases."""
    known: frozenset[str]
    """Surnames in the news that no ending tells, in all cases."""
    elsewhere: frozenset[str]
    """Names of places elsewhere in the world, in all cases."""
    elsewhere_rows: tuple[tuple[str, ...], ...]
    """Those of several words, folded, in the nominative."""
    surname: re.Pattern[str]
    safe: frozenset[str]

    def level(self, form: str) -> int:
        """Return how often a folded word is met, 0: hardly ever."""
        return self.levels.get(form, 0)


def load_word_lists() -> WordLists:
    """Return the shipped lists; they are needed only where an index is made."""
    folder = resources.files("feeds.geography")
    words = gzip.decompress(folder.joinpath("data/words.txt.gz").read_bytes()).decode("utf-8")
    people = tomllib.loads(folder.joinpath("data/people.toml").read_text(encoding="utf-8"))
    classes = tomllib.loads(folder.joinpath("data/classes.toml").read_text(encoding="utf-8"))
    return word_lists_from(words, people, classes)


def word_lists_from(words: str, people: Mapping[str, Any], classes: Mapping[str, Any]) -> WordLists:
    """Return the lists that the shipped files describe."""
    levels = {word: level for level, line in enumerate(words.split("\n"), 1) for word in line.split()}
    given = {form for tongue in Tongue for form in _forms(people[tongue], tongue)} | _folded(people["en"])
    return WordLists(
        levels=levels,
        town_words=_folded(classes["towns"]),
        place_words=_folded(classes["words"]),
        front=frozenset(classes["front"].split()),
        given=frozenset(given),
        known=frozenset(form for tongue in Tongue for form in _forms(people["known"], tongue)),
        elsewhere=frozenset(form for tongue in Tongue for form in _forms(classes["elsewhere"], tongue)),
        elsewhere_rows=tuple(
            tuple(map(fold, name.split("-"))) for name in classes["elsewhere"].split() if "-" in name
        ),
        surname=re.compile("|".join(f"(?:{end})" for end in people["surnames"])),
        safe=_folded(people["safe"]),
    )


def _folded(names: str) -> frozenset[str]:
    return frozenset(map(fold, names.split()))


def _forms(names: str, tongue: Tongue) -> Iterator[str]:
    """Go through the forms of names, each a word, in all cases."""
    for name in names.split():
        for ways in name_in(name, tongue)[-1:]:
            yield from (form for way in ways for form, _ in way)
