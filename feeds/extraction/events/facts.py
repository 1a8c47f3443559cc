"""Where a statement of fact begins, behind plans and purposes of the same sentence, and what is long past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import behind_front

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_ONCE_REACH = 2
"""Tokens of "have since" before a verb."""
_FORECAST_REACH = 14
"""Tokens before a trigger among which a word of mood belongs to it."""

_OPENING = 3
"""Tokens at the head of a sentence among which "years ago" begins: "some ten years ago"."""


def statement_begin(scene: Clauses, hit: Hit) -> int:
    """Return from where on a word of mood belongs to a trigger: not before "that" where that word parts."""
    row, words = scene.row, scene.lexicon.attribution
    gerund = scene.lexicon.mood.is_active_form(row[hit.begin].low)
    listed = gerund and scene.word_before(hit.begin) in words.likewise | words.joins
    reach = _FORECAST_REACH * 2 if listed and scene.lexicon.grammar.has_articles else _FORECAST_REACH
    floor = max(hit.clause, hit.begin - reach)
    if scene.lexicon.grammar.free_order:
        stands_for = scene.lexicon.places.there | scene.lexicon.places.whither
        there = [at for at in range(max(floor, 1), hit.begin) if row[at].low in stands_for]
        parted = [at for at in there if row[at - 1].said == ","]
        stops = (at for at in range(floor, hit.begin) if row[at].low in words.clauses or at in parted)
    else:
        stops = (at for at in range(max(floor, 1), hit.begin) if _opens_fact(scene, hit, at))
    built = [end for _, end, _ in scene.lexicon.mood.building.all(row[floor : hit.begin]) if hit.noun]
    return max(
        [
            floor,
            *(at + 1 for at in stops),
            *(floor + end for end in built),
            behind_front(scene, hit.clause, hit.begin),
            behind_purpose(scene, hit),
        ]
    )


def behind_purpose(scene: Clauses, hit: Hit) -> int:
    """Return where a statement begins behind the purpose at the head of its clause; 0 where there is none.

    "In order to take X, they attack Y", or without a comma, where who acts stands right before the verb.
    """
    row, words = scene.row, scene.lexicon
    if not words.grammar.free_order or hit.noun or hit.trigger.base:
        return 0
    opening = range(hit.clause, min(hit.clause + _OPENING, hit.begin))
    end = next((one[0] for at in opening if (one := words.mood.purposes.at(row, at)) is not None), None)
    if end is None:
        return 0
    comma = next((at for at in range(hit.begin - 1, end, -1) if row[at].said == ","), 0)
    return comma + 1 if comma else hit.begin * _names_forces(row[hit.begin - 1], words)


def _names_forces(token: Token, words: Lexicon) -> bool:
    """Tell whether one word names forces, in the case in which they act."""
    known = words.actors.forces.union(*(side.names | side.forces for side in words.sides.values()))
    named = token.low in known or words.actors.enemy.any([token])
    return named and token.low not in words.grammar.oblique


def _opens_fact(scene: Clauses, hit: Hit, at: int) -> bool:
    """Tell whether ", which", "can say that", or "after" with a verb of the past stands at token ``at``."""
    row, words = scene.row, scene.lexicon
    past = not (hit.noun or hit.trigger.base) and row[at].low in words.mood.once
    led = words.attribution.verbs | words.attribution.joins
    said = row[at].low in words.attribution.clauses and row[at - 1].low in led
    parted = row[at].low in words.grammar.asides and row[at - 1].said == ","
    aside = parted and words.mood.forecast.at(row, at) is None
    return past or said or aside or _opens_relative(scene, at) or _opens_perfect(scene, hit, at)


def _opens_relative(scene: Clauses, at: int) -> bool:
    """Tell whether ", which" stands at token ``at``: a statement of its own follows."""
    return scene.row[at].low in scene.lexicon.attribution.relatives and scene.row[at - 1].said == ","


def _opens_perfect(scene: Clauses, hit: Hit, at: int) -> bool:
    """Tell whether "have" right before a verb says it was done, whatever a purpose before it was.

    "Units moving to widen the gap have reached X". English alone.
    """
    row, words = scene.row, scene.lexicon
    perfect = row[at].low in words.mood.helping - words.mood.being - words.mood.passive
    perfect = perfect and not (hit.noun or hit.trigger.base) and words.grammar.has_articles
    if not perfect or hit.begin - at > _ONCE_REACH or row[at - 1].low in words.mood.modal | words.mood.to:
        return False
    if row[at - 1].low in words.attribution.joins:
        return True  # "hold most if not all of X, and have entered Y"
    to = next((one for one in range(at - 2, hit.clause, -1) if row[one].low in words.mood.to), None)
    open_to = words.attribution.clauses | words.mood.modal | words.mood.to
    between = row[to:at] if to is not None else ()
    return bool(between) and not any(token.low in open_to for token in between[1:])


def opens_in_past(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "A decade ago," or "Last year," opens the sentence that a trigger is first in; English."""
    first = min((begin for begin, _, _ in scene.triggers), default=hit.begin)
    if hit.begin > first or not scene.lexicon.grammar.has_articles:
        return False
    past = scene.lexicon.mood.long_past
    opened = (past.at(scene.row, at) for at in range(min(_OPENING, hit.begin)))
    return any(one is not None and one[0] <= hit.begin for one in opened)
