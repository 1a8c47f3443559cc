"""Reading of short texts, as items of some source."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

import pytest

from feeds.extraction import extract
from feeds.geography import load_gazetteer
from feeds.model import Alignment, Extract, Item, Source, SourceClass, SourceKind

PUBLISHED = datetime(2025, 3, 28, 18, 0, tzinfo=UTC)
"""A Friday."""


class ReadText(Protocol):
    """Reads a text as an item of some source."""

    def __call__(
        self,
        text: str,
        *,
        title: str = "",
        version: int = 1,
        source_class: SourceClass | None = None,
        alignment: Alignment = Alignment.INDEPENDENT,
    ) -> Extract:
        """Return what ``text`` says."""


def _source(source_class: SourceClass, alignment: Alignment) -> Source:
    return Source(
        id="s",
        title="Harbour Herald",
        kind=SourceKind.FEED,
        url="https://herald.example/feed",
        source_class=source_class,
        alignment=alignment,
        reliability="B",
        interval_s=60,
    )


@pytest.fixture(name="read_text")
def _read_text() -> ReadText:
    def read_text(
        text: str,
        *,
        title: str = "",
        version: int = 1,
        source_class: SourceClass | None = None,
        alignment: Alignment = Alignment.INDEPENDENT,
    ) -> Extract:
        item = Item(
            id="item",
            source_id="s",
            key="k",
            url="",
            title=title,
            text=text,
            published_at=PUBLISHED,
            published_estimated=False,
            received_at=PUBLISHED,
            version=version,
        )
        source = _source(source_class, alignment) if source_class else None
        return extract(item, load_gazetteer(), source=source)

    return read_text
