"""What a noun behind a comma sums up: "X said that A was taken, a claim that Y denied"; English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_REACH = 5
"""Tokens of ", an as yet unproven claim"."""


def behind_summary(row: Sequence[Token], end: int, lexicon: Lexicon) -> int:
    """Return the token behind ", a claim that" among the words of one clause before token ``end``; else 0."""
    words = lexicon.attribution
    if not lexicon.grammar.has_articles:
        return 0
    for at in range(end - 1, 1, -1):
        if not row[at].word:
            return 0
        if sums_up(row, at, lexicon):
            clause = at + 1 < end and row[at + 1].low in words.clauses | words.relatives
            return at + 1 + clause
    return 0


def sums_up(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether token ``at`` calls what stands before it something: ", a claim", ", something"."""
    words = lexicon.attribution
    if row[at].low in words.free_relatives:
        return at > 0 and row[at - 1].said == ","
    if row[at].low not in words.assertions:
        return False
    indefinite = lexicon.actors.articles - lexicon.grammar.definite
    near = range(at - 1, max(0, at - _REACH), -1)
    article = next((one for one in near if row[one].low in indefinite), 0)
    led = article > 0 and row[article - 1].said == ","
    return led and all(token.word for token in row[article:at])
