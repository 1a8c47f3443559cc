"""Posts of a WordPress site by its REST interface (``/wp-json/wp/v2/posts``): bytes to Items.

Fields as described in WordPress' REST API handbook. ``date`` and ``modified`` are in the site's own
zone without saying which, so only ``date_gmt`` and ``modified_gmt`` are asked for. A page beyond the
last is answered with 400.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, read_json, refusal
from feeds.formats.markup import text_of_html
from feeds.formats.page import Page
from feeds.formats.page_facts import aware_moment
from feeds.formats.queries import query_value, with_query
from feeds.formats.reports import report_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from feeds.formats.page import Answer
    from feeds.model import Item, Source

_WANTED = "a list of WordPress posts"
_FIELDS = "id,date_gmt,modified_gmt,link,title,excerpt,content"
_PER_PAGE = 10
"""What WordPress gives where ``per_page`` is not asked for, and 100 the most it can be asked for."""
_MOST_PER_PAGE = 100
_SMALL_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_NO_FILTER = frozenset(("_fields", "_envelope", "context", "page", "per_page"))
"""What may be asked for without leaving out a post of the time that a page covers."""


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the newest posts, with just the fields that are read."""
    return with_query(source.url, {"_fields": _FIELDS})


def read(source: Source, answer: Answer) -> Page:
    """Return the posts of one page, newest first as WordPress lists them.

    A key is the post's number. The text is that of the content, cleaned as a report is, or else that
    of the excerpt. The cursor is the newest ``date_gmt``; older pages follow as long as a page is
    full and all on it is newer than the last poll's. What is missing is proved deleted only where
    the address filters nothing: a search finds by words that an edit may take out. Raises
    FormatError for anything but a list of posts; an empty list is a page without items.
    """
    found = read_json(answer, wanted=_WANTED)
    if isinstance(found, Record):
        raise refusal(found, wanted=_WANTED)
    posts = [post for post in found[:_MOST_PER_PAGE] if _is_post(post)]
    if found and not posts:
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    items = tuple(item_of(_draft(post), source, received_at=answer.received_at) for post in posts)
    asked = answer.url or source.url
    keys = frozenset(str(post.number("id")) for post in posts)
    return Page(
        tuple(item for item in items if item.title or item.text),
        cursor=_newest(items),
        more=_older(asked, answer.since, items) if len(found) >= _per_page(asked) else "",
        present=keys if _is_unfiltered(asked) else None,
        may_be_empty=_page_number(asked) > 1,
    )


def _is_post(record: Record) -> bool:
    return record.number("id") is not None and any(
        record.record(field) for field in ("title", "content", "excerpt")
    )


def _draft(post: Record) -> Draft:
    published_at, edited_at = aware_moment(post.text("date_gmt")), aware_moment(post.text("modified_gmt"))
    is_edited = published_at is not None and edited_at is not None and edited_at > published_at
    return Draft(
        key=str(post.number("id")),
        url=post.text("link"),
        title=text_of_html(_rendered(post, "title")),
        text=report_text(_rendered(post, "content")) or text_of_html(_rendered(post, "excerpt")),
        published_at=published_at,
        edited_at=edited_at if is_edited else None,
    )


def _rendered(post: Record, field: str) -> str:
    return post.record(field).text("rendered")


def _newest(items: Sequence[Item]) -> str:
    """Name the newest credible time: one years ahead would end the reading of older pages for good."""
    times = [item.published_at for item in items if not item.published_estimated]
    return max(times).isoformat() if times else ""


def _older(asked: str, since: str, items: Sequence[Item]) -> str:
    last = aware_moment(since)
    if last is None or not all(item.published_at > last for item in items):
        return ""
    return with_query(asked, {"page": str(_page_number(asked) + 1)})


def _page_number(asked: str) -> int:
    return _asked_for(asked, "page") or 1


def _per_page(asked: str) -> int:
    return _asked_for(asked, "per_page") or _PER_PAGE


def _asked_for(asked: str, name: str) -> int:
    said = query_value(asked, name)
    return int(said) if _SMALL_NUMBER.fullmatch(said) else 0


def _is_unfiltered(asked: str) -> bool:
    query = asked.partition("#")[0].partition("?")[2]
    return all(name in _NO_FILTER for name, _ in parse_qsl(query, keep_blank_values=True))
