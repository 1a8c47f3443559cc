"""Articles that GDELT's DOC 2.0 search finds: bytes to Items.

Structure as recorded in December 2025 and described by GDELT. It finds stories and never confirms
one: the same wire text appears under hundreds of domains, so each item is marked as forwarded from
the domain it stands under.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.drafts import Draft, item_of
from feeds.formats.json_answer import Record, decoded, json_text, refusal
from feeds.formats.links import canonical_link
from feeds.formats.page import Page

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.formats.page import Answer
    from feeds.model import Source

_WANTED = "GDELT's list of articles"
MAX_ARTICLES = 250
"""The most that GDELT gives."""
_RATE_LIMIT = re.compile(rb"limit requests to one every (\d{1,3}) seconds", re.IGNORECASE)
_RATE_LIMIT_WITHIN = 1_000
_MENDED_UP_TO = 2_000_000
"""Characters; a full answer has 150,000."""
_ESCAPE = re.compile(r"\\(?:([\"\\/bfnrt]|u[0-9a-fA-F]{4})|)")
_OBJECT = re.compile(r"\{[^{}]{1,20000}\}")


def first_url(source: Source, *, since: str, now: datetime) -> str:  # noqa: ARG001 - as all formats
    """Return the address of the search itself, which has ``mode=artlist`` and ``format=json``."""
    return source.url


def read(source: Source, answer: Answer) -> Page:
    """Return the articles found, in GDELT's order and at most 250, with their titles as their words.

    Nothing found is a good answer. ``published_at`` is when GDELT first saw an article, up to a
    quarter of an hour or so after its publication. Raises FormatError for anything else, among it
    the plain text in which GDELT asks for fewer requests.
    """
    wait = _RATE_LIMIT.search(answer.body[:_RATE_LIMIT_WITHIN])
    if wait and not answer.body.lstrip().startswith(b"{"):
        raise FormatError(f"a refusal that asks for one request every {int(wait[1])} seconds")
    found = _decoded(json_text(answer.body, content_type=answer.content_type, wanted=_WANTED))
    if not isinstance(found, Record):
        raise FormatError(f"a JSON list, not {_WANTED}")
    if found and not found.has_list("articles"):
        raise refusal(found, wanted=_WANTED)
    articles = found.records("articles")[:MAX_ARTICLES]
    if articles and not any("url" in article for article in articles):
        raise FormatError(f"a JSON list of something else, not {_WANTED}")
    drafts = {draft.key: draft for draft in map(_draft, articles) if draft}
    items = (item_of(draft, source, received_at=answer.received_at) for draft in drafts.values())
    return Page(tuple(items), may_be_empty=True)


def _decoded(text: str) -> Record | tuple[Record, ...]:
    """Read what GDELT writes with broken escapes too: mended, or else without the broken articles."""
    try:
        return decoded(text, wanted=_WANTED)
    except FormatError:
        if len(text) > _MENDED_UP_TO:
            raise
    mended = _ESCAPE.sub(lambda found: found[0] if found[1] else r"\\", text)
    try:
        return decoded(mended, wanted=_WANTED)
    except FormatError:
        sound = [one for one in map(_sound, islice(_OBJECT.finditer(mended), 2 * MAX_ARTICLES)) if one]
        if not sound:
            raise
        return Record({"articles": sound})


def _sound(found: re.Match[str]) -> dict[str, object] | None:
    try:
        article = decoded(found[0], wanted=_WANTED)
    except FormatError:
        return None
    return dict(article.fields) if isinstance(article, Record) and article.text("url") else None


def _draft(article: Record) -> Draft | None:
    url, title = article.text("url"), article.text("title")
    if not url.startswith(("http://", "https://")) or not title.strip():
        return None
    return Draft(
        key=canonical_link(url),
        url=url,
        title=title,
        published_at=article.moment("seendate"),
        forwarded_from=article.text("domain"),
    )
