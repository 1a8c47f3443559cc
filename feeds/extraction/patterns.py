"""Whether any of many phrases stands in a text: quicker than looking at every word, where most have none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from feeds.extraction.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"\w+")

_GAP = "..."
_GAP_PATTERN = r"(?:[\w'’‑-]+\s+){0,4}?"
"""Up to four words, as :class:`feeds.extraction.phrases.Phrases` skips."""
_END = ""
_TABLE = bytes(byte if chr(byte).isalnum() or chr(byte) == "_" else ord(" ") for byte in range(256))
"""Parts the words of an ASCII text; splitting bytes costs a third of what an expression does."""


class Glance:
    """Sees whether a text has any of some phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Sort phrases by their longest words: only those of a text's own words are looked for."""
        self._words: set[str] = set()
        """Phrases of a single word."""
        by_word: dict[str, list[str]] = {}
        for phrase in phrases:
            words = _WORD.findall(phrase)
            if words == [phrase]:
                self._words.add(phrase)
            else:
                by_word.setdefault(max(words, key=len), []).append(phrase)
        self._by_word = {word: tuple(some) for word, some in by_word.items()}
        plain = (word for word in (*self._words, *self._by_word) if word.isascii())
        self._plain = frozenset(word.encode() for word in plain)

    def sees(self, text: str) -> bool:
        """Tell whether a text has any of the phrases, in small or in capital letters."""
        small = lowered(text)
        if small.isascii() and self._plain.isdisjoint(small.encode().translate(_TABLE).split()):
            return False
        words = set(_WORD.findall(small))
        if not words.isdisjoint(self._words):
            return True
        return any(pattern_of(self._by_word[word]).search(small) for word in words & self._by_word.keys())


@cache
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of ``phrases``, one at least, in a text of small letters.

    Phrases with one beginning share its path.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch = tree
        for atom in _atoms(phrase.split()):
            branch = branch.setdefault(atom, {})
        branch[_END] = {}
    return re.compile(rf"\b{_pattern(tree)}\b")


def _atoms(words: Iterable[str]) -> Iterator[str]:
    """Yield a phrase as the smallest parts of a pattern."""
    follows_word = False
    for word in words:
        if follows_word:
            yield r"\s+"
        follows_word = word != _GAP
        yield from map(re.escape, word) if follows_word else (_GAP_PATTERN,)


def _pattern(branch: Mapping[str, Any]) -> str:
    ways = [atom + _pattern(rest) for atom, rest in branch.items() if atom != _END]
    if not ways:
        return ""
    either = f"(?:{'|'.join(ways)})" if len(ways) > 1 or _END in branch else ways[0]
    return f"{either}?" if _END in branch else either
