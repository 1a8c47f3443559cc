"""The spelling under which names are compared, and what a word is."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

APOSTROPHES = "'’‘ʼ`´′ʹʻ＇"
HYPHENS = "-‐‑‒－"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
JOINERS = f"{APOSTROPHES}{_INVISIBLE}"
"""What stands within words beside letters; combining marks too, which ``\\w`` leaves out."""
MARKS = "\u0300-\u036f"

_DROPPED = dict.fromkeys(map(ord, APOSTROPHES + _INVISIBLE))
_SAME = {**_DROPPED, **dict.fromkeys(map(ord, HYPHENS), "-"), ord("ґ"): "г", ord("Ґ"): "Г", ord("ё"): "е"}
_KEPT_MARKS = frozenset({"и\u0306", "И\u0306", "і\u0308", "І\u0308"})
"""Letters of their own: й and ї. All other marks are stress or diacritics."""
_MARKED = re.compile(rf"(.?)([{MARKS}]+)", re.DOTALL)
_CLEAN = re.compile(r"[\u0430-\u045f\u0490\u0491]+")
"""A lower-case Cyrillic word, the usual case."""
_PART = re.compile(r"[^\W\d_]+")
_POSSESSIVE = ("'s", "’s", "ʼs", "'", "’", "ʼ")
_LATIN_I = re.compile(r"[iyj]+")

_LATIN_TWINS = "ABCEHIKMOPTXYaceiopxyii"
_CYRILLIC_TWINS = "АВСЕНІКМОРТХУасеіорхуїЇ"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS[:-2], _CYRILLIC_TWINS[:-2])
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_ONLY_CYRILLIC = re.compile(rf"[^\W\d_{_CYRILLIC_TWINS}a-zA-Z]")
_LATIN = re.compile(r"[a-zA-Z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

WORD = re.compile(rf"[^\W_][\w{JOINERS}{MARKS}]*")
"""A word, or a part of one with hyphens."""


def fold(text: str) -> str:
    """Return the form under which spellings of one name fall together.

    Case, apostrophes, soft hyphens, stress marks and diacritics go, all hyphens are one, ё is е, ґ is
    г, and letters of another script that only look right are put right ("Bахмут" with a Latin B). In
    Latin letters y, i and j count as one, single or doubled, since romanisations differ in little
    else (Kupyansk, Kupiansk). The empty text stays empty; no text raises.
    """
    if _CLEAN.fullmatch(low := text.lower()):
        return low.translate(_SAME)
    plain = text if text.isascii() else _plain(_plain(text).casefold())
    return _LATIN_I.sub("i", plain.translate(_DROPPED).casefold()) if plain.isascii() else plain


def one_script(text: str) -> str:
    """Return ``text`` with letters of another script that only look right put right; else as it is."""
    if text.isascii() or not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return text
    return _PART.sub(_one_script, text)


def without_possessive(word: str) -> str:
    """Return ``word`` without an English possessive ending."""
    for ending in _POSSESSIVE:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.translate(_SAME))
    bare = unicodedata.normalize("NFC", _MARKED.sub(_unmarked, spread))
    return one_script(bare)


def _unmarked(match: re.Match[str]) -> str:
    letter = match.group(1)
    return next((letter + mark for mark in match.group(2) if letter + mark in _KEPT_MARKS), letter)


def _one_script(match: re.Match[str]) -> str:
    word = match.group()
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    return word.translate(_TO_CYRILLIC if _ONLY_CYRILLIC.search(word) else _TO_LATIN)


def as_spelled(name: str, said: str) -> str:
    """Return ``name`` with ё or е where ``said``, a case of it, has that letter, as far as both agree."""
    if "ё" not in name.lower() and "ё" not in said.lower():
        return name
    words = zip_longest(name.split(" "), said.split(" "), fillvalue="")
    return " ".join(_word_as_spelled(*pair) for pair in words).rstrip()


def _word_as_spelled(name: str, said: str) -> str:
    letters = list(name)
    for at, (one, other) in enumerate(zip(name, said, strict=False)):
        if one != other and fold(one) != fold(other):
            break
        if one in "её" and other in "её":
            letters[at] = other
    return "".join(letters)
