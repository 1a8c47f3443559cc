"""Where the clause of a verb of saying begins and ends, and what small words stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.naming import is_day
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.words.marks import DASHES

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken


def left_of(spoken: Spoken, at: int) -> int:
    """Return the token left of adverbs and days before the verb."""
    while at > 0 and (is_day(spoken, at - 1) or _is_adverb(spoken, at - 1)):
        if at > 1 and spoken.row[at - 1].said.isdecimal() and spoken.row[at - 2].capital:
            break  # "the channel Russia 24"
        at -= 1
    return at


def _is_adverb(spoken: Spoken, at: int) -> bool:
    token, words = spoken.row[at], spoken.lexicon
    plain = not token.capital and token.low.endswith(words.mood.adverb_endings)
    return plain or token.low in words.attribution.auxiliaries


def clause_begin(spoken: Spoken, end: int, floor: int, *, whole: bool = False) -> int:
    """Return where the clause that ends before token ``end`` begins; a comma before the verb is passed.

    A trigger in it ends what may name who speaks, but not where the ``whole`` clause is asked for.
    """
    row, words = spoken.row, spoken.lexicon.attribution
    begin = end
    while begin > floor and not (
        row[begin - 1].said in HARD_MARKS
        or (row[begin - 1].said in ",.(" and not _is_glued(spoken, begin - 1))
        or is_dash(spoken, begin - 1)
        or row[begin - 1].low in words.boundaries
    ):
        begin -= 1
    inner = [stop for _, stop in spoken.triggers if begin < stop < end and not whole]
    return max([begin, *inner])


def _is_glued(spoken: Spoken, at: int) -> bool:
    """Tell whether a stop at token ``at`` stands within a name: "News.Today", "the regiment n.a. X"."""
    row = spoken.row
    if at and row[at].said == "." and row[at - 1].low in spoken.lexicon.roles.honouring:
        return True
    inside = 0 < at < len(row) - 1 and row[at].said == "." and len(row[at - 1].said) > 1
    return inside and row[at - 1].end == row[at].start and row[at].end == row[at + 1].start


def is_dash(spoken: Spoken, at: int) -> bool:
    """Tell whether token ``at`` is a dash, no hyphen within a word."""
    row = spoken.row
    return row[at].said in DASHES and at > 0 and row[at].start > row[at - 1].end


def sentence_part(spoken: Spoken, begin: int) -> int:
    """Return the token at which the words right behind a verb end: at the next mark or "that"."""
    row, words = spoken.row, spoken.lexicon.attribution
    end = begin
    while (
        end < len(row)
        and row[end].said not in HARD_MARKS
        and row[end].said not in ",."
        and row[end].low not in words.boundaries
    ):
        end += 1
    return end
