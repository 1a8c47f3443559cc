"""A folder as a source: which files are new or changed, and what they hold."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.formats import parse_document
from feeds.formats.document import SUFFIXES
from feeds.model import stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import Item, Source

MAX_FILE_BYTES = 5_000_000
MAX_FILES = 2_000
"""Of a fuller folder the files changed last are read."""


_BROKEN = "!"


@dataclass(frozen=True, slots=True)
class FolderRead:
    """What one look into a folder found."""

    items: tuple[Item, ...]
    """Of new and changed files, the one changed last at the end."""
    marks: frozenset[str]
    """One mark for each file there is, from its name, size and time; a broken one's begins with ``!``.

    Files whose marks are known are not read again until they change.
    """
    problems: tuple[str, ...]
    """Files that could not be read, or not whole, this time; one sentence each."""
    is_unmended: bool
    """Whether a file that was broken before is there unchanged."""


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


def read_folder(source: Source, known: frozenset[str], *, received_at: datetime) -> FolderRead:
    """Read the files of ``source.url`` whose marks are not ``known``; subfolders are not entered.

    Hidden files, other endings than those of :func:`parse_document`, and links that lead out of the
    folder are passed over. Raises OSError where the folder itself can't be read.
    """
    items: list[Item] = []
    problems: list[str] = []
    marks: set[str] = set()
    for dropped in _newest(Path(source.url).expanduser()):
        seen = known & {dropped.mark, _BROKEN + dropped.mark}
        if seen:
            marks |= seen
            continue
        found, wrong = _read(source, dropped, received_at)
        items.extend(found)
        problems.extend(wrong)
        marks.add(_BROKEN + dropped.mark if wrong else dropped.mark)
    is_unmended = any(mark.startswith(_BROKEN) for mark in marks & known)
    return FolderRead(tuple(items), frozenset(marks), tuple(problems), is_unmended)


def _newest(folder: Path) -> list[_Dropped]:
    found = sorted(_files(folder), key=lambda dropped: (dropped.modified_ns, dropped.path.name))
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


def _read(
    source: Source, dropped: _Dropped, received_at: datetime
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    name = dropped.path.name
    if dropped.size > MAX_FILE_BYTES:
        return (), (f"{name} is larger than {MAX_FILE_BYTES // 1_000_000} MB",)
    try:
        with dropped.path.open("rb") as file:
            body = file.read(MAX_FILE_BYTES)
    except OSError as error:
        return (), (f"{name} can't be read: {(error.strerror or 'unknown error').lower()}",)
    modified_at = datetime.fromtimestamp(dropped.modified_ns / 1e9, UTC)
    found = parse_document(source, name, body, modified_at=modified_at, received_at=received_at)
    return found.items, found.problems
