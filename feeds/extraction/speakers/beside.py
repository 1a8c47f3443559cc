"""What somebody is, told beside a name, where order tells it: "NAME, head of X,", "the head of X, NAME"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_REACH = 14
"""Tokens of an apposition."""
_HEAD = 4
"""Tokens at its head among which the word for a role stands."""


def beside_name(row: Sequence[Token], last: int, lexicon: Lexicon) -> Sequence[Token]:
    """Return the role in the apposition behind the full name whose last word is token ``last``, or before it.

    Empty where none stands there.
    """
    return _behind(row, last, lexicon) or _before(row, last - 1, lexicon)


def _behind(row: Sequence[Token], last: int, lexicon: Lexicon) -> Sequence[Token]:
    if last + 1 >= len(row) or row[last + 1].said != ",":
        return ()
    end = last + 2
    while end < min(len(row), last + _REACH) and row[end].word:
        end += 1
    return _role(row[last + 2 : end], lexicon)


def _before(row: Sequence[Token], first: int, lexicon: Lexicon) -> Sequence[Token]:
    if first < 1 or row[first - 1].said != ",":
        return ()
    begin = first - 1
    while begin > max(0, first - _REACH) and row[begin - 1].word:
        begin -= 1
    return _role(row[begin : first - 1], lexicon)


def _role(row: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return an apposition without its article, if a role is what it tells of."""
    words = lexicon.attribution
    left = list(row)
    while left and left[0].low in lexicon.actors.articles | words.at | words.within:
        left.pop(0)
    saying = words.verbs | words.denials | words.auxiliaries - lexicon.actors.articles
    told = any(token.low in lexicon.roles.words for token in left[:_HEAD])
    clause = any(token.low in saying and not token.capital for token in left)
    return left if told and not clause else ()
