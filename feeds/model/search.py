"""What is found where somebody looks for words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feeds.model.spans import Span


class Match(StrEnum):
    """What a hit is of."""

    ITEM = "item"
    CLAIM = "claim"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, with the words around what was looked for."""

    subject: Match
    id: str
    title: str
    """Of an item its title; of a claim and a statement what tells them apart."""
    excerpt: str
    """A piece of the text, on one line."""
    spans: tuple[Span, ...]
    """What was found in ``excerpt``, in its order; empty where it stands in the title only."""
    moment: datetime
    """When the item was published."""
    source: str
    """Title of the item's source."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    hits: tuple[Hit, ...] = ()
    """Best first, at most 200."""
    note: str = ""
    """What is to be known of it, as a sentence: why there is nothing, how much was not looked through."""
    is_partial: bool = False
    """Whether there are items that will be looked through only later."""
