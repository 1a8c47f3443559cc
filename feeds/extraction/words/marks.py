"""Marks of punctuation that texts write in several ways."""

from __future__ import annotations

DASHES = frozenset("-–—")
"""Hyphens and dashes, as sentences have them between words."""
DASHES_OR_MINUS = DASHES | {"−"}
"""With the minus sign that some take for a dash."""
ALL_DASHES = DASHES_OR_MINUS | frozenset("‐‑")
"""With typographers' hyphens too, which stand within numbers and dates."""
OPENING = frozenset('«“„"')
"""Quotation marks that stand before a name."""
