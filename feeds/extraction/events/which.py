"""Participles that only tell which are meant: "units that were sent", "villages seized by X"; English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit

_LED = 3
"""Tokens of "for Ukrainian troops"."""

_COURSE_REACH = 6
"""Tokens of "as part of its wider summer"."""


def only_tells_which(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a trigger only says which one is meant, or is the course of something else; English alone.

    Such is a participle with no comma: "villages that were recently retaken", "the retaken village".
    """
    words, at = scene.lexicon, hit.begin - 1
    if not words.grammar.has_articles:
        return False
    if _is_course_of(scene, hit):
        return True
    if hit.noun:
        return _holds_past(scene, hit)
    if (
        _is_reduced(scene, hit)
        or _is_attributive(scene, hit)
        or _is_thing(scene, hit)
        or _is_theirs(scene, hit)
    ):
        return True
    helped = False
    while at > 0 and (
        scene.row[at].low in words.mood.passive | words.attribution.auxiliaries
        or scene.row[at].low.endswith(words.mood.adverb_endings)
    ):
        helped = helped or scene.row[at].low in words.mood.passive
        at -= 1
    before = scene.word_before(max(at, 0))
    led = at > 0 and scene.row[at].low in words.attribution.clauses and scene.row[at - 1].word
    return helped and led and before not in words.attribution.verbs


def _is_reduced(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a participle with "by" right behind a noun tells which: "villages seized by X in Y"."""
    words = scene.lexicon
    held = scene.row[max(hit.begin, hit.end - 2)].low  # "fully controlled by"
    low = held if held.endswith(words.mood.participles) else scene.row[hit.begin].low
    told = scene.row[max(hit.end - 1, hit.begin + 1) : hit.end + 1]
    by = any(token.low in words.attribution.by for token in told)
    noun = (
        scene.word_before(hit.begin)
        in words.places.settlement | words.actors.belongings | words.places.coarse
    )
    first = min((begin for begin, _, _ in scene.triggers), default=hit.begin)
    return by and noun and low.endswith(words.mood.participles) and first < hit.begin


def _is_theirs(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "they" behind a noun only tells whose ground is meant: "half of the land they took"."""
    words, at = scene.lexicon, hit.begin - 1
    while at > hit.clause and scene.row[at].low in words.mood.helping:
        at -= 1
    they = at > hit.clause and scene.row[at].low in words.attribution.group_pronouns
    return they and scene.row[at - 1].low in words.places.settlement | words.actors.belongings


def _is_attributive(scene: Clauses, hit: Hit) -> bool:
    """Tell whether fighting only says which forces, as of "a base for troops fighting in X"."""
    words = scene.lexicon
    if hit.trigger.kind is not Kind.FIGHTING or not words.mood.is_active_form(scene.row[hit.begin].low):
        return False
    forces = scene.word_before(hit.begin) in words.actors.forces
    led = scene.row[max(0, hit.begin - _LED) : hit.begin - 1]
    prepositions = words.actors.governing | words.places.of
    return forces and any(token.low in prepositions for token in led)


def _is_thing(scene: Clauses, hit: Hit) -> bool:
    """Tell whether an article makes a gerund a thing, and no deed: "the nearby crossing over the river"."""
    words = scene.lexicon
    gerund = words.mood.is_active_form(scene.row[hit.begin].low)
    of = any(token.low in words.places.of for token in scene.row[hit.end : hit.end + 1])
    return gerund and not of and scene.word_before(hit.begin) in words.actors.articles


def _holds_past(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a phrase holds "that had been": what was so before, "a flag that had been raised over"."""
    words, held = scene.lexicon, scene.row[hit.begin + 1 : hit.end - 1]
    that = next((at for at, token in enumerate(held) if token.low in words.attribution.clauses), None)
    if that is None:
        return False
    perfect = words.mood.helping - words.mood.being - words.mood.passive
    return any(token.low in perfect for token in held[that + 1 : that + 2])


def _is_course_of(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "as part of its" stands before what was done: the course of something told already."""
    words, near = scene.lexicon, scene.row[max(hit.clause, hit.begin - _COURSE_REACH) : hit.begin]
    for at, token in enumerate(near[:-1]):
        if token.low in words.attribution.likewise and words.places.parts.at(near, at + 1) is not None:
            return all(one.word for one in near[at:])
    return False
