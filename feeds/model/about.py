"""What the program tells of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the notice that is shipped beside the data."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The program's version, and whose work its data is."""

    version: str
    sections: tuple[Section, ...]
