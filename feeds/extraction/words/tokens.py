"""The words and marks of a text, each with its place in it."""

from __future__ import annotations

import re
from typing import NamedTuple

_SMALL = "[a-zа-яёіїєґ]"
_SHORTENED = rf"(?:[^\W\d_]\.){{2,}}|{_SMALL}\.(?: {_SMALL}\.)+"
_PATTERN = rf"\d[\d.,]*(?<=\d)|{_SHORTENED}|[^\W\d_][^\W_]*(?:['’ʼ\-‐‑–][^\W_]+)*|[^\W_]+|[^\w\s]"
_TOKEN = re.compile(_PATTERN)
_DOMAIN = r"\.(?i:ua|ru|com|net|org|info|media|нет|рф)(?!\w)"
_ADDRESSED = re.compile(_DOMAIN)
_TOKEN_OR_ADDRESS = re.compile(rf"[^\W\d_][\w-]*+{_DOMAIN}|{_PATTERN}")
"""Outlets are often called by their address: "Вежа.ua"."""
_POSSESSIVE = ("'s", "’s", "ʼs")


class Token(NamedTuple):
    """One word, number or mark: ``text[start:end]`` of the whole item."""

    start: int
    end: int
    said: str
    low: str
    """Lower case, apostrophes straight, without a possessive ending or the blanks of "н. п."."""
    capital: bool
    possessive: bool
    word: bool
    """Whether it is a word or a number, not a mark."""


def tokens(text: str, start: int = 0) -> tuple[Token, ...]:
    """Return the tokens of ``text``; ``start`` is added to every place."""
    pattern = _TOKEN_OR_ADDRESS if _ADDRESSED.search(text) else _TOKEN
    return tuple([_token(match.group(), start + match.start()) for match in pattern.finditer(text)])


def _token(said: str, start: int) -> Token:
    low = said.lower()
    if low[-1] == ".":
        low = low.replace(" ", "")
    if not low.isascii():
        low = lowered(low)
    first = said[0]
    possessive = len(said) > len("'s") and said.endswith(_POSSESSIVE)
    if possessive:
        low = low[:-2]
    # By position, which is much quicker than by name.
    return Token(start, start + len(said), said, low, first.isupper(), possessive, first.isalnum())


def lowered(text: str) -> str:
    """Return ``text`` in small letters with straight apostrophes, as a lexicon has its words."""
    small = text.lower()
    return small if small.isascii() else small.replace("’", "'").replace("ʼ", "'")
