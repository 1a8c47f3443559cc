"""Rivers and roads beside the places of an event: what is crossed is gained, what is passed is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene


def crossed(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> PlaceRef | None:
    """Return the river behind a verb of crossing: "crossed the river X near Y" gains X, where cases tell."""
    row, words = scene.sentence.row, scene.reading.lexicon.places
    first = next((ref for ref in refs if ref.begin >= event.end), None)
    if first is None or not row[event.begin].low.startswith(words.crossing):
        return None
    return first if row[first.begin - 1].low in words.rivers else None


def is_passed(scene: Scene, ref: PlaceRef) -> bool:
    """Tell whether units only pass a place, "by way of X and Y", where order is free."""
    words, row = scene.reading.lexicon, scene.sentence.row
    listed = ref.begin > 1 and row[ref.begin - 1].low in words.attribution.joins | {","}
    passed = listed or row[ref.begin - 1].low in words.places.roads & words.actors.governing
    return ref.road and passed and not ref.coarse and words.grammar.free_order
