"""Adding sources to the user's file."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.config import SourceSettings, append_sources, ensure, load
from feeds.config.writing import table_of
from feeds.errors import ConfigError
from tests.feeds.config.making import source_settings

if TYPE_CHECKING:
    from pathlib import Path

HERALD = SourceSettings.read(
    {
        "id": "herald",
        "title": 'The "Herald"',
        "kind": "feed",
        "url": "https://herald.example/feed",
        "class": "outlet",
        "alignment": "independent",
        "reliability": "C",
        "voices": ["Олена", "O'Neill \\ Sons"],
        "interval_minutes": 30,
        "redistribute": False,
    }
)
TABLE = """[[sources]]
id = "herald"
title = "The \\"Herald\\""
kind = "feed"
url = "https://herald.example/feed"
class = "outlet"
alignment = "independent"
reliability = "C"
interval_minutes = 30
voices = ["Олена", "O'Neill \\\\ Sons"]
redistribute = false
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a test has its configuration."""
    return tmp_path / "frontwatch.toml"


def test_a_table_has_the_keys_that_say_something() -> None:
    assert table_of(HERALD) == TABLE


@pytest.mark.parametrize(
    ("before", "between"),
    [
        ("", ""),
        ('desk = "night"\n', "\n"),
        ('desk = "night"  # no end', "\n\n"),
        ('desk = "night"\n\n', ""),
        ("\ufeffdesk = 'night'\n# the end\n", "\n"),
        ("[window]\ndays = 3\n", "\n"),
    ],
)
def test_what_stands_there_stays(path: Path, before: str, between: str) -> None:
    path.write_text(before, encoding="utf-8")
    append_sources(path, [HERALD])
    assert path.read_text(encoding="utf-8") == before + between + TABLE
    assert load(path).sources == (HERALD,)


def test_a_file_keeps_its_own_ends_of_lines(path: Path) -> None:
    path.write_bytes(b'desk = "night"\r\n')
    append_sources(path, [HERALD])
    assert path.read_bytes() == (b'desk = "night"\r\n\r\n' + TABLE.encode().replace(b"\n", b"\r\n"))
    assert load(path).sources == (HERALD,)


def test_several_follow_the_built_in_list_in_order(path: Path) -> None:
    ensure(path)
    before, sources = path.read_bytes(), load(path).sources
    gazette = replace(HERALD, id="gazette")
    append_sources(path, [HERALD, gazette])
    assert path.read_bytes().startswith(before)
    assert load(path).sources == (*sources, HERALD, gazette)


def test_an_id_that_is_taken_changes_nothing(path: Path) -> None:
    append_sources_to_empty(path)
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="'herald', id: expected an id of its own, found that of sources"):
        append_sources(path, [replace(HERALD, id="gazette"), HERALD])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["frontwatch.toml"]


@pytest.mark.parametrize("text", ["desk = 3\n", "desk = \n", "sources = []\n"])
def test_a_file_that_can_not_take_them_is_left_alone(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        append_sources(path, [HERALD])
    assert path.read_text(encoding="utf-8") == text


def test_a_bad_address_changes_nothing(path: Path) -> None:
    path.touch()
    with pytest.raises(ConfigError, match="url: expected an http or https address, found 'herald'"):
        append_sources(path, [replace(HERALD, url="herald")])
    assert path.read_bytes() == b""


def test_permissions_and_links_stay(path: Path) -> None:
    path.touch(mode=0o600)
    link = path.with_name("link.toml")
    link.symlink_to(path)
    append_sources(link, [HERALD])
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert load(path).sources == (HERALD,)


def test_a_file_that_is_not_there_is_one_sentence(path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read: no such file or directory"):
        append_sources(path, [HERALD])


@given(sources=st.lists(source_settings(), min_size=1, max_size=3, unique_by=lambda source: source.id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_sources_come_back_as_they_were(path: Path, sources: list[SourceSettings]) -> None:
    path.write_text('desk = "night"', encoding="utf-8")
    append_sources(path, sources)
    assert load(path).sources == tuple(sources)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["desk"] == "night"


def append_sources_to_empty(path: Path) -> None:
    path.touch()
    append_sources(path, [HERALD])
