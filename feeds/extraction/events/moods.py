"""Whether what a trigger says has happened: scenery, strikes, attempts, forecasts, denials."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.events.asides import (
    is_aimed_at,
    is_gerund_subject,
    is_headed_aim,
    is_land_held,
    is_since,
    only_describes,
)
from feeds.extraction.events.civilians import is_flight
from feeds.extraction.events.facts import opens_in_past, statement_begin
from feeds.extraction.events.modals import is_month, stands_before_modal
from feeds.extraction.events.participles import is_participle
from feeds.extraction.events.strikes import is_strike
from feeds.extraction.events.which import only_tells_which
from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.text.objects import names_unit, takes_men, tells_nothing
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.words.tokens import Token

_NEAR = 4
_ONCE_REACH = 2
"""Tokens of "amid a" before an assault."""
_NEGATION_REACH = 6
_ARMED_REACH = 12
_FORECAST_REACH = 14
_SHORTEST_VERB = 5
"""Letters of an infinitive that may not be a noun: "часть", "область" are left to other rules."""


def left_out(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger is an idiom, scenery, a strike, an adjective, a unit's name, or history."""
    row, mood = scene.row, scene.lexicon.mood
    if _is_none(scene, hit) or _is_scenery(scene, hit) or _is_course(scene, hit) or _is_judged(scene, hit):
        return True
    if _heads_line(scene, hit) or is_flight(scene, hit) or opens_in_past(scene, hit):
        return True
    moved = hit.trigger.kind is Kind.REDEPLOYMENT and scene.lexicon.grammar.has_articles  # "an air brigade"
    long = hit.end > hit.begin + 1 and not moved
    if long and any(token.low in mood.strikes for token in row[hit.begin : hit.end]):
        return True
    if hit.trigger.kind is Kind.ATTACK and is_strike(scene, hit):
        return True
    forces = scene.lexicon.actors.forces
    nominal = hit.noun or (hit.begin == hit.clause and hit.end == hit.begin + 1)
    ordered = nominal and not scene.lexicon.grammar.free_order
    unit = ordered and any(token.low in forces for token in row[hit.end : hit.end + 1])
    near = row[max(hit.clause, hit.begin - _NEAR) : hit.begin]
    behind = scene.words_after(hit.end, _ARMED_REACH)
    fallen = row[hit.begin].low in mood.falling and any(token.low in mood.once for token in near)
    told = (
        fallen
        or (mood.history.any(near) and not _dated(scene, hit))
        or mood.long_past.any(behind)
        or (
            scene.lexicon.grammar.free_order and mood.history.any(scene.words_after(hit.end, _NEGATION_REACH))
        )
    )
    return unit or told or _adjective(scene, hit) or is_since(scene, hit) or is_land_held(scene, hit)


def _dated(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a day of a month stands behind a trigger, which tells better how long ago it was."""
    behind, months = scene.words_after(hit.end, _ARMED_REACH), scene.lexicon.dates.months
    named = any(
        one.capital and one.low in months and other.said.isdecimal() for one, other in pairwise(behind)
    )
    return named and scene.lexicon.grammar.has_articles


def _heads_line(scene: Clauses, hit: Hit) -> bool:
    """Tell whether fighting only heads a line: "The battle of X: …"; where order is free."""
    fought = hit.noun and hit.begin == 0 and hit.trigger.kind is Kind.FIGHTING
    behind = scene.row[hit.end : hit.end + _NEGATION_REACH]
    return fought and scene.lexicon.grammar.free_order and any(token.said == ":" for token in behind)


def is_void(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger is none: an idiom, "left" without a place, and "occupied" before a noun."""
    if _is_none(scene, hit) or _is_aim(scene, hit) or _is_course(scene, hit):
        return True
    if scene.lexicon.grammar.free_order and hit.noun and _is_scenery(scene, hit):
        following = scene.row[hit.end : hit.end + 1]
        led = scene.lexicon.actors.governing | scene.lexicon.compass.words
        return any(one.word and not one.capital and one.low not in led for one in following)
    participle = scene.row[hit.begin].low.endswith(scene.lexicon.mood.participles)
    which = participle and any(one.word and not one.capital for one in scene.row[hit.end : hit.end + 1])
    return (scene.lexicon.grammar.has_articles or which) and _adjective(scene, hit) and not hit.noun


def _is_course(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a noun only says how something was done: "advanced during an assault near X"; English."""
    fought = hit.noun and hit.trigger.kind in {Kind.ATTACK, Kind.FIGHTING}
    before = [one for one in scene.triggers if one[1] <= hit.begin]
    if not (fought and before and scene.lexicon.grammar.has_articles):
        return False
    _, end, verb = before[-1]
    between = scene.row[end : hit.begin]
    led = any(scene.lexicon.mood.scenery.at(between, at) is not None for at in range(len(between[:2])))
    plain = all(token.word and not token.capital for token in between)
    return led and plain and not verb.noun and verb.kind in {Kind.ADVANCE, Kind.SEIZURE, Kind.WITHDRAWAL}


def _is_judged(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "of which is" only says what a deed would mean: "X, the capture of which is vital"."""
    words, of = scene.lexicon, scene.row[hit.end : hit.end + 1]
    which, verb = scene.row[hit.end + 1 : hit.end + 2], scene.row[hit.end + 2 : hit.end + 3]
    led = any(one.low in words.places.of for one in of) and hit.noun and words.grammar.has_articles
    relative = any(one.low in words.attribution.relatives for one in which)
    return led and relative and any(one.low in words.mood.being for one in verb)


def _is_none(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger only looks like one: an idiom, a unit's name, letters that were sent."""
    attack = hit.trigger.kind is Kind.ATTACK
    unit = attack and names_unit(scene.row, hit.begin, hit.end, scene.lexicon)
    return (
        unit
        or only_describes(scene, hit)
        or (hit.trigger.kind is Kind.SEIZURE and takes_men(scene.row, hit.begin, hit.end, scene.lexicon))
        or tells_nothing(scene.row, hit.begin, hit.end, scene.lexicon)
        or _moves_no_forces(scene, hit)
    )


def _moves_no_forces(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "were sent to" tells of no forces: of bodies, or of letters."""
    words = scene.lexicon
    if hit.trigger.kind is not Kind.REDEPLOYMENT or scene.row[hit.begin].low not in words.mood.passive:
        return False
    before = scene.row[max(hit.clause, hit.begin - _ARMED_REACH) : hit.begin]
    return words.grammar.has_articles and not any(token.low in words.actors.forces for token in before)


def _is_aim(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a noun only says what for, right behind "with the aim of"; in English, "into"."""
    if scene.lexicon.grammar.has_articles:
        at = hit.begin - 1 - (scene.word_before(hit.begin) in scene.lexicon.actors.articles)
        into = at > 0 and scene.row[at].low in scene.lexicon.mood.aims
        return into and hit.noun and hit.trigger.kind is Kind.FIGHTING
    before = scene.row[max(hit.clause, hit.begin - 2) : hit.begin]
    return hit.noun and scene.lexicon.grammar.free_order and scene.lexicon.mood.forecast.any(before)


def _is_scenery(scene: Clauses, hit: Hit) -> bool:
    """Tell whether fighting is no statement: "amid fighting"; the phrase may hold the noun itself."""
    fought = hit.trigger.kind is Kind.FIGHTING
    mounted = hit.trigger.kind is Kind.ATTACK
    noun = hit.trigger.noun or (hit.noun and scene.lexicon.grammar.has_articles)
    gained = hit.trigger.kind is Kind.ADVANCE and noun
    if gained:
        return _is_past_gain(scene, hit)
    if not _is_plain_noun(scene, hit) or not (fought or mounted):
        return False
    if fought and any(token.low in scene.lexicon.mood.ongoing for token in scene.row[hit.end : hit.end + 1]):
        return False
    row = scene.row[max(hit.clause, hit.begin - _NEAR) : hit.end]
    scenery = scene.lexicon.mood.scenery
    if scene.lexicon.grammar.has_articles and _long_after(scene, hit, fought=fought):
        return True
    if mounted and not hit.trigger.noun:
        led = any(token.low in scene.lexicon.mood.once for token in row[:-1][-_ONCE_REACH:])
        hits = (scenery.at(row, at) for at in range(len(row) - 1))
        led = led or any(one is not None and one[0] == len(row) for one in hits)  # "under heavy attack"
        return led and scene.lexicon.grammar.has_articles  # "amid a cross-border assault"
    inside = hit.end - hit.begin if scene.lexicon.grammar.has_articles else 0
    return any(scenery.at(row, at) is not None for at in range(len(row) - inside)) or _opens_with_scenery(
        scene, hit
    )


def _is_past_gain(scene: Clauses, hit: Hit) -> bool:
    """Tell whether gains only say since when something is so: "after its first gains at X"."""
    if scene.lexicon.grammar.has_articles:
        return _long_after(scene, hit, fought=True)
    near = scene.row[max(hit.clause, hit.begin - _NEAR) : hit.begin]
    return any(token.low in scene.lexicon.mood.afterwards for token in near)


def _is_plain_noun(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger is a noun, or one word of those that may be noun or verb and is one here."""
    one = hit.end == hit.begin + 1 or hit.trigger.kind is Kind.FIGHTING
    either = hit.noun and one and scene.lexicon.grammar.has_articles
    return hit.trigger.noun or either


def _long_after(scene: Clauses, hit: Hit, *, fought: bool) -> bool:
    """Tell whether a long phrase holds the noun: "after two years of the hardest fighting"."""
    row = scene.row[max(hit.clause, hit.begin - _ARMED_REACH) : hit.begin]
    comma = max((at for at, token in enumerate(row) if not token.word and token.said != "-"), default=-1)
    words, near = scene.lexicon, row[comma + 1 :]
    led = words.places.of | words.mood.to
    of = [begin for begin, end, _ in words.mood.scenery.all(near) if near[end - 1].low in led]
    return bool(of) or (fought and any(token.low in words.mood.once for token in near))


def _opens_with_scenery(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a phrase set off by a comma begins the clause: "After a year of slow fighting, …"."""
    row = scene.row[hit.clause : hit.begin]
    opened = bool(row) and scene.lexicon.mood.scenery.at(row, 0) is not None
    return opened and len(row) <= _FORECAST_REACH and not any(token.said == "," for token in row)


def _adjective(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a participle is one: "the occupied region"."""
    mood = scene.lexicon.mood
    before, words = scene.word_before(hit.begin), scene.lexicon
    if _before_forces(scene, hit) or _gone_by(scene, hit) or only_tells_which(scene, hit):
        return True
    if hit.noun or hit.end > hit.begin + 1 or not scene.row[hit.begin].low.endswith(mood.participles):
        return False
    if is_participle(scene, hit.begin):
        return False
    cue = before in words.places.cues and before not in words.attribution.joins
    said = any(token.low in mood.passive for token in scene.row[max(hit.clause, hit.begin - 2) : hit.begin])
    small = before.endswith(mood.adverb_endings) or before in mood.inserted
    led = small and words.grammar.has_articles and scene.word_before(hit.begin - 1) in words.actors.articles
    if cue or led or before in words.actors.articles or (before in mood.adjective_after and not said):
        return True
    return words.grammar.free_order and not _predicate(scene, hit)


def _gone_by(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a gerund only says since when: "after launching a counteroffensive"."""
    mood = scene.lexicon.mood
    gerund = mood.is_active_form(scene.row[hit.begin].low)
    owned = hit.begin > 0 and hit.trigger.kind is Kind.ADVANCE and scene.row[hit.begin - 1].possessive
    if hit.noun and (owned or scene.word_before(hit.begin) in scene.lexicon.attribution.possessors):
        return scene.word_before(hit.begin - 1) in mood.once
    taken = hit.trigger.kind is Kind.SEIZURE  # "after taking X, they went on"
    return gerund and not (hit.noun or taken) and scene.word_before(hit.begin) in mood.once


def _before_forces(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "occupying", behind an article or a preposition, only says which forces."""
    words, following = scene.lexicon, scene.row[hit.end : hit.end + 2]
    before = scene.word_before(hit.begin)
    led = before in words.actors.articles or before in words.actors.governing
    led = led or any(before in side.adjectives for side in words.sides.values())
    whose = words.actors.forces.union(*(side.adjectives | side.forces for side in words.sides.values()))
    inside = hit.end == hit.begin + 1 and not hit.noun and words.grammar.has_articles
    ending = scene.row[hit.begin].low.endswith(words.mood.verb_endings)
    return led and inside and ending and any(token.low in whose for token in following[:1])


def _predicate(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a full participle says something of the name, or the word for a settlement, before it."""
    near = scene.row[max(hit.clause, hit.begin - 2) : hit.begin]
    words = scene.lexicon
    named = any(
        (token.capital and token is not scene.row[0])
        or token.low in words.places.settlement | words.places.coarse
        for token in near
    )
    return named or any(token.low in words.mood.passive for token in near)


def is_attempt(scene: Clauses, hit: Hit) -> bool:
    """Tell whether it was only tried: "tried to enter"."""
    for at in range(max(hit.clause, hit.begin - _NEGATION_REACH), hit.begin):
        found = scene.lexicon.mood.attempt.at(scene.row, at)
        if found is None:
            continue
        parted = any(token.said == "," for token in scene.row[found[0] : hit.begin])
        loose = scene.lexicon.grammar.free_order and (hit.trigger.base or (hit.noun and not parted))
        if hit.begin - 1 <= found[0] <= hit.begin or loose:
            return not _is_aim_of(scene, hit, at)
        if _goes_on_trying(scene, hit, found[0]):
            return True
    return False


def _is_aim_of(scene: Clauses, hit: Hit, at: int) -> bool:
    """Tell whether an attempt, token ``at``, is only what for: "moved reserves to try to"; English alone."""
    aimed = scene.word_before(at) in scene.lexicon.mood.to and scene.lexicon.grammar.has_articles
    return aimed and not scene.lexicon.mood.achieved.any(scene.row[max(hit.clause, at - _NEAR) : at])


def _goes_on_trying(scene: Clauses, hit: Hit, end: int) -> bool:
    """Tell whether "and" joins a base form to what is tried: "trying to cut X off and take Y"; in English."""
    also = scene.word_before(hit.begin) in scene.lexicon.mood.inserted
    joined = scene.word_before(hit.begin - also) in scene.lexicon.attribution.joins and hit.trigger.base
    led = scene.word_before(end) in scene.lexicon.mood.to
    return joined and led and scene.lexicon.grammar.has_articles and scene.row[end - 1].word


def is_forecast(scene: Clauses, hit: Hit, *, attempt: bool) -> bool:
    """Tell whether it is not said to have happened: "could", "plans to", "to capture", "gains may"."""
    row, mood = scene.row, scene.lexicon.mood
    near = row[statement_begin(scene, hit) : hit.begin]
    if hit.noun and (_has_aim(scene, near) or _completes_aim(scene, hit, near) or is_aimed_at(scene, hit)):
        return True
    decided = any(token.low in mood.decisions for token in near)
    if decided and scene.lexicon.grammar.free_order and hit.trigger.kind is Kind.WITHDRAWAL:
        return mood.negation.any(near)  # ordered, and so under way
    questioned = any(token.low in mood.questions for token in row[hit.end : hit.end + 1])
    if questioned or is_headed_aim(scene, hit) or _comes_first(scene, hit):
        return True
    held = _held_words(scene, hit)
    if mood.forecast.any([one for one in (*near, *held) if not is_month(one, scene.lexicon)]):
        return True
    if decided:
        return hit.trigger.kind is not Kind.WITHDRAWAL
    return _will_be(scene, hit) or (hit.trigger.base and not attempt and _purpose(scene, hit))


def _comes_first(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a noun only says what is to come before a plan: "after the fall of X they will go for Y".

    Where order is free; a deed told behind it, "after the fall of X they went for Y", leaves it a fact.
    """
    mood = scene.lexicon.mood
    led = hit.noun and scene.word_before(hit.begin) in mood.afterwards
    return led and mood.forecast.any(scene.words_after(hit.end, _FORECAST_REACH))


def _held_words(scene: Clauses, hit: Hit) -> Sequence[Token]:
    """Return those words of a trigger that may say it is only planned."""
    row, words = scene.row, scene.lexicon
    if words.grammar.free_order:
        return row[hit.begin + 1 : hit.end - 1]  # "prepares an attack"
    if any(token.low in words.mood.to for token in row[hit.begin + 1 : hit.end - 1]):
        return row[hit.begin : hit.end - 1]  # "made preparations to resume the attack"
    return (row[hit.begin],)  # "struggling to bring"


def _will_be(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a modal stands near behind a noun: it is not had yet, "gains may"."""
    mood = scene.lexicon.mood
    near = scene.row[hit.begin + 1 : hit.begin + 1 + _NEGATION_REACH]
    after = (token for token in near if not is_month(token, scene.lexicon))
    if _is_plain_noun(scene, hit) and any(token.low in mood.modal | mood.unsettled for token in after):
        return True
    if is_gerund_subject(scene, hit):
        behind = scene.row[hit.end : hit.end + _FORECAST_REACH]
        return any(token.low in mood.modal and not is_month(token, scene.lexicon) for token in behind)
    return hit.noun and scene.lexicon.grammar.has_articles and stands_before_modal(scene, hit)


def _has_aim(scene: Clauses, near: Sequence[Token]) -> bool:
    """Tell whether words end with "ready for", or with an article, an adjective or "A and" behind that."""
    mood = scene.lexicon.mood
    last = near[-1] if near else None
    if last is None or mood.achieved.any(near[-2:]):
        return False  # "led to"
    if last.low in mood.aims:
        return True
    if last.low in scene.lexicon.attribution.joins:
        return scene.lexicon.grammar.free_order and any(token.low in mood.aims for token in near[-3:-2])
    free, articles = scene.lexicon.grammar.free_order, scene.lexicon.actors.articles
    between = last.low in articles or not free or is_adjective(last, scene.lexicon.language)
    between = between and last.low not in scene.lexicon.dates.counted
    return between and any(token.low in mood.aims for token in near[-2:])


def _completes_aim(scene: Clauses, hit: Hit, near: Sequence[Token]) -> bool:
    """Tell whether a noun completes an infinitive that is not said to be done: "to finish the capture"."""
    mood = scene.lexicon.mood
    if not (near and scene.lexicon.grammar.free_order) or hit.trigger.kind is Kind.ATTACK:
        return False
    verb = near[-2] if len(near) > 1 and is_adjective(near[-1], scene.lexicon.language) else near[-1]
    base = verb.low.endswith(mood.infinitive_endings) and not verb.capital and len(verb.low) > _SHORTEST_VERB
    comma = max((at for at, token in enumerate(near) if token.said == ","), default=-1)
    return base and not mood.achieved.any(near) and not mood.attempt.any(near[comma + 1 :])


def _purpose(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a base form is a purpose: after "to", or in a list that began with one."""
    row, mood = scene.row, scene.lexicon.mood
    if mood.infinitive_endings:
        return not _brought_about(scene, hit)
    to = next(
        (at for at in (hit.begin - 1, hit.begin - 2) if at >= hit.clause and row[at].low in mood.to), None
    )
    if to is not None:
        return not mood.achieved.any(row[max(hit.clause, to - _NEAR - 1) : hit.begin])
    before = scene.word_before(hit.begin)
    listed = before == "," or before in scene.lexicon.attribution.joins
    return listed and any(token.low in mood.to for token in row[hit.clause : hit.begin])


def _brought_about(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a verb beside an infinitive says that it was done: "managed", "go on to"."""
    mood = scene.lexicon.mood
    before = scene.row[max(hit.clause, hit.begin - _FORECAST_REACH) : hit.begin]
    return mood.achieved.any(before) or mood.achieved.any(scene.row[hit.begin : hit.end + _NEGATION_REACH])
