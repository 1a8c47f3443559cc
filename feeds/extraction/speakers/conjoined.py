"""Names that "and" joins: whether two speak, or one of a kind that two words tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token


def conjoined(row: Sequence[Token], lexicon: Lexicon, *, led: bool) -> list[list[Token]]:
    """Split "bloggers and analysts" where both sides can speak for themselves; ``led`` by "the"."""
    for at, token in enumerate(row):
        if token.low in lexicon.attribution.joins and 0 < at < len(row) - 1:
            one, other = list(row[:at]), list(row[at + 1 :])
            both = one[-1].low in lexicon.roles.agents and other[-1].low in lexicon.roles.agents
            if both and (led or not _shares_noun(one, other, lexicon)):
                return [one, other]
    return [list(row)]


def _shares_noun(one: Sequence[Token], other: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether one word only says what kind, as ``other`` does: "military and other experts"."""
    only = len(one) == 1 and len(other) > 1 and lexicon.grammar.has_articles
    # Several stand alone without an article, one of a kind does not.
    return only and other[-1].low.endswith("s") and not one[0].low.endswith("s")
