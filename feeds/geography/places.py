"""All places of the shipped gazetteer: regions and their parts first, then every settlement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, overload

from feeds.geography.settlements import Entry, Origin, Settlements, Size, load_settlements
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from feeds.geography.oblasts import Area, Oblast, Regions

__all__ = ["Entries", "Entry", "Origin", "Settlements", "Size", "load_entries", "region_entries"]


class Entries(Sequence[Entry]):
    """The entries of a gazetteer: those of regions are at hand, those of settlements made when asked for."""

    def __init__(self, regions: Sequence[Entry], settlements: Sequence[Entry]) -> None:
        """Keep both; settlements come behind the regions."""
        self.regions = regions
        self.settlements = settlements

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self.regions) + len(self.settlements)

    def __iter__(self) -> Iterator[Entry]:
        """Go through all, oblasts first."""
        return chain(self.regions, self.settlements)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: int | slice) -> Entry | tuple[Entry, ...]:
        """Return the entry at a place in the order, or those of several."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        number = at + len(self) if at < 0 else at
        count = len(self.regions)
        return self.regions[number] if number < count else self.settlements[number - count]


def load_entries(regions: Regions, imported: Path | None = None) -> Entries:
    """Return all places: oblasts, raions, directions, then settlements by id.

    The settlements are the shipped ones, or those of a folder with an imported gazetteer. Raises
    FormatError where the file is broken, OSError where there is none.
    """
    return Entries(tuple(region_entries(regions)), load_settlements(regions.words["city"], imported))


def region_entries(regions: Regions) -> Iterator[Entry]:
    """Go through the entries of oblasts, raions and directions."""
    for oblast in regions.oblasts.values():
        yield Entry(oblast.place, _oblast_forms(oblast, regions))
    for area in regions.areas:
        yield _area_entry(area, regions)


def _oblast_forms(oblast: Oblast, regions: Regions) -> tuple[str, ...]:
    words = regions.words["oblast"]
    english = tuple(f"{spelling} {word}" for spelling in oblast.spellings for word in words)
    alone = oblast.spellings if oblast.alone else ()
    return (*alone, *english, *oblast.native, *oblast.short, *oblast.labels)


def _area_entry(area: Area, regions: Regions) -> Entry:
    words = regions.words[area.place.kind.value]
    english = tuple(f"{spelling} {word}" for spelling in area.spellings for word in words)
    raion = area.spellings[0] if area.place.kind is PlaceKind.RAION else None
    return Entry(area.place, (*english, *area.native), raion)
