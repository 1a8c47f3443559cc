"""What an item says: reports, quotes and pending statements, read by rules from its own words.

Two functions are public: :func:`extract`, and :func:`says_nothing`, which tells in a hundredth of
the time that there is nothing to extract. A language is a file of words (see
:mod:`feeds.extraction.lexicons`); no I/O but reading those that ship with the package. Each folder
builds on those before it only: words, lexicons, text, dates, places, speakers, events, reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.lazy import loader

if TYPE_CHECKING:
    from feeds.extraction.extractor import extract
    from feeds.extraction.glancing import says_nothing

__all__ = ["extract", "says_nothing"]

_HOMES = {"extract": "extractor", "says_nothing": "glancing"}
# Who only glances, or checks own words, needs a fifth of the package.
__getattr__ = loader(__name__, _HOMES)
