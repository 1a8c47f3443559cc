"""The writer: what gathers shares a transaction, and no poll is at another's mercy."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from feeds.collector.writer import Writer
from feeds.errors import StoreFullError
from feeds.fetching.poller import Polled
from feeds.model import LogEntry, Outcome, SourceState
from tests.building import NOON, a_source

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from feeds.collector.intake import Intake


@dataclass
class FakeIntake:
    """Keeps all polls but those of one source."""

    full_for: str = ""
    groups: list[list[str]] = field(default_factory=list)

    def keep(self, polls: Sequence[Polled]) -> list[SourceState]:
        """Note which polls came together; raise where the poll that can't be kept is among them."""
        ids = [polled.source.id for polled in polls]
        if self.full_for in ids:
            raise StoreFullError("The disk is full.")
        self.groups.append(ids)
        return [polled.state for polled in polls]


def a_poll(source_id: str) -> Polled:
    return Polled(
        a_source(source_id), SourceState(source_id), LogEntry(source_id, Outcome.UNCHANGED, NOON, NOON)
    )


@asynccontextmanager
async def writing(intake: FakeIntake) -> AsyncIterator[Writer]:
    writer = Writer(cast("Intake", intake))
    running = asyncio.create_task(writer.run())
    yield writer
    running.cancel()


async def test_polls_that_come_in_numbers_share_transactions_of_a_limited_size() -> None:
    intake, names = FakeIntake(), [f"s{number}" for number in range(200)]
    async with writing(intake) as writer:
        states = await asyncio.gather(*(writer.keep(a_poll(name)) for name in names))
    assert [state.source_id for state in states] == names
    assert [name for group in intake.groups for name in group] == names
    assert max(map(len, intake.groups)) == 64


async def test_polls_that_wait_for_one_another_are_kept_one_by_one() -> None:
    intake = FakeIntake()
    async with writing(intake) as writer:
        for name in ("one", "two", "three"):
            assert (await writer.keep(a_poll(name))).source_id == name
    assert intake.groups == [["one"], ["two"], ["three"]]


async def test_a_poll_that_cannot_be_kept_stops_no_other() -> None:
    intake = FakeIntake(full_for="two")
    async with writing(intake) as writer:
        kept = [asyncio.create_task(writer.keep(a_poll(name))) for name in ("one", "two", "three")]
        await asyncio.wait(kept)
    assert [kept[0].result().source_id, kept[2].result().source_id] == ["one", "three"]
    with pytest.raises(StoreFullError):
        kept[1].result()
