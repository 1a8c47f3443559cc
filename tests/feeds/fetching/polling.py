"""What polls work with in tests: answers from a list, reading in this process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.fetching import Failed, Fetched, FetchResult, Means
from feeds.fetching.accounts import Accounts
from feeds.workers.readers import Inline
from tests.building import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from feeds.model import Item


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it was made."""

    url: str
    etag: str
    last_modified: str


@dataclass(slots=True)
class Web:
    """Answers by address; whatever is not there is a 404."""

    pages: dict[str, FetchResult | Callable[[], FetchResult]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    async def __call__(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> FetchResult:
        """Answer as the page of that address."""
        del headers, form
        self.asked.append(Asked(url, etag, last_modified))
        found = self.pages.get(url, Failed("answered 404 Not Found", status=404))
        return found() if callable(found) else found

    def has(self, url: str, body: str, *, etag: str = "") -> None:
        """Give an address a page."""
        self.pages[url] = Fetched(body.encode(), "", etag, "", wire_bytes=len(body.encode()))

    @property
    def urls(self) -> list[str]:
        """The addresses asked for, in order."""
        return [one.url for one in self.asked]


def means_of(web: Web, *, clock: SetClock | None = None, had: frozenset[str] = frozenset()) -> Means:
    """Return what a poll needs, with nothing kept yet but the articles of the ids ``had``."""

    async def news(some: Sequence[Item]) -> tuple[Sequence[Item], frozenset[str]]:
        return some, had

    return Means(web, Inline(), clock or SetClock(NOON), news, Accounts({}, Path("/nowhere")))
