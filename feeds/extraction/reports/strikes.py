"""Places that only seem to be fought for: struck from afar, as the sentences around tell."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.reading import Sentence
    from feeds.extraction.reports.scene import Scene


def is_strike_around(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a place is itself what is attacked, and the next sentences tell of what flies, or of harm.

    Only where cases tell an object from a place: "attacked X", not "attacked near X".
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.kind is not Kind.ATTACK or event.noun or event.beaten or not words.grammar.free_order:
        return False
    before = row[ref.begin - 1].low if ref.begin and ref in scene.refs else ""
    listed = before == "," or before in words.attribution.joins
    if before in words.places.cues and not listed:
        return False
    raided = any(token.low.startswith(words.mood.raiding) for token in row[event.begin : event.end])
    return raided and _struck_around(scene)


def sentences_around(scene: Scene) -> Sequence[Sentence]:
    """Return a sentence outside of speech with the one before and the two behind it."""
    outer = scene.reading.outer
    here = bisect_right(outer, scene.sentence.span.start, key=lambda one: one.span.start) - 1
    return outer[max(0, here - 1) : here + 3]


def _struck_around(scene: Scene) -> bool:
    signs = scene.reading.lexicon.mood.strike_signs
    return any(token.low in signs for sentence in sentences_around(scene) for token in sentence.row)
