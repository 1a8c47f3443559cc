"""Which words before "said" name the one who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.speakers.summed_up import behind_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.dates.dates import Day
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.cast import Cast
    from feeds.extraction.words.tokens import Token

HARD_MARKS = frozenset(':;“”«»"„–—')
LOOK_BACK = 30
"""Tokens around a verb of saying among which a speaker is named."""
_FULL_NAME = 2
"""Words of a first and a last name."""
_LONG_STATEMENT = 7
"""Tokens before a comma that are more than a name or an opening."""
_OPENED = 3
"""Tokens of "on Friday the"."""
_HALVES = 2
"""Commas before and within a name with its description."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence about to be read for frames."""

    row: Sequence[Token]
    lexicon: Lexicon
    cast: Cast
    triggers: Sequence[tuple[int, int]]
    """Begin and end of each trigger."""
    days: Sequence[Day]
    places: frozenset[int] = frozenset()
    """Where in the item names of places start."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens ``begin`` to ``end`` name who says it; none where they are equal."""

    begin: int
    end: int
    unsaid: bool
    """Whether it was not said: "has not confirmed", "neither has confirmed"."""


def subject(spoken: Spoken, at: int, floor: int) -> Subject:
    """Return the words that name who does what the verb at token ``at`` says, from token ``floor`` on."""
    end, unsaid = _end(spoken, at)
    floor = max(0, end - LOOK_BACK, floor, behind_summary(spoken.row, end, spoken.lexicon))
    begin = _begin(spoken, end, floor)
    negation = spoken.lexicon.mood.negation
    if begin < end and negation.at(spoken.row, begin) is not None:
        unsaid = True
    return Subject(begin, _before_verb(spoken, begin, end), unsaid)


def list_mark(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` is a comma or an "and"."""
    return spoken.row[at].said == "," or spoken.row[at].low in spoken.lexicon.attribution.joins


def _end(spoken: Spoken, at: int) -> tuple[int, bool]:
    """Return the token after the name, left of adverbs and of a day, and whether "not" stands there."""
    row, words = spoken.row, spoken.lexicon
    end, unsaid = at, False
    while end > 0:
        no = words.mood.negation.at(row, end - 1) is not None
        unsaid = unsaid or no
        if not (no or _between(spoken, end - 1)):
            break
        end -= 1
    if 1 < end < at and row[end - 1].said == ",":
        end -= 1
    return end - (end > 0 and row[end - 1].said == ","), unsaid


def _between(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` may stand between a speaker and the verb."""
    low, words = spoken.row[at].low, spoken.lexicon
    day = any(day.begin <= at < day.end for day in spoken.days)
    return day or low in words.attribution.auxiliaries or low.endswith(words.mood.adverb_endings)


def _begin(spoken: Spoken, end: int, floor: int) -> int:
    row = spoken.row
    behind = _before_clause(spoken, end, floor)
    begin = behind
    while begin > floor and not _hard(spoken, begin - 1, end):
        begin -= 1
    inner = [
        stop for at, stop in spoken.triggers if begin < stop < behind and not _qualifies(spoken, at, stop)
    ]
    if inner:
        return _after_statement(spoken, max(inner), behind)
    asides = spoken.lexicon.grammar.asides | spoken.lexicon.attribution.likewise if begin > 1 else frozenset()
    asides = asides if spoken.lexicon.grammar.has_articles else frozenset()
    if begin > floor and row[begin - 1].low in asides and any(token.said == "," for token in row[begin:end]):
        return _after_statement(spoken, begin, end)  # "where it is calm, X said"
    anew = [
        at
        for at in range(begin, end - 1)
        if row[at].said == "," and row[at + 1].low in spoken.lexicon.attribution.joins
    ]
    if anew and _names_place(spoken, anew[-1] + 2):
        return _after_statement(spoken, anew[-1] + 2, end)  # "…, and A in X, B said"
    return anew[-1] + 2 if anew else _behind_long_statement(spoken, begin, end)


def _names_place(spoken: Spoken, at: int) -> bool:
    """Tell whether a place, with the area it lies in, is named at token ``at``: "A in X"."""
    behind = spoken.row[at + 1 : at + 2]
    named = at < len(spoken.row) and spoken.row[at].start in spoken.places
    return named and any(one.low in spoken.lexicon.places.nearer for one in behind)


def _before_clause(spoken: Spoken, end: int, floor: int) -> int:
    """Return where the name stands before ", who spoke on condition of anonymity,"; else ``end``."""
    row, relatives = spoken.row, spoken.lexicon.attribution.relatives
    if end >= len(row) or row[end].said != ",":
        return end
    comma = next((at for at in range(end - 1, floor, -1) if row[at].said == ","), None)
    return comma if comma is not None and row[comma + 1].low in relatives else end


def _qualifies(spoken: Spoken, begin: int, end: int) -> bool:
    """Tell whether a trigger only says which, "the occupied part", or may mean something else, "left"."""
    row, words = spoken.row, spoken.lexicon
    if end > begin + 1 or not begin:
        return False
    if _within_name(spoken, begin) or words.mood.idioms.at(row, begin) is not None:
        return True
    led = row[begin - 1].low in words.actors.articles | words.places.cues - words.attribution.joins
    helped = begin > 1 and row[begin - 2].low in words.mood.passive
    adverb = row[begin - 1].low.endswith(words.mood.adverb_endings) and not helped
    qualifies = row[begin].low.endswith(words.mood.participles) and (led or adverb)
    return qualifies or (row[begin].low in words.mood.bare and not _has_object(spoken, begin))


def _has_object(spoken: Spoken, at: int) -> bool:
    """Tell whether a verb of many meanings is one that tells: "have left the town", "left X"."""
    row, words = spoken.row, spoken.lexicon.attribution
    if any(token.low in words.relatives | words.clauses for token in row[max(0, at - 2) : at]):
        return False
    if row[at - 1].low in words.auxiliaries or at + 1 == len(row):
        return row[at - 1].low in words.auxiliaries
    part = spoken.lexicon.grammar.has_articles and spoken.lexicon.places.parts.at(row, at + 1) is not None
    return row[at + 1].capital or part  # "took most of"


def _within_name(spoken: Spoken, at: int) -> bool:
    """Tell whether capitals, in no headline, make a word part of a name: "the 9th Air Assault Brigade"."""
    row = spoken.row
    led = row[at - 1].capital or row[at - 1].low in spoken.lexicon.dates.suffixes
    small = sum(token.word and not token.capital for token in row)
    return led and row[at].capital and small * 3 > len(row)


def _behind_long_statement(spoken: Spoken, begin: int, end: int) -> int:
    """Return where "…, a senior official" begins behind many words that are no name."""
    row, words = spoken.row, spoken.lexicon
    comma = next((at for at in range(end - 1, begin, -1) if row[at].said == ","), None)
    if comma is None or comma - begin < _LONG_STATEMENT or _describes(spoken, row[begin:comma]):
        return begin
    if _only_heard(spoken, comma + 1):
        return begin
    commas = [at for at in range(begin, end) if row[at].said == ","]
    first = _with_apposition(spoken, commas, end)
    if first <= comma and words.grammar.has_articles:
        return first  # "…, NAME, the head of X,"
    who = row[comma + 1 : end]
    opened = bool(who) and (
        who[0].low in words.actors.articles | words.roles.agents | words.roles.words or who[0].capital
    )
    speaks = any(token.low in words.roles.agents for token in who)
    told = not any(token.low in words.roles.words for token in row[begin:comma])
    return comma + 1 if opened and speaks and told else begin


def _only_heard(spoken: Spoken, at: int) -> bool:
    """Tell whether "interviewed on television" tells where somebody spoke; English alone."""
    token, words = spoken.row[at], spoken.lexicon
    inflected = token.low.endswith(words.mood.verb_endings) and not token.capital
    return inflected and words.grammar.has_articles and token.low not in words.roles.words


def _after_statement(spoken: Spoken, begin: int, end: int) -> int:
    """Return where the speaker begins behind a statement: after its last comma, or else its last "and"."""
    commas = [at for at in range(begin, end) if spoken.row[at].said == ","]
    if commas:
        return _with_apposition(spoken, commas, end)
    joins = [at for at in range(begin, end) if list_mark(spoken, at)]
    return joins[-1] + 1 if joins else end


def _with_apposition(spoken: Spoken, commas: Sequence[int], end: int) -> int:
    """Go back to the other half of "NAME, a commander near X" and of "the head of X, NAME"."""
    row, last = spoken.row, commas[-1] + 1
    if len(commas) < _HALVES:
        return last
    first = commas[-2] + 1 + (row[commas[-2] + 1].low in spoken.lexicon.attribution.joins)
    before, behind = row[first : commas[-1]], row[last:end]
    halves = (before, behind) if _describes(spoken, behind) else (behind, before)
    return first if _named(spoken, halves[0]) and _describes(spoken, halves[1]) else last


def _describes(spoken: Spoken, row: Sequence[Token]) -> bool:
    """Tell whether a word group begins like "a commander", "who is a commander"."""
    words = spoken.lexicon
    opening = words.actors.articles | words.attribution.relatives | words.roles.words
    opened = bool(row) and row[0].low in opening and not row[0].capital
    institute = words.attribution.institutes.any(row) and not row[-1].capital
    return opened and (institute or any(token.low in words.roles.words for token in row))


def _named(spoken: Spoken, row: Sequence[Token]) -> bool:
    """Tell whether a word group is somebody's name, or one behind a rank."""
    proper = [token for token in row if token.capital]
    led = any(token.low in spoken.lexicon.actors.articles for token in row[:_OPENED]) and row[-1].capital
    if led and any(token.low in spoken.lexicon.roles.agents for token in proper):
        return True  # "the Institute for X"
    return len(proper) == len(row) >= _FULL_NAME or (
        bool(proper) and row[0].low in spoken.lexicon.roles.words
    )


def _hard(spoken: Spoken, at: int, end: int) -> bool:
    """Tell whether token ``at`` parts the speaker from what stands before; ", who is a colonel," does not."""
    row, words = spoken.row, spoken.lexicon
    if row[at].low in words.attribution.relatives and at and row[at - 1].said == ",":
        return not any(token.said == "," for token in row[at + 1 : end + 1])
    if row[at].low in words.attribution.clauses and at:
        named = end > at + 1 and all(token.capital for token in row[at + 1 : end])
        if named and words.grammar.has_articles:
            return True  # "the city that X claimed"
        return not _of_people(row[at - 1], words)
    if words.grammar.has_articles and row[at].low in words.mood.once and row[at - 1].low not in words.mood.to:
        return not any(token.said == "," for token in row[at + 1 : end])
    dash = row[at].said == "-" and at > 0 and row[at].start > row[at - 1].end
    return dash or row[at].said in HARD_MARKS or row[at].low in words.attribution.boundaries


def _of_people(token: Token, words: Lexicon) -> bool:
    kinds = (words.roles.words, words.roles.agents, words.actors.forces)
    return token.capital or any(token.low in kind for kind in kinds)


def _before_verb(spoken: Spoken, begin: int, end: int) -> int:
    """Cut "bloggers contradicted the ministry and", "did not mention it and" at the first verb."""
    row, words = spoken.row, spoken.lexicon
    if begin == end or row[end - 1].low not in words.attribution.joins:
        return end
    verbs = (
        at
        for at in range(begin + 1, end)
        if words.mood.negation.at(row, at) is not None
        or (not row[at].capital and row[at].low.endswith(words.mood.participles))
    )
    verb = next(verbs, end - 1)
    while verb > begin + 1 and row[verb - 1].low in words.attribution.auxiliaries:
        verb -= 1
    return verb
