"""Whether any of many phrases stands in a text: quicker than looking at every word, where most have none."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from feeds.extraction.words.phrases import GAP, MOST_SKIPPED
from feeds.extraction.words.tokens import lowered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from feeds.extraction.words.phrases import Slot, Template

_WORD = re.compile(r"\w+")
_WITHIN = r"[\w'’‑-]+"
_GAP_PATTERN = rf"(?:{_WITHIN}(?:[.,]{_WITHIN})*\s+){{0,{MOST_SKIPPED}}}?"
_TABLE = {byte: " " for byte in range(128) if not (chr(byte).isalnum() or chr(byte) == "_")}
"""Parts the words of an ASCII text; splitting costs a third of what an expression does."""


class _Sought(NamedTuple):
    """A template that a text may have which has a word of its rarest slot."""

    needed: tuple[frozenset[str], ...]
    """Of each of the other slots some words; a text without one of them does not have the template."""
    template: Template


class Glance:
    """Sees whether a text has any of some phrases."""

    def __init__(self, templates: Iterable[Template], *, common: AbstractSet[str] = frozenset()) -> None:
        """Sort phrases by the rarest of their slots: only those of a text's own words are looked for.

        ``common`` are words that most texts have.
        """
        split = {template: tuple(_heads(slot) for slot in template if slot) for template in templates}
        counts = Counter(word for slots in split.values() for words in slots for word in words)
        self._known = frozenset(counts)
        self._by_word: dict[str, list[_Sought]] = {}
        for template, slots in split.items():
            rarest = min(slots, key=lambda words: _frequency(words, common, counts))
            sought = _Sought(tuple(words for words in slots if words is not rarest), template)
            for word in rarest:
                self._by_word.setdefault(word, []).append(sought)

    def sees(self, text: str) -> bool:
        """Tell whether a text has any of the phrases, in small or in capital letters."""
        small = lowered(text)
        words = self._known.intersection(_words(small))
        for word in words & self._by_word.keys():
            for needed, template in self._by_word[word]:
                # A loop and no all(): of most texts this is all that is done, many times a second.
                for one in needed:
                    if words.isdisjoint(one):
                        break
                else:
                    if pattern_of(template).search(small):
                        return True
        return False


def _frequency(
    words: frozenset[str], common: AbstractSet[str], counts: Counter[str]
) -> tuple[bool, int, int]:
    """Rank words by how many texts may have one of them: the shorter, the commoner in any language."""
    return not words.isdisjoint(common), -min(map(len, words)), sum(counts[word] for word in words)


def _words(small: str) -> list[str]:
    return small.translate(_TABLE).split() if small.isascii() else _WORD.findall(small)


@cache
def _heads(slot: Slot) -> frozenset[str]:
    """Return the longest part of each word: that of "hasn't" is found where it is."""
    return frozenset(max(_words(word), key=len, default="") for word in slot)


@cache
def pattern_of(template: Template) -> re.Pattern[str]:
    """Return what finds a template in a text of small letters, with any blanks between its words."""
    first, *others = template
    parts = [_any_of(map(_beginning, first))]
    follows_word = True
    for slot in others:
        if follows_word:
            parts.append(r"\s+")
        follows_word = slot != GAP
        parts.append(_any_of(map(re.escape, slot)) if follows_word else _GAP_PATTERN)
    return re.compile(rf"{''.join(parts)}\b")


def _any_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _beginning(word: str) -> str:
    """Return what finds ``word`` where a word begins; it starts with letters, by which search is quick."""
    plain = re.escape(word)
    return rf"{plain}(?<!\w{plain})" if _WORD.match(word) else rf"\b{plain}"
