"""Words that mean the same name in any case, spelling or script, as far as rules can tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 5_000
"""Characters of a text that are looked at."""
_SHORT = 200
"""Characters up to which a text is a name, and likely to come again."""
_KEPT = 65_536


class SaidIn(dict[str, bool]):
    """Tells by text whether it has the words of one of some values, one word behind the other.

    A word of the text may go on behind what is asked for ("popov" finds Popovka), stand in another
    case, or in the spelling of another language (Popovka, Попівка). Each text is looked at once, as
    a hundred thousand claims have some thousand places.
    """

    def __init__(self, values: Iterable[str]) -> None:
        super().__init__()
        self._wanted = [folded_words(value) for value in values]

    def __missing__(self, text: str) -> bool:
        """Look at a text for the first time."""
        words = folded_words(text) if len(text) <= _SHORT else _words(text)
        told = self[text] = any(_has(words, wanted) for wanted in self._wanted)
        return told


@lru_cache(maxsize=_KEPT)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a short text, each in the spelling under which names are compared."""
    return _words(text)


def _words(text: str) -> tuple[str, ...]:
    # Imported here because geography is loaded by nothing else that the screen needs at its start.
    from feeds.geography.folding import WORD  # noqa: PLC0415

    return tuple(map(_folded, WORD.findall(text[:_LONGEST])))


def _has(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if not wanted:
        return False
    last = len(words) - len(wanted)
    return any(
        all(_is_like(words[at + number], one) for number, one in enumerate(wanted)) for at in range(last + 1)
    )


def _is_like(word: str, wanted: str) -> bool:
    if word.startswith(wanted):
        return True
    keys = _keys(wanted)
    return any(one.startswith(key) for key in keys for one in _keys(word)) if keys else False


@lru_cache(maxsize=_KEPT)
def _folded(word: str) -> str:
    from feeds.geography.folding import fold  # noqa: PLC0415

    return fold(word)


@lru_cache(maxsize=_KEPT)
def _keys(word: str) -> tuple[str, ...]:
    from feeds.geography.keys import keys_of  # noqa: PLC0415

    return keys_of(word)
