"""Attribution frames in languages of free word order, where who speaks often stands behind the verb."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.naming import Named, is_day, named
from feeds.extraction.speakers.outlets import aired, is_outlet, only_heard, outlet_behind, through
from feeds.extraction.speakers.quoting import quoted_beside
from feeds.extraction.speakers.relaying import (
    has_object_before,
    listens,
    passes_on,
    pronoun_before,
    says_likewise,
    spreads_untruth,
)
from feeds.extraction.speakers.spans import clause_begin, left_of, sentence_part
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.speakers.subjects import HARD_MARKS, LOOK_BACK
from feeds.extraction.speakers.wording import was_quoted
from feeds.extraction.words.marks import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.speakers.subjects import Spoken

"""Behind one of these a verb of saying tells who said what stands before it."""
_HEAD = 2
"""Tokens of "Source:"."""
_SLACK = 1
"""Small words between a name and its verb."""
_HEARD_REACH = 1200
"""Characters behind a name in which "it is noted" still goes on with what was said."""
_WHOSE_REACH = 3
"""Tokens of ", whose comment" before its verb."""


_ASIDE = Frame((), 0, 0, 0, 0)
"""Of a verb that only tells through whom the words before it came."""


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of saying where it stands."""

    at: int
    begin: int
    """Token at which its clause begins."""
    likewise: bool
    """Whether "as" stands before it: "as X said"."""
    backward: bool
    """Whether what was said before is meant: "this was said by X"."""


def turned(spoken: Spoken, at: int, found: list[Frame]) -> Frame | None:
    """Return the frame of the verb of saying at token ``at``; an outlet that passes on becomes the via."""
    relayed = _relayed(spoken, at, found)
    if relayed is not None:
        return None if relayed is _ASIDE else relayed
    if found and found[-1].speakers and _only_tells_whose(spoken, found[-1].who_end, at):
        return None
    left = left_of(spoken, at)
    begin = clause_begin(spoken, left, max([0, *(frame.who_end for frame in found if frame.who_end <= left)]))
    if _unsaid(spoken, begin, at):
        return _silence(spoken, at, begin, left)
    opened = spoken.lexicon.attribution.backwards.at(spoken.row, begin) if begin < at else None
    if opened is not None and begin and found and spoken.row[begin - 1].said in DASHES:
        return None  # "X said that A - this is spread by Y"
    if opened is None and not found and _opens_backward(spoken, begin, at):
        verb = _Verb(at, 0, likewise=False, backward=True)
        return _told_of(spoken, at, _behind(spoken, verb, found))
    likewise = begin > 0 and says_likewise(spoken, begin - 1)
    verb = _Verb(at, begin, likewise, backward=opened is not None)
    first = opened[0] if opened is not None else begin
    return _told_of(spoken, at, _either_way(spoken, verb, first, left, found))


def _silence(spoken: Spoken, at: int, begin: int, left: int) -> Frame:
    """Return the frame of what is not said; who is named as silent may be meant by "he" afterwards."""
    first = clause_begin(spoken, left, 0, whole=True)
    who = named(spoken, first, left).speakers or named(spoken, begin, left).speakers
    known(spoken, who or named(spoken, at + 1, len(spoken.row)).speakers)
    if spoken.row[at].low in spoken.lexicon.attribution.unheard and _says_nothing_behind(spoken, at):
        return Frame((), 0, at, at, at + 1, unsaid=True)  # "of the capture nothing was said"
    return Frame((), at + 1, len(spoken.row), begin, at + 1, unsaid=True)


def _only_tells_whose(spoken: Spoken, begin: int, at: int) -> bool:
    """Tell whether a verb only says who carried what a speaker said: "X, whose comment the paper ran"."""
    row, words = spoken.row, spoken.lexicon
    near = row[begin + 1 : at] if begin < at and row[begin].said == "," else ()
    whose = words.grammar.which - words.attribution.clauses
    return 0 < len(near) <= _WHOSE_REACH and any(token.low in whose for token in near)


def _told_of(spoken: Spoken, at: int, frame: Frame | None) -> Frame | None:
    """Return the frame of the verb at token ``at`` if it tells who speaks; an aside tells nobody anew."""
    if frame is None or frame is _ASIDE:
        return None
    if not spreads_untruth(spoken, at):
        return frame
    judges = spoken.row[at].low in spoken.lexicon.attribution.judging  # "called a fake what is said of"
    return replace(frame, negated=True) if judges else replace(frame, untrue=True)


def _either_way(spoken: Spoken, verb: _Verb, first: int, left: int, found: list[Frame]) -> Frame | None:
    """Look for who speaks between tokens ``first`` and ``left`` before the verb, or else behind it."""
    at = verb.at
    while first < left and (is_day(spoken, first) or is_day(spoken, first + 1)):
        first += 1  # "on Monday on the air of"
    via = aired(spoken, first, left)
    if first >= left or via is not None or only_heard(spoken, first, left):
        frame = _behind(spoken, verb, found, via=via) or _parted(spoken, at, min(first, left))
        return frame or _impersonal(spoken, verb, first)
    before = named(spoken, first, left)
    if pronoun_before(spoken, first, left):
        heard = aired(spoken, first, left - 1)
        before = named(spoken, left - 1, left)
        before = replace(before, speakers=tuple(replace(one, via=heard) for one in before.speakers))
    if (
        before.speakers
        and not listens(spoken, before)
        and not _is_whose(spoken, before)
        and (before.end >= left - _SLACK or _acts_between(spoken, before.end, left))
    ):
        behind = _told(spoken, at, before) or _confirmed(spoken, at, before)
        return _behind(spoken, verb, found, who=behind) if behind else _before(spoken, verb, before)
    frame = _behind(spoken, verb, found) or _parted(spoken, at, left)
    if frame is None and (frame := _impersonal(spoken, verb, first)) is not None:
        return frame
    if frame is None and not verb.likewise and (late := _late(spoken, first, left)) is not None:
        return _before(spoken, verb, late)
    return frame


def _is_whose(spoken: Spoken, who: Named) -> bool:
    """Tell whether a name only tells whose doing is said: "the retreat of X was confirmed by Y"."""
    words, low = spoken.lexicon, spoken.row[who.begin].low
    inflected = low in words.grammar.indeclinable or words.nouns.get(low, low) != low
    return inflected and any(end == who.begin for _, end in spoken.triggers)


def _impersonal(spoken: Spoken, verb: _Verb, first: int) -> Frame | None:
    """Read "It is noted that", which names nobody at the head of a sentence, as who was heard last."""
    row, words, cast = spoken.row, spoken.lexicon.attribution, spoken.cast
    heads = row[verb.at].low in words.impersonal and first == 0 and verb.at <= _HEAD
    goes_on = any(token.low in words.clauses for token in row[verb.at + 1 : verb.at + 3])
    if not (heads and goes_on and cast.heard) or row[0].start - cast.heard_at > _HEARD_REACH:
        return None
    return Frame((cast.heard[-1],), verb.at + 1, len(row), 0, verb.at + 1)


def _late(spoken: Spoken, begin: int, end: int) -> Named | None:
    """Return who is named right before a verb, behind other words: "Over the phone X said"."""
    nouns, at = spoken.lexicon.nouns, begin + 1
    while at < end:
        plain = nouns.get(spoken.row[at].low) == spoken.row[at].low or _ends_in_name(spoken, at, end)
        who = named(spoken, at, end) if plain or spoken.row[at].low in _hearing(spoken) else None
        if who is not None and who.speakers and who.end >= end - _SLACK:
            return who
        at += 1
    return None


def _ends_in_name(spoken: Spoken, at: int, end: int) -> bool:
    """Tell whether nothing but a name of one or two words stands from token ``at`` to the verb."""
    row = spoken.row[at:end]
    small = bool(spoken.row[at - 1].word) and not spoken.row[at - 1].capital
    return len(row) <= _HEAD and small and all(one.capital and one.start not in spoken.places for one in row)


def _hearing(spoken: Spoken) -> AbstractSet[str]:
    return spoken.lexicon.attribution.listeners.beginnings


def _acts_between(spoken: Spoken, begin: int, end: int) -> bool:
    """Tell whether only a circumstance or a first verb parts a name from its verb: "X met Y and said"."""
    row, words = spoken.row, spoken.lexicon.attribution
    told = any(begin <= first < end for first, _ in spoken.triggers)
    when = row[begin].low in words.openings or (row[begin].low in words.leading and not row[begin].capital)
    return not told and (when or row[end - 1].low in words.joins)


def _opens_backward(spoken: Spoken, begin: int, at: int) -> bool:
    """Tell whether "this", parted from the verb by a clause, opens a sentence: "This, as ever, said X"."""
    opened = spoken.lexicon.attribution.backwards.at(spoken.row, 0)
    told = any(first < at for first, _ in spoken.triggers)
    return opened is not None and begin > 0 and spoken.row[begin - 1].said == "," and not told


def _told(spoken: Spoken, at: int, outlet: Named) -> Named | None:
    """Read "the commander told OUTLET" where the outlet stands first and the speaker behind the verb."""
    if not is_outlet(spoken, outlet.speakers[0]) or spoken.row[at].low not in spoken.lexicon.attribution.told:
        return None
    who = named(spoken, at + 1, sentence_part(spoken, at + 1))
    via = outlet.speakers[0].name
    return (
        replace(who, speakers=tuple(replace(one, via=via) for one in who.speakers)) if who.speakers else None
    )


def _confirmed(spoken: Spoken, at: int, whose: Named) -> Named | None:
    """Read "the words of A were confirmed by B", which free order says without a passive, as said by B."""
    row, words = spoken.row, spoken.lexicon
    works = any(
        words.nouns.get(token.low, token.low) in words.attribution.works for token in row[: whose.begin + 1]
    )
    if not works or at + 1 >= len(row):
        return None
    who = named(spoken, at + 1, sentence_part(spoken, at + 1))
    return who if who.speakers and who.speakers[0].name in spoken.cast.persons else None


def _unsaid(spoken: Spoken, begin: int, at: int) -> bool:
    """Tell whether the verb is negated: "has not confirmed"."""
    negation = spoken.lexicon.mood.negation
    return any(negation.at(spoken.row, place) is not None for place in range(max(begin, at - 2), at))


def known(spoken: Spoken, found: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Return speakers under the names that the item gives them, and remember them."""
    return tuple(spoken.cast.known(one, spoken.row[0].start) for one in found)


def _before(spoken: Spoken, verb: _Verb, who: Named) -> Frame:
    """Return what is said behind "X said"."""
    at = verb.at
    via, end = outlet_behind(spoken, at + 1, sentence_part(spoken, at + 1))
    speakers = known(spoken, [replace(one, via=one.via or via) for one in who.speakers])
    if verb.likewise:
        return Frame(speakers, 0, len(spoken.row), max(0, who.begin - 1), at + 1, weak=True)
    negated = spoken.row[at].low in spoken.lexicon.attribution.denials
    first = max(at + 1, end)
    if _says_this(spoken, at):
        return Frame(speakers, 0, who.begin, who.begin, len(spoken.row), negated=negated, backward=True)
    if not verb.backward and _says_nothing_behind(spoken, at):
        return Frame(speakers, 0, who.begin, who.begin, first, negated=negated)
    last = len(spoken.row)
    if has_object_before(spoken, who.begin, at):
        return Frame(speakers, 0, last, who.begin, first, negated=negated, weak=True)
    return Frame(speakers, at + 1, last, who.begin, first, negated=negated, backward=verb.backward)


def _says_this(spoken: Spoken, at: int) -> bool:
    """Tell whether only "about this" ends a sentence behind its verb: "X wrote about this"."""
    row = spoken.row
    hit = spoken.lexicon.attribution.backwards.at(row, at + 1) if at + 1 < len(row) else None
    told = hit is not None and hit[0] - at > _HEAD
    return told and hit is not None and all(token.said == "." for token in row[hit[0] :])


def _says_nothing_behind(spoken: Spoken, at: int) -> bool:
    """Tell whether all was said before the verb: "the capture of which X has announced"."""
    behind = [one for place, one in enumerate(spoken.row[at + 1 :], at + 1) if not is_day(spoken, place)]
    return sum(token.word for token in behind) <= _SLACK and not any(
        token.said in HARD_MARKS for token in behind
    )


def _behind(
    spoken: Spoken, verb: _Verb, found: list[Frame], *, who: Named | None = None, via: str | None = None
) -> Frame | None:
    """Return what is said before ", said X"; ``via`` is the outlet that X told it."""
    row, begin = spoken.row, verb.begin
    who = who or named(spoken, verb.at + 1, len(row))
    told = any(who.begin <= begin < who.end for begin, _ in spoken.triggers)
    if not who.speakers or told or listens(spoken, who):
        return None
    if (
        found
        and found[-1].speakers
        and (is_outlet(spoken, who.speakers[0]) or passes_on(spoken, verb.at, who, found[-1]))
    ):
        found[-1] = through(found[-1], who.speakers[0].name)
        return _ASIDE
    speakers = known(spoken, [replace(one, via=one.via or via) for one in who.speakers])
    negated = row[verb.at].low in spoken.lexicon.attribution.denials
    if verb.likewise:
        return Frame(speakers, 0, len(row), begin - 1, who.end, weak=True)
    if begin == 0 and not verb.backward:
        rest = row[who.end :] if row[0].start > 0 and left_of(spoken, verb.at) == 0 else row
        bare = all(token.said == "." for token in rest)  # "Reports X."
        return Frame(speakers, who.end, len(row), 0, who.end, negated=negated, backward=bare)
    if not verb.backward and _is_inserted(spoken, begin, who.end):
        return Frame(speakers, 0, len(row), begin, who.end, negated=negated, weak=True)
    # "The capture of A, B confirmed X": what stands before the verb belongs to what is said.
    last = begin if verb.backward else max(begin, left_of(spoken, verb.at))
    return Frame(speakers, 0, last, last, who.end, negated=negated, backward=verb.backward)


def _is_inserted(spoken: Spoken, begin: int, end: int) -> bool:
    """Tell whether "said X" stands between commas before all that is told: "In A, said X, B took C"."""
    row = spoken.row
    told = [first for first, _ in spoken.triggers]
    stop = sentence_part(spoken, end)
    closed = stop < len(row) and row[stop].said == ","
    return closed and row[begin - 1].said == "," and bool(told) and min(told) > stop


def _parted(spoken: Spoken, at: int, left: int) -> Frame | None:
    """Read "X, an officer, said" where commas part the name from its verb."""
    row = spoken.row
    if left < _HEAD or row[left - 1].said != ",":
        return None
    begin = left - 1
    while (
        begin > max(0, left - LOOK_BACK)
        and row[begin - 1].said not in HARD_MARKS
        and row[begin - 1].said != "."
    ):
        begin -= 1
    who = named(spoken, begin, left - 1)
    if not who.speakers:
        return None
    return Frame(known(spoken, who.speakers), at + 1, len(row), who.begin, at + 1)


def _relayed(spoken: Spoken, at: int, found: list[Frame]) -> Frame | None:
    """Read "OUTLET quotes him" and "quotes the words of X" at the verb."""
    row, words = spoken.row, spoken.lexicon.attribution
    hit = words.quoting.at(row, at)
    if hit is None:
        return None
    left = left_of(spoken, at)
    if left and row[left - 1].low in spoken.lexicon.grammar.which and found and found[-1].speakers:
        outlet = named(spoken, at + 1, len(row))
        if outlet.speakers:  # "says the ministry, which OUTLET quotes"
            found[-1] = through(found[-1], outlet.speakers[0].name)
            return _ASIDE
    outlet = named(spoken, clause_begin(spoken, left, 0), left)
    if not outlet.speakers and (beside := quoted_beside(spoken, hit[0])) is not None:
        return Frame(known(spoken, beside.speakers), 0, len(row), at, beside.end)
    label = words.labels & {token.low for token in row[hit[0] : hit[0] + 1]}
    person = bool(label) and hit[0] + 1 < len(row) and row[hit[0] + 1].capital
    quoted = hit[0] < len(row) and was_quoted(spoken, hit[0] + person)
    who = named(spoken, hit[0] + person, len(row), oblique=not quoted)
    if row[hit[0] - 2].low in words.possessives or row[hit[0] - 1].low in words.possessives:
        outlet = outlet if outlet.speakers else named(spoken, hit[0], len(row))
        pronoun = next(
            words.possessives[row[place].low]
            for place in (hit[0] - 1, hit[0] - 2)
            if row[place].low in words.possessives
        )
        who = Named((Speaker(pronoun, phrase=pronoun),), at, max(outlet.end, hit[0]))
    if not who.speakers:
        return None
    via = outlet.speakers[0].name if outlet.speakers else None
    speakers = known(spoken, [replace(one, via=via) for one in who.speakers])
    return Frame(speakers, 0, len(row), at, max(who.end, at + 1))
