"""A board as it is given away, as text in each of the formats that others read. Pure.

:func:`text_of` writes an :class:`feeds.model.Export`; what a source's licence keeps back was taken out
of that before, so no format has to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.exporting.brief import as_markdown
from feeds.exporting.features import as_geojson
from feeds.exporting.objects import as_json, as_json_lines
from feeds.exporting.table import as_csv
from feeds.model import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from feeds.model import Export

_WRITERS: Mapping[ExportFormat, Callable[[Export], str]] = {
    ExportFormat.MARKDOWN: as_markdown,
    ExportFormat.CSV: as_csv,
    ExportFormat.GEOJSON: as_geojson,
    ExportFormat.JSONL: as_json_lines,
    ExportFormat.JSON: as_json,
}


def text_of(exported: Export, form: ExportFormat) -> str:
    """Return ``exported`` in a format; it ends with an end of line."""
    return _WRITERS[form](exported)


__all__ = ["text_of"]
