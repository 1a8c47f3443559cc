"""One module per wire format: bytes to Items, without any input or output of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.document import Documents, parse_document
from feeds.formats.feed import parse_feed
from feeds.formats.telegram import parse_telegram, vanished
from feeds.model import SourceKind

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Item, Source

__all__ = ["Documents", "parse", "parse_document", "vanished"]


def parse(source: Source, body: bytes, *, received_at: datetime, content_type: str = "") -> tuple[Item, ...]:
    """Return the items in what a source answered over HTTP, cleaned; each is a first version.

    ``content_type`` is the header as it came. Raises FormatError for anything else than the
    source's format, and for a folder, whose files :func:`parse_document` reads.
    """
    match source.kind:
        case SourceKind.FEED:
            return parse_feed(source, body, received_at=received_at, content_type=content_type)
        case SourceKind.TELEGRAM:
            return parse_telegram(source, body, received_at=received_at, content_type=content_type)
        case SourceKind.FOLDER:
            raise FormatError("a folder, which is read file by file")
