"""Areas that stand for what is not named in them: "two villages in X", "southern Ukraine"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.places import PlaceRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_REACH = 6
"""Tokens of "two more small villages"."""


def part_of_country(scene: Scene, window: Sequence[Token]) -> tuple[PlaceRef, ...]:
    """Read "southern Ukraine" as a place where a figure is given for it and nothing finer."""
    words = scene.reading.lexicon
    for wind, country in pairwise(window):
        if wind.low in words.compass.words and country.low in words.places.countries:
            ref = PlaceRef(0, 0, f"{wind.said} {country.said}", (), wind.start, coarse=True)
            scene.memory.area = ref
            return (ref,)
    return ()


def is_unnamed(scene: Scene, event: Event, area: PlaceRef) -> bool:
    """Tell whether settlements that are not named stand between an event and the area they lie in.

    Also "two villages near X", where order is free.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if words.grammar.has_articles and _counts_off(scene, event):
        return True
    between = row[event.end : area.begin]
    some = next((at for at, token in enumerate(between) if token.low in words.places.settlement), None)
    if area.coarse or some is None or not words.grammar.free_order:
        return area.coarse and some is not None
    return between[-1].low in words.places.beside and counted(scene, between[:some])


def _counts_off(scene: Scene, event: Event) -> bool:
    """Tell whether "two villages north of" some place follows a verb."""
    words, row = scene.reading.lexicon, scene.sentence.row
    behind = row[event.end : event.end + _REACH]
    town = next((at for at, token in enumerate(behind) if token.low in words.places.settlement), None)
    if event.noun or town is None or not counted(scene, behind[:town]):
        return False
    near = words.compass.words | words.places.beside
    return any(token.low in near for token in behind[town + 1 : town + 2])


def listed_behind(scene: Scene, event: Event, end: int) -> tuple[PlaceRef, ...]:
    """Return the settlements listed behind a colon where only their number stands before it; else ().

    "The liberation of five villages near X: they are A, B and C". English alone.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    colon = next((at for at in range(event.end, end) if row[at].said == ":"), None)
    if colon is None or not words.grammar.has_articles:
        return ()
    behind = row[event.end : colon]
    town = next((at for at, token in enumerate(behind) if token.low in words.places.settlement), None)
    if town is None or not counted(scene, behind[:town]):
        return ()
    return tuple(ref for ref in scene.refs if colon < ref.begin < end and not ref.coarse)


def counted(scene: Scene, near: Sequence[Token]) -> bool:
    """Tell whether a number stands among the words right before a noun: then it names no single place."""
    figures = scene.reading.lexicon.figures
    return any(figures.numbers.get(token.low, 0) >= 1 or token.said.isdigit() for token in near[-2:])
