"""One regular expression for many phrases: quicker than looking at every word, where most texts have none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_GAP = "..."
_GAP_PATTERN = r"(?:[\w'’‑-]+\s+){0,4}?"
"""Up to four words, as :class:`feeds.extraction.phrases.Phrases` skips."""
_END = ""


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
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
