"""What was imported, as it is kept: so that another file, or a new frontwatch, need not have all again."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.imports.alternates import Alternate
from feeds.geography.imports.dumps import Row
from feeds.geography.imports.note import NAMES, read_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from feeds.geography.imports.note import File

_ROWS, _NAMES = "rows.tsv.gz", "names.tsv.gz"


@dataclass(frozen=True, slots=True)
class Kept:
    """All that was imported."""

    rows: tuple[Row, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    files: Mapping[str, File] | None = None
    """By country, and under ``names``; None stands for none."""

    def with_rows(self, country: str, rows: Iterable[Row], file: File) -> Kept:
        """Return what is kept with the rows of a country in the place of those before."""
        others = [row for row in self.rows if row.country != country]
        whole = tuple(sorted((*others, *rows), key=lambda row: row.id))
        return replace(self, rows=whole, files={**(self.files or {}), country: file})

    def with_names(self, alternates: Iterable[Alternate], file: File) -> Kept:
        """Return what is kept with these alternate names in the place of those before."""
        return replace(self, alternates=tuple(sorted(alternates)), files={**(self.files or {}), NAMES: file})


def write_kept(folder: Path, kept: Kept) -> None:
    """Write what was imported into a folder; raises OSError."""
    rows = (
        (row.id, row.country, row.oblast, row.lat, row.lon, row.population, "|".join(row.names), row.district)
        for row in kept.rows
    )
    names = ((one.id, one.tongue, int(one.old), one.name) for one in kept.alternates)
    (folder / _ROWS).write_bytes(_table(rows))
    (folder / _NAMES).write_bytes(_table(names))


def read_kept(folder: Path) -> Kept:
    """Return what was imported into a folder; raises FormatError where that is broken or missing."""
    try:
        rows = tuple(
            Row(int(id_), country, oblast, float(lat), float(lon), int(people), tuple(names.split("|")), code)
            for id_, country, oblast, lat, lon, people, names, code in _cells(folder / _ROWS)
        )
        names = tuple(
            Alternate(int(id_), tongue, name, old == "1")
            for id_, tongue, old, name in _cells(folder / _NAMES)
        )
    except (EOFError, OSError, ValueError, zlib.error) as error:
        raise FormatError(f"What was imported into {folder} can't be read: {error}.") from error
    return Kept(rows, names, read_note(folder).files)


def _table(rows: Iterable[tuple[object, ...]]) -> bytes:
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    return gzip.compress(text.encode("utf-8"), mtime=0)


def _cells(file: Path) -> Iterator[list[str]]:
    for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines():
        yield line.split("\t")
