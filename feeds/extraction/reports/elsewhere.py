"""Places where nobody of this war fights: abroad, in Russia's rear, or struck from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.reports.strikes import is_strike_around, sentences_around
from feeds.extraction.speakers.sides import actors, adjective_sides
from feeds.geography.settlements import Size
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene


def of_this_war(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Return ``refs`` without places that were struck from afar, and those where there is no front."""
    struck = {ref.name for ref in refs if is_strike_around(scene, event, ref)}
    here = [ref for ref in refs if ref.name not in struck and not _is_rear(scene, event, ref)]
    return [ref for ref in here if not _is_elsewhere(scene, ref)]


def _is_rear(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether all places of a name lie in Russia's rear, where units are moved, but none fight.

    A village may have a namesake at the front that no list holds; no area or town does.
    """
    gazetteer = scene.setting.gazetteer
    rear = bool(ref.candidates) and all(map(gazetteer.regions.is_rear, ref.candidates))
    if not rear or event.kind is Kind.REDEPLOYMENT:
        return False
    known = (gazetteer.entry_of(place) for place in ref.candidates)
    return any(one is not None and one.size is not Size.VILLAGE for one in known)


def _other_war(scene: Scene) -> bool:
    """Tell whether the sentences around speak of a land that has a war of its own."""
    lands = scene.reading.lexicon.places.embattled
    return any(token.low.startswith(lands) for one in sentences_around(scene) for token in one.row)


def _war_told(scene: Scene) -> bool:
    """Tell whether a sentence tells of those, or of a place, that the item has told of in this war."""
    memory, words = scene.memory, scene.reading.lexicon
    they = words.grammar.pointing | words.attribution.pronouns
    pointed = memory.sides and any(token.low in they for token in scene.sentence.row)
    return bool(memory.sides_at or memory.taken or pointed)


def _is_elsewhere(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether a place that nobody here knows stands in a sentence of neither side, or by another war."""
    lexicon = scene.reading.lexicon
    if ref.candidates or (ref.coarse and ref.road):  # a road is called after towns that are known
        return False
    abroad = any(word.startswith(lexicon.places.abroad) for word in ref.name.lower().split())
    if abroad or (_other_war(scene) and not ref.coarse):
        return True
    if not lexicon.grammar.free_order or _war_told(scene):
        return False
    cast = actors(scene.sentence.row, lexicon, alignment=scene.setting.alignment)
    return not cast and not adjective_sides(scene.sentence.row, lexicon, alignment=scene.setting.alignment)
