"""What the demo's server answers at a moment, as a value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.utils import format_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from feeds.demo.atom import render_atom
from feeds.demo.preview import render_closed, render_preview
from feeds.demo.rss import render_rss
from feeds.demo.story import FaultKind, WireFormat, visible

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.demo.story import Outage, Page, Publisher, Story

_HTML = "text/html; charset=utf-8"
_PLAIN = "text/plain; charset=utf-8"
_CONTENT_TYPES = {
    WireFormat.RSS: "application/rss+xml; charset=utf-8",
    WireFormat.ATOM: "application/atom+xml; charset=utf-8",
    WireFormat.PREVIEW: _HTML,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer before it is compared with what the client already has."""

    status: HTTPStatus
    content_type: str
    body: bytes
    etag: str = ""
    """Empty: none is sent."""
    last_modified: str = ""
    retry_after_s: int | None = None
    """In seconds of the story's clock."""


def answer(story: Story, source_id: str, now: datetime, *, before: int | None = None) -> Answer:
    """Return what ``source_id`` answers at ``now``; ``before`` as in :func:`feeds.demo.story.visible`.

    Raises KeyError for a source that is not in the story.
    """
    publisher = story.publisher(source_id)
    page = visible(story, source_id, now, before=before)
    body = _render(story, publisher, page, now)
    if page.outage is not None:
        return _broken(publisher, page.outage, body, now)
    if publisher.format is WireFormat.PREVIEW:
        return Answer(HTTPStatus.OK, _HTML, body)
    changed = max((shown.wording.at for shown in page.posts), default=story.starts_at)
    return Answer(
        HTTPStatus.OK,
        _CONTENT_TYPES[publisher.format],
        body,
        etag=f'"{hashlib.blake2b(body, digest_size=10).hexdigest()}"',
        last_modified=format_datetime(changed, usegmt=True),
    )


def not_found() -> Answer:
    """Return the answer for a path that the story does not have."""
    return Answer(HTTPStatus.NOT_FOUND, _PLAIN, b"Not found\n")


def _render(story: Story, publisher: Publisher, page: Page, now: datetime) -> bytes:
    if publisher.format is WireFormat.RSS:
        return render_rss(publisher, page)
    if publisher.format is WireFormat.ATOM:
        return render_atom(publisher, page, since=story.starts_at)
    return render_preview(publisher, page, now=now)


def _broken(publisher: Publisher, outage: Outage, body: bytes, now: datetime) -> Answer:
    """Return what stands in for ``body`` while ``outage`` is on."""
    if outage.kind is FaultKind.UNAVAILABLE:
        left_s = max(1, int((outage.until - now).total_seconds()))
        return Answer(
            HTTPStatus.SERVICE_UNAVAILABLE, _PLAIN, b"Service unavailable\n", retry_after_s=min(600, left_s)
        )
    if outage.kind is FaultKind.TRUNCATED:
        return Answer(HTTPStatus.OK, _CONTENT_TYPES[publisher.format], body[: len(body) * 3 // 5])
    if publisher.format is WireFormat.PREVIEW:
        return Answer(HTTPStatus.OK, _HTML, render_closed(publisher))
    return Answer(HTTPStatus.OK, _HTML, _MAINTENANCE)


_MAINTENANCE = b"""<!DOCTYPE html>
<html>
  <head><meta charset="utf-8"><title>We will be back shortly</title></head>
  <body><h1>We will be back shortly</h1><p>Our site is being worked on.</p></body>
</html>
"""
