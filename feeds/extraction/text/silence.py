"""Texts that can't say anything that is looked for, told without reading them.

Most of what sources publish is about something else. Reading a text takes milliseconds; to see that
it has neither a trigger nor a quotation mark nor a word of somebody's silence takes a hundredth.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from feeds.extraction.text.quotations import MARKS
from feeds.extraction.text.singles import may_quote
from feeds.extraction.words.patterns import Glance

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon

_MOST_LEXICONS = 16


def is_silent(text: str, lexicon: Lexicon) -> bool:
    """Return whether reading ``text`` by ``lexicon`` would find nothing, not even unmatched sentences."""
    quoted = any(mark in text for mark in MARKS) or (lexicon.grammar.has_articles and may_quote(text))
    return not quoted and not _telling(lexicon).sees(text)


@lru_cache(maxsize=_MOST_LEXICONS)
def _telling(lexicon: Lexicon) -> Glance:
    """Return the phrases of which a text that says something holds one."""
    words = lexicon.pending
    phrases = (lexicon.triggers, words.purpose, words.requests, words.unsaid, words.absent)
    templates = chain((((word,),) for word in words.neither), *(one.templates for one in phrases))
    return Glance(templates, common=lexicon.recognition.function_words)
