"""Whether a side only keeps what it had, or is said not to hold a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.model import Side


def only_keeps(scene: Clauses, hit: Hit, sides: tuple[Side, ...]) -> bool:
    """Tell whether a side that is named only holds what it had: that is no report."""
    named = [words.keeps for side, words in scene.lexicon.sides.items() if side in sides]
    grammar = scene.lexicon.grammar
    said = scene.row[hit.begin : hit.end if grammar.free_order else hit.begin + 1]
    state = grammar.instrumental_endings  # "under the control of", not "took control"
    told = [one.low for one in said if one.low not in grammar.control or one.low.endswith(state)]
    return any(low.startswith(keeps) for keeps in named for low in told)


def is_without(scene: Clauses, hit: Hit, *, negated: bool) -> bool:
    """Tell whether a side is said not to hold the place named right behind: "do not control the town"."""
    near = scene.row[hit.end : hit.end + 2]
    town = scene.lexicon.places.settlement - scene.lexicon.places.many
    named = any(token.capital or token.low in town for token in near[:1])
    denied = hit.begin > 0 and scene.lexicon.mood.negation.at(scene.row, hit.begin - 1) is not None
    return negated and named and denied and scene.lexicon.grammar.free_order
