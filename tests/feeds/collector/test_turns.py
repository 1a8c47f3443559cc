"""One request at a time to each site."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.collector.turns import LONGEST_WAIT, Turns
from feeds.fetching import Failed, NotModified
from feeds.fetching.throttle import Throttle, site_of
from tests.building import NOON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.fetching import FetchResult

LOCAL = "http://127.0.0.1:9/feed"
OTHER = "http://127.0.0.1:10/feed"


@dataclass(slots=True)
class Slow:
    """Answers after a few turns of the loop, and counts who is asked at the same time."""

    under_way: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)
    asked: int = 0

    async def __call__(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
    ) -> FetchResult:
        """Answer that nothing is new."""
        del etag, last_modified, headers, form
        site = site_of(url)
        self.under_way[site] += 1
        self.most[site] = max(self.most[site], self.under_way[site])
        for _ in range(3):
            await asyncio.sleep(0)
        self.under_way[site] -= 1
        self.asked += 1
        return NotModified("", "")


async def test_many_wait_for_one_another_at_a_site_and_not_across_sites() -> None:
    slow = Slow()
    turns = Turns(slow, Throttle(), SetClock(NOON))

    async def press(url: str, times: int) -> None:
        for _ in range(times):
            await turns(url)
            await asyncio.sleep(0)

    await asyncio.gather(*(press(url, 5) for url in (LOCAL, OTHER) * 6))
    assert slow.asked == 60
    assert set(slow.most.values()) == {1}
    assert len(slow.most) == 2


async def test_a_site_that_is_to_be_left_alone_for_long_is_not_waited_for() -> None:
    throttle, slow = Throttle(), Slow()
    url = "https://gazette.example.org/feed"
    throttle.leave_alone(site_of(url), NOON + LONGEST_WAIT + timedelta(seconds=1))
    found = await Turns(slow, throttle, SetClock(NOON))(url)
    assert isinstance(found, Failed)
    assert slow.asked == 0


async def test_a_turn_that_is_given_up_is_free_for_the_next() -> None:
    slow = Slow()
    turns = Turns(slow, Throttle(), SetClock(NOON))
    first, second = asyncio.create_task(turns(LOCAL)), asyncio.create_task(turns(LOCAL))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert isinstance(await second, NotModified)
    assert isinstance(await turns(LOCAL), NotModified)
