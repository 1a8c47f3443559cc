"""Nouns of one kind as the board shows them, put in order only when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

Noun = TypeVar("Noun")


class Shelf(Generic[Noun]):
    """What lies in the window, in the order of the board.

    What did not change is the very same tuple at every look, so that a screen can tell by identity
    what it need not draw again.
    """

    def __init__(self, name: Callable[[Noun], str], ordered: Callable[[Iterable[Noun]], list[Noun]]) -> None:
        """Keep nouns under what ``name`` gives, and show them as ``ordered`` puts them."""
        self._name = name
        self._ordered = ordered
        self._kept: dict[str, Noun] = {}
        self._shown: tuple[Noun, ...] = ()
        self._is_stale = False
        self._minute: datetime | None = None

    def fill(self, nouns: Iterable[Noun]) -> None:
        """Replace all there is."""
        self._kept = {self._name(noun): noun for noun in nouns}
        self._is_stale = True

    def put(self, names: Iterable[str], nouns: Iterable[Noun]) -> None:
        """Take away what has one of ``names``, and put ``nouns`` there, which have some of them."""
        for name in names:
            self._is_stale |= self._kept.pop(name, None) is not None
        for noun in nouns:
            self._kept[self._name(noun)] = noun
            self._is_stale = True

    def shown(self, in_window: Callable[[Noun], bool], minute: datetime) -> tuple[Noun, ...]:
        """Return what lies in the window; what has left it is forgotten, as time only goes on.

        Whether something has left it is looked at once in each ``minute``, and when something changed.
        """
        if minute == self._minute and not self._is_stale:
            return self._shown
        self._minute = minute
        gone = [name for name, noun in self._kept.items() if not in_window(noun)]
        for name in gone:
            del self._kept[name]
        if gone or self._is_stale:
            self._shown = tuple(self._ordered(self._kept.values()))
            self._is_stale = False
        return self._shown
