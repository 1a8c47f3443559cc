"""The gazetteer: which places a form may mean, and where in a text such forms stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from feeds.geography.folding import fold, words
from feeds.geography.oblasts import load_regions
from feeds.geography.places import load_entries
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.folding import Word
    from feeds.geography.oblasts import Regions
    from feeds.geography.places import Entry
    from feeds.model import Place

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands in a text, and all places it may mean."""

    span: Span
    form: str
    """As written, without a possessive ending."""
    candidates: tuple[Place, ...]
    """In the order of the gazetteer; never empty."""


class Gazetteer:
    """Places and their forms; immutable once made."""

    def __init__(self, entries: Iterable[Entry], regions: Regions) -> None:
        """Index all forms of ``entries``."""
        kept = tuple(entries)
        self._places = tuple(entry.place for entry in kept)
        self._raions = {entry.place.id: entry.raion for entry in kept if entry.raion}
        self._forms = _index(kept)
        self._longest = _longest(self._forms)
        self._regions = regions

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, oblasts first."""
        return self._places

    @property
    def regions(self) -> Regions:
        """The oblasts, and the English words for kinds of places and for the compass."""
        return self._regions

    def raion_of(self, place: Place) -> str | None:
        """Return the English name of the place's raion, None where the list does not give it."""
        return self._raions.get(place.id)

    def named(self, form: str) -> tuple[Place, ...]:
        """Return the places that are written ``form``, in any case; empty where there are none."""
        return self._forms.get(tuple(word.fold for word in words(form)), ())

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the names in ``text``, in order and without overlap, the longest at each spot.

        Only capitalised words begin a name. Takes time linear in the length of the text.
        """
        row = words(text)
        found: list[Mention] = []
        at = 0
        while at < len(row):
            count = self._match(text, row, at)
            if count:
                found.append(self._mention(text, row[at : at + count]))
            at += count or 1
        return tuple(found)

    def _match(self, text: str, row: Sequence[Word], at: int) -> int:
        most = self._longest.get(row[at].fold, 0)
        if not most or not row[at].capital:
            return 0
        end = at + 1
        while end < len(row) and end - at < most and _adjoin(text, row[end - 1], row[end]):
            end += 1
        for count in range(end - at, 0, -1):
            if tuple(word.fold for word in row[at : at + count]) in self._forms:
                return count
        return 0

    def _mention(self, text: str, row: Sequence[Word]) -> Mention:
        start, end = row[0].start, row[-1].end
        return Mention(Span(start, end), text[start:end], self._forms[tuple(word.fold for word in row)])


def _adjoin(text: str, one: Word, other: Word) -> bool:
    """Tell whether only blanks of one line, or a single line break, part two words."""
    gap = text[one.end : other.start]
    return gap.isspace() and gap.count("\n") <= 1


def _index(entries: Sequence[Entry]) -> dict[_Key, tuple[Place, ...]]:
    forms: dict[_Key, tuple[Place, ...]] = {}
    for entry in entries:
        for form in entry.forms:
            key = tuple(fold(word) for word in form.split())
            if entry.place not in forms.get(key, ()):
                forms[key] = (*forms.get(key, ()), entry.place)
    return forms


def _longest(forms: Mapping[_Key, object]) -> dict[str, int]:
    """Return, by first word, how many words the longest form has that begins with it."""
    most: dict[str, int] = {}
    for key in forms:
        most[key[0]] = max(most.get(key[0], 0), len(key))
    return most


@cache
def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read once; FormatError where its data is broken."""
    regions = load_regions()
    return Gazetteer(load_entries(regions), regions)
