"""The spelling under which names are compared, and the words of a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = dict.fromkeys(map(ord, "'’‘ʼ`´′ʹʻ\u00ad\u0301\u0300\u200b\u200d\ufeff"))
"""Apostrophes of all sorts, soft hyphens, stress marks, and characters of no width."""

_JOINERS = "'’‘ʼ`´′ʹʻ\u00ad\u0301\u0300\u200b\u200d\ufeff\u2010\u2011-"
_WORD = re.compile(rf"[^\W_][\w{re.escape(_JOINERS)}]*")
_POSSESSIVE = ("'s", "’s", "ʼs", "'", "’", "ʼ")
_LATIN_I = re.compile(r"[iyj]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, ``text[start:end]``, with its folded form; hyphenated words are one."""

    start: int
    end: int
    fold: str
    capital: bool
    """Whether it begins with a capital letter or a digit."""


def fold(text: str) -> str:
    """Return the form under which spellings of one name fall together.

    Case, apostrophes, soft hyphens and combining stress marks go; in Latin letters y, i and j count
    as one, single or doubled, since romanisations differ in little else (Kupyansk, Kupiansk). The
    empty text stays empty.
    """
    plain = unicodedata.normalize("NFC", text).translate(_DROPPED).casefold()
    plain = plain.replace("\u2010", "-").replace("\u2011", "-").replace("ё", "е")
    return _LATIN_I.sub("i", plain) if plain.isascii() else plain


def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; an English possessive ending is not part of the word."""
    return tuple(_word(match) for match in _WORD.finditer(text))


def _word(match: re.Match[str]) -> Word:
    said = match.group()
    for ending in _POSSESSIVE:
        if said.endswith(ending) and len(said) > len(ending):
            said = said[: -len(ending)]
            break
    said = said.rstrip("-")
    return Word(
        match.start(), match.start() + len(said), fold(said), said[:1].isupper() or said[:1].isdigit()
    )
