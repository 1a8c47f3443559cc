"""Computing all that follows from the record again: ``frontwatch rebuild``."""

from __future__ import annotations

import asyncio
from contextlib import closing, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING

from feeds.collector.intake import Intake
from feeds.collector.studies import Studies
from feeds.store import Lease, items, open_database, rebuilding, tasks
from feeds.workers.pool import Workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from feeds.service.launch import Launch
    from feeds.store import Database
    from feeds.workers.readers import Readers

_TELL_EVERY_S = 0.5


def rebuild(
    launch: Launch,
    *,
    told: Callable[[str], None],
    readers: Callable[[], AbstractAsyncContextManager[Readers]] = Workers,
) -> str:
    """Read all items again, compute all that follows, and return a sentence on it.

    Works in a file beside the store, so that what there was stands until all is done; one that was
    broken off is gone on with. ``told`` hears how far it is. Raises LeaseHeldError where a collector
    is at work, StoreError where there is no store or it can't be used.
    """
    path = launch.existing_store()
    with Lease(path), closing(open_database(path)) as database:
        beside = path.with_name(f"{path.name}.rebuild")
        with closing(_begun(database, beside)) as made:
            asyncio.run(_read(made, readers, told))
            count = items.total(made)
        told("putting it in place")
        changed = rebuilding.take_over(database, beside)
        Intake(database, desk=launch.watch().current.desk).take_up_decisions()
        _remove(beside)
    return f"{path}: items read again {count:,}; claims, quotes and questions that changed {changed:,}."


def _begun(database: Database, beside: Path) -> Database:
    """Open the rebuild that was begun of this very record, or begin one."""
    mark = rebuilding.mark_of(database, version("frontwatch"))
    if beside.exists():
        made = open_database(beside)
        if tasks.is_set(made, mark):
            return made
        made.close()
        _remove(beside)
    made = open_database(beside)
    try:
        rebuilding.copy_record(made, database.path, mark)
    except BaseException:
        made.close()
        raise
    return made


def _remove(beside: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            beside.with_name(beside.name + ending).unlink()


async def _read(
    made: Database,
    readers: Callable[[], AbstractAsyncContextManager[Readers]],
    told: Callable[[str], None],
) -> None:
    telling = asyncio.create_task(_tell(made, told))
    try:
        async with readers() as reading:
            await Studies(made, Intake(made, desk=""), reading).catch_up()
    finally:
        telling.cancel()


async def _tell(made: Database, told: Callable[[str], None]) -> None:
    whole = await asyncio.to_thread(items.total, made)
    while True:
        left = await asyncio.to_thread(items.count_unread, made)
        told(f"{whole - left:,} of {whole:,} items read")
        await asyncio.sleep(_TELL_EVERY_S)
