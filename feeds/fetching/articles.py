"""The whole article behind a feed's teaser, asked for only where the teaser is of interest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.fetching.results import Fetched
from feeds.formats.article import is_teaser
from feeds.model import SourceKind

if TYPE_CHECKING:
    from feeds.fetching.means import Means
    from feeds.formats import Page
    from feeds.model import Item, Source

MAX_ARTICLES = 5
"""Pages asked for after one poll, the newest items' first; what is beyond stays a teaser."""


async def with_articles(source: Source, page: Page, means: Means) -> Page:
    """Return ``page`` with the articles' own text in the place of the teasers that are of interest.

    An article that can't be had or read leaves its teaser. What the feed said is still known by the
    item's ``digest``.
    """
    if source.kind is not SourceKind.FEED or not source.articles:
        return page
    teasers = tuple(filter(is_teaser, page.items))
    if not teasers:
        return page
    fresh = tuple(await means.unknown(teasers))
    wanted = await means.readers.choose(fresh) if fresh else frozenset()
    newest = sorted(
        (item for item in fresh if item.id in wanted), key=lambda item: item.published_at, reverse=True
    )
    whole = {item.id: await _with_article(item, means) for item in newest[:MAX_ARTICLES]}
    return replace(
        page,
        items=tuple(whole.get(item.id, item) for item in page.items),
        silent=page.silent - whole.keys(),
    )


async def _with_article(item: Item, means: Means) -> Item:
    answer = await means.ask(item.url)
    if not isinstance(answer, Fetched):
        return item
    try:
        found = await means.readers.read_article(answer.body, content_type=answer.content_type, url=item.url)
    except FormatError:
        return item
    return replace(item, text=found.text) if len(found.text) > len(item.text) else item
