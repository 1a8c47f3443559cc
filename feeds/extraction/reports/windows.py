"""From where to where in a sentence the words belong to one of its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.fronted import next_clause
from feeds.extraction.words.marks import DASHES
from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene

_HARM_REACH = 4
"""Tokens of "there are also wounded"."""
_SHORTEST_PARTICIPLE = 8
"""Letters; shorter words with such endings are mostly plain adjectives."""

_TURNS = frozenset({Kind.ADVANCE, Kind.SEIZURE, Kind.WITHDRAWAL})
"""What a noun tells of that may lead to something elsewhere."""
_SUBJECT_REACH = 9
"""Tokens of "the front-line areas of X and Y" before their verb."""


def window_end(scene: Scene, number: int) -> int:
    """Return where what follows an event ends: at the next event, or where its frame ends."""
    event = scene.events[number]
    frame = frame_at(scene.sentence.frames, event.begin)
    end = frame.end if frame is not None else len(scene.sentence.row)
    behind = (stop for stop in scene.stops if stop >= event.end)
    stops = [
        stop for stop in behind if not (_is_by_the_way(scene, event, stop) or _is_purpose(scene, event, stop))
    ]
    later = [one.who_begin for one in scene.sentence.frames if one.who_begin >= event.end and not one.weak]
    others = _clauses_behind(scene, event)
    comma = next_clause(scene, event)
    fronted = [] if comma is None else [comma]
    told = _told_of_noun(scene, event)
    return max(event.end, min([end, *stops, *later, *_relatives(scene, event.end), *others, *fronted, *told]))


def _told_of_noun(scene: Scene, event: Event) -> list[int]:
    """Return the verb that says what a gain or a loss led to: "the capture of A | opens the road to B"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    first = next((ref.end for ref in scene.refs if ref.begin >= event.end), len(row))
    whole = words.places.kept.at(row, event.end) if event.end < len(row) else None
    first = event.end + 1 if whole is not None else first  # "the capture of the forest"
    if not (event.noun and event.kind in _TURNS and words.grammar.free_order):
        return []
    no_verbs = words.places.settlement | words.places.cues | words.nouns.keys() | words.actors.forces
    verbs = (
        at for at in range(first, len(row))
        if row[at].low.endswith(words.mood.verb_endings) and not (row[at].capital or row[at].low in no_verbs)
        and words.places.parts.at(row, at) is None and words.places.kept.at(row, at) is None
    )  # fmt: skip
    return [*verbs][:1]


def _is_by_the_way(scene: Scene, event: Event, stop: int) -> bool:
    """Tell whether a trigger at token ``stop`` has no places of its own, but those of ``event``."""
    return _is_for(scene, event, stop) or _sets_scene(scene, event, stop) or _is_course(scene, event, stop)


def _is_course(scene: Scene, event: Event, stop: int) -> bool:
    """Tell whether a noun only says in the course of what ground was gained: "gains in attacks near X".

    English alone; where a place stands before it, the noun has its own.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    noun = next((one for one in scene.events if one.begin == stop and one.kind is Kind.ATTACK), None)
    if event.kind is not Kind.ADVANCE or noun is None or not words.grammar.has_articles:
        return False
    if not noun.noun and row[stop - 1].low not in words.places.nearer:  # "in renewed assaults"
        return False
    between = row[event.end : stop]
    led = any(token.low in words.places.nearer for token in between)
    named = any(event.end <= ref.begin < stop for ref in scene.refs)
    return led and not named and all(token.word for token in between)


def _sets_scene(scene: Scene, event: Event, stop: int) -> bool:
    """Tell whether a trigger only says amid what a verb was done: "pulled back after battles near X"."""
    words, row = scene.reading.lexicon, scene.sentence.row
    between = row[event.end : stop]
    told = any(one.begin == stop for one in scene.events) or any(
        event.end <= ref.begin < stop for ref in scene.refs
    )
    amid = any(words.mood.scenery.at(between, at) is not None for at in range(len(between)))
    alone = not (event.noun or told) and all(token.word for token in between)
    return amid and alone and words.grammar.free_order


def _is_for(scene: Scene, event: Event, stop: int) -> bool:
    """Tell whether a trigger at token ``stop`` only says what units were moved for, where order is free.

    Where it is told already whither they were moved, its places are aims: "sent to A for the storm of B".
    """
    words, near = scene.reading.lexicon, scene.sentence.row[max(event.end - 1, stop - 2) : stop]
    if event.kind is not Kind.REDEPLOYMENT or not (near and words.grammar.free_order):
        return False
    if any(event.begin < ref.begin < stop and not ref.origin for ref in scene.refs):
        return False
    plain = near[-1].word and not near[-1].capital and near[-1].low not in words.attribution.joins
    return near[-1].low in words.mood.aims or (plain and near[0].low in words.mood.aims)


def _is_purpose(scene: Scene, event: Event, stop: int) -> bool:
    """Tell whether a trigger is only what an attack is for: "counterattacked to regain ground near X".

    English alone; what has happened, or stands behind a place, is told of its own place.
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    if event.kind is not Kind.ATTACK or not words.grammar.has_articles:
        return False
    told = any(one.begin == stop for one in scene.events) or row[stop - 1].low not in words.mood.to
    return not told and not any(event.end <= ref.begin < stop for ref in scene.refs)


def _clauses_behind(scene: Scene, event: Event) -> list[int]:
    """Return where clauses with events of their own, or after a "that", begin; their places are theirs."""
    words, row = scene.reading.lexicon, scene.sentence.row
    if not words.grammar.free_order:
        last = min((stop for stop in scene.stops if stop >= event.end), default=len(row))
        behind = range(event.end + 1, last)
        asides = (
            at
            for at in behind
            if _opens_aside(scene, at)
            or _goes_on(scene, event.end, at)
            or _opens_despite(scene, event.end, at)
        )
        first = next(asides, None)
        clause = next((at for at in behind if _opens_sentence(scene, at)), None)
        first = min((one for one in (first, clause) if one is not None), default=None)
        return [] if first is None else [first]
    that = (
        at
        for at in range(event.end + 1, len(row))
        if row[at].low in words.attribution.clauses
        and row[at - 1].said == ","
        and not _is_inserted(scene, event.end, at)
    )
    behind = range(event.end + 1, len(row))
    aside = (
        at
        for at in behind
        if row[at].low in words.grammar.asides
        or _opens_participle(scene, event.end, at)
        or _tells_harm(scene, at)
    )
    later = (at for at in behind if row[at].low in words.mood.afterwards)
    commas = (max((at for at in range(event.end, one) if row[at].said == ","), default=one) for one in aside)
    aims = (at for at in behind if _joins_infinitive(scene, at) or _opens_clause(scene, event, at))
    return [*(one.clause for one in scene.events if one.clause > event.end), *that, *commas, *aims, *later]


def _tells_harm(scene: Scene, at: int) -> bool:
    """Tell whether ", many were wounded in" begins at token ``at``: where people came to harm."""
    row, mood = scene.sentence.row, scene.reading.lexicon.mood
    near = row[at : at + _HARM_REACH] if row[at - 1].said == "," else ()
    stop = next((number for number, token in enumerate(near) if token.capital or not token.word), len(near))
    return any(token.low in mood.harmed for token in near[:stop])


def _opens_participle(scene: Scene, begin: int, at: int) -> bool:
    """Tell whether ", which had suffered at" begins at token ``at`` by the ending of a participle."""
    row, words = scene.sentence.row, scene.reading.lexicon
    low = row[at].low
    adverb = at > 1 and row[at - 1].word and not row[at - 1].capital and row[at - 2].said == ","
    if not (adverb or row[at - 1].said == ",") or len(low) < _SHORTEST_PARTICIPLE or row[at].capital:
        return False
    town = low in words.places.settlement or low.startswith(words.places.lying)
    gerunds = tuple(one for one in words.grammar.gerunds if not one.endswith(words.mood.participles))
    placed = any(ref.begin < at for ref in scene.refs)  # else "they attack, moving along X" tells where
    opened = low.endswith(words.grammar.participial) or (placed and low.endswith(gerunds))
    return opened and not town and not _is_inserted(scene, begin, at)


def _opens_clause(scene: Scene, event: Event, at: int) -> bool:
    """Tell whether ", but X" or ", shelled" begins another statement at token ``at``, a trigger or not."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if row[at - 1].low in words.attribution.joins:
        return event.kind is not Kind.REDEPLOYMENT and _joins_verb(scene, at)
    if row[at - 1].said != "," or row[at].capital or at + 1 >= len(row):
        return False
    low, small = row[at].low, words.attribution.joins | words.attribution.auxiliaries | words.places.cues
    if low in words.mood.boundaries:
        return row[at + 1].low not in small and not _leads_gap(scene, at)
    verb = low.endswith(words.mood.verb_endings) and low not in words.places.settlement | words.places.cues
    named = words.places.parts.at(row, at) is not None or words.places.kept.at(row, at) is not None
    return verb and not named and not _closes_aside(scene, event.end, at - 1)


def _joins_verb(scene: Scene, at: int) -> bool:
    """Tell whether "and act" begins at token ``at``, what else is done; it is no trigger."""
    row, words = scene.sentence.row, scene.reading.lexicon
    kinds = (words.actors.forces, words.places.settlement, words.places.cues, words.nouns)
    verb = row[at].low.endswith(words.mood.verb_endings) and not any(row[at].low in kind for kind in kinds)
    part = words.places.parts.at(row, at) is not None or words.places.kept.at(row, at) is not None
    return verb and not part and not row[at].capital and at not in scene.stops


def _leads_gap(scene: Scene, at: int) -> bool:
    """Tell whether only a day and a dash stand behind "and" at token ``at``: "A was taken, on May 5 - B"."""
    day = next((one for one in scene.days if one.begin == at + 1), None)
    return day is not None and any(
        token.said in DASHES for token in scene.sentence.row[day.end : day.end + 1]
    )


def _closes_aside(scene: Scene, begin: int, comma: int) -> bool:
    """Tell whether a comma only closes a few words between two: "it, most likely, tells of"."""
    row = scene.sentence.row
    opened = next((at for at in range(comma - 1, begin - 1, -1) if row[at].said == ","), None)
    return opened is not None and not any(opened < ref.begin < comma for ref in scene.refs)


def _joins_infinitive(scene: Scene, at: int) -> bool:
    """Tell whether "and to create" begins at token ``at``, another aim that is no trigger."""
    row, words = scene.sentence.row, scene.reading.lexicon
    base = row[at].low.endswith(words.mood.infinitive_endings) and not row[at].capital
    also = words.attribution.besides.at(row, at - 1) is not None
    return base and (also or row[at - 1].low in words.attribution.joins) and at not in scene.stops


def _goes_on(scene: Scene, begin: int, at: int) -> bool:
    """Tell whether "and surrounded" begins what else was done at token ``at``, which is no trigger."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if row[at - 1].low not in words.attribution.joins or row[at].capital:
        return False
    past = row[at].low.endswith(words.mood.participles) and at not in scene.stops
    behind = row[at + 1 : at + 3]
    told = any(begin <= ref.begin < at for ref in scene.refs)
    if told and words.grammar.has_articles and _verb_by_article(scene, at):
        return True
    named = any(ref.begin == at + 1 for ref in scene.refs) or words.places.parts.any(behind)
    shells = len(behind) > 1 and behind[0].low in words.mood.to and at + 2 not in scene.stops
    return past and (named or shells or any(one.low in words.actors.articles for one in behind[:1]))


def _verb_by_article(scene: Scene, at: int) -> bool:
    """Tell whether an article behind the word at token ``at`` makes it a verb: "and began a siege of"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if at in scene.stops or not any(token.low in words.actors.articles for token in row[at + 1 : at + 2]):
        return False
    small = words.places.cues | words.actors.governing | words.compass.words | words.mood.inserted
    small |= words.attribution.joins | words.attribution.likewise | words.mood.boundaries
    small |= words.places.several | words.mood.once | words.mood.armed
    low = row[at].low
    return (
        low not in small
        and not low.endswith(words.mood.adverb_endings)
        and words.places.whole.at(row, at) is None
    )


def _opens_sentence(scene: Scene, at: int) -> bool:
    """Tell whether ", and the X and Y have" begins another statement at token ``at``; English alone."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if row[at].low not in words.actors.articles or row[at - 1].low not in words.attribution.joins:
        return False
    if row[max(at - 2, 0)].said != ",":
        return False
    apart = words.attribution.relatives | words.attribution.clauses | words.places.nearer
    for token in row[at : at + _SUBJECT_REACH]:
        if not token.word or token.low in apart:
            return False
        if token.low in words.mood.helping:
            return True
    return False


def _opens_despite(scene: Scene, begin: int, at: int) -> bool:
    """Tell whether "despite" at token ``at`` leads to what others did, behind a place; English alone."""
    words = scene.reading.lexicon
    named = any(begin <= ref.begin < at for ref in scene.refs)
    return named and scene.sentence.row[at].low in words.grammar.notwithstanding


def _opens_aside(scene: Scene, at: int) -> bool:
    """Tell whether "where" or ", threatening" begins a clause at token ``at``; "including" goes on."""
    words, token, before = scene.reading.lexicon, scene.sentence.row[at], scene.sentence.row[at - 1]
    if token.low in words.grammar.asides or (before.said == ";" and token.low in words.mood.boundaries):
        return True
    if before.low in words.attribution.joins:  # ", and that B", ", and said that B"
        onward = token.low in words.attribution.clauses or token.low in words.attribution.verbs
        return onward and words.grammar.has_articles
    if before.low in words.mood.boundaries and token.low in words.attribution.verbs:
        return words.grammar.has_articles  # "but acknowledged that"
    if token.low in words.attribution.likewise and _leads_clause(scene, at + 1):
        return True
    if before.said != "," or token.capital or token.low in words.places.cues:
        return False
    endings = tuple(one for one in words.mood.verb_endings if one not in words.mood.participles)
    return bool(endings) and token.low.endswith(endings)


def _leads_clause(scene: Scene, at: int) -> bool:
    """Tell whether "as" leads a clause or "part of" at token ``at``: "as Ukrainian troops", not "as well"."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if at >= len(row) or not words.grammar.has_articles:
        return False
    nations = any(row[at].low in side.adjectives | side.names for side in words.sides.values())
    part = any(token.low in words.places.of for token in row[at + 1 : at + 2])
    return (
        nations
        or row[at].low in words.attribution.pronouns
        or (part and words.places.parts.at(row, at) is not None)
    )


def _relatives(scene: Scene, begin: int) -> list[int]:
    """Return where a ", which" begins that only tells of a place."""
    row, words = scene.sentence.row, scene.reading.lexicon
    opened = (
        at
        for at in range(begin + 1, len(row))
        if row[at].low in words.attribution.relatives or _leads_which(scene, at)
    )
    return [at for at in opened if _parted(scene, at) and not _is_inserted(scene, begin, at)][:1]


def _leads_which(scene: Scene, at: int) -> bool:
    """Tell whether ", behind which" ends at token ``at``, where cases tell; "among which are" goes on."""
    row, words = scene.sentence.row, scene.reading.lexicon
    led = row[at].low in words.grammar.which and row[at - 2].said == "," and words.grammar.free_order
    return led and words.places.namely.at(row, at - 1) is None


def _is_inserted(scene: Scene, begin: int, at: int) -> bool:
    """Tell whether a ", which" closes again before any place: "the marines, who came late, to X".

    Behind a place it has to lead back to a list: "near A, which is close to here, and near B".
    """
    row, words = scene.sentence.row, scene.reading.lexicon
    closed = next((end for end in range(at, len(row)) if row[end].said == ","), 0)
    if not (closed and words.grammar.free_order) or any(at <= ref.begin < closed for ref in scene.refs):
        return False
    behind = row[closed + 1 : closed + 3]
    also = any(words.attribution.besides.at(behind, one) is not None for one in range(len(behind)))
    return also or not any(begin <= ref.begin < at for ref in scene.refs)


def _parted(scene: Scene, at: int) -> bool:
    """Tell whether a comma, or in English a preposition, stands before a relative: "through which"."""
    before, words = scene.sentence.row[at - 1], scene.reading.lexicon
    return (
        before.said == ","
        or (words.grammar.free_order and before.low in words.actors.governing)
        or (words.grammar.has_articles and before.low in words.places.cues - words.attribution.joins)
    )


def floor_of(scene: Scene, number: int) -> int:
    """Return where a topic of this event may begin: after the event before it, in its own clause."""
    event = scene.events[number]
    earlier = scene.events[number - 1] if number else None
    frame = frame_at(scene.sentence.frames, event.begin)
    floor = frame.begin if frame is not None and not frame.weak else 0
    return max(floor, earlier.end) if earlier is not None else floor
