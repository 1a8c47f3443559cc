"""Who goes on to say more by a gerund, "X denied A, adding that B", in languages of free word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.endings import GERUNDS
from feeds.extraction.speakers.frames import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from feeds.extraction.speakers.subjects import Spoken

_THAT_REACH = 2
"""Tokens behind a gerund among which "that" stands."""


def going_on(spoken: Spoken, at: int, found: Sequence[Frame]) -> Frame | None:
    """Read ", adding that B" at token ``at`` as words of the last speaker; what they denied ends there."""
    row, words = spoken.row, spoken.lexicon.attribution
    if at == 0 or row[at - 1].said != "," or not (found and found[-1].speakers):
        return None
    that = any(token.low in words.clauses for token in row[at + 1 : at + 1 + _THAT_REACH])
    if not that or not _is_gerund(row[at].low, words.verbs):
        return None
    last = found[-1]
    return Frame(last.deniers or last.speakers, at + 1, len(row), at, at + 1)


def _is_gerund(low: str, verbs: AbstractSet[str]) -> bool:
    """Tell whether a word is the gerund of one of ``verbs``, which are finite forms."""
    return any(low.endswith(end) and low.removesuffix(end) + finite in verbs for end, finite in GERUNDS)
