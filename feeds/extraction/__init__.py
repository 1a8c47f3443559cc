"""What an item says: reports, quotes and pending statements, read by rules from its own words.

Two functions are public: :func:`extract`, and :func:`says_nothing`, which tells in a hundredth of
the time that there is nothing to extract. A language is a file of words (see
:mod:`feeds.extraction.lexicon`); no I/O but reading those that ship with the package.
"""

from __future__ import annotations

from feeds.extraction.extractor import extract, says_nothing

__all__ = ["extract", "says_nothing"]
