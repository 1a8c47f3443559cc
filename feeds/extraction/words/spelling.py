"""How a lexicon writes the forms of its words: choices, named endings, and words taken out."""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import cycle, product
from typing import TYPE_CHECKING

from feeds.extraction.words.phrases import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.extraction.words.phrases import Slot, Template

_CHOICE = re.compile(r"\{([^{}]*)\}")
_PARADIGM = re.compile(r"@(\w+)")
_WORD = re.compile(r"\S+")
GAP_SIGN = "..."
"""The gap of a template as it is written."""
_WITHOUT = "-"
"""Before a word: it is taken out of the list; alone it is a mark."""


class Spelling:
    """Spells the words of one lexicon out."""

    def __init__(self, paradigms: Mapping[str, str]) -> None:
        """Take endings, parted by commas, by their names: ``{"past": "в,ла,ло,ли"}``."""
        self._paradigms = paradigms
        self._known: dict[str, tuple[str, ...]] = {}

    def forms(self, pattern: str) -> tuple[str, ...]:
        """Return all forms of a pattern in order.

        ``push{,es} back`` gives ``push back``, ``pushes back``; ``бра{ти,@past}`` gives ``брати`` and
        ``бра`` with each of the endings called ``past``. Raises KeyError for a name that is not given.
        """
        if "{" not in pattern:
            return (pattern,)
        known = self._known.get(pattern)
        if known is None:
            known = self._known[pattern] = _spelled(self._written(pattern))
        return known

    def _written(self, pattern: str) -> str:
        return _PARADIGM.sub(lambda name: self._paradigms[name[1]], pattern)

    def count(self, pattern: str) -> int:
        """Return how many forms a pattern has without spelling them out; errors as with :meth:`forms`."""
        return math.prod(choice.count(",") + 1 for choice in _CHOICE.findall(self._written(pattern)))

    def all_of(self, patterns: Sequence[str]) -> tuple[str, ...]:
        """Return the forms of a list in order; ``-word`` in it takes out a word that stands elsewhere."""
        gone = self.taken_out(patterns)
        kept = (pattern for pattern in patterns if not takes_out(pattern))
        return tuple(form for pattern in kept for form in self.forms(pattern) if form not in gone)

    def templates(self, patterns: Sequence[str]) -> Iterator[Template]:
        """Yield what :meth:`all_of` returns as templates, of which one stands for many forms."""
        for templates in self.templates_by_pattern(patterns):
            yield from templates

    def templates_by_pattern(self, patterns: Sequence[str]) -> Iterator[tuple[Template, ...]]:
        """Yield the templates of each pattern of a list, those in the order of their first forms."""
        gone = self.taken_out(patterns)
        for pattern in patterns:
            if takes_out(pattern):
                continue
            if gone and not gone.isdisjoint(forms := self.forms(pattern)):
                yield tuple(template_of(form) for form in forms if form not in gone)
            else:
                yield _templates(self._written(pattern))

    def taken_out(self, patterns: Sequence[str]) -> frozenset[str]:
        """Return the forms that ``-word`` takes out of a list."""
        out = (pattern[len(_WITHOUT) :] for pattern in patterns if takes_out(pattern))
        return frozenset(form for pattern in out for form in self.forms(pattern))


def takes_out(pattern: str) -> bool:
    """Tell whether a word of a list takes another out of it."""
    return pattern.startswith(_WITHOUT) and pattern != _WITHOUT


def _spelled(pattern: str) -> tuple[str, ...]:
    match = _CHOICE.search(pattern)
    if not match:
        return (pattern,)
    head, tails = pattern[: match.start()], _spelled(pattern[match.end() :])
    return tuple(f"{head}{choice}{rest}" for choice in match[1].split(",") for rest in tails)


def _templates(pattern: str) -> tuple[Template, ...]:
    """Return the templates of a pattern: those of its choices that hold blanks are spelled out."""
    parts = _CHOICE.split(pattern)  # what stands outside of choices and what within them by turns
    choices = [
        part.split(",") if within and " " in part else [f"{{{part}}}" if within else part]
        for within, part in zip(cycle((False, True)), parts, strict=False)
    ]
    templates = tuple(template_of("".join(chosen)) for chosen in product(*choices))
    if any("" in slot for template in templates for slot in template):  # a word that may be left out
        return tuple(map(template_of, _spelled(pattern)))
    return templates


def template_of(pattern: str) -> Template:
    """Return the template of a pattern without blanks in its choices."""
    return tuple(_slot(word) for word in _WORD.findall(pattern))


@cache
def _slot(word: str) -> Slot:
    return GAP if word == GAP_SIGN else tuple(dict.fromkeys(_spelled(word)))
