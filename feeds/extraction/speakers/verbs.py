"""Which words that look like verbs of saying are none, and which say more than that something is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.text.objects import lacks_object

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_LIGHT_REACH = 5
"""Tokens of "made a rather startling"."""
_NAMED_REACH = 6
"""Tokens of "what the Institute for the Study" before its verb."""
_APPOSITION = 12
"""Tokens of "the head of the regional administration"."""
_WORK_REACH = 3
"""Tokens behind "published" among which "the evening's bulletin" is looked for."""


def is_said(spoken: Spoken, at: int) -> bool:
    """Tell whether "was described" only says what something is called, by nobody named; English alone."""
    words, low = spoken.lexicon, spoken.row[at].low
    helped = at > 0 and spoken.row[at - 1].low in words.mood.passive | words.attribution.auxiliaries
    behind = spoken.row[at + 1 : at + 2]
    led = any(token.low in words.mood.to for token in behind)  # "are said to have"
    led = led and spoken.row[at - 1].low in words.mood.being
    called = spoken.row[at - 1].low in words.mood.passive and low.endswith(words.mood.participles)
    return helped and (led or called) and words.grammar.has_articles


def claims_place(spoken: Spoken, at: int) -> bool:
    """Tell whether a verb of saying is itself what was done, to the place behind it: "claimed X"."""
    row, words = spoken.row, spoken.lexicon
    if any(begin == at and end > at + 1 for begin, end in spoken.triggers):
        return True  # "claimed control over"
    return row[at].low in words.mood.bare and not lacks_object(row, at, at + 1, words)


def is_counted(spoken: Spoken, at: int) -> bool:
    """Tell whether a word that may be noun or verb is a noun in "confirmed reports of"; English alone."""
    words, behind = spoken.lexicon, spoken.row[at + 1 : at + 2]
    noun = spoken.row[at].low in words.attribution.assertions and words.grammar.has_articles
    return noun and any(token.low in words.places.of for token in behind)


def they_report(spoken: Spoken, at: int) -> bool:
    """Tell whether a word that may be noun or verb is a verb: "channels report that"."""
    row, words = spoken.row, spoken.lexicon
    said = any(token.low in words.attribution.clauses for token in row[at + 1 : at + 2])
    return said and row[at - 1].low in words.roles.agents


def inserted(spoken: Spoken, at: int) -> bool:
    """Tell whether ", writing on X," at token ``at`` only parts a name from the verb behind it."""
    row, mood = spoken.row, spoken.lexicon.mood
    gerund = mood.is_active_form(row[at].low)
    if not gerund or not at or row[at - 1].said != ",":
        return False
    comma = next((one for one in range(at, min(len(row) - 1, at + _APPOSITION)) if row[one].said == ","), at)
    return comma > at and row[comma + 1].low in spoken.lexicon.attribution.verbs


def only_calls(spoken: Spoken, at: int) -> bool:
    """Tell whether a verb of saying only calls something so: "during what X assesses was a raid"."""
    row, words = spoken.row, spoken.lexicon
    near = range(at - 1, max(0, at - _NAMED_REACH), -1)
    what = next((one for one in near if row[one].low in words.attribution.free_relatives), 0)
    led = what > 0 and row[what - 1].low in words.actors.governing | words.mood.once | words.places.of
    return led and all(token.word for token in row[what:at])


def in_name(spoken: Spoken, at: int) -> bool:
    """Tell whether a word is part of a name by its capital and that of the word before: "United States"."""
    row = spoken.row
    if not (at and row[at].capital and row[at - 1].capital):
        return False
    return any(token.word and not token.capital for token in row[:at])


def nation_asserts(spoken: Spoken, at: int) -> bool:
    """Tell whether "that" follows what only a nation says: "Russian statements that"."""
    row, words = spoken.row, spoken.lexicon
    nation = any(row[at - 1].low in side.adjectives for side in words.sides.values())
    return nation and any(token.low in words.attribution.clauses for token in row[at + 1 : at + 2])


def made_by(spoken: Spoken, at: int) -> int:
    """Return the verb in "made a startling claim that" for the noun at token ``at``, else ``at``."""
    row, words = spoken.row, spoken.lexicon.attribution
    if row[at].low not in words.assertions:
        return at
    near = range(at - 1, max(0, at - _LIGHT_REACH), -1)
    return next((one for one in near if row[one].low in words.making), at)


def only_set_against(spoken: Spoken, at: int) -> bool:
    """Tell whether "despite the claims of X," only names what the sentence says otherwise; English alone."""
    row, words = spoken.row, spoken.lexicon
    if row[at].low not in words.attribution.assertions or at + 1 >= len(row) or row[at + 1].said != ",":
        return False
    near = row[max(0, at - _NAMED_REACH) : at]
    return words.grammar.has_articles and any(one.low in words.grammar.notwithstanding for one in near)


def presents(spoken: Spoken, at: int) -> bool:
    """Tell whether "made" says something: "such a statement" before token ``at``, or "a statement" behind."""
    row, words = spoken.row, spoken.lexicon.attribution
    if row[at].low not in words.presenting:
        return False
    nouns = spoken.lexicon.nouns
    for token in row[at + 1 : at + 1 + _WORK_REACH]:
        if nouns.get(token.low, token.low) in words.works:
            return True
        if not token.word or token.capital or token.low in words.openings:
            break
    return words.backwards.at(row, 0) is not None
