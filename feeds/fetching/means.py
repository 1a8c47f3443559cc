"""What polls work with, given from outside so that a test or a replay can give its own."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from feeds.clock import Clock
    from feeds.fetching.accounts import Accounts
    from feeds.fetching.results import Failed, FetchResult
    from feeds.model import Item, Source
    from feeds.workers.readers import Readers


class Ask(Protocol):
    """One polite request: waits for its turn at the site, never raises for a server."""

    async def __call__(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> FetchResult:
        """Ask for ``url``, as :func:`feeds.fetching.client.fetch`."""


@dataclass(frozen=True, slots=True)
class Means:
    """What polls work with."""

    ask: Ask
    readers: Readers
    clock: Clock
    news: Callable[[Sequence[Item]], Awaitable[tuple[Sequence[Item], frozenset[str]]]]
    """Tells which of some items are not kept yet as they are, and of which an article is kept."""
    accounts: Accounts
    """Know what a source must be asked with."""

    async def headers(self, source: Source) -> Mapping[str, str] | Failed:
        """Return the headers to ask ``source`` with, or why it can't be asked."""
        return await self.accounts.headers(source, self.ask, self.clock.now())

    def refused(self, source: Source, failure: Failed) -> None:
        """Take note of a failure: where a log-in has ended, the next poll logs in again."""
        if failure.status == HTTPStatus.UNAUTHORIZED:
            self.accounts.forget(source)
