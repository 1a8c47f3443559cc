"""Modals behind a noun of doing, which leave open whether it comes: "attacks near A, B, and C may"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_REACH = 14
"""Tokens of places behind a noun, and of an aside behind those, before a modal."""


def stands_before_modal(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a modal stands behind a noun, its places and an aside: "attacks near A, B, and C may"."""
    row, words = scene.row, scene.lexicon
    small = words.places.cues | words.places.of | words.compass.words | words.attribution.joins
    small |= words.actors.articles | words.places.settlement | words.places.dropped | words.mood.being
    for at in range(hit.end, min(len(row), hit.end + _REACH)):
        token = row[at]
        if token.low in words.mood.modal and not is_month(token, words):
            return True
        if token.said == "," and _modal_behind_aside(scene, at):
            return True
        named = token.capital or token.low in small or token.said == ","
        if not (named or words.mood.negation.at(row, at) or words.places.parts.at(row, at)):
            return False
    return False


def _modal_behind_aside(scene: Clauses, comma: int) -> bool:
    """Tell whether a modal stands behind what is set apart by the comma and another: ", a key hub, would"."""
    row, words = scene.row, scene.lexicon
    until = min(len(row) - 1, comma + 1 + _REACH)
    close = next((at for at in range(comma + 1, until) if row[at].said == ","), None)
    behind = row[close + 1] if close is not None else None
    return behind is not None and behind.low in words.mood.modal and not is_month(behind, words)


def is_month(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word is a month: "on May 3" is no forecast."""
    return token.capital and token.low in lexicon.dates.months
