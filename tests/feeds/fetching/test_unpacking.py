"""Unpacking piece by piece, with limits."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.fetching.unpacking import BrokenPackingError, TooLargeError, Unpacker

WORDS = b"words " * 500
BARE = zlib.compress(WORDS)[2:-4]


def unpacked(packing: str, packed: bytes, piece: int = 7, limit: int = 100_000) -> bytes:
    unpacker = Unpacker(packing, wire_limit=limit, unpacked_limit=2 * limit)
    for at in range(0, len(packed), piece):
        unpacker.take(packed[at : at + piece])
    return unpacker.whole()


@pytest.mark.parametrize("piece", [1, 2, 7, 10_000])
@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(WORDS, mtime=0)),
        ("x-gzip", gzip.compress(WORDS, mtime=0)),
        ("gzip", gzip.compress(WORDS[:600], mtime=0) + gzip.compress(WORDS[600:], mtime=0)),
        ("gzip", gzip.compress(WORDS, mtime=0) + b"\0" * 20),
        ("gzip", gzip.compress(WORDS, mtime=0) + b"junk" + gzip.compress(WORDS, mtime=0)),
        ("gzip", gzip.compress(WORDS, mtime=0) + b"\x1f"),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", BARE),
        ("", WORDS),
    ],
)
def test_pieces_of_any_size_make_the_same_whole(packing: str, packed: bytes, piece: int) -> None:
    assert unpacked(packing, packed, piece) == WORDS


@pytest.mark.parametrize("piece", [1, 10_000])
@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(WORDS, mtime=0)[:-1]),
        ("gzip", gzip.compress(WORDS, mtime=0)[:1]),
        ("gzip", gzip.compress(WORDS, mtime=0) + gzip.compress(WORDS, mtime=0)[:-1]),
        ("gzip", gzip.compress(WORDS, mtime=0)[:-8] + bytes(8)),
        ("gzip", b"no packing at all"),
        ("gzip", gzip.compress(b"x", mtime=0) * 1_001),
        ("deflate", BARE[:-1]),
    ],
)
def test_what_is_cut_or_broken_is_never_taken_for_whole(packing: str, packed: bytes, piece: int) -> None:
    with pytest.raises(BrokenPackingError):
        unpacked(packing, packed, piece)


def test_only_one_layer_is_unpacked() -> None:
    inner = gzip.compress(WORDS, mtime=0)
    assert unpacked("gzip", gzip.compress(inner, mtime=0)) == inner


def test_an_empty_answer_is_empty_whatever_it_is_packed_in() -> None:
    assert unpacked("gzip", b"") == b""


def test_the_wire_has_a_limit() -> None:
    with pytest.raises(TooLargeError, match=r"^the answer is larger than 0.0001 MB$"):
        unpacked("", b"x" * 101, limit=100)
    assert unpacked("", b"x" * 100, limit=100) == b"x" * 100


def test_what_it_unpacks_to_has_another() -> None:
    with pytest.raises(TooLargeError, match=r"^the answer unpacks to more than 0.0002 MB$"):
        unpacked("gzip", gzip.compress(b"x" * 201, mtime=0), piece=1_000, limit=100)
    assert unpacked("gzip", gzip.compress(b"x" * 200, mtime=0), piece=1_000, limit=100) == b"x" * 200


def test_bytes_are_counted_as_they_come() -> None:
    unpacker = Unpacker("gzip", wire_limit=1_000, unpacked_limit=10_000)
    packed = gzip.compress(WORDS, mtime=0)
    unpacker.take(packed)
    assert (unpacker.wire_bytes, len(unpacker.whole())) == (len(packed), len(WORDS))


@given(st.sampled_from(["gzip", "deflate", ""]), st.lists(st.binary(max_size=60), max_size=20))
def test_any_bytes_are_refused_or_within_the_limit(packing: str, pieces: list[bytes]) -> None:
    unpacker = Unpacker(packing, wire_limit=500, unpacked_limit=900)
    with suppress(TooLargeError, BrokenPackingError):
        for piece in pieces:
            unpacker.take(piece)
        assert len(unpacker.whole()) <= 900
