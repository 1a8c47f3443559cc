"""Sentences that recall what was told at another time: "we recall that", "earlier it was reported"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_OPENING = 2
"""Tokens at the head of a sentence among which a recall begins."""


def opens_recall(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with "we recall that" and the like, at its second token at most."""
    recalls = lexicon.attribution.recalls
    return any(recalls.at(row, at) is not None for at in range(min(_OPENING, len(row))))
