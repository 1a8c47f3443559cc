"""Texts from anywhere, read for what they say as if a source had published them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.extraction import extract
from feeds.extraction.language import language_of
from feeds.extraction.loading import shipped
from feeds.formats.annotation import annotation
from feeds.formats.drafts import Draft, item_of

if TYPE_CHECKING:
    from feeds.formats.annotation import Annotated
    from feeds.geography import Gazetteer
    from feeds.model import Extract, Item, Source


@dataclass(frozen=True, slots=True)
class Told:
    """One item with what was found in it."""

    document: Annotated
    """As it was given."""
    item: Item
    """As it was read; spans are of its text."""
    source: Source
    language: str
    found: Extract

    def as_line(self) -> str:
        """Return it as a line of the annotation guide."""
        return annotation(self.document, self.item, self.found, self.source, language=self.language)


def told_by(document: Annotated, source: Source, gazetteer: Gazetteer) -> Told:
    """Return what ``document`` says, read as an item of ``source``."""
    moment = document.published_at or datetime.now(UTC)
    draft = Draft(document.id, url=source.url, title=document.title, text=document.text, published_at=moment)
    item = item_of(draft, source, received_at=moment)
    return Told(
        document=document,
        item=item,
        source=source,
        language=language_of(item.text, shipped()).language,
        found=extract(item, gazetteer, source=source),
    )
