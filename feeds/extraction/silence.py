"""Texts that can't say anything that is looked for, told without reading them.

Most of what sources publish is about something else. Reading a text takes milliseconds; to see that
it has neither a trigger nor a quotation mark nor a word of somebody's silence takes a hundredth.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from feeds.extraction.lexicon import load_lexicon
from feeds.extraction.patterns import pattern_of
from feeds.extraction.quotations import MARKS

if TYPE_CHECKING:
    import re

    from feeds.extraction.language import Language


def is_silent(text: str, language: Language) -> bool:
    """Return whether reading ``text`` in ``language`` would find nothing, not even unmatched sentences."""
    pattern = _telling(language)
    return pattern is None or not (any(mark in text for mark in MARKS) or pattern.search(text.lower()))


@cache
def _telling(language: Language) -> re.Pattern[str] | None:
    lexicon = load_lexicon(language)
    if lexicon is None:
        return None
    words = lexicon.pending
    return pattern_of((*lexicon.triggers, *words.purpose, *words.neither, *words.unsaid, *words.absent))
