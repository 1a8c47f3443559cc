"""Turning the words of a post into the markup that feeds and previews carry."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.demo.story import Wording

_TAG = re.compile(r"<[^>]*>")


def article_html(wording: Wording) -> str:
    """Return an article as HTML paragraphs."""
    if wording.html:
        return wording.html
    return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in wording.text.split("\n\n"))


def post_html(wording: Wording) -> str:
    """Return a Telegram post as it stands inside its text block, each line break as ``<br/>``."""
    inner = wording.html or escape(wording.text, quote=False)
    # Telegram writes these two as numeric references; parsers that know only named ones trip.
    inner = inner.replace("!", "&#33;").replace("'", "&#39;")
    return inner.replace("\n", "<br/>")


def plain_start(wording: Wording) -> str:
    """Return the first paragraph as plain text, which summaries and reply blocks show."""
    if wording.text:
        return wording.text.split("\n\n")[0]
    return unescape(_TAG.sub("", wording.html.split("\n")[0]))
