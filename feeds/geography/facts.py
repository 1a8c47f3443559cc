"""What resolution asks of a place again and again, kept ready by gazetteer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from feeds.geography import costs
from feeds.geography.closeness import load_front, spot_of
from feeds.geography.folding import fold
from feeds.geography.settlements import Origin, Size
from feeds.model import PlaceKind, Precision

if TYPE_CHECKING:
    from feeds.geography.closeness import Spot
    from feeds.geography.gazetteer import Gazetteer
    from feeds.geography.settlements import Entry
    from feeds.model import Place

_MOST_KEPT = 16_384
_MOST_NAMES_KEPT = 32_768
_ENDINGS_DIFFER = 1
"""Letters by which a case of one language may look more like the other's name: Рясне, Рясного, Рясное."""
_OWN_ENDING = 4
"""Letters by which a form may differ from its name's beginning: an ending of a case."""


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A place as resolution sees it."""

    place: Place
    area: bool
    """Whether it is an oblast, a raion or a direction."""
    raion: str | None
    oblasts: frozenset[str]
    """Those that it lies in or, as a direction, crosses."""
    spot: Spot | None
    """Of a direction that of its town; None where unknown."""
    rough_km: float
    """Added to distances from it."""
    off_km: float
    """How far off its point may be."""
    front_km: float
    """From the line of contact, from where that counts up to where it counts no more."""
    saved: float
    """What its kind and size save."""
    heads: float
    """The logarithm to the base ten of how many live there; 0: not known."""
    own: tuple[frozenset[str], frozenset[str]]
    """Folded names in Cyrillic, Ukrainian and Russian."""
    latin: tuple[frozenset[str], frozenset[str]]
    """Folded names in Latin, the English one and the others."""
    old: frozenset[str]


class Facts:
    """The facts of one gazetteer's places; forgets all when there are too many."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Make none yet: each takes some 20 µs."""
        self._kept: dict[str, Fact] = {}
        self._names: dict[tuple[str, str, bool], float] = {}
        self._crossed = {area.place.id: area for area in gazetteer.regions.areas}
        self.raions = {
            (one.place.oblast or "", one.spellings[0]): one.place
            for one in gazetteer.regions.areas
            if one.place.kind is PlaceKind.RAION
        }
        """Raions as places, by the English names of oblast and raion."""

    def of(self, place: Place, gazetteer: Gazetteer) -> Fact:
        """Return the fact of a place."""
        fact = self._kept.get(place.id)
        if fact is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            fact = self._kept[place.id] = self._made(place, gazetteer)
        return fact

    def name_cost(self, form: str, fact: Fact, *, russian: bool) -> float:
        """Return what it costs that a place is called so and not by its name in the language."""
        key = (form, fact.place.id, russian)
        cost = self._names.get(key)
        if cost is None:
            if len(self._names) >= _MOST_NAMES_KEPT:
                self._names.clear()
            cost = self._names[key] = _name_cost(form, fact, russian=russian)
        return cost

    def _made(self, place: Place, gazetteer: Gazetteer) -> Fact:
        entry = gazetteer.entry_of(place)
        area = self._crossed.get(place.id)
        direction = place.kind is PlaceKind.DIRECTION
        spot = self._town(place, gazetteer) if direction else _spot(place)
        crossed = area.oblasts if area else (place.oblast,)
        return Fact(
            place=place,
            area=place.kind is not PlaceKind.SETTLEMENT,
            raion=entry.raion if entry else None,
            oblasts=frozenset(one for one in crossed if one),
            spot=spot,
            rough_km=costs.DIRECTION_FREE_KM if direction else _rough(place),
            off_km=_off(place, entry),
            front_km=_front_km(spot),
            saved=_saved(place, entry),
            heads=math.log10(entry.population) if entry and entry.population else 0.0,
            own=(_folded(entry.uk if entry else ""), _folded(entry.ru if entry else "")),
            latin=(_folded(place.name), _folded(*(entry.latin if entry else ()))),
            old=_folded(*(entry.old if entry else ())),
        )

    def _town(self, place: Place, gazetteer: Gazetteer) -> Spot | None:
        """Return where the town lies that a direction is called after: the largest in its oblasts."""
        area = self._crossed.get(place.id)
        if area is None:
            return None
        towns = [one for one in gazetteer.named(area.spellings[0]) if one.kind is PlaceKind.SETTLEMENT]
        facts = [self.of(one, gazetteer) for one in towns if one.oblast in area.oblasts]
        best = min(facts, key=lambda fact: (-fact.saved, fact.front_km, fact.place.id), default=None)
        return best.spot if best else None


_KNOWN: WeakKeyDictionary[Gazetteer, Facts] = WeakKeyDictionary()


def facts_of(gazetteer: Gazetteer) -> Facts:
    """Return the facts of a gazetteer, the same ones as long as it lives."""
    facts = _KNOWN.get(gazetteer)
    if facts is None:
        facts = _KNOWN[gazetteer] = Facts(gazetteer)
    return facts


def _spot(place: Place) -> Spot | None:
    return None if place.lat is None or place.lon is None else spot_of(place.lat, place.lon)


def _rough(place: Place) -> float:
    return costs.ROUGH_KM if place.precision in {Precision.RAION, Precision.OBLAST} else 0.0


def _off(place: Place, entry: Entry | None) -> float:
    if place.precision in {Precision.RAION, Precision.OBLAST}:
        return costs.OFF_RAION_KM
    if place.precision is Precision.EXACT:
        return 0.0
    by_hand = entry is not None and entry.origin is Origin.HAND
    return costs.OFF_HAND_KM if by_hand else costs.OFF_MIDDLE_KM


def _front_km(spot: Spot | None) -> float:
    away = load_front().away_km(spot) if spot else costs.FRONT_CAP_KM
    return min(max(away - costs.FRONT_FREE_KM, 0.0), costs.FRONT_CAP_KM)


def _saved(place: Place, entry: Entry | None) -> float:
    if place.kind is not PlaceKind.SETTLEMENT:
        return costs.AREA
    if entry is None or entry.size is None or entry.size is Size.VILLAGE:
        return 0.0
    if entry.size is Size.TOWN or entry.population < costs.CITY_PEOPLE:
        return costs.TOWN
    return costs.LARGE_CITY if entry.population >= costs.LARGE_PEOPLE else costs.CITY


def _folded(*names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names if name)


def _name_cost(form: str, fact: Fact, *, russian: bool) -> float:
    if fact.area:
        return 0.0
    own = fact.own[::-1] if russian else fact.own
    kinds = (*(fact.latin if form.isascii() else own), fact.old)
    weights = (0.0, costs.OTHER_NAME, costs.OLD_NAME)
    shared = [max((_shared(form, name) for name in names), default=0.0) for names in kinds]
    enough = max(shared) - _ENDINGS_DIFFER
    return next((cost for cost, share in zip(weights, shared, strict=True) if share >= enough), 0.0)


def _shared(form: str, name: str) -> float:
    """Return how far two names begin alike, by word, less for letters that only one has."""
    count = 0.0
    for said, known in zip(form.split(), name.split(), strict=False):
        alike = next(
            (at for at, (a, b) in enumerate(zip(said, known, strict=False)) if a != b),
            min(len(said), len(known)),
        )
        count += alike - max(0, len(known) - alike - _OWN_ENDING)
    return count
