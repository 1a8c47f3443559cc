"""Which of several places of one name is meant: told from what stands around it, or not at all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography import costs
from feeds.geography.bearings import bearings
from feeds.geography.choosing import choose
from feeds.geography.costs import Clue
from feeds.geography.facts import facts_of
from feeds.geography.folding import fold
from feeds.geography.prior import NO_PRIOR
from feeds.geography.reasons import because, open_because
from feeds.geography.scoring import Node, Scorer, recent_spots
from feeds.geography.surroundings import (
    Said,
    areas_of,
    around,
    is_russian,
    sentence_at,
    whole,
    without_namesakes,
)
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.geography.bearings import Bearing
    from feeds.geography.facts import Fact, Facts
    from feeds.geography.gazetteer import Gazetteer, Mention
    from feeds.geography.prior import Prior
    from feeds.geography.scoring import Candidate
    from feeds.geography.surroundings import Around
    from feeds.model import Place

_MOST_CANDIDATES = 5
_AREAS = (Clue.SENTENCE, Clue.HEADING, Clue.ITEM, Clue.TITLE)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means, as far as it can be told."""

    place: Place | None
    """None: not to be told from others of its name."""
    oblast: str | None
    """None where not even the oblast is certain."""
    reason: str
    """Why, as a sentence that names the clue which decided."""
    margin: float = math.inf
    """By how much the next likely place costs more, in the units of :mod:`feeds.geography.costs`;
    infinity where there is none."""
    candidates: tuple[Place, ...] = ()
    """What the name may still mean where no place is told, likeliest first, at most five."""
    area: Place | None = None
    """Where no place is told: the finest raion or oblast in which all that is likely lies."""
    elsewhere: bool = False
    """Whether all places of the name lie elsewhere than the text says: what is meant is none of them."""


def resolve(
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    *,
    text: str,
    title: Sequence[Mention] = (),
    sentences: Sequence[Span] = (),
    prior: Prior = NO_PRIOR,
) -> tuple[Resolution, ...]:
    """Return what each of the mentions of one item means, in their order.

    ``title`` are the mentions of the item's title, ``sentences`` those of ``text``, all of it where
    none are given. All names are chosen together, by what the clues of :class:`Clue` cost. Where two
    places are too near to a tie, none is told. Time is linear in the length of the text and the
    number of mentions.
    """
    if not mentions:
        return ()
    facts = facts_of(gazetteer)
    order = sorted(range(len(mentions)), key=lambda at: (mentions[at].span.start, mentions[at].span.end))
    said = _said([mentions[at] for at in order], gazetteer, facts, sentences or (Span(0, len(text)),))
    titled = _said(title, gazetteer, facts, ())
    stands = around(said, text, sentences or (Span(0, len(text)),))
    told = bearings([one.mention for one in said], text)
    scorer = Scorer(
        whole(said, titled, stands),
        _certain([*said, *titled]),
        prior,
        recent_spots(prior),
        facts,
        is_russian(text),
    )
    nodes, numbers = _nodes(said, stands, told, scorer)
    headed, _ = _nodes(titled, around(titled, "", ()), {}, scorer)
    choose([*headed, *nodes])
    results = {id(node): _resolution(node, gazetteer) for node in nodes}
    found = {at: results[id(nodes[number])] for at, number in zip(order, numbers, strict=True)}
    return tuple(found[at] for at in range(len(mentions)))


def _said(
    mentions: Sequence[Mention], gazetteer: Gazetteer, facts: Facts, sentences: Sequence[Span]
) -> list[Said]:
    starts = [span.start for span in sentences]
    found: list[Said] = []
    for mention in mentions:
        meant = without_namesakes([facts.of(place, gazetteer) for place in mention.candidates])
        found.append(Said(mention, meant, sentence_at(starts, mention.span.start), areas_of(meant)))
    return found


def _certain(said: Sequence[Said]) -> tuple[frozenset[str], dict[int, frozenset[str]]]:
    """Return the oblasts in which names are certain to lie, in all and by sentence."""
    found: dict[int, set[str]] = {}
    for one in said:
        oblasts = {oblast for fact in one.facts for oblast in fact.oblasts}
        if len(oblasts) == 1:
            found.setdefault(one.sentence, set()).update(oblasts)
    by_sentence = {number: frozenset(oblasts) for number, oblasts in found.items()}
    return frozenset().union(*by_sentence.values()), by_sentence


def _nodes(
    said: Sequence[Said], stands: Sequence[Around], told: dict[int, Bearing], scorer: Scorer
) -> tuple[list[Node], list[int]]:
    """Return the names to be chosen, and of each mention which of them it is."""
    kept: dict[tuple[object, ...], int] = {}
    nodes: list[Node] = []
    numbers: list[int] = []
    for at, one in enumerate(said):
        form, bearing = fold(one.mention.form), told.get(at)
        name = tuple(map(id, one.facts))
        key = (form, name, one.mention.folded, stands[at], _told_of(bearing, said))
        if key not in kept:
            kept[key] = len(nodes)
            weighed = scorer.candidates(form, one.facts, stands[at], one.sentence)
            folded = one.mention.folded
            nodes.append(Node(form, name, stands[at], weighed, len(one.facts), folded, set(), bearing))
        nodes[kept[key]].sentences.add(one.sentence)
        numbers.append(kept[key])
    for node in nodes:
        if node.bearing is not None:
            node.anchor = nodes[numbers[node.bearing.anchor]]
    return nodes, numbers


def _told_of(bearing: Bearing | None, said: Sequence[Said]) -> tuple[object, ...]:
    """Return what is the same for all bearings that tell the same."""
    if bearing is None:
        return ()
    anchor = tuple(map(id, said[bearing.anchor].facts))
    return bearing.degrees, bearing.reach_km, bearing.loose, anchor


def _resolution(node: Node, gazetteer: Gazetteer) -> Resolution:
    best, rivals = node.best, [one for one in node.weighed[1:] if not _same_spot(node.best, one)]
    margin = rivals[0].total - best.total if rivals else math.inf
    if _denied(node):
        return _not_here(node, gazetteer)
    enough = costs.MARGIN + costs.FOLDED_NAME * node.folded
    if margin >= enough:
        place = best.fact.place
        return Resolution(place, place.oblast, because(node, rivals), margin)
    near = [one for one in node.weighed if one.total - best.total < enough]
    places = tuple(one.fact.place for one in near[:_MOST_CANDIDATES])
    area = _common_area([one.fact for one in near], gazetteer)
    return Resolution(None, _one_oblast(near), open_because(node, near), margin, places, area)


def _same_spot(one: Candidate, other: Candidate) -> bool:
    """Tell whether two places of one name need no telling apart."""
    spots = one.fact.spot, other.fact.spot
    near = (
        spots[0] is not None and spots[1] is not None and math.dist(spots[0], spots[1]) <= costs.SAME_SPOT_KM
    )
    return near and one.fact.rough_km == other.fact.rough_km == 0.0 and one.fact.area == other.fact.area


def _denied(node: Node) -> bool:
    """Tell whether the text says that the name lies where no place of its name does."""
    best = node.best
    return best.terms[Clue.GIVEN] > 0 or _turned(node) or _forlorn(node)


def _turned(node: Node) -> bool:
    """Tell whether a place lies another way than told, even where its point may be off."""
    fact = node.best.fact
    anchor = node.anchor.best.fact.spot if node.anchor else None
    if node.bearing is None or anchor is None or fact.spot is None or fact.area:
        return False
    return node.bearing.cost(anchor, fact.spot, fact.off_km) >= costs.BEARING


def _forlorn(node: Node) -> bool:
    """Tell whether a village lies far from all places named, and from the front or the oblasts named."""
    best, fact = node.best, node.best.fact
    if fact.area or fact.saved >= costs.CITY or best.terms[Clue.SETTLED]:
        return False
    alone = best.beside is None or best.terms[Clue.NEAR] > costs.ALONE
    said = node.around.given | node.around.heading | node.around.oblasts | node.around.lent
    by_front = fact.front_km <= costs.BY_FRONT_KM and node.count == 1
    elsewhere = not by_front and _outside(best)
    far = fact.front_km > costs.FAR_KM and not node.around.strike
    return alone and not fact.oblasts & said and (far or elsewhere)


def _outside(best: Candidate) -> bool:
    """Tell whether a place lies outside of the oblasts or of the raions that are named."""
    raion = best.terms[Clue.RAION] >= costs.SENTENCE_RAION
    return raion or max(best.terms[clue] for clue in _AREAS) >= costs.HEADING


def _not_here(node: Node, gazetteer: Gazetteer) -> Resolution:
    given = node.around.given or {raion.partition("/")[0] for raion in node.around.given_raions}
    oblast = next(iter(given)) if len(given) == 1 else None
    region = gazetteer.regions.oblasts.get(oblast) if oblast else None
    area = region.place if region else None
    places = tuple(one.fact.place for one in node.weighed[:_MOST_CANDIDATES])
    return Resolution(None, oblast, open_because(node, ()), 0.0, places, area, elsewhere=True)


def _one_oblast(near: Sequence[Candidate]) -> str | None:
    oblasts = {one.fact.place.oblast for one in near}
    return oblasts.pop() if len(oblasts) == 1 else None


def _common_area(near: Sequence[Fact], gazetteer: Gazetteer) -> Place | None:
    """Return the raion or else the oblast in which all of some places lie."""
    oblasts = {fact.place.oblast for fact in near}
    oblast = oblasts.pop() if len(oblasts) == 1 else None
    if oblast is None or oblast not in gazetteer.regions.oblasts:
        return None
    raions = {fact.raion for fact in near}
    raion = raions.pop() if len(raions) == 1 else None
    region = gazetteer.regions.oblasts[oblast].place
    return facts_of(gazetteer).raions.get((oblast, raion), region) if raion else region
