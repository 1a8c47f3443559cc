"""Python's search for cycles that nobody uses any more: put off while the program starts, then at times.

Each time that it looks through all there is, every thread waits. At a start nearly all that is made
is there to stay: with 8,000 claims in the window the search took a third of the whole start.
"""

from __future__ import annotations

import atexit
import gc

_ALL_EVERY = 60
"""Times of tidying up."""


def put_off() -> None:
    """Search no more until :func:`take_up`."""
    gc.disable()


def take_up() -> None:
    """Search again, but never through what is there by now; harmless where it was not put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class Tidying:
    """Searches now and then, as Python would; nearly all that a board leaves behind is in no cycle."""

    def __init__(self) -> None:
        self._times = 0

    def tidy(self) -> None:
        """Let go of what is closed and search through what is new; called each minute, each hour all."""
        forget_the_closed()
        self._times += 1
        if gc.isenabled():
            gc.collect(1 if self._times % _ALL_EVERY else 2)


def leave_at_the_end() -> None:
    """Have nothing searched when the program ends: that took 0.08 s of every command (CPython 3.11)."""
    atexit.register(gc.freeze)


def forget_the_closed() -> None:
    """Let go of what is drawn of widgets that are gone.

    Textual 8.2.8 keeps it of the last thousand widgets as keys of a cache, some 0.1 MB for each dialog.
    """
    from textual._styles_cache import StylesCache  # noqa: PLC0415 - the command line needs no Textual

    StylesCache.get_inner_outer.cache_clear()
