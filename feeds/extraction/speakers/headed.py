"""Who a heading, a source line or a signature names as saying all of it, where order is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.naming import is_day, is_telling, named
from feeds.extraction.speakers.relaying import listens
from feeds.extraction.speakers.spans import is_dash
from feeds.extraction.speakers.subjects import LOOK_BACK
from feeds.extraction.speakers.turned import known
from feeds.extraction.words.marks import DASHES

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_ENDS = frozenset('.!?…;“”«»"')
_HEAD = 2
"""Tokens of "Source:"."""
_FEWEST_BEFORE = 4
_CHAIN = 4
"""Tokens before a dash in which another makes it a chain: "the line A - B - C"."""
_SLACK = 1
"""Small words between a name and its verb."""


def author(spoken: Spoken) -> Frame | None:
    """Read "Source: X", and remember X for all of the item."""
    row, heads = spoken.row, spoken.lexicon.attribution.sources
    if len(row) <= _HEAD or row[0].low not in heads or row[1].said not in {":", *DASHES}:
        return None
    said = known(spoken, named(spoken, _HEAD, len(row)).speakers)
    if not said:
        return None
    spoken.cast.headings.append((row[0].start, said))
    spoken.cast.whole = True
    return Frame(said, len(row), len(row), 0, len(row))


def heading(spoken: Spoken) -> Frame | None:
    """Read "X:" at the head of a sentence; where nothing stands behind it X says what follows."""
    row, words = spoken.row, spoken.lexicon.attribution
    titled = _work(spoken)
    if titled is not None:
        return titled
    colon = next((at for at, token in enumerate(row[:LOOK_BACK]) if token.said == ":"), None)
    work = _work_cited(spoken, colon or 0)
    told = words.headings | words.verbs | words.presenting
    if not colon or (not work and any(token.low in told for token in row[:colon])):
        return None
    winds = spoken.lexicon.compass.words | spoken.lexicon.places.nearer
    if all(token.low in winds for token in row[:colon]):
        return None  # "In the east:"
    who = named(spoken, work, colon)
    about = who.end < colon and row[who.end].low in words.about
    if not who.speakers or (who.end < colon - _SLACK and not (about or _tells_where(spoken, who.end, colon))):
        return None
    if about:
        who = named(spoken, who.begin, who.end, oblique=True)
    said = known(spoken, who.speakers)
    if colon >= len(row) - 1 or row[0].start == 0:
        spoken.cast.headings.append((row[0].start, said))
    return Frame(said, colon + 1, len(row), 0, colon)


def _work_cited(spoken: Spoken, colon: int) -> int:
    """Return the token of "report" in "the main points out of the report of X:"; 0 without one."""
    row, words = spoken.row, spoken.lexicon
    cited = (
        at for at in range(1, colon)
        if words.nouns.get(row[at].low, row[at].low) in words.attribution.works
        and row[at - 1].low in words.places.origins
    )  # fmt: skip
    return next(cited, 0)


def _tells_where(spoken: Spoken, begin: int, colon: int) -> bool:
    """Tell whether "in the evening's bulletin" stands between a name and its colon."""
    row, words = spoken.row, spoken.lexicon
    led = row[begin].low in words.attribution.openings
    works = words.attribution.works
    return led and any(words.nouns.get(one.low) in works for one in row[begin + 1 : colon])


def _work(spoken: Spoken) -> Frame | None:
    """Read "Statement of X", all of an item's first line, as the heading of what X says."""
    row, works = spoken.row, spoken.lexicon.attribution.works
    if row[0].start or spoken.triggers or row[0].low not in works or row[-1].said in _ENDS:
        return None
    who = named(spoken, 0, len(row))
    if not who.speakers or not _only_dated(spoken, who.end) or who.speakers[0].name.lower() in works:
        return None
    said = known(spoken, who.speakers)
    spoken.cast.headings.append((0, said))
    return Frame(said, len(row), len(row), 0, len(row))


def _only_dated(spoken: Spoken, begin: int) -> bool:
    """Tell whether nothing but a day stands from token ``begin`` on: "the bulletin of X | for May 5"."""
    openings = spoken.lexicon.attribution.openings
    rest = range(begin, len(spoken.row))
    return all(spoken.row[at].low in openings or is_day(spoken, at) for at in rest)


def signed(spoken: Spoken) -> Frame | None:
    """Read "…, — X" at the end of a sentence; at the head of an item X says all of it."""
    row = spoken.row
    dash = next((at for at in range(len(row) - 1, 0, -1) if is_dash(spoken, at)), None)
    if dash is None or dash < _FEWEST_BEFORE or dash + 1 >= len(row):
        return None
    who = named(spoken, dash + 1, len(row))
    if not who.speakers or who.begin != dash + 1 or not (who.end == len(row) or row[who.end].said in _ENDS):
        return None
    chained = any(is_dash(spoken, at) for at in range(max(0, dash - _CHAIN), dash))
    if not is_telling(spoken, who) or listens(spoken, who) or (chained and not who.speakers[0].role):
        return None
    said = known(spoken, who.speakers)
    first = row[0].start == 0 or not spoken.cast.heard[: -len(said)]
    if first and not spoken.cast.headings:
        spoken.cast.headings.append((row[0].start, said))
    return Frame(said, 0, len(row), dash, who.end)
