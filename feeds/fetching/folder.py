"""A folder as a source: which files are new or changed, and what they hold."""

from __future__ import annotations

import asyncio
import stat
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.fetching.progress import Good, after_failure, after_good
from feeds.fetching.results import Failed, NotModified
from feeds.formats import Page
from feeds.formats.cleaning import clean_line
from feeds.formats.document import SUFFIXES
from feeds.model import Health, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import Item, Source, SourceState
    from feeds.workers.readers import Readers

MAX_FILE_BYTES = 5_000_000
MAX_FILES = 2_000
"""Of a fuller folder the files changed last are read."""
_BROKEN = "!"
"""Begins the mark of a file that could not be read, or not whole."""
_PROBLEMS_SHOWN = 3
_MAX_REASON = 300


@dataclass(frozen=True, slots=True)
class FolderPolled:
    """What one look into a folder found."""

    state: SourceState
    page: Page


@dataclass(slots=True)
class _Look:
    """What is found while the files are gone through."""

    items: list[Item] = field(default_factory=list)
    """Of new and changed files, the one changed last at the end."""
    marks: set[str] = field(default_factory=set)
    """One for each file there is, from its name, size and time."""
    problems: list[str] = field(default_factory=list)
    """Files that could not be read, or not whole, this time; one sentence each."""


@dataclass(frozen=True, slots=True)
class _Dropped:
    path: Path
    size: int
    modified_ns: int
    changed_ns: int
    """Moves with the permissions too, so that a file that could not be read is tried again."""

    @property
    def mark(self) -> str:
        return stable_id(self.path.name, str(self.size), str(self.changed_ns))


async def poll_folder(source: Source, state: SourceState, readers: Readers, now: datetime) -> FolderPolled:
    """Read the files of ``source.url`` that are new or changed; subfolders are not entered.

    Hidden files, other endings than those of :func:`feeds.formats.parse_document`, and links that
    lead out of the folder are passed over. The validator of the state is the list of the files
    already read: they are not read again until they change, broken ones neither.
    """
    try:
        files = await asyncio.to_thread(_newest, source.url)
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such folder"
        return FolderPolled(
            after_failure(source, state, Failed(f"can't be read: {why.lower()}"), now), Page()
        )
    known = frozenset(state.etag.split())
    look = _Look()
    for dropped in files:
        seen = known & {dropped.mark, _BROKEN + dropped.mark}
        if seen:
            look.marks |= seen
        else:
            await _read(source, dropped, readers, look, now)
    # Of two files with one id the later counts.
    page = Page(tuple({item.id: item for item in look.items}.values()), may_be_empty=True)
    marks = NotModified(" ".join(sorted(look.marks)), "")
    after = after_good(source, state, Good(marks, page, whole=True), now)
    problems = _problems(look.problems) or (state.reason if _is_unmended(look.marks & known) else "")
    return FolderPolled(replace(after, health=Health.DEGRADED, reason=problems) if problems else after, page)


def _is_unmended(marks: set[str]) -> bool:
    """Tell whether a file that was broken before is there unchanged."""
    return any(mark.startswith(_BROKEN) for mark in marks)


def _problems(problems: list[str]) -> str:
    shown = "; ".join(problems[:_PROBLEMS_SHOWN])
    more = len(problems) - _PROBLEMS_SHOWN
    return clean_line(f"{shown}; and {more} more" if more > 0 else shown, _MAX_REASON)


def _newest(folder: str) -> list[_Dropped]:
    found = sorted(
        _files(Path(folder).expanduser()), key=lambda dropped: (dropped.modified_ns, dropped.path.name)
    )
    return found[-MAX_FILES:]


def _files(folder: Path) -> Iterator[_Dropped]:
    root = folder.resolve(strict=True)
    for path in folder.iterdir():
        if path.name.startswith(".") or path.suffix.lower() not in SUFFIXES:
            continue
        try:
            inside = path.resolve().is_relative_to(root)
            status = path.stat()
        except (OSError, RuntimeError):
            continue
        if inside and stat.S_ISREG(status.st_mode):
            yield _Dropped(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


async def _read(source: Source, dropped: _Dropped, readers: Readers, look: _Look, now: datetime) -> None:
    name = dropped.path.name
    try:
        body = await asyncio.to_thread(_bytes_of, dropped)
        modified_at = datetime.fromtimestamp(dropped.modified_ns / 1e9, UTC)
        found = await readers.parse_file(source, name, body, modified_at=modified_at, received_at=now)
    except FormatError as error:
        problems: tuple[str, ...] = (f"{name}: {error}",)
    else:
        look.items.extend(found.items)
        problems = found.problems
    look.problems.extend(problems)
    look.marks.add(_BROKEN + dropped.mark if problems else dropped.mark)


def _bytes_of(dropped: _Dropped) -> bytes:
    """Return what a file holds; raises FormatError where it can't be read or is too large."""
    if dropped.size > MAX_FILE_BYTES:
        raise FormatError(f"larger than {MAX_FILE_BYTES // 1_000_000} MB")
    try:
        with dropped.path.open("rb") as file:
            return file.read(MAX_FILE_BYTES)
    except OSError as error:
        raise FormatError(f"can't be read: {(error.strerror or 'unknown error').lower()}") from error
