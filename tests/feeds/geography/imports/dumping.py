"""Small files in the formats of GeoNames, of places that a test names."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.geography.imports.dumps import Row
from feeds.geography.settlements import Settlements

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
SUMY = (50.91, 34.80)


def a_line(
    id_: int = 700_001,
    name: str = "Testivka",
    others: str = "Тестівка,Тестовка",
    at: tuple[object, object] = SUMY,
    *,
    code: str = "PPL",
    kind: str = "P",
    country: str = "UA",
    admin1: str = "21",
    people: object = 0,
) -> str:
    """Return a line of a country dump."""
    lat, lon = at
    head = (id_, name, name, others, lat, lon, kind, code, country, "", admin1, "", "", "", people)
    return "\t".join(map(str, (*head, "", "", "Europe/Kyiv", "2026-07-07")))


def text(lines: Iterable[str]) -> bytes:
    """Return the bytes of a list."""
    return "".join(f"{line}\n" for line in lines).encode()


def zipped(data: bytes, member: str = "UA.txt", *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a list as GeoNames packs it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("readme.txt", "Data from GeoNames")
        archive.writestr(member, data)
    return out.getvalue()


def a_file(folder: Path, name: str, data: bytes) -> Path:
    """Write a file, packed as its name says."""
    file = folder / name
    stem = name.removesuffix(".zip")
    is_zip, is_gzip = name.endswith(".zip"), name.endswith(".gz")
    file.write_bytes(zipped(data, f"{stem}.txt") if is_zip else gzip.compress(data) if is_gzip else data)
    return file


def a_row(
    id_: int,
    *names: str,
    at: tuple[float, float] = SUMY,
    country: str = "UA",
    oblast: str = "Sumy",
    people: int = 0,
) -> Row:
    """Return a settlement of a dump."""
    return Row(id_, country, oblast, *at, people, names or ("Testivka", "Тестівка"))


def a_known(
    id_: str = "ua-1",
    name: str = "Testivka",
    uk: str = "Тестівка",
    ru: str = "Тестовка",
    at: tuple[float, float] | None = SUMY,
    precision: str = "near",
    *,
    oblast: str = "Sumy",
    country: str = "UA",
    old: str = "",
    people: int = 0,
) -> str:
    """Return a line of ``settlements.tsv``."""
    lat, lon = (f"{part:.4f}" for part in at) if at else ("", "")
    cells = (id_, country, "village", oblast, "Sumy", "Сумський", name, uk, ru, "", old, lat, lon, precision)
    return "\t".join((*cells, str(people), "r" if precision == "near" else "p"))


def known(*lines: str) -> Settlements:
    """Return settlements by id, as in the shipped file."""
    return Settlements(sorted(lines))
