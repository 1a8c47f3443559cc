"""The outlines of the oblasts, for whoever draws a map."""

from __future__ import annotations

from feeds.geography.outlines import Level, outline, outlined
from feeds.model import Outline


def outlines() -> tuple[Outline, ...]:
    """Return the outlines of Ukraine's regions and of the Russian ones near the front, by the alphabet.

    Read from the shipped data once, which takes some 50 ms: not for the event loop.
    """
    return tuple(Outline(name, outline(name, Level.FINE), outline(name, Level.COARSE)) for name in outlined())
