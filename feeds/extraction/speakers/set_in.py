"""Who is named between a subject and its verb: "the enemy, X said on Monday, had entered A"; English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.behind import group_end
from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.headings import known
from feeds.extraction.speakers.speakers import speakers

if TYPE_CHECKING:
    from feeds.extraction.speakers.subjects import Spoken

_NAME_REACH = 14
"""Tokens of "Oleh Synyehubov, the head of the regional military administration" and the commas around."""
_WHEN_REACH = 6
"""Tokens of "said on Telegram on Monday," behind the verb."""
_ADVERBS = 3
"""Tokens of "have also recently" between the second comma and what was done."""


def set_in(spoken: Spoken, at: int) -> Frame | None:
    """Read "A, X said, had taken B" at "said": X says all of it; None for any other order."""
    row = spoken.row
    if not spoken.lexicon.grammar.has_articles or at + 1 >= len(row):
        return None
    if at and row[at - 1].said == "," and (frame := _inverted(spoken, at)) is not None:
        return frame
    closed = _closing_comma(spoken, at + 1)
    if closed is None or not _goes_on(spoken, closed + 1):
        return None
    end = at
    while end and row[end - 1].low in spoken.lexicon.attribution.auxiliaries - spoken.lexicon.actors.articles:
        end -= 1
    opened = next((one for one in range(end - 1, max(0, at - _NAME_REACH), -1) if row[one].said == ","), 0)
    if not opened or any(opened < begin < at for begin, _ in spoken.triggers):
        return None
    said = known(spoken, speakers(row[opened + 1 : end], spoken.lexicon), None)
    return Frame(said, 0, len(row), opened + 1, at + 1) if said else None


def _inverted(spoken: Spoken, at: int) -> Frame | None:
    """Read "A, said X, a commander, had taken B" at "said"."""
    end = group_end(spoken, at + 1)
    goes_on = end + 1 < len(spoken.row) and spoken.row[end].said == "," and _goes_on(spoken, end + 1)
    said = known(spoken, speakers(spoken.row[at + 1 : end], spoken.lexicon), None) if goes_on else ()
    return Frame(said, 0, len(spoken.row), at, end) if said else None


def _closing_comma(spoken: Spoken, at: int) -> int | None:
    """Return the comma that ends what was set in: right behind the verb, or behind a day or a channel."""
    row, words = spoken.row, spoken.lexicon
    small = words.places.cues | words.actors.articles | words.attribution.works
    for place in range(at, min(len(row), at + _WHEN_REACH)):
        if row[place].said == ",":
            return place
        dated = any(day.begin <= place < day.end for day in spoken.days)
        if not (dated or row[place].capital or row[place].low in small):
            return None
    return None


def _goes_on(spoken: Spoken, at: int) -> bool:
    """Tell whether what was done by those named before follows: "had taken", "recently took"."""
    row, words = spoken.row, spoken.lexicon
    begins = {begin for begin, _ in spoken.triggers}
    between = words.attribution.auxiliaries | words.dates.lately
    for place in range(at, min(len(row), at + _ADVERBS)):
        low = row[place].low
        if low in words.mood.helping:
            return True
        if place in begins:
            return not words.mood.is_active_form(low)
        if not (low in between - words.actors.articles or low.endswith(words.mood.adverb_endings)):
            return False
    return False
