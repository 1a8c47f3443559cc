"""Reading ``settlements.tsv``: every settlement with what is known of it, one line each."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, overload

from feeds.errors import FormatError
from feeds.geography.declension import Tongue
from feeds.model import Place, PlaceKind, Precision

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = 16


class Size(StrEnum):
    """What kind of settlement a place is."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"


class Origin(StrEnum):
    """Where the point of a settlement comes from."""

    CODIFIER = "k"
    """Nowhere: only the codifier has the name."""
    CITIES = "g"
    """GeoNames' list of towns."""
    POSTAL = "p"
    """GeoNames' list of post codes."""
    HAND = "h"
    """The hand-made list."""
    MIDDLE = "r"
    """The middle of its hromada or raion."""
    IMPORTED = "i"
    """A GeoNames dump that the user imported."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with the forms it is written in; what follows the raion is of settlements only."""

    place: Place
    forms: tuple[str, ...]
    """All nominative forms in all scripts, the English name first."""
    raion: str | None = None
    """English: a Ukrainian raion's main town, a Russian raion's adjective."""
    raion_local: str = ""
    """The adjective as written: Покровський, Краснояружский."""
    size: Size | None = None
    uk: str = ""
    ru: str = ""
    latin: tuple[str, ...] = ()
    """Latin spellings beside the English name."""
    old: tuple[str, ...] = ()
    """Former and foreign-imposed names, in any script."""
    population: int = 0
    """0: not known."""
    origin: Origin | None = None

    def called(self, language: str) -> str:
        """Return its name in a language whose names are declined; empty for others, and where it has none."""
        return str(getattr(self, language, "")) if language in _OWN_NAMES else ""


_OWN_NAMES = frozenset(Tongue)
"""Languages that have a column of the file, and a field of an entry, under their code."""


def entry_of(line: str, city_words: Sequence[str] = ()) -> Entry:
    """Return the settlement that a line of ``settlements.tsv`` describes.

    A city's forms are also those with ``city_words`` ("Belgorod City"). Raises FormatError for a line
    with another number of columns, or with a value of no meaning.
    """
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise FormatError(f"settlements.tsv: a line has {len(cells)} columns instead of {_COLUMNS}.")
    try:
        return _entry(cells, city_words)
    except ValueError as error:
        raise FormatError(f"settlements.tsv: the line {cells[0]!r} misstates something: {error}.") from error


class Settlements(Sequence[Entry]):
    """The settlements of a file, each made into an entry when it is asked for.

    Making all at once would take most of the start and half of its memory.
    """

    def __init__(self, lines: Sequence[str], city_words: Sequence[str] = ()) -> None:
        """Keep ``lines``; none is looked into yet."""
        self.lines = lines
        self._city_words = tuple(city_words)

    def __len__(self) -> int:
        """Return how many settlements there are."""
        return len(self.lines)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Settlements: ...
    def __getitem__(self, at: int | slice) -> Entry | Settlements:
        """Return the settlement of one line, or those of several."""
        if isinstance(at, slice):
            return Settlements(self.lines[at], self._city_words)
        return entry_of(self.lines[at], self._city_words)


def load_settlements(city_words: Sequence[str] = (), imported: Path | None = None) -> Settlements:
    """Return the shipped settlements, or those of a folder with an imported gazetteer.

    Raises FormatError where the file is broken, OSError where there is none.
    """
    folder = imported or resources.files("feeds.geography").joinpath("data")
    packed = folder.joinpath("settlements.tsv.gz").read_bytes()
    try:
        text = gzip.decompress(packed).decode("utf-8")
    except (EOFError, OSError, ValueError) as error:
        raise FormatError(f"settlements.tsv.gz cannot be unpacked: {error}.") from error
    return Settlements(text.splitlines(), city_words)


def _entry(cells: list[str], city_words: Sequence[str]) -> Entry:
    id_, country, size, oblast, raion, raion_local, name, uk, ru, latin, old, lat, lon, *rest = cells
    precision, population, origin = rest
    place = Place(
        id=id_,
        name=name,
        kind=PlaceKind.SETTLEMENT,
        oblast=oblast or None,
        country=country,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        precision=Precision(precision),
        raion=raion or None,
    )
    spellings = tuple(latin.split("|")) if latin else ()
    former = tuple(old.split("|")) if old else ()
    cities = (
        tuple(f"{one} {word}" for one in (name, *spellings) for word in city_words) if size == "city" else ()
    )
    return Entry(
        place,
        forms=tuple(dict.fromkeys(form for form in (name, *spellings, uk, ru, *former, *cities) if form)),
        raion=raion or None,
        raion_local=raion_local,
        size=Size(size),
        uk=uk,
        ru=ru,
        latin=spellings,
        old=former,
        population=int(population or 0),
        origin=Origin(origin),
    )
