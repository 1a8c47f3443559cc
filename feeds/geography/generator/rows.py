"""The lines of ``settlements.tsv``: what they hold, and how they are written the same every time."""

from __future__ import annotations

import gzip
import io
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One settlement, its fields in the order of the file's columns."""

    id: str
    country: str
    size: str
    oblast: str
    raion: str
    raion_local: str
    name: str
    uk: str
    ru: str
    latin: tuple[str, ...]
    old: tuple[str, ...]
    lat: float | None
    lon: float | None
    precision: str
    population: int
    origin: str


def line(row: Row) -> str:
    """Return the row as a line without its end; blanks of all sorts within a cell become one blank."""
    return "\t".join(_cell(value) for value in astuple(row))


def packed(rows: Iterable[Row]) -> bytes:
    """Return all rows by id, gzipped without a date, so that the same rows give the same bytes."""
    text = "".join(f"{line(row)}\n" for row in sorted(rows, key=lambda row: row.id))
    return squeezed(text.encode("utf-8"))


def squeezed(data: bytes) -> bytes:
    """Return ``data`` gzipped without a date and a name."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=9) as file:
        file.write(data)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, tuple):
        return "|".join(" ".join(str(one).split()) for one in value[:_LONGEST_LIST])
    return " ".join(str(value).split())
