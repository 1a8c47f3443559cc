"""What a reader of a terminal can't see, and must not meet."""

from __future__ import annotations

import unicodedata

_DIRTY = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def is_clean(text: str) -> bool:
    """Say whether nothing in ``text`` but line ends can steer a terminal or hide."""
    return all(character == "\n" or unicodedata.category(character) not in _DIRTY for character in text)
