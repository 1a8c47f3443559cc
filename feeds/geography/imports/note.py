"""What stands beside an imported gazetteer: from which files it was made, and of which shipped data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NOTE = "note.json"
NAMES = "names"
"""What the table of alternate names stands under among the files."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was imported."""

    name: str
    count: int
    """Places, or names, that were taken from it."""
    imported_at: datetime
    etag: str = ""
    """Of its download, verbatim; empty: it was none, or the server gave none."""
    left_out: int = 0
    """Settlements without an oblast or a name of use, or with a point outside of their oblast."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside an imported gazetteer."""

    shipped: str
    """Mark of the shipped data that it was made from."""
    made_at: datetime
    files: Mapping[str, File]
    tallies: Mapping[str, Mapping[str, int]]
    """What became of the rows, by oblast, as in :class:`feeds.geography.imports.merging.Tally`."""


def write_note(folder: Path, note: Note) -> None:
    """Write what stands beside an imported gazetteer; raises OSError."""
    text = json.dumps(asdict(note), default=datetime.isoformat, ensure_ascii=False, indent=1)
    (folder / _NOTE).write_text(f"{text}\n", encoding="utf-8")


def read_note(folder: Path) -> Note:
    """Return what stands beside an imported gazetteer; raises FormatError where that is broken or missing."""
    try:
        said: dict[str, Any] = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        files = {
            kind: File(
                one["name"],
                one["count"],
                datetime.fromisoformat(one["imported_at"]),
                one["etag"],
                one["left_out"],
            )
            for kind, one in said["files"].items()
        }
        return Note(said["shipped"], datetime.fromisoformat(said["made_at"]), files, said["tallies"])
    except (AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        raise FormatError(f"{folder / _NOTE} can't be read: {error!r}.") from error
