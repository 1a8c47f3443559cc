"""Areas that stand for what is not named in them: "two villages in X", "southern Ukraine"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.places.places import PlaceRef
from feeds.extraction.reports.pointing import is_beside
from feeds.extraction.reports.some import stands_for_some
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_AREA_REACH = 12
"""Tokens of "two more small villages close to the border in the region"."""
_REACH = 6
"""Tokens of "two more small villages"."""
_SOME_REACH = 4
"""Tokens of "in some other areas"."""
_STEM = 4
"""Letters by which the name of a country and its adjective begin alike."""


def part_of_country(scene: Scene, window: Sequence[Token]) -> tuple[PlaceRef, ...]:
    """Read "southern Ukraine" as a place where a figure is given for it and nothing finer."""
    words = scene.reading.lexicon
    for wind, country in pairwise(window):
        if wind.low in words.compass.words and country.low in words.places.countries:
            ref = PlaceRef(0, 0, f"{wind.said} {country.said}", (), wind.start, coarse=True, land=True)
            scene.memory.area = ref
            return (ref,)
    return ()


def whole_country(scene: Scene, window: Sequence[Token]) -> tuple[PlaceRef, ...]:
    """Read "1,000 square kilometres of X's territory" as gained of the country, where order is free."""
    words = scene.reading.lexicon
    if not words.grammar.free_order:
        return ()
    for pair in pairwise(window):
        for token, other in (pair, pair[::-1]):
            named = [one for one in words.places.countries if token.low[:_STEM] == one[:_STEM]]
            if named and other.low in words.actors.belongings:
                return (PlaceRef(0, 0, named[0].capitalize(), (), token.start, coarse=True),)
    return ()


def is_unnamed(scene: Scene, event: Event, area: PlaceRef) -> bool:
    """Tell whether settlements that are not named stand between an event and the area they lie in.

    Also "two villages near X", where order is free.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if words.grammar.has_articles and stands_for_some(scene, event, area):
        return True
    between = row[event.end : area.begin]
    some = next((at for at, token in enumerate(between) if token.low in words.places.settlement), None)
    if area.coarse and words.grammar.free_order and is_beside(scene, area):
        return False  # "left A, and also several villages in X Oblast": others than A
    if area.coarse or some is None or not words.grammar.free_order:
        return area.coarse and some is not None
    return between[-1].low in words.places.beside and counted(scene, between[:some])


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


def takes_some(scene: Scene, event: Event) -> bool:
    """Tell whether only "nine villages" or "several more settlements" were taken: none that is named before.

    English alone.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.noun or event.kind is not Kind.SEIZURE or not words.grammar.has_articles:
        return False
    if event.passive:
        near = row[max(event.clause, event.begin - _REACH) : event.begin]
    else:
        near = row[event.begin + 1 : event.end + _REACH]
    town = next((at for at, token in enumerate(near) if token.low in words.places.many), 0)
    if any(token.low in words.places.several for token in near[:town]) or _in_area(scene, event):
        return False
    some = words.figures.vague | words.figures.moved | words.figures.numbers.keys()
    return any(token.low in some or token.said.isdecimal() for token in near[:town])


def gains_somewhere(scene: Scene, event: Event) -> bool:
    """Tell whether ground was gained "in some areas" of those named before, and not in "these areas".

    English alone.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.noun or event.kind is not Kind.ADVANCE or not words.grammar.has_articles:
        return False
    near = row[event.end : event.end + _SOME_REACH]
    areas = next((at for at, token in enumerate(near) if token.low in words.places.sectors), 0)
    return areas > 0 and not any(token.low in words.places.several for token in near[:areas])


def _in_area(scene: Scene, event: Event) -> bool:
    """Tell whether "in the region" behind a verb means the area named before."""
    words, behind = scene.reading.lexicon, scene.sentence.row[event.end : event.end + _AREA_REACH]
    return any(
        one.low in words.grammar.definite and other.low in words.places.coarse
        for one, other in pairwise(behind)
    )


def counted(scene: Scene, near: Sequence[Token]) -> bool:
    """Tell whether a number stands among the words right before a noun: then it names no single place."""
    figures = scene.reading.lexicon.figures
    return any(
        figures.numbers.get(token.low, 0) >= 1 or token.low in figures.vague or token.said.isdigit()
        for token in near[-2:]
    )


def told_elsewhere(scene: Scene, event: Event) -> bool:
    """Tell whether something was gained where no place is named: "in the south", "on several axes"."""
    return _in_the_south(scene, event) or _on_several(scene, event)


def _in_the_south(scene: Scene, event: Event) -> bool:
    """Tell whether "in the south" alone tells where something was gained, where order is free."""
    words, row = scene.reading.lexicon, scene.sentence.row
    at = next((at for at in range(event.clause + 1, event.begin) if row[at].low in words.compass.words), 0)
    behind = row[at + 1 : at + 2]
    alone = all(not one.capital and one.low not in words.places.origins for one in behind)
    led = at > 0 and row[at - 1].low in words.places.elided_after
    return led and alone and words.grammar.free_order


def _on_several(scene: Scene, event: Event) -> bool:
    """Tell whether directions that are not named are told of, "on several axes", where order is free."""
    words, row = scene.reading.lexicon, scene.sentence.row
    vague = words.places.unspecified | words.figures.numbers.keys() | words.figures.vague
    found = (at for at in range(max(1, event.clause), len(row)) if row[at].low in words.places.coarse)
    some = any(row[at - 1].low in vague or row[at - 1].said.isdecimal() for at in found)
    return words.grammar.free_order and some
