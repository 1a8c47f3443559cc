"""What stands beside a verb of saying: listeners and outlets, who do not say it, and small words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_oblique
from feeds.extraction.lexicons.endings import MAYBE_NOMINATIVE, PAGES
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.naming import Named
    from feeds.extraction.speakers.subjects import Spoken

_UNTRUTH_REACH = 4
"""Tokens of "spread another fake", the verb included."""


def listens(spoken: Spoken, who: Named) -> bool:
    """Tell whether those named stand in another case than a subject does: "reported to X", "called on X"."""
    row, language = spoken.row, spoken.lexicon.language
    if _is_object(spoken, who):
        return True
    pairs = zip(row[who.begin : who.end - 1], row[who.begin + 1 : who.end], strict=True)
    name = who.speakers[0].name
    return any(
        is_oblique(given, last, language) for given, last in pairs if f"{given.said} {last.said}" == name
    )


def _is_object(spoken: Spoken, who: Named) -> bool:
    """Tell whether a group without a preposition stands in the plural of another case: "urged residents"."""
    row, words = spoken.row, spoken.lexicon
    low = row[who.begin].low if who.begin < len(row) else ""
    before = row[who.begin - 1].low if who.begin else ""
    led = before in words.attribution.openings or before.endswith(PAGES)  # "on the page of the unit"
    led = led or before in words.figures.vague
    group = words.nouns.get(low, low) in words.roles.agents and not low.endswith(MAYBE_NOMINATIVE)
    return group and not led and words.nouns[low] != low and words.grammar.free_order


def passes_on(spoken: Spoken, at: int, who: Named, said: Frame) -> bool:
    """Tell whether somebody behind a verb like "передає" only passes on what ``said`` tells.

    That is anybody behind what a person or a staff said in the same sentence, else those of whom nothing is
    known; with any verb of telling a body right behind what a person said.
    """
    words, row = spoken.lexicon, spoken.row[who.begin : who.end]
    told = any(said.who_end <= begin < at for begin, _ in spoken.triggers)
    body = words.publishers.official.any(row) or words.publishers.outlet.any(row)
    body = body and who.speakers[0].name not in spoken.cast.persons
    later = spoken.row[at].low in words.attribution.told and body and not told
    if later and said.speakers[0].name in spoken.cast.persons:
        return not (said.weak or said.negated)  # "said the chief of staff, reported the ministry"
    if spoken.row[at].low not in words.attribution.relays:
        return False
    telling = (words.evidence.official, words.evidence.analyst, words.evidence.milblogger)
    first = said.speakers[0].name
    named = first in spoken.cast.persons or words.publishers.official.any(tokens(first))
    return (named and not (said.weak or said.negated)) or not any(kind.any(row) for kind in telling)


def has_object_before(spoken: Spoken, begin: int, at: int) -> bool:
    """Tell whether what is told of begins before who says it, no mark between: "5 attacks X counted".

    The name begins at token ``begin``, the verb is token ``at``; "that" right behind it tells all.
    """
    row, clauses = spoken.row, spoken.lexicon.attribution.clauses
    ends = [stop for _, stop in spoken.triggers if stop <= begin]
    near = bool(ends) and all(token.word for token in row[ends[-1] : begin])
    return near and not any(token.low in clauses for token in row[at + 1 :])


def says_likewise(spoken: Spoken, at: int) -> bool:
    """Tell whether "as" stands at token ``at``, and is none of "whereas"."""
    words = spoken.lexicon.attribution
    contrasts = at > 0 and spoken.row[at - 1].low in words.contrasting
    return spoken.row[at].low in words.likewise and not contrasts


def pronoun_before(spoken: Spoken, first: int, left: int) -> bool:
    """Tell whether "he" stands right before a verb behind other words: "in the report to X he said"."""
    words = spoken.lexicon.attribution
    return first < left - 1 and spoken.row[left - 1].low in words.pronouns - words.group_pronouns


def spreads_untruth(spoken: Spoken, at: int) -> bool:
    """Tell whether what is said is called untrue right behind its verb: "spread a fake about"."""
    row, words = spoken.row, spoken.lexicon.attribution
    about = words.about | words.clauses
    near = range(at + 1, min(len(row), at + _UNTRUTH_REACH))
    ends = (hit[0] for place in near if (hit := words.untrue.at(row, place)) is not None)
    return any(token.low in about for end in ends for token in row[end : end + 2])
