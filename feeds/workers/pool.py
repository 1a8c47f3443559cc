"""Worker processes behind an asyncio face: one task each at a time, killed when it takes too long."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import msgspec

from feeds.errors import FormatError, WorkerError
from feeds.workers.lines import NUMBER_BYTES, number_in, told_as
from feeds.workers.processes import Nursery
from feeds.workers.readers import Readers
from feeds.workers.tasks import Read, Reading, name_of, result_of

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from feeds.workers.processes import Forked
    from feeds.workers.tasks import Result, Task

DEADLINE_S = 5.0
"""For one task. The slowest healthy document measured takes a fifth of that."""
MOST_TASKS = 5_000
"""Of one process, so that what parsers leave behind in memory does not gather for weeks."""
_MOST = 3


class Workers(Readers):
    """A few worker processes, forked when first needed, as an async context."""

    def __init__(
        self, count: int | None = None, *, deadline_s: float = DEADLINE_S, first: Nursery | None = None
    ) -> None:
        """Use ``count`` processes; by default one more than the machine has cores, 3 at most.

        ``first``, where given, is a nursery that has been started already.

        With two cores three are quicker than two by a twelfth, though the collector itself needs one:
        a worker that has answered waits until the collector has time for it.
        """
        super().__init__(self._do)
        count = count or min((os.cpu_count() or 1) + 1, _MOST)
        self._deadline_s = deadline_s
        self._nurse = _Nurse(first)
        self._workers = [_Worker(self._nurse) for _ in range(count)]
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def __aenter__(self) -> Self:
        """Be ready; nothing more is started yet."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all worker processes."""
        for worker in self._workers:
            worker.end()
        await self._nurse.end()

    async def _do(self, task: Task) -> Result:
        worker = await self._idle.get()
        message = msgspec.msgpack.encode(task)
        try:
            return result_of(task, await self._sent_twice_at_most(worker, message))
        except TimeoutError:
            failure = f"a document that can't be read within {self._deadline_s:g} s"
        except (OSError, EOFError, msgspec.MsgspecError):
            failure = "a document that broke its reader"
        finally:
            self._idle.put_nowait(worker)
        if isinstance(task, Read):
            return await self._one_by_one(task, failure)
        raise FormatError(failure)

    async def _sent_twice_at_most(self, worker: _Worker, message: bytes) -> bytes:
        """Return the answer to a message; a process may have died of something else the first time."""
        try:
            return await worker.send(message, self._deadline_s)
        except TimeoutError:
            raise
        except (OSError, EOFError):
            return await worker.send(message, self._deadline_s)

    async def _one_by_one(self, task: Read, failure: str) -> tuple[Reading, ...]:
        """Find the text that is at fault, so that only that one goes unread."""
        if len(task.items) == 1:
            return (Reading(fault=f"{failure}: {name_of(task.items[0])}"),)
        found: list[Reading] = []
        for item in task.items:
            found.extend(await self.read(task.sources, (item,), task.priors))
        return tuple(found)


class _Nurse:
    """Has workers forked, from a new nursery where the last one is gone."""

    def __init__(self, nursery: Nursery | None) -> None:
        self._nursery = nursery
        self._lock = asyncio.Lock()

    async def worker(self) -> tuple[Forked, Nursery]:
        """Return a new worker and where it comes from; raises WorkerError where none can be had."""
        async with self._lock:
            if self._nursery is not None:
                try:
                    return await _forked(self._nursery)
                except (OSError, EOFError):
                    await self._close()
            self._nursery = Nursery()
            try:
                return await _forked(self._nursery)
            except (OSError, EOFError) as error:
                await self._close()
                words = "A process that was started to read documents ended at once."
                raise WorkerError(words) from error

    async def end(self) -> None:
        """End the nursery, and all workers that come from it."""
        async with self._lock:
            await self._close()

    async def _close(self) -> None:
        nursery, self._nursery = self._nursery, None
        if nursery is not None:
            await asyncio.to_thread(nursery.end)


async def _forked(nursery: Nursery) -> tuple[Forked, Nursery]:
    await asyncio.to_thread(nursery.wait_until_ready)
    # Not in a thread: nobody would end a worker that comes after its user was cancelled.
    return nursery.worker(), nursery


class _Worker:
    """One process at a time, forked again after it died or was killed."""

    def __init__(self, nurse: _Nurse) -> None:
        self._nurse = nurse
        self._process: tuple[Forked, Nursery] | None = None
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._tasks = 0

    async def send(self, message: bytes, deadline_s: float) -> bytes:
        """Return the answer to a message; the process does not survive any failure.

        Raises WorkerError where none can be had.
        """
        try:
            reader, writer = self._streams or await self._ready()
            async with asyncio.timeout(deadline_s):
                answer = await _exchange(reader, writer, message)
        except BaseException:
            self.end()
            raise
        self._tasks += 1
        if self._tasks >= MOST_TASKS:
            self.end()
        return answer

    def end(self) -> None:
        """Kill the process, if there is one."""
        process, self._process = self._process, None
        streams, self._streams = self._streams, None
        if process is not None:
            forked, nursery = process
            nursery.kill(forked.number)
            if streams is None:
                forked.line.close()
            else:
                streams[1].transport.abort()

    async def _ready(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self._process, self._tasks = await self._nurse.worker(), 0
        self._streams = await asyncio.open_connection(sock=self._process[0].line)
        return self._streams


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, message: bytes) -> bytes:
    writer.write(told_as(len(message)) + message)
    await writer.drain()
    length = number_in(await reader.readexactly(NUMBER_BYTES))
    return await reader.readexactly(length)
