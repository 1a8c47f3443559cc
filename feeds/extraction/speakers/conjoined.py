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
            if both and _shares_noun(one, other, lexicon) and not led:
                continue
            if both or (_speaks_alone(one, lexicon) and _opens_other(other, lexicon)):
                return [one, other]
    return [list(row)]


def _shares_noun(one: Sequence[Token], other: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether one word only says what kind, as ``other`` does: "military and other experts"."""
    only = len(one) == 1 and len(other) > 1 and lexicon.grammar.has_articles
    # Several stand alone without an article, one of a kind does not.
    return only and other[-1].low.endswith("s") and not one[0].low.endswith("s")


def _speaks_alone(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether words before "and" name a speaker, not a nation: "X and Ukrainian sources"."""
    nation = any(row[-1].low in side.adjectives for side in lexicon.sides.values())
    return any_agent(row, lexicon) or (all_names(row) and not nation)


def _opens_other(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether another speaker begins: "other Russian sources", "the General Staff"; English alone."""
    nation = any(row[0].low in side.adjectives for side in lexicon.sides.values())
    opened = nation or row[0].low in lexicon.attribution.leading or len(row) == 1
    return opened and any_agent(row, lexicon) and lexicon.grammar.has_articles


def any_agent(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a word is one for somebody who can speak."""
    return any(token.low in lexicon.roles.agents for token in row)


def all_names(row: Sequence[Token]) -> bool:
    """Tell whether all words may be of one name; False of none."""
    return (
        bool(row) and all(token.capital for token in row) and not any(token.possessive for token in row[:-1])
    )
