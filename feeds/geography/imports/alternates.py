"""Reading GeoNames' table of alternate names, in which each name has its language.

Ten columns apart by tabs: its own id, that of the place, language, name, whether it is preferred,
short, colloquial or historic, and since and until when it was used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.imports.opening import Caps, lines_of
from feeds.geography.imports.spelling import clean_names

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

COLUMNS = 10
NAMES_CAPS = Caps()
LEAST_NAMES = 1_000_000
"""Lines of the whole table at least; it has some sixteen million."""
_TONGUES = {b"uk": "uk", b"ru": "ru", b"en": "en"}
_MOST_NAMES = 400_000
_COLLOQUIAL, _HISTORIC = 6, 7


@dataclass(frozen=True, slots=True, order=True)
class Alternate:
    """What a place is or was called in a language."""

    id: int
    """Of the place, GeoNames' own."""
    tongue: str
    """``uk``, ``ru`` or ``en``."""
    name: str
    old: bool
    """Whether it is used no more."""


def read_alternates(
    file: Path, wanted: Collection[int], *, least: int = LEAST_NAMES, caps: Caps = NAMES_CAPS
) -> tuple[Alternate, ...]:
    """Return the Ukrainian, Russian and English names of places, by id, name and language, each once.

    Raises FormatError where the file is broken, cut short, another one, or has fewer lines than
    ``least``.
    """
    found: set[Alternate] = set()
    places = {b"%d" % one for one in wanted}
    count = 0
    for count, line in enumerate(lines_of(file, caps), 1):
        cells = line.split(b"\t")
        if len(cells) != COLUMNS:
            what = f"line {count:,} has {len(cells)} columns instead of {COLUMNS}"
            raise FormatError(f"{file.name} is no table of alternate names of GeoNames: {what}.")
        if cells[2] in _TONGUES and cells[1] in places and cells[_COLLOQUIAL] != b"1":
            found |= _alternates(file.name, count, cells)
            if len(found) > _MOST_NAMES:
                raise FormatError(f"{file.name} has more than {_MOST_NAMES:,} names of use.")
    if count < least:
        raise FormatError(f"{file.name} has {count:,} names; the whole table has more than {least:,}.")
    return tuple(sorted(found))


def _alternates(file: str, number: int, cells: list[bytes]) -> set[Alternate]:
    try:
        text = cells[3].decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{file}: line {number:,} is not UTF-8.") from error
    old = cells[_HISTORIC] == b"1" or bool(cells[9])
    return {Alternate(int(cells[1]), _TONGUES[cells[2]], name, old) for name in clean_names((text,))}
