"""What an item says: reports, quotes and pending statements, read by rules from its own words.

Two functions are public: :func:`extract`, and :func:`says_nothing`, which tells in a hundredth of
the time that there is nothing to extract. English so far; a text in another language gives an empty
extract. No I/O but the lexicon that ships with the package.
"""

from __future__ import annotations

from feeds.extraction.extractor import extract, says_nothing

__all__ = ["extract", "says_nothing"]
