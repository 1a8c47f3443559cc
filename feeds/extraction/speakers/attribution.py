"""Attribution frames: who a sentence says says what."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.speakers import cited, headed, turned
from feeds.extraction.speakers.behind import group_end
from feeds.extraction.speakers.frames import Frame, cut, with_frame
from feeds.extraction.speakers.gerunds import going_on
from feeds.extraction.speakers.headings import after_heading, author, heading, known, name_of, signed
from feeds.extraction.speakers.published import as_reported, in_relative, outlet_in, passed_on
from feeds.extraction.speakers.set_in import set_in
from feeds.extraction.speakers.speakers import Speaker, speakers
from feeds.extraction.speakers.statements import goes_on_behind, stands_before
from feeds.extraction.speakers.subjects import Subject, list_mark, subject
from feeds.extraction.speakers.summed_up import sums_up
from feeds.extraction.speakers.verbs import (
    claims_place,
    in_name,
    inserted,
    is_counted,
    is_said,
    made_by,
    nation_asserts,
    only_calls,
    only_set_against,
    presents,
    they_report,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_CLOSING_QUOTES = frozenset('”»"')
_BY_REACH = 4
"""Tokens behind "this was reported" among which "by" is looked for."""
_SHORT_NAME = 8
"""Tokens of a name with its role at the end of a sentence."""


def frames(spoken: Spoken) -> tuple[Frame, ...]:
    """Return the frames of a sentence in order; the speakers are told to the cast."""
    found: list[Frame] = []
    free = spoken.lexicon.grammar.free_order
    named = headed.author(spoken) if free else author(spoken)
    if named is not None:
        return (named,)
    head = headed.heading(spoken) if free else heading(spoken)
    if head is not None:
        found.append(head)
    first = after_heading(spoken)
    inside: frozenset[int] = frozenset() if free else _inside_triggers(spoken)
    for at, token in enumerate(spoken.row):
        open_to = token.word and at >= first and at not in inside and not (found and _taken(found, at))
        frame = _at(spoken, at, found) if open_to else None
        if frame is not None:
            left = cut(found, frame)
            found = [frame, *left] if not free and _passes_on(found, frame) else with_frame(left, frame)
    last = None if found else ((cited.summed(spoken) or headed.signed(spoken)) if free else signed(spoken))
    if last is not None:
        found = [last]
    return tuple(found)


def _passes_on(found: Sequence[Frame], new: Frame) -> bool:
    """Tell whether a frame only passes on what another in it says: "A told B that …, C announced"."""
    before = new.begin == 0 and 0 < new.end == new.who_begin and not (new.negated or new.weak)
    return before and any(one.speakers and one.who_begin == 0 and not one.weak for one in found)


def _inside_triggers(spoken: Spoken) -> frozenset[int]:
    """Return the tokens behind the first of each trigger: "made confirmed gains" is no saying."""
    return frozenset(at for begin, end in spoken.triggers for at in range(begin + 1, end))


def _taken(found: Sequence[Frame], at: int) -> bool:
    """Tell whether token ``at`` is part of what names a speaker."""
    return any(frame.who_begin <= at < frame.who_end for frame in found)


def _turned(spoken: Spoken, at: int, found: list[Frame]) -> Frame | None:
    words, low = spoken.lexicon.attribution, spoken.row[at].low
    if low in words.sourced and not _has_source(spoken, at):
        return None
    if low in words.verbs or low in words.denials or presents(spoken, at):
        return turned.turned(spoken, at, found)
    if (onward := going_on(spoken, at, found)) is not None:
        return onward
    if low in words.assertions and (frame := cited.asserted(spoken, at, found)) is not None:
        return frame
    hit = words.according.at(spoken.row, at)
    return cited.according(spoken, at, hit[0], found) if hit is not None else cited.his_words(spoken, at)


def _has_source(spoken: Spoken, at: int) -> bool:
    """Tell whether "from" stands right behind token ``at``, before whoever it is known from."""
    behind = spoken.row[at + 1 : at + 2]
    return any(token.low in spoken.lexicon.places.origins for token in behind)


def _at(spoken: Spoken, at: int, found: list[Frame]) -> Frame | None:
    words = spoken.lexicon.attribution
    low = spoken.row[at].low
    if spoken.lexicon.grammar.free_order:
        reports = any(begin <= at < end for begin, end in spoken.triggers)
        return None if reports else _turned(spoken, at, found)
    if low not in _openers(spoken.lexicon) or _tells_nothing(spoken, at):
        return None
    those = at > 0 and spoken.row[at - 1].low in spoken.lexicon.grammar.definite
    if low in words.describing and not found and (_has_quotes(spoken) or _before_that(spoken, at)):
        return _verbal(spoken, at, found)
    noun = those and low in words.assertions  # "did not comment on those reports"
    if not noun and (low in words.verbs or low in words.denials or low in words.shows):
        return _verbal(spoken, at, found)
    if (
        at
        and low in words.assertions
        and (spoken.row[at - 1].possessive or they_report(spoken, at) or nation_asserts(spoken, at))
    ):
        return _verbal(spoken, at, found)
    hit = words.according.at(spoken.row, at)
    return _according(spoken, at, hit[0]) if hit is not None else None


def _tells_nothing(spoken: Spoken, at: int) -> bool:
    """Tell whether a word by which a frame may be told is none here: in a name, set in, or only a name."""
    return in_name(spoken, at) or inserted(spoken, at) or only_calls(spoken, at)


def _before_that(spoken: Spoken, at: int) -> bool:
    """Tell whether "that" stands right behind token ``at``: "the ministry went on that A"."""
    behind = spoken.row[at + 1 : at + 2]
    return any(token.low in spoken.lexicon.attribution.clauses for token in behind)


def _has_quotes(spoken: Spoken) -> bool:
    return any(one.said in _CLOSING_QUOTES for one in spoken.row)


@lru_cache(maxsize=16)
def _openers(lexicon: Lexicon) -> frozenset[str]:
    """Return the words by which a frame is told, so that others are passed over at a glance."""
    words = lexicon.attribution
    kinds = (words.describing, words.verbs, words.denials, words.shows, words.assertions)
    return frozenset().union(*kinds, words.according.beginnings)


def _verbal(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    row, words = spoken.row, spoken.lexicon.attribution
    denied = at and (row[at - 1].low in words.denials or row[at - 1].low in spoken.lexicon.mood.modal)
    if denied or is_counted(spoken, at) or only_set_against(spoken, at):
        return None
    floor = max([0, *(frame.who_end for frame in found if frame.who_end <= at)])
    frame = as_reported(spoken, at) or _going_on(spoken, at, found) or _passive(spoken, at)
    frame = frame or _passed_on(spoken, at, floor, found=found) or _closing(spoken, at) or set_in(spoken, at)
    if frame is not None or is_said(spoken, at):
        return frame
    who = subject(spoken, made_by(spoken, at), floor)
    via, after = _told(spoken, at)
    after = at if claims_place(spoken, at) else after
    if who.unsaid:
        return Frame((), after, len(row), who.begin, after, unsaid=True)
    if who.begin == who.end and at:
        opens = list_mark(spoken, at - 1) or row[at - 1].low in spoken.lexicon.mood.boundaries
        listed = _again(spoken, at, found[-1]) if found and opens else None
        onward = listed or in_relative(spoken, who.end, after=after)
        if onward is not None:
            return onward
    group, via = _relayed(spoken, row[who.begin : who.end], via)
    said = known(spoken, _trusted(spoken, group, at), via)
    if said:
        return _framed(spoken, at, who, after=after, said=said, found=found)
    joined = group and found and list_mark(spoken, at - 1) and spoken.lexicon.grammar.has_articles
    other = _again(spoken, at, found[-1]) if joined else _inverted(spoken, at)
    return other or (Frame((), 0, len(row), at, after, weak=True) if via else None)


def _passed_on(spoken: Spoken, at: int, floor: int, *, found: Sequence[Frame]) -> Frame | None:
    passed = passed_on(spoken, at, floor)
    if passed is None:
        return None
    return _framed(spoken, at, passed[0], after=at + 1, said=passed[1], found=found)


def _going_on(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    """Read ", saying that B" as words of the last speaker, or else of whom the sentence is about."""
    row, mood = spoken.row, spoken.lexicon.mood
    gerund = mood.is_active_form(row[at].low)
    if not gerund or not at or row[at - 1].said != ",":
        return None
    if found and found[-1].speakers:
        last = found[-1]  # "X refuted Y's claims, saying that": X goes on
        return _again(spoken, at, replace(last, speakers=last.deniers or last.speakers))
    said = known(spoken, leading(spoken, at - 1), None)
    return Frame(said, at + 1, len(row), at, at + 1) if said else None


def leading(spoken: Spoken, end: int) -> tuple[Speaker, ...]:
    """Return who the words before token ``end`` are about, if they begin with a name or a role."""
    row, begin = spoken.row, 0
    mood, openings = spoken.lexicon.mood, spoken.lexicon.attribution.openings
    while begin < end:
        stop = begin
        clause = row[begin].low.endswith(mood.verb_endings) or row[begin].low in openings
        while stop < end and not clause and _nominal(spoken, stop):
            stop += 1
        found = speakers(row[begin:stop], spoken.lexicon) if stop > begin else ()
        if found:
            return found
        begin = next((at + 1 for at in range(stop, end) if row[at].said == ","), end)
    return ()


def _nominal(spoken: Spoken, at: int) -> bool:
    """Tell whether a word may be part of somebody's name or role."""
    token, words = spoken.row[at], spoken.lexicon
    kinds = (words.roles.words, words.roles.agents, words.actors.articles, words.attribution.particles)
    return token.word and (token.capital or any(token.low in kind for kind in kinds))


def _framed(
    spoken: Spoken, at: int, who: Subject, *, after: int, said: tuple[Speaker, ...], found: Sequence[Frame]
) -> Frame:
    """Return what ``said`` say with the verb at token ``at``; the statement begins at ``after``."""
    row, words = spoken.row, spoken.lexicon.attribution
    nations = (side.adjectives for side in spoken.lexicon.sides.values())
    owned = row[at].low in words.assertions and any(row[at - 1].low in one for one in nations)
    if row[at - 1].possessive or owned:
        deniers = found[-1].speakers if found and found[-1].negated else ()
        return Frame(said, after, len(row), who.begin, after, deniers=deniers)
    if _told_before(spoken, after):
        return Frame(said, 0, at, who.begin, len(row), backward=True)
    before = stands_before(spoken, who.begin, after)
    first, last = (0, who.begin) if before else (after, len(row))
    last = len(row) if before and goes_on_behind(spoken, after) else last
    named = _before_relative(spoken, who.begin, at) or after
    return Frame(said, first, last, who.begin, named, negated=row[at].low in words.denials)


def _before_relative(spoken: Spoken, begin: int, at: int) -> int:
    """Return where ", whose men took A," begins behind a name: what it tells is no name; 0 for none."""
    row, words = spoken.row, spoken.lexicon
    opened = (one for one in range(begin + 2, at) if row[one].low in words.attribution.relatives)
    comma = next((one - 1 for one in opened if row[one - 1].said == ","), 0)
    told = any(comma < start < at for start, _ in spoken.triggers)
    return comma if told and words.grammar.has_articles else 0


def _told_before(spoken: Spoken, after: int) -> bool:
    """Tell whether only "this" is said, which means the sentences before: "The ministry announced this"."""
    row, words = spoken.row, spoken.lexicon
    opened = words.attribution.backwards.at(row, after) if after < len(row) else None
    if (
        opened is None
        or row[after].low in words.attribution.pronouns
        or any(begin >= after for begin, _ in spoken.triggers)
    ):
        return False
    behind = row[opened[0] : opened[0] + 1]
    ends = not behind or not behind[0].word
    return ends or behind[0].low in words.attribution.openings


def _passive(spoken: Spoken, at: int) -> Frame | None:
    """Read "was denied by X": what stands before is what X denies; "this was said by X" goes further back."""
    row, words = spoken.row, spoken.lexicon
    opening = next((one + 1 for one in range(at - 1) if row[one].said == ","), 0)  # "As X reports, this was"
    opened = words.attribution.backwards.at(row, 0) or words.attribution.backwards.at(row, opening)
    backward = opened is not None and opened[0] == at - 1 and row[at - 1].low in words.attribution.auxiliaries
    summed = at > 0 and sums_up(row, at - 1, words)  # "a claim denied by X"
    verb = at - (at > 0 and row[at - 1].low in words.attribution.auxiliaries)  # "as previously reported"
    likewise = verb > 1 and row[verb - 1].low in words.attribution.likewise  # "B took C, as reported by X"
    if not at or not (backward or summed or likewise or row[at - 1].low in words.mood.passive):
        return None
    by = _by(spoken, at, far=backward)
    if by is None:
        return None
    end = group_end(spoken, by)
    owned = row[by].low in words.attribution.possessors and spoken.cast.heard
    said = tuple(spoken.cast.heard[-1:]) if owned else known(spoken, speakers(row[by:end], words), None)
    if not said:
        return None
    negated = row[at].low in words.attribution.denials
    if summed:
        return Frame(said, at, at, at, end, negated=negated) if negated else None
    if likewise:
        return Frame(said, 0, len(row), verb - 1, end, weak=True)
    return Frame(said, 0, at, at, end, negated=negated, backward=backward)


def _by(spoken: Spoken, at: int, *, far: bool) -> int | None:
    """Return the token behind "by"; with ``far`` also behind "in", where a work may be named."""
    row, words = spoken.row, spoken.lexicon.attribution
    near = range(at + 1, min(len(row), at + (_BY_REACH if far else 2)))
    by = next((place + 1 for place in near if row[place].low in words.by), None)
    if by is None and far and at + 1 < len(row) and row[at + 1].low in words.openings:
        return at + 2
    return by


def _relayed(spoken: Spoken, group: Sequence[Token], via: str | None) -> tuple[Sequence[Token], str | None]:
    """Read "OUTLET quoted the ministry saying": the first is the outlet, the second speaks."""
    relay = next(
        (at for at, token in enumerate(group) if token.low in spoken.lexicon.attribution.relays), None
    )
    if not relay:
        return group, via
    if group[relay - 1].low in spoken.lexicon.mood.passive:
        return group[: relay - 1], via
    return group[relay + 1 :], outlet_in(spoken, group[:relay])


def _trusted(spoken: Spoken, group: Sequence[Token], at: int) -> tuple[Speaker, ...]:
    """Return the speakers of a word group; where a picture "shows", only its named maker."""
    found = speakers(group, spoken.lexicon)
    words = spoken.lexicon.attribution
    if spoken.row[at].low in words.shows and spoken.row[at].low not in words.verbs:
        works = any(token.low in words.works for token in group)
        return found if works else ()
    return found


def _again(spoken: Spoken, at: int, last: Frame) -> Frame | None:
    """Let the last speaker go on: "X said A and reported that B"."""
    if not last.speakers:
        return None
    negated = spoken.row[at].low in spoken.lexicon.attribution.denials
    return Frame(last.speakers, at + 1, len(spoken.row), at, at + 1, negated=negated)


def _told(spoken: Spoken, at: int) -> tuple[str | None, int]:
    """Read "told OUTLET" at the verb; return the outlet and the token where the statement begins."""
    row, words = spoken.row, spoken.lexicon
    after = at + 1
    if row[at].low not in words.attribution.told:
        return None, after
    after += after < len(row) and row[after].low in words.actors.articles
    hit = words.attribution.listeners.at(row, after) if after < len(row) else None
    hit = hit or (words.attribution.listeners.at(row, after - 1) if after < len(row) else None)
    if hit is not None:
        return None, hit[0]
    end = after
    while end < len(row) and row[end].capital and not _nation(row[end], words):
        end += 1
    person = any(
        token.low in words.roles.words or token.low in spoken.cast.full_names for token in row[after:end]
    )
    return None if person else name_of(row[after:end], words), end


def _nation(token: Token, lexicon: Lexicon) -> bool:
    return any(token.low in side.adjectives or token.low in side.names for side in lexicon.sides.values())


def _closing(spoken: Spoken, at: int) -> Frame | None:
    """Read ", reports X" at the end of a sentence, where nothing but a name follows."""
    row, words = spoken.row, spoken.lexicon
    behind = [token for token in row[at + 1 :] if token.said != "."]
    small = words.attribution.particles | words.actors.articles | words.roles.words | words.roles.agents
    named = any(token.capital for token in behind) and len(behind) <= _SHORT_NAME
    named = named and row[at].low not in words.attribution.told
    alone = named and all(token.capital or token.low in small for token in behind)
    return _inverted(spoken, at) if alone and words.grammar.has_articles else None


def _inverted(spoken: Spoken, at: int) -> Frame | None:
    """Read ", said X, role"."""
    row = spoken.row
    if not at or not (row[at - 1].said == "," or row[at - 1].said in _CLOSING_QUOTES):
        return None
    end = group_end(spoken, at + 1)
    if any(token.low in spoken.lexicon.mood.passive for token in row[at + 1 : end]):
        return None
    said = known(spoken, speakers(row[at + 1 : end], spoken.lexicon), None)
    return Frame(said, 0, at, at, end) if said else None


def _according(spoken: Spoken, at: int, begin: int) -> Frame | None:
    """Read "according to X"; pictures with a location and no maker named speak for themselves."""
    end = group_end(spoken, begin)
    group = spoken.row[begin:end]
    pronoun = spoken.lexicon.attribution.possessives.get(group[0].low) if len(group) == 1 else None
    found = (Speaker(pronoun, phrase=pronoun),) if pronoun else speakers(group, spoken.lexicon)
    said = known(spoken, found, None)
    if not said and not spoken.lexicon.evidence.geolocated.any(group):
        return None
    return Frame(said, 0, len(spoken.row), at, end, weak=True)
