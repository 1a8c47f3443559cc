"""Lexicons from their files: those that are shipped, and the words that an analyst adds to them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from feeds.extraction.schema import lexicon_from

if TYPE_CHECKING:
    from feeds.extraction.lexicon import Lexicon

SHIPPED = ("en", "ru", "uk")
"""The first is that of texts which nothing tells; Russian that could be Ukrainian is commoner than the
other way round, since Ukrainian has more letters of its own."""


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the shipped lexicon of a language, one of ``SHIPPED``."""
    file = resources.files("feeds.extraction").joinpath(f"lexicons/{language}.toml")
    return lexicon_from(tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def shipped() -> tuple[Lexicon, ...]:
    """Return all lexicons that are shipped."""
    return tuple(map(load_lexicon, SHIPPED))
