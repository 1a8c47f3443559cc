"""Nouns of one kind as the board shows them, put in order only when something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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

    def fill(self, nouns: Iterable[Noun]) -> None:
        """Replace all there is."""
        self._kept = {self._name(noun): noun for noun in nouns}
        self._is_stale = True

    def put(self, name: str, noun: Noun | None) -> None:
        """Replace one noun, or take it away."""
        if noun is not None:
            self._kept[name] = noun
        else:
            self._kept.pop(name, None)
        self._is_stale = True

    def shown(self, in_window: Callable[[Noun], bool]) -> tuple[Noun, ...]:
        """Return what lies in the window; what has left it is forgotten, as time only goes on."""
        gone = [name for name, noun in self._kept.items() if not in_window(noun)]
        for name in gone:
            del self._kept[name]
        if gone or self._is_stale:
            self._shown = tuple(self._ordered(self._kept.values()))
            self._is_stale = False
        return self._shown
