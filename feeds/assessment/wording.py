"""Comparing words and names by what they say, not by how they are set."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.model import Alignment

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 16_384
"""Names whose keys are kept at hand, since the same few are named all day."""
_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_SPELLINGS = {"russian": "russia", "ukrainian": "ukraine", "defence": "defense"}
_PARTY = (
    (Alignment.RUSSIAN, re.compile(r"\b(?:russia|kremlin|moscow|росси|росій|кремл|москв)", re.IGNORECASE)),
    (Alignment.UKRAINIAN, re.compile(r"\b(?:ukrain|kyiv|україн|украин|київ|киев)", re.IGNORECASE)),
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, folded for case and typography only; empty for no words."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return tuple(_WORD.findall(folded))


@lru_cache(maxsize=_KEPT)
def name_key(name: str) -> str:
    """Return what equal names share, empty for no words.

    >>> name_key("the Russian Defence Ministry") == name_key("Russia's Defense Ministry")
    True
    """
    bare = (word.removesuffix("'s") for word in words_of(name) if word != "the")
    return " ".join(_SPELLINGS.get(word, word) for word in bare)


def names_of(names: Sequence[str], *, most: int = 4) -> str:
    """Return names as a list in a sentence; at least one is needed.

    >>> names_of(["Gazette", "Courier", "Kolo"], most=2)
    'Gazette and 2 more'
    """
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(shown) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


@lru_cache(maxsize=_KEPT)
def party_of(name: str) -> Alignment:
    """Return the side that a speaker's designation names; independent where it names none or both.

    >>> party_of("Russian military bloggers")
    <Alignment.RUSSIAN: 'russian'>
    """
    named = [alignment for alignment, pattern in _PARTY if pattern.search(name)]
    return named[0] if len(named) == 1 else Alignment.INDEPENDENT


@lru_cache(maxsize=_KEPT)
def is_proper_name(name: str) -> bool:
    """Tell "Institute for the Study of War" from "independent analysts": two or more capitals."""
    capitals = [word for word in name.split() if word[0].isupper()]
    return len(capitals) > 1
