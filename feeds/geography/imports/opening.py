"""The lines of a file from outside, packed or not, within limits on everything."""

from __future__ import annotations

import gzip
import lzma
import re
import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from feeds.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 1 << 20
_LIST = re.compile(r"([A-Z]{2}|alternateNames(V2)?)\.txt")
_MOST_MEMBERS, _MOST_DIRECTORY = 64, 65_536
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_BROKEN = (
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Caps:
    """How large a file may be, in bytes."""

    packed: int = 600_000_000
    unpacked: int = 3_000_000_000
    line: int = 64_000


def lines_of(file: Path, caps: Caps) -> Iterator[bytes]:
    """Go through the lines of a zip, gzip or plain text file, without their ends.

    Which it is, its first bytes tell. Raises FormatError, at the latest behind the last line, where the
    file can't be read, is broken or cut short, no text, or larger than allowed: nothing of it is to be
    used before all lines are through.
    """
    try:
        if file.stat().st_size > caps.packed:
            raise FormatError(f"{file.name} is larger than {caps.packed // 1_000_000} MB.")
        with file.open("rb") as raw, _unpacked(file.name, raw) as stream:
            yield from _lines(file.name, stream, caps)
    except _BROKEN as error:
        raise FormatError(f"{file.name} can't be read: {_why(error)}.") from error


@contextmanager
def _unpacked(name: str, raw: IO[bytes]) -> Iterator[IO[bytes]]:
    head = raw.read(4)
    raw.seek(0)
    if head.startswith(b"PK"):
        with _archive(name, raw) as archive, archive.open(_member(name, archive)) as stream:
            yield stream
    elif head.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=raw) as packed:
            yield cast("IO[bytes]", packed)
    else:
        yield raw


def _archive(name: str, raw: IO[bytes]) -> zipfile.ZipFile:
    """Open an archive whose directory is small: zipfile would read one of any size into memory."""
    size = raw.seek(0, 2)
    raw.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = raw.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_LENGTH:
        raise FormatError(f"{name} is cut short: the end of the zip archive is missing.")
    members, directory = struct.unpack_from("<HI", tail, at + 10)
    if members > _MOST_MEMBERS or directory > _MOST_DIRECTORY:
        raise FormatError(f"{name} is no GeoNames archive: it holds more than {_MOST_MEMBERS} files.")
    raw.seek(0)
    return zipfile.ZipFile(raw)


def _member(name: str, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    found = [one for one in archive.infolist() if _LIST.fullmatch(one.filename)]
    if len(found) != 1:
        there = ", ".join(repr(one.filename[:40]) for one in archive.infolist()[:3]) or "nothing"
        raise FormatError(f"{name} is no GeoNames archive: it holds {there}, not one list such as 'UA.txt'.")
    (one,) = found
    if one.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or one.flag_bits & 1:
        raise FormatError(f"{name} is packed or locked in a way that GeoNames does not use.")
    return one


def _lines(name: str, stream: IO[bytes], caps: Caps) -> Iterator[bytes]:
    room, rest, is_first = caps.unpacked, b"", True
    while piece := stream.read(_PIECE):
        room -= len(piece)
        if room < 0:
            raise FormatError(f"{name} unpacks to more than {caps.unpacked // 1_000_000} MB.")
        if is_first:
            is_first = False
            _check_text(name, piece)
        *whole, rest = (rest + piece).split(b"\n")
        if len(rest) > caps.line:
            raise FormatError(f"{name} has a line of more than {caps.line:,} bytes.")
        for line in whole:
            yield line.removesuffix(b"\r")
    if is_first:
        raise FormatError(f"{name} is empty.")
    if rest:
        raise FormatError(f"{name} is cut short: it ends within a line.")


def _check_text(name: str, piece: bytes) -> None:
    begin = piece[:256].lstrip().lower()
    if begin.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise FormatError(f"{name} is a web page, not a GeoNames list.")
    if b"\0" in piece:
        raise FormatError(f"{name} is neither text nor a zip or gzip archive.")


def _why(error: BaseException) -> str:
    if isinstance(error, EOFError):
        return "it is cut short"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "the archive is broken"
