"""Who did what a trigger says: by case and voice, by the words around it, by the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import (
    behind_where,
    had,
    led_away,
    main_subject,
    of_main_clause,
    opens_gerund,
    subject_after,
    subject_before,
    subject_inside,
)
from feeds.extraction.events.agents import AGENT_REACH, agent_behind, has_agent, leads_to_agent
from feeds.extraction.events.clauses import frame_at, own_verb
from feeds.extraction.events.contrasted import against_ours, conductors
from feeds.extraction.events.endured import attackers, claimants
from feeds.extraction.events.itself import announcers, speaker_itself
from feeds.extraction.events.moved import is_passive, is_passive_form, moved
from feeds.extraction.events.negation import goes_on
from feeds.extraction.events.nominal import (
    besetting,
    by_whom,
    doer_of_noun,
    of_deed_before,
    of_speaker,
    of_what_is_called,
)
from feeds.extraction.events.ousted import cleared_of, driven_out, drivers, forced_back, lost_by_own, ousters
from feeds.extraction.events.participles import by_participle, is_gerund, is_participle
from feeds.extraction.events.unnamed import (
    against_us,
    by_claimant,
    by_deed,
    by_flag,
    by_operation,
    by_order,
    by_speaker,
    fallback,
    had_to,
    is_held,
    ours,
)
from feeds.extraction.speakers.sides import ALIGNED, adjective_sides, enemy_of, opposite, phrase_side
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.sides import Actor

_NEAR = 4


def doers(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the sides that did it, empty where the sentence names nobody and the deed tells none."""
    if hit.trigger.repelled and not goes_on(scene, hit):
        return _beaten(scene, hit, cast)
    if not hit.noun and is_participle(scene, hit.begin):
        return by_participle(scene, hit, cast)
    which = scene.row[hit.end].low if hit.end < len(scene.row) else ""
    claimed = hit.noun and hit.trigger.kind is Kind.SEIZURE and which in scene.lexicon.grammar.which
    told = (by_claimant(scene, hit) if claimed else ()) or _told_apart(scene, hit, cast)
    if told:
        return told
    if scene.lexicon.grammar.has_articles:
        cast = [actor for actor in cast if not _in_other_trigger(scene, hit, actor)]
        struck = _struck(scene, hit, cast)
        if struck:
            return struck
    falling = scene.lexicon.grammar.has_articles and hit.trigger.kind is Kind.SEIZURE
    falling = falling and scene.row[hit.begin].low in scene.lexicon.mood.falling
    named = agent_behind(scene, cast, hit.end) if falling else ours(scene, hit) or _named(scene, hit, cast)
    found = (
        _under(scene, hit, cast) or _of_attempt(scene, hit, cast) or _not_themselves(scene, hit, cast, named)
    )
    gained = hit.trigger.kind is Kind.ADVANCE and hit.noun
    taken = hit.trigger.kind is Kind.SEIZURE and (hit.noun or is_passive_form(scene, hit))
    if not found and (taken or gained):
        found = announcers(scene, hit) or by_claimant(scene, hit)
        if not found and taken and scene.alignment in ALIGNED:
            return by_deed(scene, hit) or fallback(scene, hit)
    return found or _unnamed(scene, hit, cast)


def _not_themselves(
    scene: Clauses, hit: Hit, cast: Sequence[Actor], named: tuple[Side, ...]
) -> tuple[Side, ...]:
    """Return who drives out those named as its object: never themselves, whoever "the enemy" seems to be."""
    ousted = hit.trigger.kind is Kind.ADVANCE and not hit.noun and scene.lexicon.grammar.has_articles
    inside = _inside(hit, cast) if ousted and named else ()
    seen = scene.row[hit.begin].low.startswith(tuple(scene.lexicon.attribution.shows))
    return tuple(map(opposite, inside)) if inside == named and inside and not seen else named


def _told_apart(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the sides of those constructions that tell by themselves who did it."""
    told = (
        of_what_is_called(scene, hit)
        or of_deed_before(scene, hit)
        or moved(scene, hit, cast)
        or driven_out(scene, hit, cast)
        or cleared_of(scene, hit, cast)
        or forced_back(scene, hit, cast)
        or ousters(scene, hit, cast)
        or subject_after(scene, hit, cast)
        or attackers(scene, hit, cast)
    )
    told = told or by_participle(scene, hit, cast) or claimants(scene, hit) or by_speaker(scene, hit)
    told = told or against_us(scene, hit) or against_ours(scene, hit, cast) or conductors(scene, hit, cast)
    return told or by_flag(scene, hit) or besetting(scene, hit, cast)


def _unnamed(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who did it where nobody is named as the one who did."""
    nominal = (hit.noun or hit.trigger.base) and hit.trigger.kind is Kind.WITHDRAWAL
    they = any(token.low in scene.lexicon.attribution.pronouns for token in scene.row[hit.clause : hit.begin])
    nominal = nominal and scene.lexicon.grammar.free_order and not they
    spoken = of_speaker(scene, hit) if nominal else ()
    own = (
        spoken
        or by_operation(scene, hit)
        or by_order(scene, hit)
        or had_to(scene, hit)
        or lost_by_own(scene, hit)
        or drivers(scene, hit, cast)
    )
    own = own or by_deed(scene, hit) or _victors(scene, hit, cast)
    return own or led_away(scene, hit, cast) or had(scene, hit, cast)


def _struck(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of those who a passive says were attacked, by nobody named."""
    if hit.trigger.kind is not Kind.ATTACK or agent_behind(scene, cast, hit.end):
        return ()
    passive = scene.lexicon.mood.passive
    if any(token.low in passive for token in scene.row[hit.begin : hit.end]):
        named = (one.sides for one in cast if hit.begin <= one.begin < hit.end + AGENT_REACH)
        own = (enemy_of(scene.alignment),) if scene.alignment in ALIGNED else ()
        return tuple(map(opposite, next(named, own)))
    if hit.end > hit.begin + 1 or not is_passive(scene, hit):
        return ()
    hurt = subject_before(scene, cast, hit.clause, hit.begin) or of_speaker(scene, hit)
    return tuple(map(opposite, hurt)) if len(hurt) == 1 else ()


def _of_attempt(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose attempt an infinitive goes with: "попытки противника перейти в контратаку"."""
    row, attempt = scene.row, scene.lexicon.mood.attempt
    if hit.trigger.base and scene.lexicon.grammar.has_articles:
        tried = next(
            (at for at in range(hit.clause, hit.begin) if (attempt.at(row, at) or (0,))[0] == hit.begin), 0
        )
        near = row[max(hit.clause, tried - 2) : tried]
        return adjective_sides(near, scene.lexicon, alignment=scene.alignment)  # "a Russian attempt to"
    if not (hit.trigger.base and scene.lexicon.grammar.free_order):
        return ()
    ends = {hit_at[0] for at in range(hit.clause, hit.begin) if (hit_at := attempt.at(row, at)) is not None}
    plain = scene.lexicon.grammar.indeclinable
    between = (one for one in cast if one.begin in ends and one.end <= hit.begin)
    return next((one.sides for one in between if one.oblique or row[one.end - 1].low in plain), ())


def _victors(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the other side of those who are the object in "pushed Russian troops out of".

    Nobody sends the troops of the other side.
    """
    sent = hit.trigger.kind is Kind.REDEPLOYMENT and not hit.noun
    if sent and scene.lexicon.grammar.has_articles:
        return _inside(hit, cast)
    done_to = hit.end > hit.begin + 1 and hit.trigger.kind is Kind.ADVANCE and not hit.noun
    inside = _inside(hit, cast) if done_to and scene.lexicon.grammar.has_articles else ()
    seen = scene.row[hit.begin].low.startswith(tuple(scene.lexicon.attribution.shows))
    return inside if seen else tuple(map(opposite, inside))  # "showing soldiers in X"


def _in_other_trigger(scene: Clauses, hit: Hit, actor: Actor) -> bool:
    """Tell whether a phrase holds who acts as its object: "stopped Russia from advancing"."""
    return any(
        begin < actor.begin and actor.end <= end and begin != hit.begin for begin, end, _ in scene.triggers
    )


def _is_beaten_off(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a passive stands behind an attack, or its verb is one, where order is free."""
    grammar = scene.lexicon.grammar
    closed = hit.noun and scene.row[hit.end - 1].low.endswith(grammar.passive_endings)
    passive = closed or is_passive_form(scene, hit)
    return passive and hit.trigger.kind is Kind.ATTACK and grammar.free_order


def _beaten(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose attack was beaten back, or who was driven out seen from the other side."""
    if hit.trigger.kind is Kind.ATTACK:
        told = [one for one in cast if not (one.unnamed and scene.lexicon.grammar.has_articles)]
        found = _inside(hit, told) or doer_of_noun(scene, hit, told)
        near = scene.row[max(hit.clause, hit.begin - 2) if hit.noun else hit.begin + 1 : hit.end]
        found = found or adjective_sides(near, scene.lexicon, alignment=scene.alignment)
        found = found or _stopped(scene, hit, cast)
        if found:
            return found
    beaten = _instrumental(scene, hit, cast)
    if not beaten and _is_beaten_off(scene, hit):
        # "where 7 attacks were beaten off": whoever stands before attacked
        aligned = (enemy_of(scene.alignment),) if scene.alignment in ALIGNED else ()
        return aligned or subject_before(scene, cast, hit.clause, hit.begin)
    if hit.noun and not beaten and scene.lexicon.grammar.has_articles:
        beaten = of_speaker(scene, hit)  # "X said that attacks had been repelled"
    beaten = beaten or _defenders(scene, hit, cast)
    if not beaten and hit.trigger.kind is Kind.ADVANCE:
        beaten = _behind(scene, hit, cast) or _patient(hit, cast)
    if beaten:
        return (opposite(beaten[0]),)
    if scene.lexicon.grammar.has_articles:
        return tuple(map(opposite, of_speaker(scene, hit)))
    behind = tuple(map(opposite, _behind(scene, hit, cast)))
    attacked = hit.trigger.kind is Kind.ATTACK and scene.lexicon.grammar.free_order
    return behind or ((enemy_of(scene.alignment),) if attacked and scene.alignment in ALIGNED else ())


def _defenders(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who beats an attack off, also by the clause before: "X's men are tired, but beat off"."""
    own = subject_before(scene, cast, hit.clause, hit.begin)
    if own or hit.noun or is_passive_form(scene, hit) or not scene.lexicon.grammar.free_order:
        return own
    frame = frame_at(scene.frames, hit.begin)
    return main_subject(scene, cast, frame.begin if frame is not None else 0, hit.clause)


def _stopped(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return those whom a passive says were stopped: "their units were halted while trying to"."""
    first = scene.row[hit.begin].low in scene.lexicon.mood.passive  # "were repelled"
    passive = scene.lexicon.grammar.has_articles and (first or is_passive(scene, hit))
    return subject_before(scene, cast, hit.clause, hit.begin) if passive else ()


def _patient(hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return those to whom a verb without a subject says it was done."""
    return next((actor.sides for actor in cast if hit.clause <= actor.begin < hit.begin), ())


def _named(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the sides that the sentence names as those who act."""
    held = is_held(scene, hit)
    if holders := _holders(scene, hit, cast) if held else ():
        return holders
    nominal = hit.noun or held
    doer = (
        (by_whom(scene, hit, cast) or doer_of_noun(scene, hit, cast) or _inside(hit, cast)) if nominal else ()
    )
    if doer:
        return doer
    if nominal and not _is_of_it(scene, hit):
        free = scene.lexicon.grammar.free_order
        beside = scene.row[max(hit.clause, hit.begin - free) : hit.begin]
        near = scene.row[own_verb(scene, max(hit.clause, hit.begin - _NEAR), hit.begin) : hit.end]
        named = adjective_sides(beside, scene.lexicon, alignment=scene.alignment)
        named = named or adjective_sides(near, scene.lexicon, alignment=scene.alignment)
        if named:
            return named
    subject = _instrumental(scene, hit, cast)
    if not subject and (is_passive(scene, hit) or leads_to_agent(scene, hit) or has_agent(scene, hit)):
        subject = agent_behind(scene, cast, hit.end)
    subject = subject or _active(scene, hit, cast) or agent_behind(scene, cast, hit.end, nominal=hit.noun)
    subject = subject or of_main_clause(scene, hit, cast)
    if subject:
        return subject
    frame = frame_at(scene.frames, hit.begin)
    floor = frame.begin if frame is not None else 0
    first = max(floor, behind_where(scene, floor, hit)) if hit.noun else floor
    return main_subject(scene, cast, first, hit.begin) or speaker_itself(scene, hit, floor, frame=frame)


def _holders(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return in whose hands a place is: those right behind "under the control of", or who took it there."""
    low, grammar = scene.row[hit.end - 1].low, scene.lexicon.grammar
    state = grammar.free_order and low in grammar.control and low.endswith(grammar.instrumental_endings)
    behind = next((one.sides for one in cast if state and one.begin == hit.end), ())
    active = not is_passive_form(scene, hit)
    return behind or (subject_before(scene, cast, hit.clause, hit.begin) if active else ())


def _is_of_it(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "its liberation" is told of, whose doer stands elsewhere; English alone."""
    taken = hit.noun and hit.trigger.kind is Kind.SEIZURE and scene.lexicon.grammar.has_articles
    return taken and scene.word_before(hit.begin) in scene.lexicon.attribution.possessors


def _active(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the subject before or behind; what a passive names so had it done to it."""
    if is_passive_form(scene, hit) and scene.lexicon.grammar.free_order:
        beside = [one for one in cast if hit.begin - 1 <= one.end <= hit.begin or one.begin == hit.end]
        went = hit.trigger.kind is Kind.WITHDRAWAL  # "our units were led away" are those who went
        return next((_of(one, other=not went) for one in beside if not one.oblique), ())
    subject = subject_before(scene, cast, hit.clause, hit.begin) or subject_inside(scene, hit, cast)
    return subject or _behind(scene, hit, cast)


def _of(actor: Actor, *, other: bool) -> tuple[Side, ...]:
    """Return the sides of an actor, or with ``other`` those they fight against."""
    return tuple(map(opposite, actor.sides)) if other else actor.sides


def _under(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return into whose hands a place came, whatever stood before: "fell into Russian hands"."""
    words, row = scene.lexicon, scene.row
    given = row[hit.end - 1].low in words.actors.belongings | words.actors.forces  # "returned to X's hands"
    first = row[hit.begin].low in words.mood.falling or given
    into = words.grammar.beneath | (words.mood.to if given else frozenset())
    beneath = any(token.low in into for token in row[hit.begin : hit.end])
    subject = subject_before(scene, cast, hit.clause, hit.begin)
    active = [one for one in cast if hit.clause <= one.begin < hit.begin and not one.governed]
    if not beneath or (active and subject and not first):
        return ()
    said = row[max(hit.clause, hit.begin - 1) : hit.end]  # "the Ukrainian flag flies over"
    side = phrase_side(" ".join(token.low for token in said), words)
    reach = hit.end if given and side is not None else hit.end + AGENT_REACH
    inside = [one.sides for one in cast if hit.begin <= one.begin < reach]
    return inside[0] if inside else (side,) if side is not None else ()


def _inside(hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return those named between the words of a trigger: "попытка ВСУ прорваться"."""
    inside = [actor.sides for actor in cast if hit.begin <= actor.begin < hit.end]
    return inside[0] if inside else ()


def _instrumental(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return by whom a passive says it was done, where a case tells it."""
    endings = scene.lexicon.grammar.instrumental_endings
    if not endings or hit.noun or not (is_passive_form(scene, hit) or is_passive(scene, hit)):
        return ()
    end = hit.end + len(scene.words_after(hit.end, len(scene.row)))
    ahead = [one for one in cast if one.begin >= hit.end]
    for actor in (*ahead, *(one for one in cast if one.begin < hit.begin)):
        plain = scene.row[actor.begin].low in scene.lexicon.grammar.indeclinable
        by = actor.begin == hit.end if plain else scene.row[actor.begin].low.endswith(endings)
        if _in_aside(scene, hit, actor):
            continue
        if hit.clause <= actor.begin < end and (actor.oblique or plain) and by and not actor.governed:
            return actor.sides
    return ()


def _in_aside(scene: Clauses, hit: Hit, actor: Actor) -> bool:
    """Tell whether two commas part who stands before a passive from it: "land, held by X, was freed"."""
    before, behind = scene.row[hit.clause : actor.begin], scene.row[actor.end : hit.begin]
    return all(any(token.said == "," for token in one) for one in (before, behind))


def _behind(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the subject behind its verb, up to the next trigger; a gerund has none of its own."""
    if not scene.lexicon.grammar.free_order or hit.noun or is_gerund(scene, hit.begin):
        return ()
    end = min((begin for begin, _, _ in scene.triggers if begin >= hit.end), default=len(scene.row))
    which = scene.lexicon.grammar.which
    end = next((at for at in range(hit.end, end) if scene.row[at].low in which), end)
    end = next((at for at in range(hit.end, end) if opens_gerund(scene, at)), end)
    for actor in cast:
        parted = actor.begin > hit.end and scene.row[actor.begin - 1].said == ","
        if hit.end <= actor.begin < end and not (actor.governed or actor.oblique or parted):
            return actor.sides
    return ()
