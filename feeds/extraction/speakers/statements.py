"""Where a statement stands beside the one who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_CLOSING_QUOTES = frozenset('”»"')
_FEWEST_BEFORE = 3
_SHORT_TAIL = 6
"""Words after "X said" that still leave the statement before it: ", X said on Monday in Kyiv"."""


def stands_before(spoken: Spoken, begin: int, after: int) -> bool:
    """Tell whether the statement stands before its speaker: "…, X said on Monday"."""
    row = spoken.row
    if begin < _FEWEST_BEFORE or row[begin - 1].low in spoken.lexicon.attribution.boundaries:
        return begin > 0 and row[begin - 1].said in _CLOSING_QUOTES
    parted = row[begin - 1].said in _CLOSING_QUOTES or row[begin - 1].said == "," or row[begin].said == ","
    tail = [token for token in row[after:] if token.word]
    told = any(start < begin for start, _ in spoken.triggers) and _tells_when(spoken, after)
    most = _SHORT_TAIL + told * _SHORT_TAIL
    short = len(tail) <= most and not any(start >= after for start, _ in spoken.triggers)
    return parted and (short or _set_off(spoken, begin, after))


def _tells_when(spoken: Spoken, at: int) -> bool:
    """Tell whether "on Sunday in reference to X" begins at token ``at``; English alone."""
    words = spoken.lexicon
    day = any(one.begin == at for one in spoken.days)
    led = at < len(spoken.row) and spoken.row[at].low in words.places.cues
    return (day or led) and words.grammar.has_articles


def _set_off(spoken: Spoken, begin: int, after: int) -> bool:
    """Tell whether commas set "X said on Monday" off from the statement before it: "…, X said, as …"."""
    row = spoken.row
    comma = next((at for at in range(after, len(row)) if row[at].said == ","), len(row))
    passive = any(token.low in spoken.lexicon.mood.passive for token in row[begin:after])
    told = not passive and any(start < begin for start, _ in spoken.triggers)
    if not told or comma - after > _SHORT_TAIL or comma == len(row):
        return False
    days = {at for day in spoken.days for at in range(day.begin, day.end)}
    small = spoken.lexicon.places.cues | spoken.lexicon.actors.articles
    return all(at in days or row[at].capital or row[at].low in small for at in range(after, comma))


def goes_on_behind(spoken: Spoken, after: int) -> bool:
    """Tell whether a statement goes on without a new subject: "…, X said, and had taken", "taking"."""
    row, words = spoken.row, spoken.lexicon
    near = range(after, min(len(row) - 2, after + _SHORT_TAIL))
    comma = next((at for at in near if row[at].said == ","), None)
    if comma is None or not words.grammar.has_articles:
        return False
    joined = row[comma + 1].low in words.attribution.joins
    gerund = words.mood.is_active_form(row[comma + 1].low)
    gerund = gerund and row[comma + 1].low not in words.attribution.verbs
    return gerund or (joined and row[comma + 2].low in words.attribution.auxiliaries)
