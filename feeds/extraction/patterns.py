"""Whether any of many phrases stands in a text: quicker than looking at every word, where most have none."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from feeds.extraction.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_WORD = re.compile(r"\w+")

_GAP = "..."
_GAP_PATTERN = r"(?:[\w'’‑-]+\s+){0,4}?"
"""Up to four words, as :class:`feeds.extraction.phrases.Phrases` skips."""
_TABLE = {byte: " " for byte in range(128) if not (chr(byte).isalnum() or chr(byte) == "_")}
"""Parts the words of an ASCII text; splitting costs a third of what an expression does."""


class Glance:
    """Sees whether a text has any of some phrases."""

    def __init__(self, phrases: Iterable[str], *, common: AbstractSet[str] = frozenset()) -> None:
        """Sort phrases by the rarest of their words: only those of a text's own words are looked for.

        ``common`` are words that most texts have.
        """
        each_once = set(phrases)
        counts = Counter(word for phrase in each_once for word in _words(phrase))
        self._by_word: dict[str, list[str]] = {}
        for phrase in each_once:
            rarest = min(_words(phrase), key=lambda word: (word in common, counts[word], word))
            self._by_word.setdefault(rarest, []).append(phrase)

    def sees(self, text: str) -> bool:
        """Tell whether a text has any of the phrases, in small or in capital letters."""
        small = lowered(text)
        words = _words(small)
        return any(
            phrase == word or (_needed(phrase) <= words and pattern_of(phrase).search(small))
            for word in words & self._by_word.keys()
            for phrase in self._by_word[word]
        )


def _words(small: str) -> set[str]:
    if small.isascii():
        return set(small.translate(_TABLE).split())
    return set(_WORD.findall(small))


@cache
def _needed(phrase: str) -> frozenset[str]:
    """Return the words without all of which a phrase can't be there; kept for the few that are asked for."""
    return frozenset(_words(phrase))


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """Return what finds ``phrase`` in a text of small letters, with any blanks between its words."""
    parts: list[str] = []
    follows_word = False
    for word in phrase.split():
        if follows_word:
            parts.append(r"\s+")
        follows_word = word != _GAP
        parts.append(re.escape(word) if follows_word else _GAP_PATTERN)
    return re.compile(rf"\b{''.join(parts)}\b")
