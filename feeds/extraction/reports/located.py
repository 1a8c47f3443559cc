"""What the places that a sentence names are in the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.places.reference import is_area
from feeds.extraction.words.marks import DASHES
from feeds.geography import Mention
from feeds.model import Span

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.geography import Resolution
    from feeds.model import Place

_MOST_CANDIDATES = 5
_REGION_REACH = 5


@dataclass(frozen=True, slots=True)
class Located:
    """What a name in an item means, as far as it can be told."""

    place: Place | None
    oblast: str | None
    because: str
    """Why, or why it can't be told, as a sentence."""
    candidates: tuple[Place, ...] = ()
    """What it may mean where no place is told, likeliest first."""
    crossing: bool = False
    """Whether it goes through several oblasts, so that none of them is where it lies."""
    unlisted: bool = False
    """Whether the gazetteer has but namesakes of it."""


def located_in(scene: Scene, ref: PlaceRef) -> Located:
    """Return what a name means; of an unknown name the oblast of those beside it."""
    if ref.land:
        return Located(None, None, f"{ref.name} is no single oblast.", crossing=True)
    told = _told_of(scene, ref)
    region = _region_behind(scene, ref)
    if region is None or told.oblast == region:
        return told
    inside = [place for place in ref.candidates if place.oblast == region]
    place = inside[0] if len(inside) == 1 else None
    return Located(
        place, region, f"The item names the oblast behind {ref.name}.", tuple(inside[:_MOST_CANDIDATES])
    )


def _region_behind(scene: Scene, ref: PlaceRef) -> str | None:
    """Return the oblast named right behind a settlement, or behind its list, if cases tell it."""
    if not scene.reading.lexicon.grammar.free_order or ref.coarse or ref not in scene.refs:
        return None
    last, words = ref, scene.reading.lexicon
    for behind in (one for one in scene.refs if one.begin >= ref.end):
        between = scene.sentence.row[last.end : behind.begin]
        if not is_area(behind):
            towns = (is_list_mark(token, words) or token.low in words.places.settlement for token in between)
            if behind.coarse or not between or not all(towns):
                return None
            last = behind
            continue
        joins = words.attribution.joins
        near = len(between) <= _REGION_REACH and all(
            token.word and token.low not in joins for token in between
        )
        return behind.candidates[0].oblast if near and len(behind.candidates) == 1 else None
    return None


def _told_of(scene: Scene, ref: PlaceRef) -> Located:
    told = scene.reading.meanings.at(ref.start)
    mention = scene.reading.mentions.get(ref.start)
    if told is not None and mention is not None and _same(mention.candidates, ref.candidates):
        return _unlisted(scene, told) if told.elsewhere else _as_resolved(told)
    told = _read_apart(scene, ref) if ref.candidates else told
    if ref.candidates and told is not None:
        return _unlisted(scene, told) if told.elsewhere else _as_resolved(told)
    if len(ref.candidates) == 1:
        place = ref.candidates[0]
        return Located(place, place.oblast, f"There is one place called {place.name} in the gazetteer.")
    if ref.candidates:
        because = f"{ref.name} may be any of {len(ref.candidates)} places: the words around it were not read."
        return Located(None, None, because, ref.candidates[:_MOST_CANDIDATES])
    if ref.coarse and mention is not None and ref.name.startswith(f"{mention.form} ") and told is not None:
        because = f"The gazetteer knows no {ref.name}, but where {mention.form} lies."
        return Located(None, told.oblast, because)
    named = _joined_in(scene, ref)
    oblast = (next(iter(named)) if len(named) == 1 else None) if named else _beside(scene)
    where = f"; the places beside it lie in {_called(scene, oblast)}" if oblast else ""
    because = f"The gazetteer knows no {ref.name}{where}."
    return Located(None, oblast, because, crossing=len(named) > 1)


def _as_resolved(told: Resolution) -> Located:
    return Located(told.place, told.oblast, told.reason, told.candidates)


def _unlisted(scene: Scene, told: Resolution) -> Located:
    """Return where a place lies of which the gazetteer has but namesakes: with those beside it."""
    oblast, because = told.oblast, told.reason
    if oblast is None and (oblast := _beside(scene, by_itself=True)) is not None:
        because = f"{because.removesuffix('.')}; the places beside it lie in {_called(scene, oblast)}."
    return Located(None, oblast, because, told.candidates, unlisted=True)


def _read_apart(scene: Scene, ref: PlaceRef) -> Resolution | None:
    """Return what a name means that the gazetteer by itself takes for words, or reads only in part."""
    span = Span(ref.start, ref.start + len(ref.name))  # of a place carried from another sentence too
    return scene.reading.meanings.of(Mention(span, ref.name, ref.candidates))


def _joined_in(scene: Scene, ref: PlaceRef) -> set[str | None]:
    """Return the known oblasts of the towns that a line or a road is called after: "the A-B line"."""
    starts = range(ref.start, ref.start + len(ref.name)) if DASHES & set(ref.name) else ()
    towns = [told for at in starts if (told := scene.reading.meanings.at(at)) is not None]
    return {told.oblast for told in towns} - {None} if len(towns) > 1 else set()


def _same(some: tuple[Place, ...], others: tuple[Place, ...]) -> bool:
    """Tell whether two names mean the same places, in any order; mostly they are one tuple."""
    return some == others or set(some) == set(others)


def _beside(scene: Scene, *, by_itself: bool = False) -> str | None:
    """Return the one oblast in which those places of the sentence lie of which it is known.

    With ``by_itself`` only those are asked that need no others beside them.
    """
    if by_itself:
        told = (scene.reading.meanings.at(ref.start) for ref in scene.refs)
        found = {one.oblast for one in told if one is not None} - {None}
    else:
        found = {located_in(scene, ref).oblast for ref in scene.refs if ref.candidates} - {None}
    return found.pop() if len(found) == 1 else None


def _called(scene: Scene, oblast: str) -> str:
    region = scene.setting.gazetteer.regions.oblasts.get(oblast)
    return region.place.name if region else oblast
