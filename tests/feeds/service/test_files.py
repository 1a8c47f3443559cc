"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.errors import ExportError
from feeds.service.files import write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_written_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_file(path, "Повідомлення\r\n")
    assert path.read_bytes() == "Повідомлення\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_nlink == 1


def test_a_file_that_is_there_stays_unless_it_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ExportError, match="already"):
        write_file(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    write_file(path, "new", replacing=True)
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/brief.md", "", "a\x00b", "x" * 5000])
def test_what_can_not_be_written_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError) as refused:
        write_file(tmp_path / name, "text")
    assert str(refused.value).endswith(".")
    assert list(tmp_path.iterdir()) == []
