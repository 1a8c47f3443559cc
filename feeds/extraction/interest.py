"""Whether a text is worth a closer look: a quick test before a whole article is asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from feeds.extraction.language import Language
from feeds.extraction.lexicon import load_lexicon
from feeds.extraction.patterns import pattern_of

if TYPE_CHECKING:
    import re

    from feeds.geography import Gazetteer
    from feeds.model import Item


def is_of_interest(item: Item, gazetteer: Gazetteer) -> bool:
    """Return whether the title or the text has a trigger of any lexicon, or a place of the gazetteer.

    No language is guessed: a title is too short for that.
    """
    return any(_is_telling(text, gazetteer) for text in (item.title, item.text))


def _is_telling(text: str, gazetteer: Gazetteer) -> bool:
    return bool(_triggers().search(text.lower()) or gazetteer.find(text))


@cache
def _triggers() -> re.Pattern[str]:
    lexicons = filter(None, map(load_lexicon, Language))
    return pattern_of(phrase for lexicon in lexicons for phrase in lexicon.triggers)
