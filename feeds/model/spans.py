"""Parts of a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Part of an item's text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unmatched:
    """What of one version of one item was not understood."""

    item_id: str
    item_version: int
    source_id: str
    sentences: tuple[Span, ...]
    """Those with a trigger of which no report could be made; one at least."""
    published_at: datetime
