"""Worker processes behind an asyncio face: one task each at a time, killed when it takes too long."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from feeds.errors import FormatError, WorkerError
from feeds.workers.child import LENGTH_BYTES, READY
from feeds.workers.readers import Readers
from feeds.workers.tasks import Read, Reading, name_of, result_of

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from feeds.workers.tasks import Result, Task

DEADLINE_S = 5.0
"""For one task. The slowest healthy document measured takes a fifth of that."""
START_S = 20.0
"""For a new process to load its libraries."""
MOST_TASKS = 5_000
"""Of one process, so that what parsers leave behind in memory does not gather for weeks."""
_MOST = 3
_COMMAND = (sys.executable, "-m", "feeds.workers.child")


class Workers(Readers):
    """A few worker processes, started when first needed, as an async context."""

    def __init__(self, count: int | None = None, *, deadline_s: float = DEADLINE_S) -> None:
        """Use ``count`` processes; by default one for each of the machine's cores, 3 at most.

        With two cores two are quicker than one by a third, though the collector itself needs one:
        a worker that has answered need not wait until the collector has time for it.
        """
        super().__init__(self._do)
        count = count or min(os.cpu_count() or 1, _MOST)
        self._deadline_s = deadline_s
        self._workers = [_Worker() for _ in range(count)]
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def __aenter__(self) -> Self:
        """Be ready; nothing is started yet."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all worker processes."""
        for worker in self._workers:
            await worker.end()

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


class _Worker:
    """One process at a time, started again after it died or was killed."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._tasks = 0

    async def send(self, message: bytes, deadline_s: float) -> bytes:
        """Return the answer to a message; the process does not survive any failure.

        Raises WorkerError where none can be started.
        """
        try:
            if self._process is None or self._process.returncode is not None:
                self._process, self._tasks = await _start(), 0
            async with asyncio.timeout(deadline_s):
                answer = await _exchange(self._process, message)
        except BaseException:
            await self.end()
            raise
        self._tasks += 1
        if self._tasks >= MOST_TASKS:
            await self.end()
        return answer

    async def end(self) -> None:
        """Kill the process, if there is one, and see it off."""
        process, self._process = self._process, None
        if process is not None:
            await _ended(process)


async def _start() -> asyncio.subprocess.Process:
    try:
        process = await asyncio.create_subprocess_exec(
            *_COMMAND,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise WorkerError(f"No process can be started to read documents ({error.strerror}).") from error
    try:
        async with asyncio.timeout(START_S):
            if process.stdout is not None and await process.stdout.read(len(READY)) == READY:
                return process
    except TimeoutError:
        pass
    except BaseException:
        await _ended(process)
        raise
    await _ended(process)
    raise WorkerError("A process that was started to read documents ended at once.")


async def _ended(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await asyncio.shield(process.wait())


async def _exchange(process: asyncio.subprocess.Process, message: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(len(message).to_bytes(LENGTH_BYTES) + message)
    await process.stdin.drain()
    length = int.from_bytes(await process.stdout.readexactly(LENGTH_BYTES))
    return await process.stdout.readexactly(length)
