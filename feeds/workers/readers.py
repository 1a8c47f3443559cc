"""What a collector asks of its workers, and the same work done in this process for replays and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from feeds.workers.tasks import Choose, Parse, ParseFile, Read, ReadArticle, Reading, perform

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Protocol, Self

    from feeds.formats import Answer, Page
    from feeds.formats.article import ArticleText
    from feeds.formats.document import Documents
    from feeds.geography.prior import Prior
    from feeds.model import Item, Report, Source
    from feeds.workers.tasks import Accepted, CheckAnswer, Result, Task

    class Perform(Protocol):
        """Something that does tasks, wherever."""

        async def __call__(self, task: Task) -> Result:
            """Do ``task``; raise FormatError where its document is not what it should be."""


class Readers:
    """What a collector asks for; each method raises FormatError where a document can't be read."""

    def __init__(self, perform: Perform) -> None:
        """Let ``perform`` do the work."""
        self.own_words = ""
        """Folder of the analyst's own lexicons; empty: none."""
        self._perform = perform

    async def parse(self, source: Source, answer: Answer) -> Page:
        """Return what a source answered."""
        return cast("Page", await self._perform(Parse(source, answer, self.own_words)))

    async def parse_file(
        self, source: Source, name: str, body: bytes, *, modified_at: datetime, received_at: datetime
    ) -> Documents:
        """Return the items of a file."""
        return cast("Documents", await self._perform(ParseFile(source, name, body, modified_at, received_at)))

    async def read_article(
        self, body: bytes, *, content_type: str, url: str, listed_at: datetime
    ) -> ArticleText:
        """Return the words of an article's page; ``listed_at`` is the time that its feed gives."""
        return cast("ArticleText", await self._perform(ReadArticle(body, content_type, url, listed_at)))

    async def choose(self, items: tuple[Item, ...]) -> frozenset[str]:
        """Return the ids of the items that name something of interest."""
        return cast("frozenset[str]", await self._perform(Choose(items, self.own_words)))

    async def read(
        self,
        sources: tuple[Source, ...],
        items: tuple[Item, ...],
        priors: Mapping[str, Prior] | None = None,
    ) -> tuple[Reading, ...]:
        """Return what each of the items says; ``sources`` are those that they come from.

        ``priors``: what is known before, by the ids of items.
        """
        task = Read(sources, items, dict(priors or {}), self.own_words)
        return cast("tuple[Reading, ...]", await self._perform(task))

    async def check_answer(self, task: CheckAnswer) -> tuple[Report, ...]:
        """Return the reports of a model's answer that the item's own words bear out."""
        return cast("Accepted", await self._perform(replace(task, own_words=self.own_words))).reports


class Inline(Readers):
    """Does everything at once, here; a hostile document may hang it."""

    def __init__(self) -> None:
        """Need nothing."""
        super().__init__(_perform_here)

    async def __aenter__(self) -> Self:
        """Be ready."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave nothing behind."""


async def _perform_here(task: Task) -> Result:
    return perform(task)
