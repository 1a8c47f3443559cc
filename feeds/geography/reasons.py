"""Why a name means a place, in plain words: the clues that told it from the next likely one."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from feeds.geography.costs import BEARING, Clue
from feeds.geography.oblasts import load_regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.scoring import Candidate, Node

_TOLD_TOO = 0.5
"""A second clue is told that did at least half as much as the first."""
_LEAST = 2.0
"""What a clue must have done to be told."""
_MOST_TOLD = 2
_LIES = "it lies "
_WEAK = 0.5
_WEAK_CLUES = {Clue.FRONT, Clue.RECENT, Clue.NAME, Clue.SIZE}
"""What is told only where nothing better did nearly as much."""
_MOST_LISTED = 3


def because(node: Node, rivals: Sequence[Candidate]) -> str:
    """Return why the best place of a name is taken, as a sentence."""
    best = node.best
    name = best.fact.place.name
    if node.count == 1:
        return f"There is one place called {name} in the gazetteer."
    if not rivals:
        return f"{_whole(best)}: all places of that name lie there."
    words = [_words(clue, node, best) for clue in _decisive(best, rivals)]
    return f"{_whole(best)}: {_joined(words) or 'all clues together make it the likeliest'}."


def _joined(words: Sequence[str]) -> str:
    """Join what clues say: "it lies 6 km from Demidovka, named beside it, and northwest of Belgorod"."""
    first, rest = words[:1], words[1:]
    if not rest or not first[0].startswith(_LIES):
        return " and ".join(words)
    return "".join([*first, *(f", and {word.removeprefix(_LIES)}" for word in rest)])


def open_because(node: Node, near: Sequence[Candidate]) -> str:
    """Return why no place is taken, as a sentence; ``near`` are the likely ones, none if all are denied."""
    name = node.best.fact.place.name
    if not near:
        return f"{'The only' if node.count == 1 else 'Every'} {name} in the gazetteer {_elsewhere(node)}."
    counts = Counter(map(_where, near))
    listed = [_listed(where, count) for where, count in list(counts.items())[:_MOST_LISTED]]
    places = " or ".join([*listed, *(["another"] if len(counts) > _MOST_LISTED else [])])
    return f"{name} may be {places}: nothing named near it tells these {len(near)} apart."


def _listed(where: str, count: int) -> str:
    return f"the one in {where}" if count == 1 else f"one of {count} in {where}"


def _elsewhere(node: Node) -> str:
    terms = node.best.terms
    if terms[Clue.GIVEN] > 0:
        said = ", ".join(sorted(node.around.given)) or "the raion named with it"
        return f"lies outside {said}, where the text puts it"
    if terms[Clue.BEARING] >= BEARING and node.anchor is not None:
        return f"lies elsewhere than the text says, {_bearing(node)}"
    return "lies far from all that the text names"


def _decisive(best: Candidate, rivals: Sequence[Candidate]) -> list[Clue]:
    """Return the clues by which the best place beat the next and the others, the strongest first."""
    others = [one for one in rivals if one.whole] or rivals[:1]
    done = []
    for clue in Clue:
        won = [one.terms[clue] - best.terms[clue] for one in others]
        weight = _WEAK if clue in _WEAK_CLUES else 1.0
        done.append((weight * (won[0] + sum(won) / len(won)), clue))
    done.sort(key=lambda one: (-one[0], one[1]))
    least = max(_LEAST, done[0][0] * _TOLD_TOO)
    return [clue for won, clue in done if won >= least][:_MOST_TOLD]


def _words(clue: Clue, node: Node, best: Candidate) -> str:
    oblast = best.fact.place.oblast or "it"
    fixed = {
        Clue.SETTLED: "an analyst settled it so for this source",
        Clue.GIVEN: f"the text puts it in {_area_said(node, best)}",
        Clue.RAION: f"{best.fact.raion} raion is named with it",
        Clue.SENTENCE: f"the sentence is about {oblast}",
        Clue.HEADING: f"{oblast} is what was named last before it",
        Clue.ITEM: f"the item speaks of {oblast}",
        Clue.TITLE: f"the title names {oblast}",
        Clue.SOURCE: f"the source is about {oblast}",
        Clue.SIDE: _ground(node, best),
        Clue.FRONT: "it lies closer to the front (a weak clue)",
        Clue.RECENT: "the source lately named places near it (a weak clue)",
        Clue.SIZE: "the word is one for the area" if best.fact.area else "it is the largest of that name",
        Clue.NAME: "its name is spelled so",
        Clue.BEARING: f"it lies {_bearing(node)}",
        Clue.NEAR: _beside(node, best),
        Clue.SAME: "the same name means it elsewhere in the item",
    }
    return fixed[clue]


def _ground(node: Node, best: Candidate) -> str:
    country = "Russia" if best.fact.place.country == "RU" else "Ukraine"
    return f"the text speaks of places in {country}" if node.around.countries else f"it lies in {country}"


def _area_said(node: Node, best: Candidate) -> str:
    return f"{best.fact.raion} raion" if node.around.given_raions else _titled(best.fact.place.oblast or "it")


def _bearing(node: Node) -> str:
    if node.bearing is None or node.anchor is None:
        return "as the text says"
    anchor = node.anchor.best.fact.place.name
    return f"{node.bearing.wind} of {anchor}" if node.bearing.wind else f"at the told distance from {anchor}"


def _beside(node: Node, best: Candidate) -> str:
    other = best.beside
    if other is None or best.fact.spot is None or other.best.fact.spot is None:
        return "it lies nearest to the other places named"
    away = math.dist(best.fact.spot, other.best.fact.spot)
    beside = not node.sentences.isdisjoint(other.sentences)
    where = "beside it" if beside else "in the item"
    return f"it lies {away:.0f} km from {other.best.fact.place.name}, named {where}"


def _whole(one: Candidate) -> str:
    return f"{one.fact.place.name} in {_where(one)}" if not one.fact.area else one.fact.place.name


def _where(one: Candidate) -> str:
    place = one.fact.place
    if one.fact.area:
        return f"{place.name} itself"
    if one.fact.raion:
        return f"{one.fact.raion} raion"
    return _titled(place.oblast) if place.oblast else "an unknown oblast"


def _titled(oblast: str) -> str:
    """Return what an oblast is called as a whole; what is none, as it stands."""
    region = load_regions().oblasts.get(oblast)
    return region.place.name if region else oblast
