"""Which of several places of one name is meant: told from what stands around it, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.geography.bearings import Bearing, bearings, distance_km
from feeds.geography.folding import fold
from feeds.model import PlaceKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from feeds.geography.gazetteer import Gazetteer, Mention
    from feeds.model import Place

_NEAR_KM = 15.0
"""The reach that the project's geodata study found best; not measured again with this gazetteer."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means, as far as it can be told."""

    place: Place | None
    """None: not to be told from others of its name."""
    oblast: str | None
    """The finest that is certain; None where not even the oblast is."""
    reason: str
    """Why, as a sentence."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a text offers to tell the places of one name apart."""

    near_oblasts: frozenset[str]
    item_oblasts: frozenset[str]
    raions: frozenset[str]
    bearing: Bearing | None
    neighbours: tuple[Place, ...]
    """All that the other names of the item may mean."""
    raion_of: Callable[[Place], str | None]


def resolve(
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    *,
    text: str,
    title: str = "",
    sentences: Sequence[Span] = (),
) -> tuple[Resolution, ...]:
    """Return what each of the mentions of one item means, in their order.

    Clues, strongest first: a raion or an oblast named in the same sentence, a bearing from a known
    town, another place of the item within 15 km, an oblast named anywhere in the item or its title.
    Where a name stands in the text twice, what is told of one holds for the other.
    """
    told = bearings(mentions, text, gazetteer.regions.compass)
    item_oblasts = frozenset(_oblasts([*mentions, *gazetteer.find(title)]))
    raions = frozenset(place.name for mention in mentions for place in mention.candidates
                       if place.kind is PlaceKind.RAION)  # fmt: skip
    near = _oblasts_by_sentence(mentions, sentences or (Span(0, len(text)),))
    others = _known(mentions)
    settled: dict[tuple[str, frozenset[str], Bearing | None], Resolution] = {}
    found = []
    for number, mention in enumerate(mentions):
        key = (fold(mention.form), near[number], told.get(number))
        if key not in settled:
            neighbours = tuple(place for form, place in others if form != key[0])
            scene = _Scene(key[1], item_oblasts, raions, key[2], neighbours, gazetteer.raion_of)
            settled[key] = _settle(mention, scene)
        found.append(settled[key])
    return _one_sense(mentions, found)


def _settle(mention: Mention, scene: _Scene) -> Resolution:
    left = list(mention.candidates)
    if _oblast_or_city(left):
        return Resolution(None, left[0].oblast, f"{mention.form} may be the oblast or its city.")
    if len(left) == 1:
        return _lone(mention, left[0], scene)
    for kept, clue in _clues(left, scene):
        if len(kept) == 1:
            return Resolution(
                kept[0], kept[0].oblast, f"Of {len(left)} places called {mention.form}, {clue}."
            )
    oblasts = {place.oblast for place in left}
    certain = oblasts.pop() if len(oblasts) == 1 else None
    return Resolution(None, certain, f"Nothing tells {len(left)} places called {mention.form} apart.")


def _lone(mention: Mention, place: Place, scene: _Scene) -> Resolution:
    """Settle a name that the gazetteer knows once: there may be another that it does not know."""
    if scene.bearing and place.kind is PlaceKind.SETTLEMENT and not scene.bearing.fits(place):
        return Resolution(None, scene.bearing.reference.oblast,
                          f"The only known {mention.form} lies elsewhere than the text says.")  # fmt: skip
    return Resolution(place, place.oblast, f"There is one place called {mention.form}.")


def _clues(places: Sequence[Place], scene: _Scene) -> Iterator[tuple[list[Place], str]]:
    """Yield what each clue leaves of ``places``, narrowed from clue to clue, with its words."""
    left = list(places)
    for keeps, words in _tests(scene):
        kept = [place for place in left if keeps(place)]
        if kept:
            left = kept
            yield left, words
    closest = _closest(left, scene.neighbours)
    if closest is not None:
        yield [closest], "it is the one within 15 km of another place named"
    kept = [place for place in left if place.oblast in scene.item_oblasts]
    yield kept, "it lies in an oblast that the item names"


def _tests(scene: _Scene) -> Iterator[tuple[Callable[[Place], bool], str]]:
    if scene.raions:
        yield (
            lambda place: f"{scene.raion_of(place)} raion" in scene.raions,
            "it lies in the raion that the item names",
        )
    yield lambda place: place.oblast in scene.near_oblasts, "it lies in the oblast that the sentence names"
    if scene.bearing is not None:
        yield scene.bearing.fits, f"it lies that way from {scene.bearing.reference.name}"


def _closest(places: Sequence[Place], neighbours: Iterable[Place]) -> Place | None:
    """Return the place nearest to any neighbour, where that is within reach and only one is."""
    known = tuple(neighbours)
    near = [place for place in places if any(distance_km(place, other) <= _NEAR_KM for other in known)]
    return near[0] if len(near) == 1 else None


def _oblast_or_city(places: Sequence[Place]) -> bool:
    kinds = {place.kind for place in places}
    return PlaceKind.OBLAST in kinds and len(places) > 1 and len({place.oblast for place in places}) == 1


def _known(mentions: Sequence[Mention]) -> tuple[tuple[str, Place], ...]:
    """Return each settlement that the item may name, once a form, with its folded form."""
    found: dict[tuple[str, str], Place] = {}
    for mention in mentions:
        for place in mention.candidates:
            if place.kind is PlaceKind.SETTLEMENT:
                found.setdefault((fold(mention.form), place.id), place)
    return tuple((form, place) for (form, _), place in found.items())


def _oblasts(mentions: Iterable[Mention]) -> set[str]:
    return {
        place.oblast
        for mention in mentions
        for place in mention.candidates
        if place.kind is PlaceKind.OBLAST and place.oblast
    }


def _oblasts_by_sentence(mentions: Sequence[Mention], sentences: Sequence[Span]) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    at = 0
    by_sentence: dict[int, list[Mention]] = {}
    where: list[int] = []
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].end <= mention.span.start:
            at += 1
        by_sentence.setdefault(at, []).append(mention)
        where.append(at)
    named = {number: frozenset(_oblasts(group)) for number, group in by_sentence.items()}
    found.extend(named[number] for number in where)
    return found


def _one_sense(mentions: Sequence[Mention], found: Sequence[Resolution]) -> tuple[Resolution, ...]:
    told: dict[str, set[Place]] = {}
    for mention, resolution in zip(mentions, found, strict=True):
        if resolution.place is not None:
            told.setdefault(fold(mention.form), set()).add(resolution.place)
    return tuple(
        _adopted(resolution, told.get(fold(mention.form), set()), mention)
        for mention, resolution in zip(mentions, found, strict=True)
    )


def _adopted(resolution: Resolution, senses: set[Place], mention: Mention) -> Resolution:
    if resolution.place is not None or len(senses) != 1:
        return resolution
    place = next(iter(senses))
    if place not in mention.candidates:
        return resolution
    return replace(
        resolution, place=place, oblast=place.oblast, reason="It is told of the same name elsewhere."
    )
