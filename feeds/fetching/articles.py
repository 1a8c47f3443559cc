"""The whole article behind a feed's teaser, asked for only where the teaser is of interest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.fetching.results import Fetched
from feeds.formats.article import is_teaser
from feeds.model import WANTED, SourceKind

if TYPE_CHECKING:
    from feeds.fetching.means import Means
    from feeds.formats import Page
    from feeds.model import Item, Source

MAX_ARTICLES = 5
"""Pages asked for after one poll, the newest items' first; what is beyond stays a teaser."""


async def with_articles(source: Source, page: Page, means: Means) -> Page:
    """Return ``page`` with the articles' own text in the place of the teasers that are of interest.

    What the feed said is still known by an item's ``digest``. An article that can't be had or read
    leaves its teaser, with a digest that says so, and is asked for again; where an article was had
    before, its new teaser is left out, because it would seem to take back what the article said.
    """
    if source.kind is not SourceKind.FEED or not source.articles:
        return page
    teasers = tuple(filter(is_teaser, page.items))
    if not teasers:
        return page
    fresh, had = await means.news(teasers)
    wanted = await _wanted(tuple(fresh), had, means)
    newest = sorted(wanted, key=lambda item: item.published_at, reverse=True)
    found = {item.id: await _with_article(item, means) for item in newest[:MAX_ARTICLES]}
    kept = (found.get(item.id, item) for item in page.items)
    lost = had - {item.id for item in found.values() if not item.digest.endswith(WANTED)}
    return replace(
        page,
        items=tuple(item for item in kept if item.id not in lost),
        silent=page.silent - found.keys(),
    )


async def _wanted(fresh: tuple[Item, ...], had: frozenset[str], means: Means) -> list[Item]:
    try:
        chosen = await means.readers.choose(fresh) if fresh else frozenset()
    except FormatError:
        chosen = frozenset()
    return [item for item in fresh if item.id in chosen | had]


async def _with_article(item: Item, means: Means) -> Item:
    answer = await means.ask(item.url)
    if not isinstance(answer, Fetched):
        return replace(item, digest=item.digest + WANTED)
    try:
        found = await means.readers.read_article(
            answer.body, content_type=answer.content_type, url=item.url, listed_at=item.published_at
        )
    except FormatError:
        return replace(item, digest=item.digest + WANTED)
    return replace(item, text=found.text) if len(found.text) > len(item.text) else item
