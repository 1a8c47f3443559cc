"""What a worker reads with places that were imported while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.geography.imports.folder import Base, make
from feeds.geography.imports.imported import user_folder
from feeds.geography.imports.kept import Kept
from feeds.geography.imports.note import File
from feeds.geography.oblasts import load_regions
from feeds.workers.tasks import Read, perform
from tests.building import a_source, an_item
from tests.feeds.geography.imports.dumping import NOW, a_known, a_row, known

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROW = a_row(8, "Verkhny Testov", "Верхний Тестов", at=(51.2, 35.5), country="RU", oblast="Kursk")
TEXT = "Ukrainian forces advanced near Verkhny Testov in Kursk Oblast, local officials said."


def places() -> list[str | None]:
    """Return the ids of the places that a worker finds in the text."""
    item = an_item(text=TEXT)
    readings = perform(Read((a_source(),), (item,)))
    assert isinstance(readings, tuple)
    (reading,) = readings
    return [report.located.id if report.located else None for report in reading.said.reports]


def test_an_import_is_taken_up_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    before = places()
    kept = Kept().with_rows("RU", [ROW], File("RU.zip", 1, NOW))
    make(user_folder(), kept, Base(known(a_known()), load_regions()), NOW)
    assert "ru-n8" not in before
    assert places() == ["ru-n8"]
