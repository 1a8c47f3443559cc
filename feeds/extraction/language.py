"""Which language a text is in, told by its letters."""

from __future__ import annotations

from enum import StrEnum

_SAMPLE = 4_000
"""Characters looked at; a choice, not a measurement."""
_UKRAINIAN = frozenset("іїєґ")
_RUSSIAN = frozenset("ыэёъ")
_CYRILLIC_SHARE = 0.3


class Language(StrEnum):
    """A language that items come in."""

    ENGLISH = "en"
    UKRAINIAN = "uk"
    RUSSIAN = "ru"


def language_of(text: str) -> Language:
    """Return the language of ``text``; without Cyrillic letters it is taken for English.

    Ukrainian and Russian are told apart by the letters that only one of them has; a tie is Russian.
    """
    if text.isascii():
        return Language.ENGLISH
    letters = [letter for letter in text[:_SAMPLE].lower() if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    if cyrillic <= _CYRILLIC_SHARE * len(letters):
        return Language.ENGLISH
    ukrainian = sum(letter in _UKRAINIAN for letter in letters)
    russian = sum(letter in _RUSSIAN for letter in letters)
    return Language.UKRAINIAN if ukrainian > russian else Language.RUSSIAN
