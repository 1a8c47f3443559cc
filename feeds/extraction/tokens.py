"""The words and marks of a text, each with its place in it."""

from __future__ import annotations

import re
from typing import NamedTuple

_PATTERN = r"\d[\d.,]*(?<=\d)|(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’ʼ\-‐‑–][^\W_]+)*|[^\W_]+|[^\w\s]"
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
    """Lower case, apostrophes straight, without a possessive ending."""
    capital: bool
    possessive: bool
    word: bool
    """Whether it is a word or a number, not a mark."""


def tokens(text: str, start: int = 0) -> tuple[Token, ...]:
    """Return the tokens of ``text``; ``start`` is added to every place."""
    pattern = _TOKEN_OR_ADDRESS if _ADDRESSED.search(text) else _TOKEN
    return tuple(_token(match, start) for match in pattern.finditer(text))


def _token(match: re.Match[str], start: int) -> Token:
    said = match.group()
    low = lowered(said)
    possessive = len(said) > len("'s") and said.endswith(_POSSESSIVE)
    return Token(
        start=start + match.start(),
        end=start + match.end(),
        said=said,
        low=low[:-2] if possessive else low,
        capital=said[0].isupper(),
        possessive=possessive,
        word=said[0].isalnum(),
    )


def lowered(text: str) -> str:
    """Return ``text`` in small letters with straight apostrophes, as a lexicon has its words."""
    small = text.lower()
    return small if small.isascii() else small.replace("’", "'").replace("ʼ", "'")
