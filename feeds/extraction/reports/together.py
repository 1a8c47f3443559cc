"""Which of the places behind an event are told of with it, and which in an aside of another kind; English."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.reports.carried import several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_BOTH_REACH = 4
"""Tokens of "of both these towns" behind a verb or a noun."""
_COMMAS = 2
"""Commas around ", near X," in a list."""
_RESUMED = 3
"""Tokens of ", and near" before a place with which a list goes on."""


def in_one_statement(scene: Scene, refs: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Return ``refs`` up to where something else is told: "took A, made hours after X came to B"."""
    if not scene.reading.lexicon.grammar.has_articles:
        return refs
    row = scene.sentence.row
    gaps = (row[one.end : other.begin] for one, other in pairwise(refs))
    count = next((at for at, gap in enumerate(gaps, start=1) if _tells_else(scene, gap)), len(refs))
    return refs[:count]


def _tells_else(scene: Scene, gap: Sequence[Token]) -> bool:
    """Tell whether the tokens between two places begin another clause that no list goes on behind."""
    words = scene.reading.lexicon
    if any(is_list_mark(token, words) for token in gap[-_RESUMED:]):
        return False
    apart = words.attribution.boundaries - words.attribution.likewise
    parted = any(
        (one.said == "," or one.low in words.actors.forces)
        and (other.low.endswith(words.mood.participles) or other.low in words.mood.past)
        and not other.capital
        for one, other in pairwise(gap)
    )
    return parted or any(token.low in apart for token in gap)


def both_behind(scene: Scene, event: Event) -> tuple[PlaceRef, ...]:
    """Return the settlements named before that "both towns" right behind an event means; English alone."""
    end = min(event.end + _BOTH_REACH, len(scene.sentence.row))
    words, near = scene.reading.lexicon, scene.sentence.row[event.end : end]
    pointing = words.places.several - words.actors.articles
    both = words.grammar.has_articles and any(token.low in pointing for token in near)
    return several(scene, replace(event, clause=event.end), end) if both else ()


def goes_on_with(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether tokens ``begin`` to ``end`` lead on in a list: "and", or ", near X, and" in between."""
    row, words = scene.sentence.row, scene.reading.lexicon
    between = row[begin:end]
    if all(is_list_mark(token, words) for token in between):
        return True
    commas = [at for at, token in enumerate(between) if token.said == ","]
    if len(commas) < _COMMAS or commas[0] or any(begin <= at < end for at in scene.stops):
        return False
    inside = between[1 : commas[-1]]
    where = words.places.beside | words.compass.words | words.figures.about.beginnings
    led = bool(inside) and (inside[0].low in where or inside[0].said[0].isdecimal())
    return led and all(is_list_mark(token, words) for token in between[commas[-1] :])
