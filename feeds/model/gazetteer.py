"""Which places the program knows, and what an import of more came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was imported."""

    kind: str
    """Of which country it is, in English; or ``names``, for the table of alternate names."""
    name: str
    count: int
    """Places, or names, that were taken from it."""
    imported_at: datetime
    left_out: int = 0
    """Places without an oblast or a name of use, or with a point outside of their oblast."""


@dataclass(frozen=True, slots=True)
class OblastTally:
    """What became of the imported rows of one oblast."""

    oblast: str
    refined: int
    """Settlements that were known, and have the point, population and further names of a row now."""
    sharpened: int
    """Of these, settlements that had no point of their own before."""
    added: int
    passed_over: int
    """Rows that may be one of several settlements, or that say again what another says."""


@dataclass(frozen=True, slots=True)
class GazetteerStatus:
    """The places in use."""

    folder: str
    """Where an imported gazetteer is, or would be."""
    is_imported: bool
    """Whether that one is in use; else the shipped one is."""
    problem: str
    """Why an imported one is not in use, as a sentence; empty where there is none, or it is."""
    made_at: datetime | None
    """When the imported one was made; None: nothing was imported, or it can't be read."""
    files: tuple[ImportedFile, ...]
    tallies: tuple[OblastTally, ...]
    by_origin: Mapping[str, int]
    """Settlements in use by the origin of their point, as in the data: ``k g p h r i``."""
    by_precision: Mapping[str, int]
    attribution: str
    """What must be said wherever the data is shown."""
