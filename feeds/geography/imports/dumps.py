"""Reading a country dump of GeoNames: its settlements, as far as they are of use here.

A dump has nineteen columns apart by tabs, in UTF-8, without a head line and without quoting (readme.txt
of https://download.geonames.org/export/dump/).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.imports.codes import COUNTRY_NAMES, OBLASTS
from feeds.geography.imports.opening import Caps, lines_of
from feeds.geography.imports.spelling import clean_names
from feeds.geography.outlines import Level, outline, outside_km

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from feeds.geography.oblasts import Regions

COLUMNS = 19
DUMP_CAPS = Caps(packed=120_000_000, unpacked=600_000_000)
LEAST: Mapping[str, int] = {"UA": 18_000, "RU": 5_000}
"""Places of use in a whole dump at least: Ukraine has 29,700 settlements, Russia's border oblasts 13,200."""
LARGE = 50_000
"""People from which a town of Russia far from the border is taken, as the shipped list has it."""
_LEFT_OUT = frozenset((b"PPLX", b"PPLH", b"PPLQ", b"PPLW", b"PPLCH"))
"""Parts of towns, and places that are no more."""
_STRAY_KM = 8.0
"""Beyond which a point outside its oblast's outline is a mistake; of 43,000 known places none is."""
_DISTRICT = re.compile(r"[A-Za-z0-9.]{1,20}", re.ASCII)
_MOST_PEOPLE = 40_000_000
_MOST_ID = 10**12


@dataclass(frozen=True, slots=True)
class Row:
    """One settlement of a dump."""

    id: int
    """GeoNames' own."""
    country: str
    oblast: str
    """English short name."""
    lat: float
    lon: float
    population: int
    """0: not known."""
    names: tuple[str, ...]
    """As GeoNames has them, the main one first; what can be no name in Latin or Cyrillic is left out."""
    district: str = ""
    """GeoNames' code of the second-level division; may be empty or of an older division."""


@dataclass(frozen=True, slots=True)
class Dump:
    """What is of use in a dump."""

    country: str
    rows: tuple[Row, ...]
    """By id, each id once."""
    elsewhere: int
    """Settlements away from the area that the gazetteer covers."""
    unusable: int
    """Settlements without an oblast or a name, or with a point outside of their oblast."""


def read_dump(
    file: Path, regions: Regions, *, least: Mapping[str, int] = LEAST, caps: Caps = DUMP_CAPS
) -> Dump:
    """Return the settlements of a country dump.

    Raises FormatError where the file is broken, cut short, of several countries or of another one
    than Ukraine and Russia, or has fewer places than ``least`` says for its country.
    """
    reader = _Reader(file.name, regions)
    for number, line in enumerate(lines_of(file, caps), 1):
        reader.take(number, line)
    return reader.whole(least)


class _OddError(ValueError):
    """A number that can't be; the text says which."""


class _Reader:
    def __init__(self, name: str, regions: Regions) -> None:
        self._name = name
        self._near = {one.name for one in regions.oblasts.values() if one.country == "UA" or one.stems}
        self._country = b""
        self._rows: dict[int, Row] = {}
        self._elsewhere = self._unusable = 0

    def take(self, number: int, line: bytes) -> None:
        cells = line.split(b"\t")
        if len(cells) != COLUMNS:
            raise self._wrong(number, f"has {len(cells)} columns instead of {COLUMNS}")
        if cells[8] != self._country:
            self._begin(number, cells[8])
        if cells[6] == b"P" and cells[7] not in _LEFT_OUT:
            self._settlement(number, cells)

    def _begin(self, number: int, country: bytes) -> None:
        told = country.decode("ascii", "replace")[:10]
        if self._country:
            raise self._wrong(number, f"is of {told!r}: a dump of one country is wanted")
        if told not in COUNTRY_NAMES:
            raise FormatError(f"{self._name} is a list of {told!r}; only 'UA' and 'RU' are of use here.")
        self._country = country

    def _settlement(self, number: int, cells: list[bytes]) -> None:
        try:
            id_, lat, lon, people = _numbers(cells)
            country, code, district = cells[8].decode(), cells[10].decode("ascii"), cells[11].decode("ascii")
            texts = [cell.decode("utf-8") for cell in cells[1:4]]
        except ValueError as error:
            what = f": {error}" if isinstance(error, _OddError) else ""
            raise self._wrong(number, f"has what is no number or no UTF-8{what}") from error
        oblast = OBLASTS[country].get(code)
        if oblast is not None and oblast not in self._near and people < LARGE:
            self._elsewhere += 1
            return
        names = clean_names((*texts[:2], *texts[2].split(",")))
        if oblast is None or not names or _is_stray(oblast, lat, lon):
            self._unusable += 1
            return
        plain = district if _DISTRICT.fullmatch(district) else ""
        self._rows[id_] = Row(id_, country, oblast, lat, lon, people, names, plain)

    def whole(self, least: Mapping[str, int]) -> Dump:
        country = self._country.decode()
        called, wanted = COUNTRY_NAMES[country], least.get(country, 0)
        if not self._rows:
            raise FormatError(f"{self._name} has no settlement of {called} that is of use.")
        if len(self._rows) < wanted:
            found = f"{len(self._rows):,} settlements of {called} that are of use"
            raise FormatError(f"{self._name} has {found}; a whole dump has more than {wanted:,}.")
        rows = tuple(self._rows[id_] for id_ in sorted(self._rows))
        return Dump(country, rows, self._elsewhere, self._unusable)

    def _wrong(self, number: int, what: str) -> FormatError:
        return FormatError(f"{self._name} is no country dump of GeoNames: line {number:,} {what}.")


def _numbers(cells: list[bytes]) -> tuple[int, float, float, int]:
    id_, people = int(cells[0]), int(cells[14] or 0)
    lat, lon = float(cells[4]), float(cells[5])
    if not (0 < id_ < _MOST_ID and 0 <= people <= _MOST_PEOPLE):
        raise _OddError("an id or a population beyond reason")
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):  # noqa: PLR2004
        raise _OddError("a point that is not on earth")
    return id_, lat, lon, people


def _is_stray(oblast: str, lat: float, lon: float) -> bool:
    return bool(outline(oblast, Level.FINE)) and outside_km(oblast, lat, lon) > _STRAY_KM
