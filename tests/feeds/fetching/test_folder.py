"""A folder as a source."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.fetching.folder import MAX_FILE_BYTES, read_folder
from feeds.model import Source, SourceKind
from tests.building import NOON, a_source

if TYPE_CHECKING:
    from feeds.fetching.folder import FolderRead

NOTHING: frozenset[str] = frozenset()


@pytest.fixture
def folder(tmp_path: Path) -> Source:
    """Return a source that reads an empty folder."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return a_source("desk", kind=SourceKind.FOLDER, url=str(inbox))


def drop(folder: Source, name: str, text: str = "It was hit.", *, hour: int = 0) -> Path:
    path = Path(folder.url) / name
    path.write_text(text, encoding="utf-8")
    moment = (NOON + timedelta(hours=hour)).timestamp()
    os.utime(path, (moment, moment))
    return path


def read(folder: Source, known: frozenset[str] = NOTHING) -> FolderRead:
    return read_folder(folder, known, received_at=NOON)


def keys(found: FolderRead) -> list[str]:
    return [item.key for item in found.items]


def test_files_are_read_in_the_order_of_their_time(folder: Source) -> None:
    drop(folder, "b.txt", hour=-2)
    drop(folder, "a.md", hour=-1)
    found = read(folder)
    assert keys(found) == ["b.txt", "a.md"]
    assert found.items[0].published_at == NOON - timedelta(hours=2)


def test_only_new_and_changed_files_are_read_again(folder: Source) -> None:
    drop(folder, "a.txt")
    drop(folder, "b.txt")
    known = read(folder).marks
    drop(folder, "b.txt", "It was hit again.")
    drop(folder, "c.txt")
    found = read(folder, known)
    assert keys(found) == ["b.txt", "c.txt"]
    assert read(folder, found.marks).items == ()


def test_hidden_and_foreign_files_and_folders_are_passed_over(folder: Source) -> None:
    drop(folder, ".hidden.txt")
    drop(folder, "picture.jpg")
    (Path(folder.url) / "deeper.txt").mkdir()
    assert read(folder) == read_folder(folder, NOTHING, received_at=NOON)
    assert keys(read(folder)) == []
    assert read(folder).problems == ()


def test_links_are_followed_within_the_folder_only(folder: Source, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    inbox = Path(folder.url)
    (inbox / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "circle.txt").symlink_to(inbox / "circle.txt")
    (inbox / "in.txt").symlink_to(drop(folder, "a.txt"))
    assert sorted(keys(read(folder))) == ["a.txt", "in.txt"]


def test_a_pipe_does_not_stop_the_poll(folder: Source) -> None:
    os.mkfifo(Path(folder.url) / "pipe.txt")
    assert keys(read(folder)) == []


def test_a_file_with_problems_is_named_and_read_again_when_it_changes(folder: Source) -> None:
    drop(folder, "many.jsonl", '{"text": "Good."}\n{broken')
    with (Path(folder.url) / "large.txt").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    found = read(folder)
    assert len(found.items) == 1
    assert sorted(found.problems) == ["large.txt is larger than 5 MB", "many.jsonl, line 2: not JSON"]
    again = read(folder, found.marks)
    assert (again.problems, again.items, again.is_unmended) == ((), (), True)
    (Path(folder.url) / "many.jsonl").write_text('{"text": "Good."}\n', encoding="utf-8")
    (Path(folder.url) / "large.txt").unlink()
    mended = read(folder, again.marks)
    assert (len(mended.items), mended.problems, mended.is_unmended) == (1, (), False)


def test_a_folder_that_is_not_there_is_an_error(folder: Source) -> None:
    Path(folder.url).rmdir()
    with pytest.raises(FileNotFoundError):
        read(folder)
