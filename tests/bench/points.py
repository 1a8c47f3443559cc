"""How near the shipped points lie to those of the reference tables, by oblast.

Run ``python -m tests.bench.points``; it needs ``../shared/geodata`` or the folder given. For Russia the
reference is as coarse as the post office, so only its towns and own-village points are compared.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.geography.generator.points import distance_km
from feeds.geography.oblasts import load_regions
from feeds.geography.settlements import load_settlements
from feeds.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.geography.settlements import Entry

_SHARED = Path(__file__).parents[3] / "shared" / "geodata"
_ROUGH = {"hromada", "raion", "postoffice"}
_DIGITS = 5
_NEAR, _FAR = 5.0, 20.0
Point = tuple[float, float]


@dataclass(slots=True)
class Tally:
    """The settlements of one oblast."""

    count: int = 0
    exact: int = 0
    away: list[float] = field(default_factory=list)
    """Kilometres from the reference, of those that it has."""

    def row(self, name: str) -> str:
        """Return a line of the table."""
        near, far = (self._share(reach) for reach in (_NEAR, _FAR))
        middle = f"{sorted(self.away)[len(self.away) // 2]:6.1f}" if self.away else "     -"
        share = 100 * self.exact / max(self.count, 1)
        return f"{name:18}{self.count:8,}{share:8.1f}{len(self.away):10,}{near:9.1f}{far:9.1f}{middle}"

    def _share(self, reach: float) -> float:
        return 100 * sum(away <= reach for away in self.away) / max(len(self.away), 1)


class Reference:
    """The points of the tables that are settlements' own: by codifier's code, and by oblast and name."""

    def __init__(self, folder: Path) -> None:
        """Read the three tables."""
        self._by_code: dict[str, Point] = {}
        self._by_name: dict[tuple[str, str], list[Point]] = defaultdict(list)
        better = {row["katottg"]: _point(row) for row in _rows(folder / "ua_osm_coords.tsv.gz")}
        regions = {one.iso: one.name for one in load_regions().oblasts.values()}
        for row in _rows(folder / "ua_settlements.tsv.gz"):
            if row["katottg"] in better or row["coord_src"] not in _ROUGH:
                at = better.get(row["katottg"]) or _point(row)
                self._by_code[f"ua-{row['katottg'][-_DIGITS:]}"] = at
                self._by_name[regions[row["oblast_iso"]], row["name_uk"].replace("’", "'")].append(at)
        for row in _rows(folder / "ru_settlements.tsv.gz"):
            if row["lat"] and row["coord_src"] not in _ROUGH and row["region_iso"] in regions:
                self._by_name[regions[row["region_iso"]], row["name_ru"]].append(_point(row))

    def away_km(self, entry: Entry, at: Point) -> float | None:
        """Return how far ``at`` lies from the place; for one without a code, from the nearest of its name."""
        code = self._by_code.get(entry.place.id)
        if code is not None:
            return distance_km(at, code)
        name = entry.uk if entry.place.country == "UA" else entry.ru
        found = self._by_name.get((entry.place.oblast or "", name), ())
        return min((distance_km(at, one) for one in found), default=None)


def main() -> int:
    """Print the table; return 1 where the reference is not there."""
    line = argparse.ArgumentParser(description=__doc__)
    line.add_argument("folder", nargs="?", type=Path, default=_SHARED)
    folder = line.parse_args().folder
    if not (folder / "ua_settlements.tsv.gz").exists():
        print(f"No reference tables in {folder}.")
        return 1
    tallies = tally(load_settlements(), Reference(folder))
    print(
        f"{'oblast':18}{'places':>8}{'exact %':>8}{'compared':>10}{'<5 km %':>9}{'<20 km %':>9}{'median':>7}"
    )
    for name, found in sorted(tallies.items(), key=lambda item: (item[0].startswith("all"), item[0])):
        if found.away:
            print(found.row(name))
    return 0


def tally(entries: Iterable[Entry], reference: Reference) -> dict[str, Tally]:
    """Return the tallies by oblast, and those of each country and of the exact points under ``all``."""
    found: dict[str, Tally] = defaultdict(Tally)
    for entry in entries:
        place = entry.place
        exact = place.precision is Precision.EXACT
        known = place.lat is not None and place.lon is not None
        away = reference.away_km(entry, (place.lat or 0.0, place.lon or 0.0)) if known else None
        names = [
            place.oblast or "",
            f"all {place.country}",
            *([f"all {place.country} exact"] if exact else []),
        ]
        for name in names:
            one = found[name]
            one.count += 1
            one.exact += exact
            one.away += [] if away is None else [away]
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _point(row: dict[str, str]) -> Point:
    return float(row["lat"]), float(row["lon"])


if __name__ == "__main__":
    sys.exit(main())
