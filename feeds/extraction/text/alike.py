"""Latin letters that stand for Cyrillic ones of the same look, put right; lengths stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match

_LATIN, _CYRILLIC = "aceiopxyïABCEHIKMOPTXÏ", "асеіорхуїАВСЕНІКМОРТХЇ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LETTERS = "А-Яа-яЁёІіЇїЄєҐґ"
_MIXED = re.compile(rf"[{_LETTERS}][{_LATIN}]|[{_LATIN}][{_LETTERS}]")
"""Hardly ever met, so that most texts are only looked through."""
_WORD = re.compile(rf"[{_LETTERS}A-Za-zÏï]+")
_ALONE = re.compile(rf"(?<=[{_LETTERS}] )[aicyoAICYO](?= [{_LETTERS}])")
"""A conjunction or a preposition of one letter between Cyrillic words."""


def in_one_alphabet(text: str) -> str:
    """Return ``text`` with the Latin letters of its Cyrillic words made Cyrillic, letter for letter.

    Left alone are words with a Latin letter that looks like no Cyrillic one, "Zахист", and those of Latin
    letters only; one letter alone, "i", is changed where words of both alphabets were mixed elsewhere too.
    """
    if not _MIXED.search(text):
        return text
    return _ALONE.sub(_changed, _WORD.sub(_changed_if_mixed, text))


def _changed_if_mixed(word: Match[str]) -> str:
    changed = _changed(word)
    same = changed == word[0] or not _MIXED.search(word[0])
    return word[0] if same or any(letter.isascii() for letter in changed) else changed


def _changed(word: Match[str]) -> str:
    return word[0].translate(_TO_CYRILLIC)
