"""What the dialog of an export shows: the formats, and a name for the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import ExportFormat
from tui.views.lines import Column, Line, Part, Tone, counted

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from feeds.model import Export


@dataclass(frozen=True, slots=True)
class Wish:
    """As what, and where, a board is to be written."""

    form: ExportFormat
    path: Path
    replacing: bool
    """Whether a file that is there may be written over."""


ENDINGS = {
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.CSV: ".csv",
    ExportFormat.GEOJSON: ".geojson",
    ExportFormat.JSONL: ".jsonl",
    ExportFormat.JSON: ".json",
}
OFFERED = (ExportFormat.MARKDOWN, ExportFormat.CSV, ExportFormat.GEOJSON, ExportFormat.JSONL)
"""In the dialog, by the digits from 1 on."""
_WORDS = {
    ExportFormat.MARKDOWN: ("Markdown", "a brief to paste, with links"),
    ExportFormat.CSV: ("CSV", "a row a claim, for spreadsheets"),
    ExportFormat.GEOJSON: ("GeoJSON", "the claims as points, for maps"),
    ExportFormat.JSONL: ("JSON Lines", "all there is, for programs"),
}
_COLUMNS = (Column(2, right=True), Column(11), Column(20, grow=1))


def format_lines() -> tuple[Line, ...]:
    """Return a line for each format that is offered, in their order."""
    return tuple(
        Line(
            f"format:{form}",
            ((Part(str(number), Tone.STRONG),), (Part(_WORDS[form][0]),), (Part(_WORDS[form][1], Tone.DIM),)),
            _COLUMNS,
        )
        for number, form in enumerate(OFFERED, 1)
    )


def proposed_name(form: ExportFormat, at: datetime) -> str:
    """Return ``frontwatch-2025-03-28-1403.md``; ``at`` is the moment that the board shows, in UTC."""
    return f"frontwatch-{at:%Y-%m-%d-%H%M}{ENDINGS[form]}"


def format_of(name: str) -> ExportFormat | None:
    """Return the format that the ending of a file's name tells; None where it tells none."""
    return next((form for form, ending in ENDINGS.items() if name.lower().endswith(ending)), None)


def exported_words(exported: Export) -> str:
    """Return how much an export holds: ``3 claims, 1 quote, 0 questions``."""
    claims, quotes = counted(len(exported.claims), "claim"), counted(len(exported.statements), "quote")
    return f"{claims}, {quotes}, {counted(len(exported.questions), 'question')}"
