"""Which quotations may be of one utterance, told by their words alone, so that few are compared.

Of a quotation that has three quarters of its words from a longer one, any words but a quarter of them,
and one more, have one from there. So it is enough to look for these few: the longest ones, which are
rare.
"""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING
from zlib import crc32

from feeds.assessment.comparison import spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SAME_UTTERANCE = 0.75
"""Share of equal words, in order, from which two quotations of one speaker are one utterance."""


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a quotation, by typography folded."""
    return tuple(word.folded for word in spoken_words(text))


def telling_first(words: Iterable[str]) -> list[str]:
    """Return words in the one order in which they are looked for."""
    return sorted(words, key=lambda word: (-len(word), word))


def telling(count: int) -> int:
    """Return of how many of ``count`` words, the first in that order, a longer wording has one at least."""
    return count - ceil(SAME_UTTERANCE * count) + 1 if count else 0


def marks_of(speaker_key: str, text: str) -> tuple[int, ...]:
    """Return a number for each word that one speaker is quoted with, in that order; all fit in 32 bits."""
    words = telling_first(words_in(text))
    return tuple(crc32(f"{speaker_key} {word}".encode("utf-8", "surrogatepass")) for word in words)


def may_be_one(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell by their marks whether two quotations may be of one utterance, in whatever order of words."""
    shared = (Counter(one) & Counter(other)).total()
    return shared >= max(1, SAME_UTTERANCE * min(len(one), len(other)))
