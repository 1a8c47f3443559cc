"""Places that only seem to be fought for: struck from afar, as the sentences around tell, or abroad."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from feeds.extraction.speakers.sides import actors, adjective_sides
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene


def of_this_war(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """Return ``refs`` without places that were struck from afar, and those of other countries."""
    return [ref for ref in refs if not (_is_strike_around(scene, event, ref) or _is_elsewhere(scene, ref))]


def _war_told(scene: Scene) -> bool:
    """Tell whether a sentence tells of those, or of a place, that the item has told of in this war."""
    memory, words = scene.memory, scene.reading.lexicon
    they = words.grammar.pointing | words.attribution.pronouns
    pointed = memory.sides and any(token.low in they for token in scene.sentence.row)
    return bool(memory.sides_at or memory.taken or pointed)


def _is_elsewhere(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether a sentence of neither side tells of a place that nobody here knows."""
    lexicon = scene.reading.lexicon
    known = ref.candidates or (ref.coarse and ref.road)  # a road is called after towns that are
    if known or not lexicon.grammar.free_order or _war_told(scene):
        return False
    cast = actors(scene.sentence.row, lexicon, alignment=scene.setting.alignment)
    return not cast and not adjective_sides(scene.sentence.row, lexicon, alignment=scene.setting.alignment)


def _is_strike_around(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a place is itself what is attacked, and the next sentences tell of weapons that fly.

    Only where cases tell an object from a place: "attacked X", not "attacked near X".
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.kind is not Kind.ATTACK or event.noun or event.beaten or not words.grammar.free_order:
        return False
    before = row[ref.begin - 1].low if ref.begin and ref in scene.refs else ""
    listed = before == "," or before in words.attribution.joins
    if before in words.places.cues and not listed:
        return False
    return row[event.begin].low.startswith(words.mood.raiding) and _flies_around(scene)


def _flies_around(scene: Scene) -> bool:
    outer, flying = scene.reading.outer, scene.reading.lexicon.mood.flying
    here = bisect_right(outer, scene.sentence.span.start, key=lambda one: one.span.start) - 1
    near = outer[max(0, here - 1) : here + 2]
    return any(token.low in flying for sentence in near for token in sentence.row)
