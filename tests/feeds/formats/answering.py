"""Answers of sources, for the formats to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.formats.page import Answer
from tests.building import NOON

if TYPE_CHECKING:
    from datetime import datetime


def answer_of(
    body: bytes, *, content_type: str = "", url: str = "", since: str = "", received_at: datetime = NOON
) -> Answer:
    """Return what a source answered at ``received_at`` when it was asked for ``url``."""
    return Answer(body, received_at=received_at, content_type=content_type, url=url, since=since)
