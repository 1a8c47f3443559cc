"""Names of places in cases that the gazetteer does not know, by the endings of a lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.geography import Mention
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token
    from feeds.geography import Gazetteer


def based(name: str, endings: Mapping[str, str]) -> str:
    """Return ``name`` with the case endings of its words exchanged by ``endings``, the longest that fits."""
    return " ".join(_based(word, endings) for word in name.split(" "))


def declined_mentions(
    row: Iterable[Token], found: Sequence[Mention], lexicon: Lexicon, gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Yield the names of one word in ``row`` that only the endings of ``lexicon`` lead back to a place.

    ``found`` are those that the gazetteer has found in the same text by itself.
    """
    taken = {mention.span.start for mention in found}
    for token in row:
        if token.capital and token.start not in taken:
            form = _based(token.said, lexicon.places.endings)
            candidates = gazetteer.named(form) if form != token.said else ()
            if candidates:
                yield Mention(Span(token.start, token.end), form, candidates)


def _based(word: str, endings: Mapping[str, str]) -> str:
    for size in range(len(word) - 1, 0, -1):
        if word[-size:] in endings:
            return word[:-size] + endings[word[-size:]]
    return word
