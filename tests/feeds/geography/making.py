"""Small gazetteers of places that a test names."""

from __future__ import annotations

from feeds.geography.gazetteer import Gazetteer
from feeds.geography.oblasts import load_regions
from feeds.geography.settlements import Entry, Size
from feeds.model import Place, PlaceKind, Precision


def an_entry(
    name: str,
    *,
    uk: str = "",
    ru: str = "",
    old: tuple[str, ...] = (),
    size: Size = Size.VILLAGE,
    raion_local: str = "",
    population: int = 0,
) -> Entry:
    """Return a settlement whose id is its name."""
    place = Place(name, name, PlaceKind.SETTLEMENT, "Donetsk", "UA", None, None, Precision.NEAR)
    forms = tuple(form for form in (name, uk, ru, *old) if form)
    return Entry(
        place,
        forms,
        size=size,
        uk=uk,
        ru=ru,
        old=old,
        raion_local=raion_local,
        population=population,
    )


def a_gazetteer(*entries: Entry) -> Gazetteer:
    """Return a gazetteer of nothing but these settlements."""
    return Gazetteer(entries, load_regions())


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    """Return the names found in a text, as written."""
    return [mention.form for mention in gazetteer.find(text)]
