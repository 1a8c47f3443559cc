"""Python's search for cycles that nobody uses any more: put off while the program starts.

Each time that it looks through all there is, every thread waits. At a start nearly all that is made
is there to stay: with 8,000 claims in the window the search took a third of the whole start.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """Search no more until :func:`take_up`."""
    gc.disable()


def take_up() -> None:
    """Search again, but never through what is there by now; harmless where it was not put off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def forget_the_closed() -> None:
    """Let go of what is drawn of widgets that are gone.

    Textual 8.2.8 keeps it of the last thousand widgets as keys of a cache, some 0.1 MB for each dialog.
    """
    from textual._styles_cache import StylesCache  # noqa: PLC0415 - the command line needs no Textual

    StylesCache.get_inner_outer.cache_clear()
