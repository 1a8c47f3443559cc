"""What an item says: reports, quotes and pending statements, read by rules from its own words.

One function is public: :func:`extract`. English so far; a text in another language gives an empty
extract. No I/O but the lexicon that ships with the package.
"""

from __future__ import annotations

from feeds.extraction.extractor import extract

__all__ = ["extract"]
