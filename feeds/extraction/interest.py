"""Whether a text is worth a closer look: a quick test before a whole article is asked for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.language import Language
from feeds.extraction.lexicon import load_lexicon
from feeds.extraction.patterns import pattern_of

if TYPE_CHECKING:
    from feeds.geography import Gazetteer
    from feeds.model import Item

_CAPITAL = r"[A-Z\u0400-\u042fҐ][\w'’ʼ‑-]*"
_RUN = re.compile(
    rf"{_CAPITAL}(?:\s{_CAPITAL})*(?:\s(?:[а-яіїєґё]+|(?:oblast|raion|district|region|province)s?\b))?"
)
"""Words that may be a name, with the kind of place behind them."""
_RUNS_KEPT = 32_768
_LONGEST_KEPT = 80


def is_of_interest(item: Item, gazetteer: Gazetteer) -> bool:
    """Return whether the title or the text has a trigger of any lexicon, or a place of the gazetteer.

    No language is guessed: a title is too short for that.
    """
    return any(_is_telling(text, gazetteer) for text in (item.title, item.text))


def _is_telling(text: str, gazetteer: Gazetteer) -> bool:
    if _triggers().search(text.lower()):
        return True
    return any(_names_place(gazetteer, run) for run in _RUN.findall(text))


def _names_place(gazetteer: Gazetteer, run: str) -> bool:
    return bool(gazetteer.find(run)) if len(run) > _LONGEST_KEPT else _is_known(gazetteer, run)


@lru_cache(maxsize=_RUNS_KEPT)
def _is_known(gazetteer: Gazetteer, run: str) -> bool:
    """Remember the names of the news, which are much the same for days."""
    return bool(gazetteer.find(run))


@cache
def _triggers() -> re.Pattern[str]:
    lexicons = filter(None, map(load_lexicon, Language))
    return pattern_of(phrase for lexicon in lexicons for phrase in lexicon.triggers)
