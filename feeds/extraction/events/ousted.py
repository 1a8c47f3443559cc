"""Who lost a place, or was driven back, where the words name only the others or nobody, by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import main_subject, subject_before
from feeds.extraction.events.clauses import frame_at
from feeds.extraction.speakers.sides import ALIGNED, opposite, own_side
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_NEAR = 4
"""Tokens of "it was possible to" before a verb."""
_FORCED_REACH = 8
"""Tokens of "made the battered units of X then" before a verb."""
_STALLED_REACH = 12
"""Tokens of "toward the town of X had now largely stalled"."""
_STOPPED_REACH = 16
"""Tokens behind a push in which "but was stopped" stands."""


def lost_by_own(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the own side of a source that calls a place lost and names nobody: "X and Y are lost"."""
    low, words = scene.row[hit.begin].low, scene.lexicon
    lost = (
        not hit.noun and low.startswith(words.actors.losing) and low.endswith(words.grammar.passive_endings)
    )
    return (own_side(scene.alignment),) if lost and scene.alignment in ALIGNED else ()


def driven_out(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of those whom "they were driven out" means: who the sentence is about."""
    row, words = scene.row, scene.lexicon
    if hit.noun or not words.grammar.free_order or not row[hit.begin].low.startswith(words.grammar.ousting):
        return ()
    near = range(max(hit.clause, hit.begin - _NEAR), hit.begin)
    managed = next((at for at in near if row[at].low in words.grammar.succeeding), None)
    if managed is None or row[managed - 1].low not in words.attribution.possessives:
        return ()
    frame = frame_at(scene.frames, hit.begin)
    meant = main_subject(scene, cast, frame.begin if frame is not None else 0, managed)
    return tuple(map(opposite, meant))


def forced_back(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who pulls back, named in another case beside the verb: "X's men made retreat the enemy".

    Likewise "made the enemy retreat", which may be said of units that are moved as well.
    """
    grammar = scene.lexicon.grammar
    went = hit.trigger.kind is Kind.WITHDRAWAL and hit.trigger.base and grammar.free_order
    verbs = scene.row[max(hit.clause, hit.begin - 1) : hit.begin]
    if went or (hit.trigger.kind is Kind.REDEPLOYMENT and hit.trigger.base and grammar.free_order):
        near = range(max(hit.clause, hit.begin - _FORCED_REACH), hit.begin)
        verb = next((at for at in reversed(near) if scene.row[at].low in grammar.forcing), hit.begin)
        made = [one for one in cast if verb < one.begin and one.end <= hit.begin and not one.governed]
        if made:
            return made[-1].sides
    forced = went and any(token.low in grammar.forcing for token in verbs)
    behind = (one for one in cast if forced and one.begin == hit.end and one.oblique and not one.governed)
    return next((one.sides for one in behind), ())


def cleared_of(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of those of whom a place "has been cleared", as a phrase holds them; English."""
    of = [at for at in range(hit.begin, hit.end) if scene.row[at].low in scene.lexicon.places.of]
    taken = hit.trigger.kind is Kind.SEIZURE and not hit.noun and scene.lexicon.grammar.has_articles
    inside = (one for one in cast if of and of[0] < one.begin < hit.end)
    return next((tuple(map(opposite, one.sides)) for one in inside if taken), ())


def ousters(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who drives out those named right behind the verb without a case: "they drove ZSU out of X"."""
    grammar, low = scene.lexicon.grammar, scene.row[hit.begin].low
    ousts = not hit.noun and grammar.free_order and low.startswith(grammar.ousting)
    if not ousts or low.endswith(grammar.passive_endings):
        return ()
    plain = (one for one in cast if one.begin == hit.end and scene.row[one.begin].low in grammar.indeclinable)
    one = next(plain, None)
    led = one is not None and subject_before(scene, cast, hit.clause, hit.begin)
    return tuple(map(opposite, one.sides)) if one is not None and not led else ()


def drivers(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who drove somebody out of a place where only those are named: "threw the enemy back from X"."""
    grammar = scene.lexicon.grammar
    low = scene.row[hit.begin].low
    passive = low.endswith(grammar.passive_endings)
    if hit.noun or passive or not (grammar.free_order and low.startswith(grammar.ousting)):
        return ()
    behind = [one for one in cast if hit.end <= one.begin <= hit.end + _NEAR]
    before = [one for one in cast if max(hit.clause, hit.begin - _NEAR) <= one.begin < hit.begin]
    one = next(iter(behind or before), None)
    return tuple(map(opposite, one.sides)) if one is not None and one.oblique and not one.governed else ()


def is_stopped(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a push was held up in the same breath: "they landed near X, but were thrown back"."""
    behind = scene.row[hit.end : hit.end + _STOPPED_REACH]
    but = next((at for at, token in enumerate(behind) if token.low in scene.lexicon.mood.boundaries), None)
    return but is not None and scene.lexicon.mood.stopped.any(behind[but : but + _NEAR])


def stalls(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a noun's push is said to have ended: "their push toward X has stalled"; English alone."""
    words = scene.lexicon
    if not words.grammar.has_articles:
        return False
    behind = scene.words_after(hit.end, _STALLED_REACH)
    helping = words.mood.helping | words.mood.passive
    for at, token in enumerate(behind[1:], start=1):
        if token.said == ",":
            return False
        first = at - 1 - behind[at - 1].low.endswith(words.mood.adverb_endings)
        if token.low.startswith(words.mood.ceasing) and first >= 0 and behind[first].low in helping:
            return True
    return False
