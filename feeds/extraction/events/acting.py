"""Which of those whom a clause names before its verb do what the verb says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.lexicons.doing import Mood
    from feeds.extraction.speakers.sides import Actor
    from feeds.model import Side

_NEAR = 4
"""Tokens between words that belong together."""
_REFLEXIVE = 2
"""Letters that make a verb reflexive, where one word tells that."""
_FAR = 10
"""Tokens behind a noun among which those are named who had it."""


def main_subject(scene: Clauses, cast: Sequence[Actor], floor: int, begin: int) -> tuple[Side, ...]:
    """Return the subject of the clauses before: where objects look like subjects, the first."""
    if not scene.lexicon.grammar.free_order:
        return subject_before(scene, cast, floor, begin)
    acting = (actor for actor in cast if floor <= actor.begin and actor.end <= begin)
    return next((actor.sides for actor in acting if not (actor.governed or actor.oblique)), ())


def of_main_clause(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the subject right behind the comma that ends "After capturing X," before it; English alone."""
    mood, low, row = scene.lexicon.mood, scene.row[hit.begin].low, scene.row
    gerund = mood.is_active_form(low) and not hit.noun
    opened = hit.begin == hit.clause or (
        hit.begin == hit.clause + 1
        and row[hit.clause].low in mood.once | scene.lexicon.attribution.boundaries
    )
    if not (gerund and opened and scene.lexicon.grammar.has_articles):
        return ()
    ahead = [one for one in cast if hit.end <= one.begin and row[one.begin - 1].said == ","]
    led = [one for one in ahead if not one.governed and _has_verb(scene, one)]
    return led[0].sides if led else ()


def subject_before(scene: Clauses, cast: Sequence[Actor], floor: int, begin: int) -> tuple[Side, ...]:
    """Return the sides that act between tokens ``floor`` and ``begin``; empty where none is named."""
    inserted = _inserted(scene, floor, begin)
    cast = [one for one in cast if not inserted <= one.begin < begin] if inserted else cast
    if told_of := _told_by_that(scene, cast, floor, begin):
        return told_of
    which = _relative(scene, floor, inserted or begin)
    meant = [actor for actor in cast if floor <= actor.begin and actor.end < which]
    floor = max(floor, which)
    acting = [actor for actor in cast if floor <= actor.begin and _is_before(scene, actor, begin)]
    if meant and scene.word_before(which) == "," and all(actor.oblique for actor in acting):
        return meant[-1].sides
    if scene.lexicon.grammar.has_articles and (told := _told_by_gerund(scene, acting, begin)):
        return told
    leading = _managing(scene, acting, floor, begin)[:1]
    subjects = [one for one in acting if not (one.governed or one.oblique)]
    if scene.lexicon.grammar.has_articles:
        subjects, own = _by_order(scene, subjects, floor, begin)
        if own:
            return ()
    if scene.lexicon.grammar.free_order and subjects and not subjects[0].unnamed:
        subjects = [one for one in subjects if not one.unnamed]
    leading = leading or _but_objects(scene, subjects)
    leading = leading or [actor for actor in acting if not actor.oblique]
    leading = leading or _beside(scene, acting, begin)
    return leading[-1].sides if leading else ()


def subject_inside(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who acts that a verb holds between its words: "tries the enemy to break through"."""
    if hit.noun or not scene.lexicon.grammar.free_order:
        return ()
    inside = (one for one in cast if hit.begin < one.begin and one.end < hit.end)
    return next((one.sides for one in inside if not (one.governed or one.oblique)), ())


def subject_after(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who goes on behind a deed that only tells since when: "after the taking of X they left for Y".

    Whose it is where the word for the deed tells; empty where somebody else is named with it.
    """
    words, low = scene.lexicon, scene.row[hit.begin].low
    since = hit.noun and scene.word_before(hit.begin) in words.mood.afterwards and words.grammar.free_order
    since = since and not any(actor.begin <= hit.end <= actor.end for actor in cast)
    told = [side for side, one in words.sides.items() if since and low.startswith(one.deeds)]
    if not since or told:
        return tuple(told) if low.startswith(words.actors.besetting) else ()
    one = next((actor for actor in cast if actor.begin >= hit.begin), None)
    acts = one is not None and one.begin >= hit.end and not (one.governed or one.oblique)
    return one.sides if one is not None and acts else ()


def _by_order(scene: Clauses, subjects: list[Actor], floor: int, begin: int) -> tuple[list[Actor], bool]:
    """Leave out whom something is done to, where order tells it; tell whether "its troops" alone are left."""
    own = is_by_own(scene, floor, begin)
    if objects := _done_to(scene, subjects):
        objects = [one for one in objects if not _made_to(scene, one, begin)]
        if subjects == objects and own:
            return subjects, True
        subjects = [one for one in subjects if one not in objects] or subjects
    if not _shares_subject(scene, floor, begin):
        return subjects, False
    subjects = [one for one in subjects if _has_verb(scene, one)] or subjects
    # "Its soldiers encircled Russian units and entered"
    return subjects, bool(subjects) and own and not _has_verb(scene, subjects[-1])


def _shares_subject(scene: Clauses, floor: int, begin: int) -> bool:
    """Tell whether "and had" leads to a verb, whose subject is that of the verb before; English alone."""
    words, at = scene.lexicon, begin - 1
    while at > floor and (
        scene.row[at].low in words.mood.helping | words.mood.inserted
        or scene.row[at].low.endswith(words.mood.adverb_endings)
    ):
        at -= 1
    return words.grammar.has_articles and at > floor and scene.row[at].low in words.attribution.joins


def _has_verb(scene: Clauses, actor: Actor) -> bool:
    """Tell whether a verb stands right behind those named, so that they are its subject."""
    words, at = scene.lexicon, actor.end
    while at < len(scene.row) and (
        scene.row[at].low in words.mood.inserted or scene.row[at].low.endswith(words.mood.adverb_endings)
    ):
        at += 1
    if at >= len(scene.row):
        return False
    low = scene.row[at].low
    verb = low in words.mood.helping | words.mood.passive | words.attribution.verbs
    return verb or low.endswith(words.mood.participles) or any(begin == at for begin, _, _ in scene.triggers)


def _told_by_that(scene: Clauses, cast: Sequence[Actor], floor: int, begin: int) -> tuple[Side, ...]:
    """Return those right behind whom "that" or "who" leads to the verb: "stop X that tries to enter"."""
    if not scene.lexicon.grammar.has_articles:
        return ()
    before = [one for one in cast if floor <= one.begin and one.end < begin]
    last = before[-1] if before else None
    row, words = scene.row, scene.lexicon.attribution
    if last is None:
        return ()
    comma = row[last.end].said == "," and last.end + 1 < begin
    if comma and row[last.end + 1].low in words.relatives:
        return last.sides  # "X, whose men"
    if row[last.end].low not in words.clauses or last.begin < 1:
        return ()
    return () if row[last.begin - 1].low in words.verbs or row[last.end - 1].low in words.told else last.sides


def _told_by_gerund(scene: Clauses, acting: Sequence[Actor], begin: int) -> tuple[Side, ...]:
    """Return those right before "trying to", or before a gerund: "fire at X's troops advancing on"."""
    row, mood = scene.row, scene.lexicon.mood
    last = acting[-1] if acting else None
    if last is None or last.end >= len(row) or begin - last.end > _NEAR:
        return ()
    gerund = mood.is_active_form(row[last.end].low)
    reached = begin == last.end or mood.attempt.at(row, last.end) is not None
    return last.sides if gerund and reached else ()


def _is_before(scene: Clauses, actor: Actor, begin: int) -> bool:
    """Tell whether forces are named before a trigger; in English it may hold the last of their words."""
    return actor.end <= begin or (scene.lexicon.grammar.has_articles and actor.begin < begin)


def _inserted(scene: Clauses, floor: int, begin: int) -> int:
    """Return where a clause begins that ends right before the verb: "X, since Y fired, left"; else 0.

    In English, likewise whoever is named between the two: "X, as Y said, left".
    """
    row, words = scene.row, scene.lexicon
    if words.grammar.has_articles:
        return _speaker_between(scene, floor, begin)
    if not words.grammar.free_order or begin <= floor or row[begin - 1].said != ",":
        return 0
    at = next((at for at in range(begin - 2, floor + 1, -1) if row[at].said == ","), 0)
    because = row[at + 1].low in words.attribution.clauses and row[at - 1].low in words.actors.articles
    return at if at > floor and (because or row[at + 1].low in words.grammar.asides) else 0


def _speaker_between(scene: Clauses, floor: int, begin: int) -> int:
    """Return where a speaker who is set in between commas before token ``begin`` is named; 0 for none."""
    return next(
        (
            frame.who_begin
            for frame in scene.frames
            if floor < frame.who_begin < frame.who_end <= begin
            and frame.begin < frame.who_begin
            and begin < frame.end
            and scene.row[frame.who_begin - 1].said == ","
        ),
        0,
    )


def _beside(scene: Clauses, acting: Sequence[Actor], begin: int) -> list[Actor]:
    """Return who stands right before a verb with a name that looks alike in all cases."""
    plain = scene.lexicon.grammar.indeclinable
    return [
        one for one in acting if one.end == begin and scene.row[one.begin].low in plain and not one.governed
    ]


def _done_to(scene: Clauses, acting: Sequence[Actor]) -> list[Actor]:
    """Return those right behind a verb that is no trigger, where order tells who does it to whom."""
    words = scene.lexicon
    saying = words.attribution.verbs | words.attribution.denials | words.attribution.shows
    found: list[Actor] = []
    for actor in acting:
        at = actor.begin - 1
        at -= at > 0 and scene.row[at].low in words.actors.articles | words.mood.particles
        verb = scene.row[at].low
        led = scene.word_before(at)
        infinitive = led in words.mood.to and verb not in saying
        inflected = verb.endswith(words.mood.verb_endings) and led not in words.actors.articles
        if at > 0 and not scene.row[at].capital and verb not in saying and (infinitive or inflected):
            found.append(actor)
    return found


def _made_to(scene: Clauses, actor: Actor, begin: int) -> bool:
    """Tell whether those right before "to" and a verb do what it says: "forced X to withdraw"."""
    led = any(token.low in scene.lexicon.mood.to for token in scene.row[actor.end : actor.end + 1])
    return led and begin - actor.end <= _NEAR


def _but_objects(scene: Clauses, leading: list[Actor]) -> list[Actor]:
    """Leave out those right behind a verb that has its subject: "X drove our units out and took Y"."""
    if not scene.lexicon.grammar.free_order:
        return leading
    ends = {
        end
        for begin, end, trigger in scene.triggers
        if not trigger.noun and leading[0:1] and leading[0].end <= begin
    }
    return [actor for actor in leading if actor.begin not in ends]


def _relative(scene: Clauses, floor: int, begin: int) -> int:
    """Return the "who" or "which" behind a comma whose clause holds a trigger; -1 where there is none."""
    row, words = scene.row, scene.lexicon.grammar.which
    for at in range(begin - 1, floor, -1):
        if row[at].low in words and "," in {row[at - 1].said, row[max(at - 2, 0)].said}:
            return at
    return -1


def _managing(scene: Clauses, acting: Sequence[Actor], floor: int, begin: int) -> list[Actor]:
    """Return those who stand in another case beside "managed", where that verb stands.

    Those in its own clause are meant rather than any before it.
    """
    row, grammar = scene.row, scene.lexicon.grammar
    last = next(
        (
            at
            for at in range(min(begin + 1, len(row) - 1), floor - 1, -1)
            if row[at].low in grammar.succeeding
        ),
        None,
    )
    if last is None:
        return []
    part = next((at for at in range(last, floor, -1) if row[at].said == ","), floor - 1)
    plain = (actor for actor in acting if not actor.governed)
    able = [actor for actor in plain if actor.oblique or row[actor.begin].low in grammar.indeclinable]
    return [actor for actor in able if actor.begin > part] or [actor for actor in able if actor.oblique]


def is_by_own(scene: Clauses, floor: int, begin: int) -> bool:
    """Tell whether a speaker's own forces stand before a verb: "its troops"."""
    between = scene.row[floor:begin]
    return scene.lexicon.actors.stand_ins.any(between) or _owned_forces(scene, floor, begin)


def _owned_forces(scene: Clauses, floor: int, begin: int) -> bool:
    """Tell whether "its own troops", whatever they are called, stand before a verb."""
    row, words = scene.row, scene.lexicon
    return any(
        row[at].low in words.attribution.possessors
        and any(token.low in words.actors.forces for token in row[at + 1 : min(at + _NEAR, begin)])
        for at in range(floor, begin)
    )


def led_away(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return whose units somebody unnamed moved or took back: "українських військових вивели з X"."""
    moves = hit.trigger.kind in {Kind.WITHDRAWAL, Kind.REDEPLOYMENT} and not hit.noun
    first = max(hit.clause, hit.begin - _NEAR)
    moved = [one for one in cast if first <= one.begin < hit.begin and one.oblique and not one.governed]
    moved += [one for one in cast if hit.begin < one.begin < hit.end and not one.governed]
    return moved[-1].sides if moves and moved and scene.lexicon.grammar.free_order else ()


def had(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return who has or does what a noun says, beside the verb behind it: "успіхів ворог не має"."""
    words = scene.lexicon
    if not hit.noun or not words.grammar.free_order:
        return ()
    for actor in cast:
        beside = (
            *scene.row[max(hit.end, actor.begin - 1) : actor.begin],
            *scene.row[actor.end : actor.end + 2],
        )
        near = hit.end <= actor.begin and actor.end <= hit.end + len(scene.words_after(hit.end, _FAR))
        has = any(token.low.startswith(words.mood.undone) for token in beside)
        if near and has and not (actor.governed or actor.oblique):
            return actor.sides
    return ()


def fights_for(scene: Clauses, hit: Hit, cast: Sequence[Actor]) -> tuple[Side, ...]:
    """Return the side that fights for a place, empty where it is told of both."""
    mood = scene.lexicon.mood
    after = scene.row[hit.end].low if hit.end < len(scene.row) else ""
    told = scene.row[hit.begin : hit.end]
    joined = any(one.low.startswith(mood.joining) and not _is_reflexive(one.low, mood) for one in told)
    lasts = hit.end > hit.begin + 1 and scene.lexicon.grammar.free_order  # "fighting goes on for X"
    if hit.noun or not (joined or (after in mood.contested and not lasts)):
        return ()
    found = subject_before(scene, cast, hit.clause, hit.begin)
    return found if len(found) == 1 else ()


def _is_reflexive(low: str, mood: Mood) -> bool:
    """Tell whether a verb is about fighting, not about who fights: "ведутся", "продолжаются", "завязались".

    Its ending is that of another verb with two letters more.
    """
    endings = mood.verb_endings
    return any(low.endswith(one) and one[:-_REFLEXIVE] in endings for one in endings if len(one) > _REFLEXIVE)


def behind_where(scene: Clauses, floor: int, hit: Hit) -> int:
    """Return where ", where" before a noun begins: who the clause before is about did not do it; else 0."""
    words = scene.lexicon
    if not words.grammar.free_order:
        return 0
    where = words.attribution.relatives & words.grammar.which
    near = (at for at in range(hit.begin - 1, floor, -1) if scene.row[at].low in where)
    at = next(near, 0)
    return at if at and scene.row[at].low not in words.attribution.clauses and not _agrees(scene, at) else 0


def _agrees(scene: Clauses, at: int) -> bool:
    """Tell whether a relative agrees with a noun, as "which" does and "where" does not."""
    return scene.row[at].low.endswith(scene.lexicon.mood.participles)


def opens_gerund(scene: Clauses, at: int) -> bool:
    """Tell whether ", thereby blocking" begins behind the comma at token ``at``."""
    endings = scene.lexicon.grammar.participial
    behind = scene.row[at + 1 : at + 1 + _NEAR] if scene.row[at].said == "," else ()
    return any(len(token.low) > _NEAR * 2 - 1 and token.low.endswith(endings) for token in behind)
