"""The public preview page of a Telegram channel: bytes to Items.

A post keeps its date when it is edited and the page gives no time of the edit; a deleted post is
gone without a trace. A page holds about twenty posts, older ones are asked for by number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.markup import is_too_deep, name_of_page
from feeds.formats.page import Page
from feeds.formats.telegram_posts import posts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from feeds.formats.page import Answer
    from feeds.formats.telegram_posts import Post
    from feeds.model import Item, Source

_CHANNEL = re.compile(
    r"https?://(?:www\.)?(?:t|telegram)\.me/(?:s/)?@?(\w{2,64})/?", re.ASCII | re.IGNORECASE
)
_BEFORE = re.compile(r"[?&]before=(\d{1,18})(?![^&#])", re.ASCII)
_SEEN = re.compile(r"\d{1,18}", re.ASCII)
_HISTORY = ".tgme_channel_history"
_NO_POSTS = ".tme_no_messages_found"
_OWN_PREVIEW = '.tgme_page_context_link[href^="/s/"]'


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the preview; a channel's own address becomes that of its preview."""
    channel = _CHANNEL.fullmatch(source.url)
    return f"https://t.me/s/{channel[1]}" if channel else source.url


def read(source: Source, answer: Answer) -> Page:
    """Return the posts with text on a preview page, oldest first; none on an empty channel's page.

    A key is the number of the post, which outlives renaming the channel. The text of the post that
    a reply answers is no part of it; service posts and posts without text are no items, but
    present. The cursor is the highest number. Raises FormatError for a page that is no preview, as
    Telegram answers with status 200 for names that have none, and where no post could be read.
    """
    html = text_of_bytes(answer.body, content_type=answer.content_type)
    if is_too_deep(html):
        raise FormatError("an HTML page nested beyond reason")
    page = LexborHTMLParser(html)
    posts = posts_of(page)
    before = _number(_BEFORE.search(answer.url))
    if not posts and not _is_empty_channel(page, is_older=before is not None):
        raise FormatError(_what_else(page, html))
    _check(posts, is_older=before is not None)
    numbers = [post.number for post in posts if post.number is not None]
    return Page(
        tuple(_items(source, posts, answer.received_at)),
        cursor=str(max(numbers)) if numbers and before is None else "",
        more=_more(answer, numbers, before),
        # A post whose number can't be read might be any of those that seem to be missing.
        present=frozenset(map(str, numbers)) if len(numbers) == len(posts) else None,
        may_be_empty=before is not None,
    )


def _is_empty_channel(page: LexborHTMLParser, *, is_older: bool) -> bool:
    """Say whether a page without posts is a good answer: it must say so, but for the page past the end."""
    return page.css_first(_NO_POSTS) is not None or (is_older and page.css_first(_HISTORY) is not None)


def _what_else(page: LexborHTMLParser, html: str) -> str:
    if not html.strip():
        return "an empty answer, not a channel preview"
    name = name_of_page(html)
    if page.css_first(_HISTORY):
        return f"{name}: a channel preview without posts that doesn't say there are none"
    if not page.css_first(".tgme_page"):
        return f"{name}, not a channel preview"
    if page.css_first(_OWN_PREVIEW):
        return f"{name}: the front page of a channel, not its preview"
    if "Telegram: Contact @" in name:
        return f"{name}: Telegram knows no channel of this name"
    return f"{name}: Telegram shows no preview of this name"


def _check(posts: Sequence[Post], *, is_older: bool) -> None:
    """Raise FormatError where the markup of posts must have changed.

    Pictures without a word may fill a page; what has neither is not understood. A page of older
    posts may be down to a few that Telegram doesn't show.
    """
    ordinary = [post for post in posts if not post.is_service]
    if not ordinary:
        return
    is_dated = any(post.published_at for post in ordinary)
    is_numbered = any(post.number is not None for post in ordinary)
    is_told = is_older or any(post.text for post in ordinary) or all(post.has_media for post in ordinary)
    if not (is_dated and is_numbered and is_told):
        count = "1 post" if len(posts) == 1 else f"{len(posts)} posts"
        raise FormatError(f"a channel preview that holds {count} of which none could be read")


def _items(source: Source, posts: Iterable[Post], received_at: datetime) -> Iterable[Item]:
    done: set[int] = set()
    for post in posts:
        if post.number is None or post.number in done or post.is_service or not post.text:
            continue
        done.add(post.number)
        draft = Draft(
            key=str(post.number),
            url=f"https://t.me/{post.channel}/{post.number}",
            text=post.text,
            published_at=post.published_at,
            forwarded_from=source.title if post.forwards_itself else post.forwarded_from,
        )
        yield item_of(draft, source, received_at=received_at)


def _more(answer: Answer, numbers: Sequence[int], before: int | None) -> str:
    """Return the address of the page with the posts between the last one known and these.

    Whether the page itself links to older ones says nothing: some don't though there are, and some
    lead in circles (bellingcat/snscrape, pull request 8).
    """
    since = _number(_SEEN.fullmatch(answer.since))
    lowest = min(numbers, default=0)
    if since is None or lowest <= since + 1 or (before is not None and lowest >= before):
        return ""
    path, _, query = answer.url.partition("#")[0].partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith(("before=", "after="))]
    return f"{path}?{'&'.join([*kept, f'before={lowest}'])}"


def _number(found: re.Match[str] | None) -> int | None:
    """Return the last group of a match, or all of it where there is none, as a number."""
    return int(found[found.lastindex or 0]) if found else None
