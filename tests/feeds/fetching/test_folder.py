"""A folder as a source."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from feeds.fetching.folder import MAX_FILE_BYTES, poll_folder
from feeds.model import Health, Source, SourceKind, SourceState
from feeds.workers.readers import Inline
from tests.building import NOON, a_source

if TYPE_CHECKING:
    from feeds.fetching.folder import FolderPolled

NEVER = SourceState("desk")


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


async def look(folder: Source, state: SourceState = NEVER) -> FolderPolled:
    return await poll_folder(folder, state, Inline(), NOON)


def keys(found: FolderPolled) -> list[str]:
    return [item.key for item in found.page.items]


async def test_files_are_read_in_the_order_of_their_time(folder: Source) -> None:
    drop(folder, "b.txt", hour=-2)
    drop(folder, "a.md", hour=-1)
    found = await look(folder)
    assert keys(found) == ["b.txt", "a.md"]
    assert found.page.items[0].published_at == NOON - timedelta(hours=2)


async def test_only_new_and_changed_files_are_read_again(folder: Source) -> None:
    drop(folder, "a.txt")
    drop(folder, "b.txt")
    first = await look(folder)
    drop(folder, "b.txt", "It was hit again.")
    drop(folder, "c.txt")
    found = await look(folder, first.state)
    assert keys(found) == ["b.txt", "c.txt"]
    assert keys(await look(folder, found.state)) == []


async def test_hidden_and_foreign_files_and_folders_are_passed_over(folder: Source) -> None:
    drop(folder, ".hidden.txt")
    drop(folder, "picture.jpg")
    (Path(folder.url) / "deeper.txt").mkdir()
    found = await look(folder)
    assert keys(found) == []
    assert (found.state.health, found.state.reason) == (Health.GOOD, "")


async def test_links_are_followed_within_the_folder_only(folder: Source, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    inbox = Path(folder.url)
    (inbox / "out.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "circle.txt").symlink_to(inbox / "circle.txt")
    (inbox / "in.txt").symlink_to(drop(folder, "a.txt"))
    assert sorted(keys(await look(folder))) == ["a.txt", "in.txt"]


async def test_a_pipe_does_not_stop_the_poll(folder: Source) -> None:
    os.mkfifo(Path(folder.url) / "pipe.txt")
    assert keys(await look(folder)) == []


async def test_a_file_with_problems_is_named_and_read_again_when_it_changes(folder: Source) -> None:
    drop(folder, "many.jsonl", '{"text": "Good."}\n{broken')
    with (Path(folder.url) / "large.txt").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    found = await look(folder)
    assert len(found.page.items) == 1
    assert (found.state.health, found.state.failures) == (Health.DEGRADED, 0)
    assert sorted(found.state.reason.split("; ")) == [
        "large.txt: larger than 5 MB",
        "many.jsonl, line 2: not JSON",
    ]
    again = await look(folder, found.state)
    assert (keys(again), again.state.health, again.state.reason) == ([], Health.DEGRADED, found.state.reason)
    (Path(folder.url) / "many.jsonl").write_text('{"text": "Good."}\n', encoding="utf-8")
    (Path(folder.url) / "large.txt").unlink()
    mended = await look(folder, again.state)
    assert (len(mended.page.items), mended.state.health, mended.state.reason) == (1, Health.GOOD, "")


async def test_many_problems_are_told_in_one_clean_line(folder: Source) -> None:
    for number in range(5):
        (Path(folder.url) / f"{number}\x1b.txt").write_bytes(b"")
    state = (await look(folder)).state
    assert state.reason.endswith("; and 2 more")
    assert state.reason.isprintable()


async def test_a_folder_that_is_not_there_is_a_failure(folder: Source) -> None:
    Path(folder.url).rmdir()
    state = (await look(folder)).state
    assert (state.health, state.failures) == (Health.DEGRADED, 1)
    assert state.reason == "can't be read: no such file or directory"
