"""The folder of an imported gazetteer: made beside, looked through, and put in its place in one step.

The folder is a symbolic link to the one that was made last, so that whoever reads has one or the
other, whole; what a reader has open stays readable.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.gazetteer import load_gazetteer
from feeds.geography.imports.imported import shipped_mark
from feeds.geography.imports.kept import write_kept
from feeds.geography.imports.merging import merged
from feeds.geography.imports.note import Note, write_note
from feeds.geography.index_file import packed
from feeds.geography.indexing import knowledge_of
from feeds.geography.oblasts import load_regions
from feeds.geography.places import Entries, region_entries
from feeds.geography.settlements import Settlements, load_settlements

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.geography.imports.kept import Kept
    from feeds.geography.oblasts import Regions


@dataclass(frozen=True, slots=True)
class Base:
    """What imported places are put together with."""

    settlements: Settlements
    regions: Regions


def shipped_base() -> Base:
    """Return the shipped settlements and regions."""
    regions = load_regions()
    return Base(load_settlements(regions.words["city"]), regions)


def make(folder: Path, kept: Kept, base: Base, now: datetime) -> Note:
    """Make the gazetteer of the shipped places and what is kept, and put it in the place of ``folder``.

    Until it is whole and was read once, nothing there changes. Raises FormatError where it comes out
    wrong or something else is in its place, OSError where it can't be written.
    """
    _check_place(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        note = _write(made, kept, base, now)
        _verify(made, base)
        _sync(made)
        _swap(folder, made)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return note


def _write(made: Path, kept: Kept, base: Base, now: datetime) -> Note:
    made.chmod(0o755)
    found = merged(base.settlements, kept.rows, kept.alternates)
    settlements = Settlements(found.lines, base.regions.words["city"])
    entries = Entries(tuple(region_entries(base.regions)), settlements)
    text = "".join(f"{line}\n" for line in found.lines)
    (made / "settlements.tsv.gz").write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    (made / "forms.bin").write_bytes(packed(knowledge_of(entries)))
    write_kept(made, kept)
    tallies = {oblast: tally.as_counts() for oblast, tally in found.tallies.items()}
    note = Note(shipped_mark(), now, kept.files or {}, tallies)
    write_note(made, note)
    return note


def _verify(made: Path, base: Base) -> None:
    """Read what was written, all of it; raises FormatError where a shipped place is not there."""
    there = {place.id for place in load_gazetteer.__wrapped__(made).places}
    lost = sum(entry.place.id not in there for entry in base.settlements)
    if lost:
        raise FormatError(f"The imported gazetteer came out wrong: {lost:,} places were lost.")


def _sync(made: Path) -> None:
    for path in (*made.iterdir(), made):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _swap(folder: Path, made: Path) -> None:
    before = folder.resolve() if folder.is_symlink() else None
    if before is None and folder.exists():
        folder.rmdir()
    link = made.with_name(f"{made.name}.link")
    link.symlink_to(made.name)
    link.replace(folder)
    if before is not None and before != made and _is_ours(folder, before):
        shutil.rmtree(before, ignore_errors=True)


def _check_place(folder: Path) -> None:
    is_empty = folder.is_dir() and not any(folder.iterdir())
    if os.path.lexists(folder) and not folder.is_symlink() and not is_empty:
        raise FormatError(f"{folder} is there already and is no imported gazetteer: name another place.")


def _is_ours(folder: Path, made: Path) -> bool:
    return made.parent == folder.parent.resolve() and made.name.startswith(f".{folder.name}-")
