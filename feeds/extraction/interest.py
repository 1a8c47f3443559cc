"""Whether a text is worth a closer look: a quick test before a whole article is asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.words.patterns import Glance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.geography import Gazetteer
    from feeds.model import Item


def is_of_interest(item: Item, gazetteer: Gazetteer, lexicons: Sequence[Lexicon] | None = None) -> bool:
    """Return whether the title or the text has a trigger of any lexicon, or a place of the gazetteer.

    No language is guessed: a title is too short for that. ``lexicons`` are by default the shipped ones.
    """
    triggers = _triggers(tuple(shipped() if lexicons is None else lexicons))
    return any(_is_telling(text, triggers, gazetteer) for text in (item.title, item.text))


def _is_telling(text: str, triggers: Glance, gazetteer: Gazetteer) -> bool:
    return bool(triggers.sees(text) or gazetteer.find(text))


@lru_cache(maxsize=4)
def _triggers(lexicons: tuple[Lexicon, ...]) -> Glance:
    return Glance(template for lexicon in lexicons for template in lexicon.triggers.templates)
