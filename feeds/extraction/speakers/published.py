"""What an item repeats from a bulletin or another outlet: "As reported in the update on the page of X, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.behind import group_end
from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.headings import known, name_of
from feeds.extraction.speakers.speakers import speakers
from feeds.extraction.speakers.subjects import LOOK_BACK, Subject, subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.speakers.subjects import Spoken
    from feeds.extraction.words.tokens import Token

_FEWEST = 3
"""Tokens of "X quoted as"."""
_REACH = 30
"""Tokens behind "as reported in" among which the work's maker is named."""


def as_reported(spoken: Spoken, at: int) -> Frame | None:
    """Read "As reported in the update of X, …" at the verb: X says it, and what the item says before.

    None where no work is named behind the verb, or nobody who made it.
    """
    row, words = spoken.row, spoken.lexicon.attribution
    opened = at == 1 and row[0].low in words.likewise and at + 1 < len(row)
    if opened and row[at + 1].low in words.by and spoken.lexicon.grammar.has_articles:
        end = group_end(spoken, at + 2)  # "As noted by X, …"
        said = known(spoken, speakers(row[at + 2 : end], spoken.lexicon), None)
        return Frame(said, end, len(row), 0, end) if said else None
    if not opened or row[at + 1].low not in words.openings or row[at + 1].low in words.by:
        return None
    makers = words.by | spoken.lexicon.places.of
    for by in range(at + 2, min(len(row), at + _REACH)):
        if row[by].low in makers:
            end = _name_end(spoken, by + 1)
            said = _maker(spoken, by + 1, end)
            if said:
                return Frame(said, end, len(row), 0, end, backward=True)
    return None


def passed_on(spoken: Spoken, at: int, floor: int) -> tuple[Subject, tuple[Speaker, ...]] | None:
    """Read "OUTLET cited X as saying" and "X was quoted as saying" at "saying": where both stand, and X."""
    row, words = spoken.row, spoken.lexicon.attribution
    if at < _FEWEST or row[at - 1].low not in words.likewise:
        return None
    near = range(at - 2, max(floor, at - LOOK_BACK), -1)
    relay = next((place for place in near if row[place].low in words.relays), None)
    if relay is None:
        return None
    who = subject(spoken, relay, floor)
    passive = row[relay - 1].low in spoken.lexicon.mood.passive
    before = row[who.begin : who.end]
    quoted_by = row[relay + 1].low in words.by
    via = outlet_in(spoken, row[relay + 2 : at - 1]) if passive and quoted_by else None
    via = via if passive else outlet_in(spoken, before)
    group = before if passive else row[relay + 1 : at - 1]
    said = known(spoken, speakers(group, spoken.lexicon), via)
    return (who, said) if said and who.begin < who.end else None


def outlet_in(spoken: Spoken, row: Sequence[Token]) -> str | None:
    """Return the outlet that a word group names: "Earlier on Friday X's state-run Y agency" is Y.

    In English that is the last run of capitals; where order is free, all of them.
    """
    end = len(row) if spoken.lexicon.grammar.has_articles else 0
    while end and not row[end - 1].capital:
        end -= 1
    begin = end
    while begin and row[begin - 1].capital and not _apart_from_name(row[begin - 1], spoken.lexicon):
        begin -= 1
    named = row[begin:end] or [token for token in row if token.capital]
    return name_of(named, spoken.lexicon)


def _apart_from_name(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether "Friday", or whose an outlet is, "Russia's", stands before its name."""
    dated = token.low in lexicon.dates.weekdays or token.low in lexicon.dates.months
    return dated or (token.possessive and any(token.low in side.names for side in lexicon.sides.values()))


def in_relative(spoken: Spoken, at: int, *, after: int) -> Frame | None:
    """Read "X, which claimed A on Monday, did not respond" at ``at``, the token behind "which".

    What is said begins at ``after`` and ends with the last comma behind which nothing is told.
    """
    row, words = spoken.row, spoken.lexicon.attribution
    if at < _FEWEST or row[at - 1].low not in words.relatives or row[at - 2].said != ",":
        return None
    if not spoken.lexicon.grammar.has_articles:
        return None
    ends = (one + 1 for one in range(at - 3, -1, -1) if not row[one].word or row[one].low in words.by)
    begin = next(ends, 0)
    said = known(spoken, speakers(row[begin : at - 2], spoken.lexicon), None)
    told = max((start for start, _ in spoken.triggers if start >= after), default=after)
    end = next((one for one in range(told, len(row)) if row[one].said == ","), len(row))
    return Frame(said, after, end, begin, after) if said else None


def _maker(spoken: Spoken, begin: int, end: int) -> tuple[Speaker, ...]:
    group = spoken.row[begin:end]
    agents = spoken.lexicon.roles.agents
    if not any(token.capital and token.low in agents for token in group):
        return ()
    return known(spoken, speakers(group, spoken.lexicon), None)


def _name_end(spoken: Spoken, begin: int) -> int:
    """Return where a name ends: at the first mark, or the first word that is no part of one."""
    row, words = spoken.row, spoken.lexicon
    end = begin
    small = words.attribution.particles | words.actors.articles
    while end < min(len(row), begin + LOOK_BACK) and row[end].word:
        if not row[end].capital and row[end].low not in small:
            break
        end += 1
    return end
