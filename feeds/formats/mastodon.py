"""The public posts of a Mastodon account: bytes to Items.

A first poll looks the account up by name and goes on with its posts; later polls ask for the posts
by the account's number at once. Structure as recorded from a Mastodon server in August 2026. Ids are
text that grows: one that is longer, or equally long and later in the alphabet, is newer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, read_json, refusal, said
from feeds.formats.markup import text_of_html
from feeds.formats.page import Page
from feeds.formats.queries import query_value, with_query

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "a Mastodon account or its posts"
_PER_PAGE = 40
"""The most that a server gives."""
_MAX_POSTS = 200
_NAME = r"[\w.-]{1,100}"
_HOST = r"[\w.:-]{1,253}"
_ADDRESS = re.compile(
    rf"(https?://{_HOST})/(?:web/)?(?:@|users/)({_NAME}(?:@{_HOST})?)/?(?:[?#].*)?", re.ASCII
)
_HANDLE = re.compile(rf"@({_NAME})@({_HOST})", re.ASCII)
_SERVER = re.compile(r"https?://[^/?#]+")
_POSTS_OF = re.compile(r"/api/v1/accounts/([\w-]{1,64})/statuses(?:[?#]|$)", re.ASCII)
_ID = re.compile(r"[\w-]{1,64}", re.ASCII)


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the account's newest posts, or of its look-up where its id is not known.

    ``source.url`` is ``https://host/@name``, ``https://host/@name@elsewhere``,
    ``https://host/users/name`` or ``@name@host``; any other address is asked as it is.
    """
    address = _ADDRESS.fullmatch(_web_address(source))
    if address is None:
        return source.url
    account, colon, _ = since.partition(":")
    if colon and _ID.fullmatch(account):
        return _posts_url(address[1], account)
    return f"{address[1]}/api/v1/accounts/lookup?acct={quote(address[2], safe='@')}"


def read(source: Source, answer: Answer) -> Page:
    """Return a look-up as an empty page that leads to the posts, and posts newest first.

    Boosts and posts without words are left out, and so is what a post quotes; what stands behind a
    content warning follows the warning. The cursor is ``account:newest``. Older pages follow up to
    the newest post of the last poll. Raises FormatError for anything else, for an account that has
    moved or is suspended too.
    """
    found = read_json(answer, wanted=_WANTED)
    server = _SERVER.match(answer.url) or _SERVER.match(_web_address(source))
    if isinstance(found, Record):
        return Page(more=_posts_url(server[0] if server else "", _account(found)), may_be_empty=True)
    posts = [post for post in found[:_MAX_POSTS] if _ID.fullmatch(post.text("id"))]
    if found and not posts:
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    drafts = (_draft(post) for post in posts if "reblog" not in post)
    ids = frozenset(post.text("id") for post in posts)
    return Page(
        tuple(item_of(draft, source, received_at=answer.received_at) for draft in drafts if draft.text),
        cursor=_cursor(answer, posts),
        more=_older(answer, ids),
        present=ids,
        # Servers list nothing of a suspended account, so that only a later page may be empty.
        may_be_empty=bool(posts) or bool(query_value(answer.url, "max_id")),
    )


def _web_address(source: Source) -> str:
    handle = _HANDLE.fullmatch(source.url)
    return f"https://{handle[2]}/@{handle[1]}" if handle else source.url


def _posts_url(server: str, account: str) -> str:
    shown = f"limit={_PER_PAGE}&exclude_replies=true&exclude_reblogs=true"
    return f"{server}/api/v1/accounts/{account}/statuses?{shown}"


def _account(found: Record) -> str:
    moved_to = found.record("moved").text("url")
    if moved_to:
        raise FormatError(f"an account that has moved to {said(moved_to)}")
    if found.fields.get("suspended") is True:
        raise FormatError("a suspended account")
    if "error" in found or not _ID.fullmatch(found.text("id")):
        raise refusal(found, wanted=_WANTED)
    return found.text("id")


def _draft(post: Record) -> Draft:
    words = (post.text("spoiler_text").strip(), text_of_html(post.text("content")))
    return Draft(
        key=post.text("id"),
        url=post.text("url") or post.text("uri"),
        text="\n\n".join(filter(None, words)),
        published_at=post.moment("created_at"),
        edited_at=post.moment("edited_at"),
    )


def _cursor(answer: Answer, posts: list[Record]) -> str:
    """Name the account by the address that was asked: the posts of a moved one may name another."""
    if not posts:
        return ""
    asked = _POSTS_OF.search(answer.url)
    account = asked[1] if asked else posts[0].record("account").text("id")
    newest = max((*(post.text("id") for post in posts), answer.since.partition(":")[2]), key=_order)
    return f"{account}:{newest}" if _ID.fullmatch(account) else ""


def _older(answer: Answer, ids: frozenset[str]) -> str:
    last = answer.since.partition(":")[2]
    if not ids or not last or not _POSTS_OF.search(answer.url):
        return ""
    oldest = min(ids, key=_order)
    before = query_value(answer.url, "max_id")
    falls = not before or _order(oldest) < _order(before)
    return with_query(answer.url, {"max_id": oldest}) if falls and _order(oldest) > _order(last) else ""


def _order(post_id: str) -> tuple[int, str]:
    return len(post_id), post_id
