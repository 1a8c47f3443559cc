"""Which of several places of one name is meant: told from what stands around it, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.geography.bearings import Bearing, bearings
from feeds.geography.closeness import clearly_closest, closest_to_border, only_one_near
from feeds.geography.folding import fold
from feeds.geography.surroundings import Surroundings, surroundings
from feeds.model import PlaceKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from feeds.geography.gazetteer import Gazetteer, Mention
    from feeds.model import Place

    _Keep = Callable[[Sequence[Place]], Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means, as far as it can be told."""

    place: Place | None
    """None: not to be told from others of its name."""
    oblast: str | None
    """The finest that is certain; None where not even the oblast is."""
    reason: str
    """Why, as a sentence."""
    left: tuple[Place, ...] = ()
    """What the name may still mean, where no place is told."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a text offers to tell the places of one name apart."""

    around: Surroundings
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

    Clues, strongest first: the oblast said with the name, a raion, the one oblast of the sentence,
    a bearing from a known town, another place of the item within 15 km, then the one oblast that
    the item or its title names or in which something it names is certain to lie. What is told of
    one mention holds for the others of its name. Last, among places of one oblast, one that is
    clearly closer to the item's other places, or else to the border, is taken.
    """
    told = bearings(mentions, text, gazetteer.regions.compass)
    whole = sentences or (Span(0, len(text)),)
    around = surroundings(mentions, text, title=gazetteer.find(title), sentences=whole)
    others = _known(mentions)
    settled: dict[tuple[str, Surroundings, Bearing | None], Resolution] = {}
    found = []
    for number, mention in enumerate(mentions):
        key = (fold(mention.form), around[number], told.get(number))
        if key not in settled:
            neighbours = tuple(place for form, place in others if form != key[0])
            settled[key] = _settle(mention, _Scene(key[1], key[2], neighbours, gazetteer.raion_of))
        found.append(settled[key])
    return _by_closeness(mentions, _one_sense(mentions, found), gazetteer)


def _settle(mention: Mention, scene: _Scene) -> Resolution:
    every = mention.candidates
    if _oblast_or_city(every):
        return Resolution(None, every[0].oblast, f"{mention.form} may be the oblast or its city.")
    if len(every) == 1:
        return _lone(mention, every[0], scene)
    left = every
    for keep, clue in _clues(scene):
        kept = tuple(keep(left))
        if len(kept) == 1:
            return Resolution(
                kept[0], kept[0].oblast, f"Of {len(every)} places called {mention.form}, {clue}."
            )
        left = kept or left
    return _open(mention, left)


def _open(mention: Mention, left: tuple[Place, ...]) -> Resolution:
    return Resolution(
        None, _one_oblast(left), f"Nothing tells {len(left)} places called {mention.form} apart.", left
    )


def _one_oblast(places: Sequence[Place]) -> str | None:
    oblasts = {place.oblast for place in places}
    return oblasts.pop() if len(oblasts) == 1 else None


def _lone(mention: Mention, place: Place, scene: _Scene) -> Resolution:
    """Settle a name that the gazetteer knows once: there may be another that it does not know."""
    if scene.bearing and place.kind is PlaceKind.SETTLEMENT and not scene.bearing.fits(place):
        return Resolution(None, scene.bearing.reference.oblast,
                          f"The only known {mention.form} lies elsewhere than the text says.")  # fmt: skip
    return Resolution(place, place.oblast, f"There is one place called {mention.form}.")


def _clues(scene: _Scene) -> Iterator[tuple[_Keep, str]]:
    """Yield what each clue keeps of the places still meant, with its words, strongest first."""
    around, lies = scene.around, "it lies in the"
    yield _in_oblast(around.given), f"{lies} oblast that is said with it"
    for raions, where in ((around.near_raions, "sentence"), (around.raions, "item")):
        yield _in_raion(raions, scene), f"{lies} raion that the {where} names"
    yield _in_oblast(around.near), f"{lies} oblast that the sentence names"
    if scene.bearing is not None:
        fits = scene.bearing.fits
        words = f"it lies that way from {scene.bearing.reference.name}"
        yield lambda left: [place for place in left if fits(place)], words
    yield (
        lambda left: only_one_near(left, scene.neighbours),
        "it is the one within 15 km of another place named",
    )
    yield _in_oblast(around.near_certain), f"{lies} oblast of another place in the sentence"
    yield _in_oblast(around.item), f"{lies} oblast that the item names"
    yield _in_oblast(around.title), f"{lies} oblast that the title names"
    yield _in_oblast(around.certain), f"{lies} oblast of another place in the item"


def _in_oblast(names: frozenset[str]) -> _Keep:
    """Keep what lies in the one of the oblasts named that may be meant; nothing where several may."""
    return lambda left: _of_one(left, names, lambda place: place.oblast)


def _in_raion(raions: frozenset[str], scene: _Scene) -> _Keep:
    return lambda left: _of_one(left, raions, lambda place: f"{scene.raion_of(place)} raion")


def _of_one(
    left: Sequence[Place], names: frozenset[str], area_of: Callable[[Place], str | None]
) -> list[Place]:
    meant = {area_of(place) for place in left} & names
    return [place for place in left if area_of(place) in meant] if len(meant) == 1 else []


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


def _one_sense(mentions: Sequence[Mention], found: Sequence[Resolution]) -> list[Resolution]:
    """Let what is told of one mention of a name, its place or its oblast, hold for the others."""
    senses: dict[str, set[Place]] = {}
    oblasts: dict[str, set[str]] = {}
    for mention, resolution in zip(mentions, found, strict=True):
        if resolution.place is not None:
            senses.setdefault(fold(mention.form), set()).add(resolution.place)
        if resolution.oblast is not None:
            oblasts.setdefault(fold(mention.form), set()).add(resolution.oblast)
    return [
        _adopted(resolution, senses.get(form, set()), oblasts.get(form, set()), mention=mention)
        for mention, resolution in zip(mentions, found, strict=True)
        for form in [fold(mention.form)]
    ]


def _adopted(
    resolution: Resolution, senses: set[Place], oblasts: set[str], *, mention: Mention
) -> Resolution:
    place = next(iter(senses)) if len(senses) == 1 else None
    if place is not None and place in resolution.left:
        return Resolution(place, place.oblast, "It is told of the same name elsewhere.")
    if resolution.oblast is None and len(oblasts) == 1:
        kept = tuple(one for one in resolution.left if one.oblast in oblasts)
        return _open(mention, kept) if kept else resolution
    return resolution


def _by_closeness(
    mentions: Sequence[Mention], found: Sequence[Resolution], gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """Settle what is left within one oblast by the item's other places, else by the border."""
    certain = [
        (fold(mention.form), one.place)
        for mention, one in zip(mentions, found, strict=True)
        if one.place is not None and one.place.kind is PlaceKind.SETTLEMENT
    ]
    settled: dict[tuple[str, tuple[Place, ...]], Resolution] = {}
    done = []
    for mention, one in zip(mentions, found, strict=True):
        key = (fold(mention.form), one.left)
        if one.place is None and one.oblast is not None and one.left and key not in settled:
            others = {place for form, place in certain if form != key[0]}
            settled[key] = _closest(one, others, gazetteer)
        done.append(settled.get(key, one) if one.place is None else one)
    return tuple(done)


def _closest(one: Resolution, others: set[Place], gazetteer: Gazetteer) -> Resolution:
    beside = clearly_closest(one.left, others)
    if beside is not None:
        return replace(
            one, place=beside, left=(), reason="It lies clearly closer to the item's other places."
        )
    front = closest_to_border(one.left, gazetteer.places)
    if front is not None:
        reason = "A weak clue: it lies clearly closer to the border, where the front is."
        return replace(one, place=front, left=(), reason=reason)
    return one
