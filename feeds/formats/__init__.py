"""One module per wire format: bytes to Items, without any input or output of their own.

Each module of a format that is polled over HTTP has two functions: ``first_url`` says what to ask
for, ``read`` what the answer holds. ``read`` raises FormatError for whatever is not a healthy answer
of that format, so that a consent page or a changed markup is never "no news".
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from feeds.errors import FormatError
from feeds.formats.page import Answer, Page
from feeds.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from feeds.model import Source

__all__ = ["Answer", "Page", "first_url", "parse"]


class Format(Protocol):
    """What a format module offers."""

    def first_url(self, source: Source, *, since: str, now: datetime) -> str:
        """Return the address to ask first: the newest there is. ``since`` as in :class:`Answer`."""

    def read(self, source: Source, answer: Answer) -> Page:
        """Return what the answer holds; raise FormatError where it is not of this format."""


_FORMATS: Mapping[SourceKind, str] = {
    SourceKind.FEED: "feed",
    SourceKind.TELEGRAM: "telegram",
    SourceKind.WORDPRESS: "wordpress",
    SourceKind.DAILY_PAGE: "daily_page",
    SourceKind.MASTODON: "mastodon",
    SourceKind.BLUESKY: "bluesky",
    SourceKind.GDELT: "gdelt",
    SourceKind.ACLED: "acled",
    SourceKind.DEEPSTATE: "deepstate",
    SourceKind.FACT_CHECK: "fact_check",
}
"""Modules of this package, each loaded when first asked for: a desk has few kinds of sources."""


def first_url(source: Source, *, since: str, now: datetime) -> str:
    """Return the address that a poll of ``source`` asks first; for a folder its path."""
    form = _format_of(source.kind)
    return form.first_url(source, since=since, now=now) if form else source.url


def parse(source: Source, answer: Answer) -> Page:
    """Return what a source answered over HTTP, cleaned; each item is a first version.

    Raises FormatError for anything else than the source's format, and for a folder, whose files
    :mod:`feeds.formats.document` reads.
    """
    form = _format_of(source.kind)
    if form is None:
        raise FormatError(f"a source of kind '{source.kind}', which is not read over HTTP")
    return form.read(source, answer)


@cache
def _format_of(kind: SourceKind) -> Format | None:
    name = _FORMATS.get(kind)
    return cast("Format", import_module(f"feeds.formats.{name}")) if name else None
