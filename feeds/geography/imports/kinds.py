"""Which of GeoNames' lists a file is, by its first line."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, cast

from feeds.errors import FormatError
from feeds.geography.imports import alternates, dumps
from feeds.geography.imports.note import NAMES
from feeds.geography.imports.opening import Caps, lines_of

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

DUMP = "dump"


def kind_of(file: Path) -> str:
    """Return ``dump`` for a country dump, ``names`` for the table of alternate names.

    Raises FormatError for anything else.
    """
    with closing(cast("Generator[bytes]", lines_of(file, Caps()))) as lines:
        columns = next(lines, b"").count(b"\t") + 1
    if columns == dumps.COLUMNS:
        return DUMP
    if columns == alternates.COLUMNS:
        return NAMES
    wanted = f"a country dump has {dumps.COLUMNS}, the table of alternate names {alternates.COLUMNS}"
    raise FormatError(f"{file.name} is no list of GeoNames: its first line has {columns} columns; {wanted}.")
