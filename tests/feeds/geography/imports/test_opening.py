"""Files that are whole, cut short, broken, or made to harm."""

from __future__ import annotations

import gzip
import struct
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.imports.opening import Caps, lines_of
from tests.feeds.geography.imports.dumping import a_file, a_line, text, zipped

if TYPE_CHECKING:
    from pathlib import Path

CAPS = Caps(packed=200_000, unpacked=400_000, line=2_000)
WHOLE = text(a_line(number) for number in range(1, 200))


def read(folder: Path, data: bytes, name: str = "UA.zip") -> list[bytes]:
    file = folder / name
    file.write_bytes(data)
    return list(lines_of(file, CAPS))


@pytest.mark.parametrize("name", ["UA.zip", "UA.txt", "UA.txt.gz"])
def test_lines_come_from_each_way_of_packing(tmp_path: Path, name: str) -> None:
    found = list(lines_of(a_file(tmp_path, name, WHOLE), CAPS))
    assert found == WHOLE.splitlines()


def test_what_a_file_is_its_bytes_tell_and_not_its_name(tmp_path: Path) -> None:
    assert len(read(tmp_path, zipped(WHOLE), "dump.txt")) == 199
    assert len(read(tmp_path, gzip.compress(WHOLE), "dump")) == 199
    assert len(read(tmp_path, WHOLE.replace(b"\n", b"\r\n"), "UA.zip")) == 199


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("name", ["UA.zip", "UA.txt", "UA.txt.gz"])
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, name: str, share: float) -> None:
    data = a_file(tmp_path, name, WHOLE).read_bytes()
    with pytest.raises(FormatError, match=r"cut short|broken"):
        read(tmp_path, data[: int(len(data) * share)], name)


def test_a_byte_that_changed_under_way_is_noticed(tmp_path: Path) -> None:
    data = bytearray(zipped(WHOLE, method=zipfile.ZIP_STORED))
    data[len(data) // 2] ^= 1
    with pytest.raises(FormatError, match="broken"):
        read(tmp_path, bytes(data))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><title>Log in</title>", "is a web page"),
        (b"\0\1\2\3\n", "neither text nor"),
        (b"x" * 2_001, "a line of more than 2,000 bytes"),
        (b"x\n" * 100_001, "larger than 0 MB"),
        (gzip.compress(b"x\n" * 200_001, mtime=0), "unpacks to more than 0 MB"),
        (zipped(b"x\n" * 200_001), "unpacks to more than 0 MB"),
        (zipped(WHOLE, "passwords.txt"), "holds 'readme.txt', 'passwords.txt', not one list"),
        (zipped(WHOLE, "../UA.txt"), "not one list"),
        (zipped(WHOLE, method=zipfile.ZIP_BZIP2), "packed or locked in a way"),
        (b"PK\3\4 and no more", "the end of the zip archive is missing"),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        read(tmp_path, data)


def test_an_archive_of_a_great_many_files_is_not_even_listed(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 65_535, 65_535, 4_000_000, 0, 0)
    with pytest.raises(FormatError, match="more than 64 files"):
        read(tmp_path, b"PK\3\4" + b"\0" * 100 + end)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"UA\.zip can't be read: no such file"):
        list(lines_of(tmp_path / "UA.zip", CAPS))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", b"\x1f\x8b\x08\0", zipped(WHOLE)[:-30]]))
def test_no_bytes_raise_anything_else(tmp_path: Path, data: bytes, head: bytes) -> None:
    with suppress(FormatError):
        read(tmp_path, head + data)
