"""Bytes to text."""

from __future__ import annotations

import gzip

import pytest

from feeds.errors import FormatError
from feeds.formats.encoding import MAX_BYTES, text_of_bytes

TEXT = "Бої за Попівку тривають"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1251", "koi8-u"])
def test_bytes_are_read_without_being_told_how(encoding: str) -> None:
    assert text_of_bytes(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_need_no_mark(encoding: str) -> None:
    assert text_of_bytes(f"<a>{TEXT}".encode(encoding)) == f"<a>{TEXT}"


def test_text_with_single_accented_letters_is_western() -> None:
    text = "São Paulo: a simulação mostra o Café em 2º"
    assert text_of_bytes(text.encode("latin-1")) == text


def test_latin_1_is_read_as_browsers_do() -> None:
    assert text_of_bytes("“So”".encode("windows-1252"), content_type="text/xml; charset=ISO-8859-1") == "“So”"


def test_the_header_decides_between_one_byte_encodings() -> None:
    assert text_of_bytes("Бои".encode("koi8-r"), content_type="text/xml; charset=koi8-r") == "Бои"


def test_the_declaration_decides_where_the_header_is_silent() -> None:
    document = '<?xml version="1.0" encoding="koi8-r"?><a>Бои</a>'
    assert text_of_bytes(document.encode("koi8-r"), content_type="text/xml") == document


def test_a_wrong_header_does_not_spoil_utf8() -> None:
    assert text_of_bytes(TEXT.encode(), content_type="text/html; charset=ISO-8859-1") == TEXT


def test_one_cut_character_does_not_spoil_the_rest() -> None:
    assert text_of_bytes(TEXT.encode() * 5 + b"\xd0") == TEXT * 5 + "\ufffd"


def test_some_broken_characters_do_not_make_it_what_it_says_it_is() -> None:
    document = f'<?xml version="1.0" encoding="windows-1251"?><a>{TEXT}</a>'
    assert TEXT in text_of_bytes(document.encode() + b"\xff\xfe")


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "rot13", "utf-7", "base64"])
def test_what_is_no_charset_is_never_used(charset: str) -> None:
    body = TEXT.encode("windows-1251")
    assert text_of_bytes(body, content_type=f"text/xml; charset={charset}") == TEXT


def test_the_declaration_of_a_mainframe_is_read() -> None:
    document = '<?xml version="1.0" encoding="cp500"?><a>[so!]</a>'
    assert text_of_bytes(document.encode("cp500")) == document


def test_an_unknown_charset_is_passed_over() -> None:
    assert text_of_bytes("Бої".encode("windows-1251"), content_type="text/xml; charset=cp65999") == "Бої"


def test_a_gzip_file_is_unpacked_though_no_header_says_so() -> None:
    assert text_of_bytes(gzip.compress(TEXT.encode())) == TEXT


def test_a_gzip_file_within_another_is_unpacked() -> None:
    assert text_of_bytes(gzip.compress(gzip.compress(TEXT.encode()))) == TEXT


def test_half_a_gzip_file_is_refused() -> None:
    with pytest.raises(FormatError, match="breaks off"):
        text_of_bytes(gzip.compress(TEXT.encode())[:-10])


def test_a_gzip_bomb_is_refused() -> None:
    with pytest.raises(FormatError, match="more than 10 MB"):
        text_of_bytes(gzip.compress(b"0" * (MAX_BYTES + 1)))


def test_a_broken_gzip_file_is_refused() -> None:
    with pytest.raises(FormatError, match="broken gzip"):
        text_of_bytes(b"\x1f\x8bnothing of the kind")
