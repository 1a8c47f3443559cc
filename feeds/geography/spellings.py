"""All that stands in texts for a name: the names of the places it may mean, in all their cases."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING

from feeds.geography.declension import Case
from feeds.geography.folding import WORD, fold
from feeds.geography.forms import names_of
from feeds.geography.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.geography.forms import Name
    from feeds.geography.gazetteer import Gazetteer
    from feeds.geography.settlements import Entry

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_MOST_FORMS = 60
"""Of one name: no name has as many."""
_MOST_NAMES = 40
_FEW = 3
"""Places of one name that may still be meant all."""


def spellings_of(gazetteer: Gazetteer, said: str) -> tuple[tuple[str, ...], ...]:
    """Return the names of all places that may be written ``said``, each as all its forms.

    Of a name that many places have only its spellings in other languages are given, as their former
    names have nothing to do with one another. Forms are folded but for Latin letters, which are as
    written in lower case; words, also those of hyphenated ones, are parted by blanks. Empty where no
    place is written so.
    """
    entries = tuple(filter(None, map(gazetteer.entry_of, gazetteer.named(said))))
    keys = _keys(said)
    found: dict[tuple[str, ...], None] = {}
    for entry in entries:
        for forms in _names(entry):
            if len(entries) <= _FEW or any(_is_akin(keys, _keys(form)) for form in forms[:1]):
                found[forms] = None
    return tuple(islice(found, _MOST_NAMES))


def _keys(name: str) -> list[frozenset[str]]:
    """Return of each word of a name what it has in common with its spellings in other languages."""
    return [
        frozenset(keys_of(word)) or frozenset({fold(word)}) for word in WORD.findall(name.replace("-", " "))
    ]


def _is_akin(one: list[frozenset[str]], other: list[frozenset[str]]) -> bool:
    return len(one) == len(other) and not any(map(frozenset.isdisjoint, one, other))


def _names(entry: Entry) -> Iterator[tuple[str, ...]]:
    for form in entry.forms:
        if _LATIN.search(form):
            yield (" ".join(word.lower() for part in WORD.findall(form) for word in part.split("-")),)
    for name in names_of(entry):
        forms = tuple(dict.fromkeys(islice(_forms(name), _MOST_FORMS)))
        if forms and not any(map(_LATIN.search, forms)):
            yield forms


def _forms(name: Name) -> Iterator[str]:
    """Go through the forms of a name, whose words all stand in one case."""
    for case in Case:
        if case is Case.ANY:
            continue
        fitting = [[form for way in ways for form, cases in way if cases & case] for ways in name]
        for words in product(*fitting):
            yield " ".join(fold(word) for word in words)
