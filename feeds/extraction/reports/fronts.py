"""The towns that fronts are called after: "on the X front, there is fighting in the city"; English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.places.reference import is_area
from feeds.extraction.reports.windows import window_end

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene

_ARTICLE_REACH = 4
"""Tokens of "the largely ruined" before "city"."""


def in_town_of_front(
    scene: Scene, number: int, refs: tuple[PlaceRef, ...], rule: str
) -> tuple[tuple[PlaceRef, ...], str]:
    """Return the town of a front for an event told to be in "the city", and its rule; else what is given.

    A settlement that the paragraph named before is meant first.
    """
    front = refs[0] if len(refs) == 1 and scene.reading.lexicon.grammar.has_articles else None
    if front is None or not front.coarse or is_area(front) or not _names_city(scene, number, front):
        return refs, rule
    memory = scene.memory
    if memory.settlement is not None and memory.settlement_at == scene.sentence.paragraph:
        return (memory.settlement,), "backward"
    name = front.name.rpartition(" ")[0]
    known = scene.setting.gazetteer.named(name)
    if not known:
        return refs, rule
    return (replace(front, name=name, candidates=known, coarse=False),), "backward"


def _names_city(scene: Scene, number: int, front: PlaceRef) -> bool:
    """Tell whether "the city" stands behind a front and an event, without a name of its own."""
    row, words = scene.sentence.row, scene.reading.lexicon
    for at in range(max(front.end, scene.events[number].end), window_end(scene, number)):
        if row[at].low not in words.places.settlement or row[at].capital:
            continue
        whole = row[at].low not in words.places.many and row[at].low not in words.places.plural
        near = row[max(front.end, at - _ARTICLE_REACH) : at]
        definite = any(token.low in words.grammar.definite for token in near)
        return whole and definite and all(token.word for token in near)
    return False
