"""The posts on a Telegram preview page, as they stand in its markup.

Structure as recorded from t.me between February 2023 and October 2026. What another channel or an
older post said stands inside the post that forwards or answers it; all of that is kept apart here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from feeds.formats.markup import text_of_node
from feeds.formats.telegram_footers import mark_links, without_footer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_POST = ".tgme_widget_message[data-post]"
_TEXT = ".js-message_text:not(.js-message_reply_text)"
_QUESTION = ".tgme_widget_message_poll_question"
_TIME = ".tgme_widget_message_date time[datetime]"
_FORWARDED = ".tgme_widget_message_forwarded_from"
_MEDIA = ", ".join(
    f".tgme_widget_message_{kind}"
    for kind in (
        *("photo_wrap", "video_player", "roundvideo_player", "voice_player", "grouped_wrap", "poll"),
        *("document_wrap", "sticker_wrap", "location_wrap", "contact_wrap", "game", "invoice"),
    )
)
_IN_A_POST = frozenset(("tgme_widget_message",))
_OF_OTHERS = frozenset(("tgme_widget_message", "tgme_widget_message_reply", "js-message_reply_text"))
_IN_A_TEXT = _OF_OTHERS | {"js-message_text"}
_NAME = re.compile(r"([\w-]{1,64})/(\d{1,18})", re.ASCII)
_MAX_POSTS = 200
"""A page holds about twenty."""
_MAX_FOUND = 2_000
_MAX_PARTS = 50
_MAX_DEPTH = 64
"""How far to look up from an element; posts stand eight deep, and a hostile page might nest thousands."""


@dataclass(frozen=True, slots=True)
class Post:
    """One block of a page, which may be an album of several numbers."""

    number: int | None
    """Of the first message in it; None: not to be read."""
    channel: str
    """As the address has it; a renamed channel keeps its numbers."""
    text: str
    """With the question of a poll, without footers; empty: pictures or a note only."""
    published_at: datetime | None
    forwarded_from: str
    """The name of a channel or a person, as the page gives it; empty: not forwarded."""
    forwards_itself: bool
    """Whether it repeats an older post of the same channel."""
    has_media: bool
    is_service: bool
    """Whether Telegram itself wrote it: something was pinned, the channel was renamed."""


def posts_of(page: LexborHTMLParser) -> tuple[Post, ...]:
    """Return the posts of a page in its order, at most 200; what is nested in a post is none."""
    found = islice(page.css(_POST), _MAX_FOUND)
    outermost = (node for node in found if not _is_within(node, _IN_A_POST, None))
    return tuple(map(_post, islice(outermost, _MAX_POSTS)))


def _post(node: LexborNode) -> Post:
    name = _NAME.fullmatch(node.attributes.get("data-post") or "")
    channel = name[1] if name else ""
    forwarded = next(_own(node, f"{_FORWARDED}_name"), None) or next(_own(node, _FORWARDED), None)
    origin = (forwarded.attributes.get("href") or "") if forwarded else ""
    return Post(
        number=int(name[2]) if name else None,
        channel=channel,
        text=_text(node),
        published_at=_published_at(node),
        forwarded_from=text_of_node(forwarded) if forwarded else "",
        forwards_itself=bool(channel) and f"//t.me/{channel}/".lower() in origin.lower(),
        has_media=next(_own(node, _MEDIA), None) is not None,
        is_service="service_message" in _classes(node),
    )


def _text(post: LexborNode) -> str:
    """Join the outermost texts: one may stand within another, a caption apart from its album.

    Of a poll the question is text; its options are answers that nobody has given yet.
    """
    texts = list(_own(post, _TEXT, _IN_A_TEXT))
    for node in texts:
        mark_links(node)
    questions = _own(post, _QUESTION, _IN_A_TEXT)
    words = [*(without_footer(text_of_node(node)) for node in texts), *map(text_of_node, questions)]
    return "\n\n".join(filter(None, words))


def _published_at(post: LexborNode) -> datetime | None:
    for time in _own(post, _TIME):
        try:
            return datetime.fromisoformat(time.attributes.get("datetime") or "")
        except ValueError:
            continue
    return None


def _own(post: LexborNode, selector: str, outside: frozenset[str] = _OF_OTHERS) -> Iterator[LexborNode]:
    """Find elements of a post that are its own, not those of the post it answers."""
    for node in islice(post.css(selector), _MAX_PARTS):
        if not _is_within(node, outside, post.mem_id):
            yield node


def _is_within(node: LexborNode, classes: frozenset[str], end: int | None) -> bool:
    """Say whether an element above ``node`` and below the one called ``end`` has one of ``classes``."""
    parent = node.parent
    for _ in range(_MAX_DEPTH):
        if parent is None or parent.mem_id == end:
            return False
        if classes & _classes(parent):
            return True
        parent = parent.parent
    return False


def _classes(node: LexborNode) -> frozenset[str]:
    return frozenset((node.attributes.get("class") or "").split())
