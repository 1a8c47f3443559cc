"""How a lexicon writes the forms of its words: choices, named endings, and words taken out."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CHOICE = re.compile(r"\{([^{}]*)\}")
_PARADIGM = re.compile(r"@(\w+)")
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
        return tuple(form for form, _ in self.with_first(patterns))

    def with_first(self, patterns: Sequence[str]) -> Iterator[tuple[str, bool]]:
        """Yield the forms of a list, each with whether it begins like the first of its pattern.

        So does one of several words to choose from that stands there with an "s" as well.
        """
        gone = {
            form
            for pattern in patterns
            if takes_out(pattern)
            for form in self.forms(pattern[len(_WITHOUT) :])
        }
        for pattern in patterns:
            forms = () if takes_out(pattern) else self.forms(pattern)
            begun = {form.partition(" ")[0] for form in forms}
            first = forms[0].partition(" ")[0] if forms else ""
            for form in forms:
                head = form.partition(" ")[0]
                if form not in gone:
                    yield form, head == first or not begun.isdisjoint({f"{head}s", f"{head}es"})


def takes_out(pattern: str) -> bool:
    """Tell whether a word of a list takes another out of it."""
    return pattern.startswith(_WITHOUT) and pattern != _WITHOUT


def _spelled(pattern: str) -> tuple[str, ...]:
    match = _CHOICE.search(pattern)
    if not match:
        return (pattern,)
    head, tails = pattern[: match.start()], _spelled(pattern[match.end() :])
    return tuple(f"{head}{choice}{rest}" for choice in match[1].split(",") for rest in tails)
