"""The public preview page of a Telegram channel: bytes to Items.

Structure as recorded from t.me between February 2023 and October 2026. A post keeps its date when
it is edited and gives no time of the edit; a deleted post is gone without a trace.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.markup import is_too_deep, name_of_page, text_of_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from selectolax.lexbor import LexborNode

    from feeds.model import Item, Source

_POST = ".tgme_widget_message[data-post]"
_TEXT = ".js-message_text"
_POST_CLASS = frozenset(("tgme_widget_message",))
_TEXT_OR_REPLY = frozenset(("js-message_text", "tgme_widget_message_reply"))
_TIME = ".tgme_widget_message_date time[datetime]"
_FORWARDED_FROM = ".tgme_widget_message_forwarded_from_name"
_CHANNEL_PAGE = ".tgme_channel_history, .tme_no_messages_found"
_MAX_POSTS = 200
"""A page holds about twenty."""
_NAME = re.compile(r"[\w-]{1,64}/\d{1,18}", re.ASCII)


def parse_telegram(
    source: Source, body: bytes, *, received_at: datetime, content_type: str = ""
) -> tuple[Item, ...]:
    """Return the posts with text on a preview page, oldest first; none on an empty channel's page.

    A key is ``channel/number`` in small letters. The text of the post that a reply answers is no
    part of it; service posts and posts without text are left out. Raises FormatError for a page
    that is no preview, as Telegram answers for names that have none.
    """
    html = text_of_bytes(body, content_type=content_type)
    if is_too_deep(html):
        raise FormatError("an HTML page nested beyond reason")
    page = LexborHTMLParser(html)
    posts = [post for post in page.css(_POST) if not _is_within(post, _POST_CLASS)][:_MAX_POSTS]
    if not posts and not page.css_first(_CHANNEL_PAGE):
        raise FormatError(_what_else(page, html))
    drafts = (_draft(post) for post in posts if "service_message" not in _classes(post))
    return tuple(item_of(draft, source, received_at=received_at) for draft in drafts if draft)


def vanished(known: Iterable[str], page: Sequence[Item]) -> tuple[str, ...]:
    """Return which of the ``known`` keys are gone from a ``page`` that they must stand on.

    Only a number between the smallest and the largest of the page, in the same channel, proves a
    deletion: older posts stand on older pages. A missing number that was never seen proves nothing,
    because albums use up several.
    """
    numbers = {item.key: _number(item.key) for item in page}
    if not numbers:
        return ()
    channel = page[-1].key.rpartition("/")[0]
    low, high = min(numbers.values()), max(numbers.values())
    return tuple(
        key
        for key in known
        if key not in numbers and key.rpartition("/")[0] == channel and low < _number(key) < high
    )


def _number(key: str) -> int:
    digits = key.rpartition("/")[2]
    return int(digits) if digits.isdecimal() else 0


def _what_else(page: LexborHTMLParser, html: str) -> str:
    if not html.strip():
        return "an empty answer, not a channel preview"
    if page.css_first(".tgme_page"):
        return f"{name_of_page(html)}: Telegram shows no preview of this name"
    return f"{name_of_page(html)}, not a channel preview"


def _draft(post: LexborNode) -> Draft | None:
    name = post.attributes.get("data-post") or ""
    text = _text(post)
    if not text or not _NAME.fullmatch(name):
        return None
    forwarded_from = post.css_first(_FORWARDED_FROM)
    return Draft(
        key=name.lower(),
        url=f"https://t.me/{name}",
        text=text,
        published_at=_published_at(post),
        forwarded_from=text_of_node(forwarded_from) if forwarded_from else "",
    )


def _text(post: LexborNode) -> str:
    """Join the outermost texts: one may stand within another, a caption apart from its album."""
    nodes = (node for node in post.css(_TEXT) if not _is_within(node, _TEXT_OR_REPLY))
    return "\n\n".join(filter(None, map(text_of_node, nodes)))


def _is_within(node: LexborNode, classes: frozenset[str]) -> bool:
    parent = node.parent
    while parent is not None:
        if classes & _classes(parent):
            return True
        parent = parent.parent
    return False


def _classes(node: LexborNode) -> frozenset[str]:
    return frozenset((node.attributes.get("class") or "").split())


def _published_at(post: LexborNode) -> datetime | None:
    time = post.css_first(_TIME)
    try:
        return datetime.fromisoformat((time.attributes.get("datetime") or "") if time else "")
    except ValueError:
        return None
