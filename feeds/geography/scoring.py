"""What each place of a name costs by what is said around the name, other names left aside."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from feeds.geography import costs
from feeds.geography.closeness import spot_of
from feeds.geography.costs import Clue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.geography.bearings import Bearing
    from feeds.geography.closeness import Spot
    from feeds.geography.facts import Fact, Facts
    from feeds.geography.prior import Prior
    from feeds.geography.surroundings import Around, Whole

MOST_WEIGHED = 24
"""Places of one name that are weighed against other names: those that cost least by themselves."""
_RECENT_LOOKED_AT = 20
_AREAS = (Clue.SENTENCE, Clue.HEADING, Clue.ITEM, Clue.TITLE, Clue.SOURCE)


@dataclass(slots=True)
class Candidate:
    """A place that a name may mean, with what it costs."""

    fact: Fact
    base: float
    """Without other names."""
    terms: list[float]
    """By clue."""
    total: float = 0.0
    whole: bool = True
    """Whether all that it costs was added up; else other names could not make it the best."""
    beside: Node | None = None
    """The other name that lies nearest."""


@dataclass(slots=True, eq=False)
class Node:
    """All mentions of one name about which the same is said: they mean one place."""

    form: str
    """Folded."""
    name: tuple[int, ...]
    """What is the same for all spellings of a name: the numbers of its places."""
    around: Around
    weighed: list[Candidate]
    """The likeliest first."""
    count: int
    """How many places the name may mean."""
    folded: bool
    """Whether it is only like their names, by the key across languages."""
    sentences: set[int]
    bearing: Bearing | None = None
    anchor: Node | None = None
    open: int = 1
    """How many of its places nothing but other names can tell apart."""
    doubt: float = 0.0
    """Added to distances from it for that reason."""
    placed: bool = False
    spots: list[tuple[str, float, float, float]] = field(default_factory=list)
    """Where it may lie: ids, kilometres east and north, and what is added to distances from there."""
    near: list[tuple[Node, float]] = field(default_factory=list)
    """Other names with what is added to distances from them."""
    twins: list[Node] = field(default_factory=list)
    """The same name where other things are said of it."""

    @property
    def best(self) -> Candidate:
        """The place that costs least as far as is known."""
        return self.weighed[0]


@dataclass(frozen=True, slots=True)
class Scorer:
    """What holds for all names of one item."""

    whole: Whole
    certain: tuple[frozenset[str], dict[int, frozenset[str]]]
    """Oblasts in which some name is certain to lie: in the item, and by sentence."""
    prior: Prior
    recent: tuple[Spot, ...]
    facts: Facts
    russian: bool
    """Whether the item is written in Russian."""

    def candidates(self, form: str, every: Sequence[Fact], around: Around, sentence: int) -> list[Candidate]:
        """Return the likeliest places of a name with what they cost by themselves, cheapest first."""
        by_oblast: dict[tuple[str, frozenset[str]], tuple[float, list[float]]] = {}
        settled = self._settled(every, around)
        raions = bool(around.given_raions or around.raions or self.whole.raions)
        weight, most = _front(around)
        rated: list[tuple[float, int, list[float]]] = []
        for number, fact in enumerate(every):
            key = (fact.place.country, fact.oblasts)
            area = by_oblast.get(key)
            if area is None:
                terms = self._of_oblast(fact, around, sentence)
                area = by_oblast[key] = sum(terms), terms
            cost = area[0] + min(weight * fact.front_km, most) - _saved(fact, around)
            if raions:
                cost += sum(self._of_raion(fact, around))
            rated.append((cost - settled.get(fact.place.id, 0.0), number, area[1]))
        rated.sort()
        found = [
            self._weighed(form, every[number], around, terms, settled)
            for _, number, terms in rated[:MOST_WEIGHED]
        ]
        return sorted(found, key=lambda one: (one.base, one.fact.place.id))

    def _weighed(
        self, form: str, fact: Fact, around: Around, of_oblast: Sequence[float], settled: Mapping[str, float]
    ) -> Candidate:
        terms = list(of_oblast)
        given, raion = self._of_raion(fact, around)
        weight, most = _front(around)
        terms[Clue.GIVEN] = max(given, terms[Clue.GIVEN])
        terms[Clue.RAION] = raion
        terms[Clue.FRONT] = min(weight * fact.front_km, most)
        terms[Clue.RECENT] = self._recent(fact)
        terms[Clue.NAME] = self.facts.name_cost(form, fact, russian=self.russian)
        old = terms[Clue.NAME] >= costs.OLD_NAME
        terms[Clue.SIZE] = -_saved(fact, around) * (costs.OLD_SAVES if old else 1.0)
        terms[Clue.SETTLED] = -settled.get(fact.place.id, 0.0)
        base = sum(terms)
        return Candidate(fact, base, terms, base)

    def _of_oblast(self, fact: Fact, around: Around, sentence: int) -> list[float]:
        """Return the costs that are the same for all places of an oblast."""
        terms = [0.0] * len(Clue)
        oblasts, whole = fact.oblasts, self.whole
        terms[Clue.GIVEN] = costs.GIVEN * _misses(around.given, oblasts)
        terms[Clue.SENTENCE] = self._sentence(oblasts, around, sentence)
        terms[Clue.HEADING] = (costs.HEADED if around.headed else costs.HEADING) * _misses(
            around.heading, oblasts
        )
        terms[Clue.ITEM] = costs.ITEM * _misses(whole.oblasts, oblasts)
        terms[Clue.ITEM] += costs.ITEM_CERTAIN * _misses(self.certain[0], oblasts)
        terms[Clue.TITLE] = costs.TITLE * _misses(whole.titled, oblasts)
        terms[Clue.SOURCE] = costs.SOURCE * _misses(self.prior.oblasts, oblasts)
        if oblasts & (around.oblasts | around.crossed):
            # A bulletin goes from one direction to the next: what the sentence names says more than the item.
            terms[Clue.ITEM] *= costs.NEXT_AREA
            terms[Clue.TITLE] *= costs.NEXT_AREA
        _soften(terms)
        country = frozenset((fact.place.country,))
        terms[Clue.SIDE] = costs.SENTENCE_SIDE * _misses(around.countries, country)
        terms[Clue.SIDE] += costs.ITEM_SIDE * _misses(whole.countries, country)
        terms[Clue.SIDE] += costs.ABROAD * (fact.place.country == "RU" and not whole.russian)
        return terms

    def _of_raion(self, fact: Fact, around: Around) -> tuple[float, float]:
        """Return what it costs to lie outside of the raion said with the name, and of others named."""
        if not (around.given_raions or around.raions or self.whole.raions):
            return 0.0, 0.0
        raion = f"{fact.place.oblast}/{fact.raion}"
        given = bool(around.given_raions) and raion not in around.given_raions and not fact.area
        near = costs.SENTENCE_RAION * (bool(around.raions) and raion not in around.raions)
        item = costs.ITEM_RAION * (bool(self.whole.raions) and raion not in self.whole.raions)
        return costs.GIVEN * given, near + item

    def _sentence(self, oblasts: frozenset[str], around: Around, sentence: int) -> float:
        certain = costs.SENTENCE_CERTAIN * _misses(self.certain[1].get(sentence, frozenset()), oblasts)
        named = around.oblasts | around.crossed | around.lent
        if not named or oblasts & named:
            return certain
        direct = costs.SENTENCE_DIRECTION if around.crossed else costs.SENTENCE_LENT
        return certain + (costs.SENTENCE if around.oblasts else direct)

    def _recent(self, fact: Fact) -> float:
        if not self.recent or fact.spot is None:
            return costs.RECENT * (1 + costs.SECOND_NEAR) if self.recent else 0.0
        away = sorted(math.dist(fact.spot, spot) for spot in self.recent)[:2]
        first, *second = (1.0 - math.exp(-km / costs.NEAR_FADE_KM) for km in away)
        return costs.RECENT * (first + costs.SECOND_NEAR * sum(second or [1.0]))

    def _settled(self, every: Sequence[Fact], around: Around) -> dict[str, float]:
        """Return what places save that an analyst settled for this name, unless the text denies them.

        Where not even the oblast was certain then, other places named beside the name weigh more.
        """
        by_id = {fact.place.id: fact for fact in every} if self.prior.settled else {}
        said = (around.given, around.oblasts, around.heading, self.whole.titled)
        found: dict[str | None, tuple[str, float]] = {}
        for one in self.prior.settled:
            fact = by_id.get(one.place_id)
            if fact is not None and not any(_misses(named, fact.oblasts) for named in said):
                saved = costs.SETTLED if one.oblast else costs.SETTLED_ANYWHERE
                found.setdefault(one.oblast, (one.place_id, saved))
        return dict(found.values())


def recent_spots(prior: Prior) -> tuple[Spot, ...]:
    """Return where a source's recent places lie, of the last twenty."""
    return tuple(
        spot_of(place.lat, place.lon)
        for place in prior.recent[:_RECENT_LOOKED_AT]
        if place.lat is not None and place.lon is not None
    )


def _soften(terms: list[float]) -> None:
    """Let the heaviest of the clues to the oblast count whole, the others in part: one leads to the other."""
    heaviest = max(_AREAS, key=terms.__getitem__)
    for clue in _AREAS:
        terms[clue] *= 1.0 if clue is heaviest else costs.NEXT_AREA


def _misses(said: frozenset[str], has: frozenset[str]) -> bool:
    return bool(said) and not said & has


def _front(around: Around) -> tuple[float, float]:
    """Return what a kilometre from the front costs, and what all of them cost at most."""
    if around.strike:
        return (costs.FRONT if around.ground else costs.FRONT_STRIKE), math.inf
    return (costs.FRONT_GROUND, costs.FRONT_GROUND_MOST) if around.ground else (costs.FRONT, math.inf)


def _saved(fact: Fact, around: Around) -> float:
    return fact.saved + fact.heads * (costs.STRIKE_SIZE if around.strike else costs.LAST_SIZE)
