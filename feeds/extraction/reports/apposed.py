"""Places that a participle behind a comma tells of: "near the town of X, recently taken by Y"; English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.places.areas import only_areas
from feeds.extraction.places.places import PlaceRef

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene


def apposed(scene: Scene, event: Event) -> PlaceRef | None:
    """Return the place that stands before a comma and a participle with "by"; landmarks count as well."""
    row, words = scene.sentence.row, scene.reading.lexicon
    by = any(token.low in words.attribution.by for token in row[event.end - 1 : event.end + 1])
    if event.noun or not by or not words.grammar.has_articles:
        return None
    at = event.begin - 1
    while at > 0 and row[at].low.endswith(words.mood.adverb_endings):
        at -= 1
    return named_before(scene, at) if at > 0 and row[at].said == "," else None


def named_before(scene: Scene, comma: int) -> PlaceRef | None:
    """Return the place whose name ends right before token ``comma``."""
    row = scene.sentence.row
    ref = next((one for one in scene.refs if one.end == comma), None)
    if ref is not None:
        return ref
    starts = (at for at in range(max(0, comma - 3), comma) if row[at].start in scene.reading.mentions)
    for at in starts:
        known = scene.reading.mentions[row[at].start]
        if known.span.end == row[comma - 1].end and not only_areas(known.candidates):
            return PlaceRef(at, comma, known.form, known.candidates, row[at].start)
    return _unknown(scene, comma)


def _unknown(scene: Scene, comma: int) -> PlaceRef | None:
    """Return the name that nobody knows behind "the town of" and before token ``comma``."""
    row, words, at = scene.sentence.row, scene.reading.lexicon.places, comma
    while at > 0 and row[at - 1].capital:
        at -= 1
    town = 1 < at < comma and row[at - 1].low in words.of and row[at - 2].low in words.settlement
    name = " ".join(token.said for token in row[at:comma])
    return PlaceRef(at, comma, name, (), row[at].start) if town else None
