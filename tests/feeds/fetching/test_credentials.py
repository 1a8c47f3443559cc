"""Secrets from the environment and from a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from feeds.fetching import Failed
from feeds.fetching.credentials import FILE, Secret, find_secrets

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("FRONTWATCH_ACLED_USERNAME", "FRONTWATCH_ACLED_PASSWORD")
BOTH = 'acled_username = "ada"\nacled_password = "hünter 2"\n'


def written(folder: Path, content: str | bytes = BOTH, *, mode: int = 0o600, name: str = FILE) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    path.chmod(mode)
    return path


def values(found: dict[str, Secret] | Failed | None) -> list[str]:
    assert isinstance(found, dict)
    return [found[name].value for name in NAMES]


def test_nothing_anywhere_is_none(tmp_path: Path) -> None:
    assert find_secrets(NAMES, {}, tmp_path) is None
    assert find_secrets(NAMES, {}, tmp_path / "no such folder") is None


def test_the_environment_is_enough(tmp_path: Path) -> None:
    written(tmp_path, "broken", mode=0o644)
    assert values(find_secrets(NAMES, dict.fromkeys(NAMES, "x"), tmp_path)) == ["x", "x"]


def test_a_file_in_the_folder_is_read_anew_each_time(tmp_path: Path) -> None:
    written(tmp_path)
    assert values(find_secrets(NAMES, {}, tmp_path)) == ["ada", "hünter 2"]
    written(tmp_path, BOTH.replace("ada", "eve"))
    assert values(find_secrets(NAMES, {}, tmp_path)) == ["eve", "hünter 2"]


def test_the_environment_stands_above_the_file(tmp_path: Path) -> None:
    written(tmp_path)
    found = find_secrets(NAMES, {NAMES[0]: "eve", NAMES[1]: ""}, tmp_path)
    assert values(found) == ["eve", "hünter 2"]


def test_another_file_may_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, name="mine.toml")
    assert values(find_secrets(NAMES, {"FRONTWATCH_SECRETS": str(path)}, tmp_path)) == ["ada", "hünter 2"]


def test_half_an_account_is_none(tmp_path: Path) -> None:
    written(tmp_path, 'acled_username = "ada"\nacled_password = 7\n')
    assert find_secrets(NAMES, {}, tmp_path) is None


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o777])
def test_a_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    written(tmp_path, mode=mode)
    assert find_secrets(NAMES, {}, tmp_path) == Failed("secrets.toml may be read by others: chmod 600")


@pytest.mark.parametrize(
    "content",
    [
        "acled_password = hunter2",
        b"acled_password = '\xff'",
        "a = " + "[" * 50_000,
        'a = "b',
        f"{BOTH}{BOTH}",
    ],
)
def test_a_broken_file_is_named_without_its_words(tmp_path: Path, content: str | bytes) -> None:
    written(tmp_path, content)
    assert find_secrets(NAMES, {}, tmp_path) == Failed("secrets.toml is not TOML in UTF-8")


def test_a_file_that_is_none_is_said_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE, 0o600)
    assert find_secrets(NAMES, {}, tmp_path) == Failed("secrets.toml is not a file")


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("/nowhere/mine.toml", "there is no file where FRONTWATCH_SECRETS says"),
        ("a\x00b.toml", "a\x00b.toml can't be read: no such path"),
        ("x" * 5_000, "can't be read: file name too long"),
    ],
)
def test_a_named_file_must_be_there(tmp_path: Path, named: str, reason: str) -> None:
    found = find_secrets(NAMES, {"FRONTWATCH_SECRETS": named}, tmp_path)
    assert isinstance(found, Failed)
    assert found.reason.endswith(reason)


@pytest.mark.parametrize("value", ["hunter2\r\nX-Header: 1", "\x1b[2Jhunter2", "hunter2" * 200])
def test_a_secret_that_can_not_be_one_is_not_shown(tmp_path: Path, value: str) -> None:
    found = find_secrets(NAMES, {NAMES[0]: "ada", NAMES[1]: value}, tmp_path)
    assert isinstance(found, Failed)
    assert NAMES[1] in found.reason
    assert "hunter2" not in found.reason


def test_a_secret_hides_itself(tmp_path: Path) -> None:
    written(tmp_path, BOTH.replace("hünter 2", "hunter2"))
    found = find_secrets(NAMES, {}, tmp_path)
    assert "hunter2" not in f"{found} {found!r}"
    assert "ada" not in f"{found} {found!r}"
