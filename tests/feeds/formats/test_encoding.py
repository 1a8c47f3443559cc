"""Bytes to text."""

from __future__ import annotations

import gzip

import pytest

from feeds.errors import FormatError
from feeds.formats.encoding import MAX_BYTES, text_of_bytes

TEXT = "Бої за Попівку тривають"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_bytes_are_read_without_being_told_how(encoding: str) -> None:
    assert text_of_bytes(TEXT.encode(encoding)) == TEXT


def test_the_header_decides_between_one_byte_encodings() -> None:
    assert text_of_bytes("Бои".encode("koi8-r"), content_type="text/xml; charset=koi8-r") == "Бои"


def test_the_declaration_decides_where_the_header_is_silent() -> None:
    document = '<?xml version="1.0" encoding="koi8-r"?><a>Бои</a>'
    assert text_of_bytes(document.encode("koi8-r"), content_type="text/xml") == document


def test_a_wrong_header_does_not_spoil_utf8() -> None:
    assert text_of_bytes(TEXT.encode(), content_type="text/html; charset=ISO-8859-1") == TEXT


def test_one_cut_character_does_not_spoil_the_rest() -> None:
    assert text_of_bytes(TEXT.encode() * 5 + b"\xd0") == TEXT * 5 + "\ufffd"


def test_an_unknown_charset_is_passed_over() -> None:
    assert text_of_bytes("Бої".encode("windows-1251"), content_type="text/xml; charset=cp65999") == "Бої"


def test_a_gzip_file_is_unpacked_though_no_header_says_so() -> None:
    assert text_of_bytes(gzip.compress(TEXT.encode())) == TEXT


def test_a_gzip_bomb_is_refused() -> None:
    with pytest.raises(FormatError, match="more than 10 MB"):
        text_of_bytes(gzip.compress(b"0" * (MAX_BYTES + 1)))


def test_a_broken_gzip_file_is_refused() -> None:
    with pytest.raises(FormatError, match="broken gzip"):
        text_of_bytes(b"\x1f\x8bnothing of the kind")
