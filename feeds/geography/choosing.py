"""Which place each name of an item means, all chosen together: names near each other hold each other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from feeds.geography import costs
from feeds.geography.costs import Clue
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.scoring import Candidate, Node

_ROUNDS = 4
_LOOKED_AT = 16
"""Names before and behind one that may hold it; bounds the work by the number of names."""
_GUESSED = 12
"""Places of a name not chosen yet that may hold another."""
_UNSURE = 6.0
"""Added for a name not chosen yet."""
_LOOKED_KM = 120.0
"""From which on the cost is the same to within a percent."""
_FAR = costs.NEAR_CAP_KM * (1 + costs.SECOND_NEAR)
_BEYOND = 2 * costs.MARGIN
"""What costs so much more by itself than the best in all needs no further look: more can only be added."""
_HOLDING = {PlaceKind.SETTLEMENT, PlaceKind.DIRECTION}
"""What says where others lie; oblasts and raions do so by other clues."""


def choose(nodes: Sequence[Node]) -> None:
    """Put the likeliest place of each name first; ``nodes`` are in the order of the text.

    Names that mean few places are chosen first, then those that lean on them, and all again until
    nothing changes. Time is linear in the number of names.
    """
    _link(nodes)
    order = sorted(nodes, key=lambda node: (node.open > 1, node.anchor is not None, node.open, node.form))
    for _ in range(_ROUNDS):
        changed = False
        for node in order:
            before = node.best
            _score(node)
            changed |= not node.placed or node.best is not before
            node.placed = True
            node.spots = _spots([node.best], node.doubt)
        if not changed:
            return


def _link(nodes: Sequence[Node]) -> None:
    for node in nodes:
        most = node.best.base + costs.NEAR_CAP_KM
        node.open = sum(1 for one in node.weighed if one.base <= most)
        node.doubt = costs.DOUBT * math.log(node.open)
        if node.best.fact.place.kind in _HOLDING:
            node.spots = _spots(node.weighed[:_GUESSED], node.doubt + _UNSURE)
    for at, node in enumerate(nodes):
        if not _needs_others(node):
            continue
        for other in (*nodes[max(0, at - _LOOKED_AT) : at], *nodes[at + 1 : at + _LOOKED_AT + 1]):
            if other.name == node.name:
                node.twins.append(other)
            elif other.spots and other is not node.anchor:  # of a bearing's town the bearing tells more
                node.near.append((other, _gap(node, other)))


def _needs_others(node: Node) -> bool:
    """Tell whether other names can change anything: not where one place is known, and nothing odd in it."""
    fact = node.best.fact
    odd = not (fact.area or fact.saved) and fact.front_km > costs.BY_FRONT_KM
    return len(node.weighed) > 1 or odd


def _gap(node: Node, other: Node) -> float:
    if not node.sentences.isdisjoint(other.sentences):
        return 0.0
    next_to = any(at + 1 in other.sentences or at - 1 in other.sentences for at in node.sentences)
    return costs.NEXT_SENTENCE if next_to else costs.ELSEWHERE


def _spots(candidates: Sequence[Candidate], more: float) -> list[tuple[str, float, float, float]]:
    """Return ids and spots of places, with what is added to the distance from each."""
    return [
        (one.fact.place.id, *one.fact.spot, more + one.fact.rough_km)
        for one in candidates
        if one.fact.spot and one.fact.place.kind in _HOLDING
    ]


def _score(node: Node) -> None:
    """Sort the places of a name by what they cost; what can't be the best any more is not weighed whole."""
    least = math.inf
    held = _needs_others(node)
    for one in sorted(node.weighed, key=lambda one: one.base):
        if one.base > least + _BEYOND:
            one.terms[Clue.NEAR] = one.terms[Clue.BEARING] = one.terms[Clue.SAME] = 0.0
            one.total, one.whole = one.base, False
            continue
        one.whole = True
        one.terms[Clue.NEAR], one.beside = _near(one, node) if held else (0.0, None)
        one.terms[Clue.BEARING] = _bearing(node, one)
        one.terms[Clue.SAME] = _same(node, one)
        one.total = one.base + one.terms[Clue.NEAR] + one.terms[Clue.BEARING] + one.terms[Clue.SAME]
        least = min(least, one.total)
    node.weighed.sort(key=lambda one: (one.total, one.fact.place.id))


def _near(candidate: Candidate, node: Node) -> tuple[float, Node | None]:
    """Return the cost of lying far from the two nearest other names, and the nearest."""
    spot, own, rough = candidate.fact.spot, candidate.fact.place.id, candidate.fact.rough_km
    if candidate.fact.area or spot is None:
        return (0.0 if candidate.fact.area else _FAR), None
    x, y = spot
    first = second = _LOOKED_KM
    nearest = None
    for other, gap in node.near:
        least = second
        for id_, east, north, added in other.spots:
            if -least < east - x < least and -least < north - y < least and id_ != own:
                away = math.hypot(east - x, north - y) + added + gap + rough
                least = min(least, away)
        if least < first:
            first, second, nearest = least, first, other
        elif least < second:
            second = least
    return _cost(first) + costs.SECOND_NEAR * _cost(second), nearest


def _cost(away: float) -> float:
    if away >= _LOOKED_KM:
        return costs.NEAR_CAP_KM
    return costs.NEAR_CAP_KM * (1.0 - math.exp(-away / costs.NEAR_FADE_KM))


def _bearing(node: Node, candidate: Candidate) -> float:
    anchor = node.anchor.best.fact.spot if node.anchor else None
    if node.bearing is None or anchor is None or candidate.fact.spot is None:
        return 0.0
    return node.bearing.cost(anchor, candidate.fact.spot)


def _same(node: Node, candidate: Candidate) -> float:
    others = [twin.best.fact for twin in node.twins if twin.placed and _is_clear(twin)]
    return costs.SAME if others and candidate.fact not in others else 0.0


def _is_clear(node: Node) -> bool:
    """Tell whether a name is told without its twins; two guesses must not hold each other."""
    costing = sorted(one.total - one.terms[Clue.SAME] for one in node.weighed)
    return len(costing) == 1 or costing[1] - costing[0] >= costs.MARGIN
