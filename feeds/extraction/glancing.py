"""A first look at an item: its language, and whether it says anything; loads little of the package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.text.alike import in_one_alphabet
from feeds.extraction.text.language import language_of
from feeds.extraction.text.silence import is_silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.model import Item, Source

LONGEST_TEXT = 200_000
"""Characters read of one item, so that garbage costs seconds at most; a choice, far above an article."""
_SHORT_TEXT = 200
"""Characters; a shorter text may be a name and a number."""


def says_nothing(
    item: Item, *, source: Source | None = None, lexicons: Sequence[Lexicon] | None = None
) -> bool:
    """Return whether :func:`feeds.extraction.extract` would find nothing in ``item``, told at a glance."""
    item = replace(item, title=in_one_alphabet(item.title), text=in_one_alphabet(item.text[:LONGEST_TEXT]))
    return is_passed_over(item, lexicon_for(item, lexicons, source))


def is_passed_over(item: Item, lexicon: Lexicon) -> bool:
    """Return whether nothing in ``item`` can tell anything in the language of ``lexicon``."""
    return is_silent(f"{item.title}\n{item.text[:LONGEST_TEXT]}", lexicon)


def lexicon_for(item: Item, lexicons: Sequence[Lexicon] | None, source: Source | None) -> Lexicon:
    """Tell the language by the text, and by the title as well where the text is short."""
    told = item.text if len(item.text) >= _SHORT_TEXT else f"{item.text}\n{item.title}"
    usual = source.language if source else ""
    return language_of(told, shipped() if lexicons is None else lexicons, usual=usual)
