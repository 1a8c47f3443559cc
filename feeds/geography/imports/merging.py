"""The settlements of the gazetteer with what was imported: points, names and population, and new places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from feeds.geography.imports.distances import away_km
from feeds.geography.imports.districts import Raions
from feeds.geography.imports.matching import matched
from feeds.geography.imports.naming import Names, of_new, with_more
from feeds.geography.settlements import Origin, Settlements
from feeds.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.geography.imports.alternates import Alternate
    from feeds.geography.imports.dumps import Row
    from feeds.geography.settlements import Entry

_CITY, _TOWN = 30_000, 5_000
"""People from which a new place counts as a city or town, as in the shipped list."""
_ONE_KM = 2.0
"""Within which two new rows of one name are one place."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the rows of one oblast."""

    refined: int = 0
    sharpened: int = 0
    """Of these, settlements that had no point of their own before."""
    added: int = 0
    passed_over: int = 0
    """Rows that may be one of several settlements, or that say again what another says."""

    def as_counts(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Merged:
    """The lines of a new ``settlements.tsv``, by id, and what was done, by oblast."""

    lines: tuple[str, ...]
    tallies: Mapping[str, Tally]


def merged(settlements: Settlements, rows: Sequence[Row], alternates: Iterable[Alternate] = ()) -> Merged:
    """Return the settlements with what the rows say; the order of the rows plays no part.

    Nothing of a settlement is lost but its point, where a better one is known.
    """
    rows = sorted(rows, key=lambda row: row.id)
    told: dict[int, list[Alternate]] = defaultdict(list)
    for alternate in sorted(set(alternates)):
        told[alternate.id].append(alternate)
    entries = list(settlements)
    found = matched(entries, rows)
    counts: Counter[tuple[str, str]] = Counter()
    lines = list(settlements.lines)
    for at, number in found.same.items():
        row = rows[number]
        lines[at] = _refined(lines[at], entries[at], row, told[row.id])
        counts[row.oblast, "refined"] += 1
        counts[row.oblast, "sharpened"] += entries[at].place.precision is not Precision.EXACT
    known, passed_over = frozenset(found.same.values()), found.double | found.doubtful
    fresh = _New(Raions(entries, rows, found.same), told)
    for number, row in enumerate(rows):
        if number not in known:
            is_added = number not in passed_over and fresh.add(row)
            counts[row.oblast, "added" if is_added else "passed_over"] += 1
    whole = sorted((*lines, *fresh.lines), key=lambda line: line.partition("\t")[0])
    return Merged(tuple(whole), _tallies(counts))


def _tallies(counts: Mapping[tuple[str, str], int]) -> dict[str, Tally]:
    by_oblast: dict[str, dict[str, int]] = defaultdict(dict)
    for (oblast, what), count in counts.items():
        by_oblast[oblast][what] = count
    return {oblast: Tally(**by_oblast[oblast]) for oblast in sorted(by_oblast)}


def _refined(line: str, entry: Entry, row: Row, told: Sequence[Alternate]) -> str:
    names = with_more(Names(entry.place.name, entry.uk, entry.ru, entry.latin, entry.old), row.names, told)
    cells = line.split("\t")
    people = row.population or entry.population
    return "\t".join((*cells[:6], *_tail(names, row, people)))


def _tail(names: Names, row: Row, people: int) -> tuple[str, ...]:
    """Return the cells from the name on."""
    return (
        names.name,
        names.uk,
        names.ru,
        "|".join(names.latin),
        "|".join(names.old),
        f"{row.lat:.4f}",
        f"{row.lon:.4f}",
        Precision.EXACT.value,
        str(people),
        Origin.IMPORTED.value,
    )


class _New:
    """The lines of places that the gazetteer does not have yet."""

    def __init__(self, raions: Raions, told: Mapping[int, Sequence[Alternate]]) -> None:
        self.lines: list[str] = []
        self._raions = raions
        self._told = told
        self._seen: dict[tuple[str, str], list[Row]] = defaultdict(list)

    def add(self, row: Row) -> bool:
        """Add a place; return False where another new one of its name lies there already."""
        names = of_new(row.country, row.names, self._told.get(row.id, ()))
        twins = self._seen[row.oblast, names.ru or names.uk or names.name]
        if any(away_km(row.lat, row.lon, (one.lat, one.lon)) <= _ONE_KM for one in twins):
            return False
        twins.append(row)
        size = "city" if row.population >= _CITY else "town" if row.population >= _TOWN else "village"
        raion, local = self._raions.of(row)
        head = (f"{row.country.lower()}-n{row.id}", row.country, size, row.oblast, raion, local)
        self.lines.append("\t".join((*head, *_tail(names, row, row.population))))
        return True
