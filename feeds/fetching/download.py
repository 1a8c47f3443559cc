"""A large file, streamed to disk: what broke off is gone on with, and it is there whole or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias

import httpx

from feeds.fetching.client import BROKEN, final_answer
from feeds.fetching.headers import length_of, plain
from feeds.fetching.reasons import phrase_of, reason_of
from feeds.fetching.redirects import first_hop
from feeds.fetching.results import Failed, NotModified
from feeds.fetching.unpacking import TooLargeError, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

    from feeds.fetching.client import Client

    Progress: TypeAlias = Callable[[int, int], None]
    """Is told how many bytes are there, and how many there will be; 0: not known."""

TRIES = 5
"""How often in a row a file is gone on with after it broke off, each time some bytes further."""
STALL_S = 60.0
"""Real seconds without a byte after which a server is given up."""
_GOOD = frozenset((HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT))
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(?:\d{1,15}|\*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Downloaded:
    """The file is there, whole as far as the server tells."""

    etag: str
    """Verbatim; empty where there was none."""
    byte_count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask for, and where to put it."""

    url: str
    file: Path
    """A part of it lies beside, until it is whole."""
    etag: str = ""
    """Of the file that is known already: where the server still has that one, nothing comes."""
    stall_s: float = STALL_S


Outcome: TypeAlias = Downloaded | NotModified | Failed
"""Failed says why as a sentence without its subject."""


class _BrokeOffError(Exception):
    """Something came, but not all: worth another try."""


class _AskAnewError(Exception):
    """What was kept is of another file: the whole is to be asked for."""


class _DiskError(Exception):
    """The file can't be written; the text is a sentence without its subject."""


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _DiskError(f"can't be written to {file} ({error.strerror or error})") from error


async def download(client: Client, wanted: Wanted, progress: Progress | None = None) -> Outcome:
    """Fetch a file, going on where an earlier try ended if it is still the same; never raises for a server.

    ``client.limits`` holds: ``wire_bytes`` for the whole file, ``deadline_s`` for one try.
    """
    part = _Part.beside(wanted)
    reason = ""
    for _ in range(TRIES):
        before = part.size
        try:
            return await _Try(client, wanted, part, progress or _silent).run()
        except _AskAnewError:
            # Nothing is kept any more, so that this can't come again.
            continue
        except _DiskError as error:
            return Failed(str(error))
        except (_BrokeOffError, TimeoutError) as error:
            reason = str(error) or f"no byte came for {wanted.stall_s:g} s"
        if part.size <= before:
            break
    kept = f"; {part.size / 1_000_000:.1f} MB are kept, the next try goes on there" if part.can_go_on else ""
    return Failed(f"{reason}{kept}")


def _silent(_done: int, _whole: int) -> None:
    pass


@dataclass(slots=True)
class _Part:
    """What is there of a file, and of which one it is."""

    file: Path
    note: Path
    url: str
    mark: str = ""
    """A strong ETag or a date, by which the server knows whether the file is still the same."""

    @classmethod
    def beside(cls, wanted: Wanted) -> _Part:
        file = wanted.file.with_name(f"{wanted.file.name}.part")
        part = cls(file, file.with_name(f"{file.name}.json"), wanted.url)
        try:
            said = json.loads(part.note.read_text(encoding="utf-8"))
            if said["url"] == wanted.url and isinstance(said["mark"], str):
                part.mark = said["mark"]
        except (OSError, ValueError, KeyError, TypeError):
            part.mark = ""
        return part

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    @property
    def can_go_on(self) -> bool:
        return bool(self.mark) and self.size > 0

    def begin(self, mark: str) -> None:
        """Forget what is there."""
        self.mark = mark
        with _writing(self.file):
            self.file.unlink(missing_ok=True)
            self.note.write_text(json.dumps({"url": self.url, "mark": mark}), encoding="utf-8")

    def finish(self, file: Path) -> None:
        """Put what is there where it was wanted."""
        with _writing(file):
            with self.file.open("ab") as whole:
                os.fsync(whole.fileno())
            self.file.replace(file)
            self.note.unlink(missing_ok=True)


@dataclass(slots=True)
class _Try:
    client: Client
    wanted: Wanted
    part: _Part
    progress: Progress
    _headers: dict[str, str] = field(default_factory=lambda: {"Accept-Encoding": "identity"})

    async def run(self) -> Outcome:
        if self.part.can_go_on:
            self._headers |= {"Range": f"bytes={self.part.size}-", "If-Range": self.part.mark}
        elif self.wanted.etag:
            self._headers["If-None-Match"] = self.wanted.etag
        try:
            async with asyncio.timeout(self.wanted.stall_s) as stall:
                hop = first_hop(self.wanted.url, headers=self._headers, secrets={}, form=None)
                async with final_answer(self.client, hop) as (answer, _):
                    return await self._take(answer, stall)
        except TimeoutError:
            raise
        except BROKEN as error:
            if isinstance(error, httpx.ReadError):
                raise _BrokeOffError(reason_of(error)) from error
            return Failed(reason_of(error))

    async def _take(self, answer: httpx.Response, stall: asyncio.Timeout) -> Outcome:
        status, etag = answer.status_code, plain(answer.headers, "ETag")
        if status == HTTPStatus.NOT_MODIFIED and "If-None-Match" in self._headers:
            return NotModified(self.wanted.etag, "")
        if reason := self._refusal(answer):
            return Failed(reason, status=None if status in _GOOD else status)
        if status == HTTPStatus.OK:
            self.part.begin(_mark(answer, etag))
        elif status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE or not self._goes_on(answer, etag):
            self.part.begin("")
            raise _AskAnewError
        return await self._write(answer, etag, stall)

    def _refusal(self, answer: httpx.Response) -> str:
        """Say why an answer is of no use; empty where it is, or where the whole is to be asked for."""
        status, has_part = answer.status_code, "Range" in self._headers
        if status == HTTPStatus.PARTIAL_CONTENT and not has_part:
            return "answered with a part that was not asked for"
        if status in _GOOD and answer.headers.get("Content-Type", "").startswith("text/html"):
            return "answered with a web page, not with a file"
        is_past = status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and has_part
        return "" if status in _GOOD or is_past else f"answered {phrase_of(status)}"

    def _goes_on(self, answer: httpx.Response, etag: str) -> bool:
        """Tell whether the bytes are those behind the part: of the same file, and from the right one on."""
        said = _RANGE.fullmatch(answer.headers.get("Content-Range", "").strip())
        if said is None or int(said[1]) != self.part.size:
            return False
        return not (etag and self.part.mark.startswith('"')) or etag == self.part.mark

    def _opened(self) -> IO[bytes]:
        with _writing(self.part.file):
            return self.part.file.open("ab", buffering=0)

    async def _write(self, answer: httpx.Response, etag: str, stall: asyncio.Timeout) -> Downloaded:
        loop, limits = asyncio.get_running_loop(), self.client.limits
        done, end = self.part.size, loop.time() + limits.deadline_s
        announced = length_of(answer.headers)
        whole = done + announced if announced else 0
        if whole > limits.wire_bytes:
            raise TooLargeError(too_large(limits.wire_bytes))
        with self._opened() as file:
            async for chunk in answer.aiter_raw():
                done += len(chunk)
                if done > limits.wire_bytes:
                    raise TooLargeError(too_large(limits.wire_bytes))
                with _writing(self.part.file):
                    file.write(chunk)
                stall.reschedule(min(loop.time() + self.wanted.stall_s, end))
                self.progress(done, whole)
        self.part.finish(self.wanted.file)
        return Downloaded(etag, done)


def _mark(answer: httpx.Response, etag: str) -> str:
    """Return by what the file can be asked for again: RFC 9110 13.1.5 wants a strong ETag, or the date."""
    return etag if etag.startswith('"') else plain(answer.headers, "Last-Modified")
