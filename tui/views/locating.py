"""Where a claim lies, or which places its name may mean: for its page and for the choice among them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import asin, cos, isfinite, radians, sin, sqrt
from typing import TYPE_CHECKING

from feeds.model import Precision
from tui.views.facts import fact
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, counted
from tui.views.words import place_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from feeds.model import Claim, ClaimDetail, Place

_MOST = 9
"""Candidates that can be chosen by their digit."""
_ALL_SHOWN = 5
"""Candidates that a report carries at most: so many may not be all there are."""
_EARTH_KM = 6371.0
PRECISION_WORDS = {
    Precision.EXACT: "exact",
    Precision.NEAR: "near it",
    Precision.RAION: "raion only",
    Precision.OBLAST: "oblast only",
}
"""How well the point of a place is known."""
NONE_OF_THESE = ""
"""What is chosen where the place is none of the candidates."""

_CHOICE_COLUMNS = (
    Column(1),  # key
    Column(44, least=36, grow=1),  # which one
    Column(11, rank=2),  # precision
    Column(26, least=7, rank=1, full=2, right=True),  # distance
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What an analyst chooses from."""

    claim_id: str
    name: str
    """As it was said."""
    lines: tuple[Line, ...]
    """One for each of ``place_ids``, in order."""
    place_ids: tuple[str, ...]


def choice_of(detail: ClaimDetail) -> Choice | None:
    """Return what the place of a claim may be; None where it was told when it was read.

    A claim that an analyst settled can be settled anew.
    """
    candidates = _candidates(detail)
    if not candidates:
        return None
    told = distinct_parts(candidates)
    rows = [
        (_row(at, one, told[at - 1], detail.nearby), one.id) for at, one in enumerate(candidates, start=1)
    ]
    none = Line("choice:0", ((Part("0", Tone.STRONG),), (Part("none of these"),)), _CHOICE_COLUMNS[:2])
    return Choice(
        detail.claim.id,
        detail.reports[0].place if detail.reports else detail.claim.place,
        (*(line for line, _ in rows), none),
        (*(place_id for _, place_id in rows), NONE_OF_THESE),
    )


def whereabouts(detail: ClaimDetail) -> Iterator[Line]:
    """Yield where the place is and why, to be opened; else what is certain and which may be meant."""
    claim = detail.claim
    if claim.located is not None:
        words = f"{', '.join(place_parts(claim.located))}; {point_words(claim.located)}"
        yield replace(fact("lies at", words), target=Target(Subject.PLACE, claim.located.id))
        if claim.place_because:
            yield fact("place", clamp(claim.place_because))
        return
    because = clamp(claim.place_because) or "The gazetteer has no such place."
    yield fact("place", f"not certain. {because}")
    yield fact("lies in", certain_area(claim) or "not even the oblast is certain")
    shown = claim.place_candidates[:_MOST]
    for number, (place, parts) in enumerate(zip(shown, distinct_parts(shown), strict=True), start=1):
        told = (
            *parts[place.name == claim.place :],
            PRECISION_WORDS[place.precision],
            _distance(place, detail.nearby),
        )
        yield fact(f"may be {number}", ", ".join(filter(None, told)), key=f"candidate:{number}")
    if claim.place_candidates:
        yield fact("", "W says which one is meant", key="candidate:key")


def certain_area(claim: Claim) -> str:
    """Return the finest that is certain of a place that could not be told: raion and oblast, or less."""
    raions = {place.raion for place in claim.place_candidates}
    raion = raions.pop() if len(raions) == 1 and len(claim.place_candidates) < _ALL_SHOWN else None
    words = (f"{clamp(raion, 60)} raion" if raion else "", clamp(claim.oblast or "", 60))
    return ", ".join(filter(None, words))


def place_parts(place: Place) -> tuple[str, ...]:
    """Return the words that tell a place from others of its name: name, raion, oblast, country."""
    raion = f"{clamp(place.raion, 60)} raion" if place.raion else ""
    words = (clamp(place.name, 60), raion, clamp(place.oblast or "", 60), clamp(place.country, 10))
    return tuple(filter(None, words))


def point_words(place: Place) -> str:
    """Return the point of a place with how well it is known: ``50.7000 35.6000, exact``."""
    if place.lat is None or place.lon is None or not (isfinite(place.lat) and isfinite(place.lon)):
        return "no point is known"
    return f"{place.lat:.4f} {place.lon:.4f}, {PRECISION_WORDS[place.precision]}"


def distinct_parts(places: Sequence[Place]) -> list[tuple[str, ...]]:
    """Return the words of each place; those that share all of them also have their points, if known."""
    told = [place_parts(place) for place in places]
    counts = Counter(told)
    return [
        (*parts[:1], f"{place.lat:.2f} {place.lon:.2f}", *parts[1:])
        if counts[parts] > 1 and place.lat is not None and place.lon is not None
        else parts
        for place, parts in zip(places, told, strict=True)
    ]


def possible_words(claim: Claim) -> str:
    """Return where a claim may lie: ``Krasnoyaruzhsky raion or Valuysky raion``; empty: nobody knows."""
    areas = dict.fromkeys(_area(place, besides=claim.oblast) for place in claim.place_candidates)
    *first, last = list(areas) or [""]
    return f"{', '.join(first)} or {last}" if first else last


def count_words(claims: Iterable[Claim]) -> str:
    """Return ``, 2 places not certain``; nothing where there are none."""
    number = sum(claim.located is None for claim in claims)
    return f", {counted(number, 'place')} not certain" if number else ""


def settled_words(place: Place | None) -> str:
    """Return where an analyst put a claim."""
    return ", ".join(place_parts(place)) if place is not None else "none of the places of that name"


def _area(place: Place, *, besides: str | None) -> str:
    """Return the raion of a place, and its oblast where that is not the one that is certain."""
    raion = f"{clamp(place.raion, 60)} raion" if place.raion else clamp(place.name, 60)
    return raion if place.oblast in (None, besides) else f"{raion} of {clamp(place.oblast, 60)}"


def _candidates(detail: ClaimDetail) -> tuple[Place, ...]:
    """Return all that the claim's reports may mean as they were read, what the claim shows first."""
    read = [place for report in detail.reports for place in report.place_candidates]
    shown = detail.claim.place_candidates
    return tuple({place.id: place for place in (*shown, *read)}.values())[:_MOST]


def _row(number: int, place: Place, parts: Iterable[str], nearby: tuple[Place, ...]) -> Line:
    distance = _distance(place, nearby)
    cells = (
        (Part(str(number), Tone.STRONG),),
        (Part(", ".join(parts)),),
        (Part(PRECISION_WORDS[place.precision], Tone.DIM),),
        (Part(distance, Tone.DIM, distance.partition(" from ")[0]),),
    )
    return Line(f"choice:{number}", cells, _CHOICE_COLUMNS)


def _distance(place: Place, nearby: Iterable[Place]) -> str:
    """Return how far it is from the nearest known place of the same items: ``12 km from Demidovka``."""
    known = [(km, other) for other in nearby if (km := _km(place, other)) is not None]
    if not known:
        return ""
    km, other = min(known, key=lambda pair: (pair[0], pair[1].id))
    return f"{km:.0f} km from {clamp(place_words(other.name, other), 40)}"


def _km(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    if not all(map(isfinite, (one.lat, one.lon, other.lat, other.lon))):
        return None
    lat, other_lat = radians(one.lat), radians(other.lat)
    chord = sin((other_lat - lat) / 2) ** 2
    chord += cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))
