"""What is left of a text from outside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.cleaning import MAX_MARKS, clean_line, clean_text, clean_url
from tests.feeds.formats.seeing import is_clean

HOSTILE = (
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil.invalid\x1b\\link",
    "\x1b[2J",
    "\x1b[6n",
    "\x1bc",
    "\x1bP1$r\x1b\\",
    "\x9b31m",
    "\x9d52;c;x\x9c",
    "\u202etxt.exe",
    "\u2066a\u2069",
    "a\x08b\x7fc",
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_control_sequence_gets_through(hostile: str) -> None:
    assert is_clean(clean_text(hostile, 100))
    assert is_clean(clean_line(hostile, 100))


def test_what_can_not_be_seen_is_dropped() -> None:
    assert clean_line("Po\u200bkrovsk\u00ad \ufeff⚔\ufe0f\U000e0041\ud800", 50) == "Pokrovsk ⚔"


def test_text_is_composed() -> None:
    assert clean_line("Киі\u0308в", 10) == "Киї" + "в"


def test_line_ends_of_all_kinds_become_one() -> None:
    assert clean_text("a\r\nb\rc\x85d\u2028e\u2029f", 50) == "a\nb\nc\nd\ne\n\nf"


def test_paragraphs_keep_one_blank_line_between_them() -> None:
    assert clean_text("  one \t two \n\u00a0\n\n\n three  ", 50) == "one two\n\nthree"


def test_a_line_has_no_line_ends() -> None:
    assert clean_line("one\n\ntwo\nthree", 50) == "one two three"


def test_a_tower_of_marks_is_cut_down() -> None:
    assert clean_line("a" + "\u0323" * 50 + "b", 100) == "ạ" + "\u0323" * MAX_MARKS + "b"


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert clean_text("Popovka " * 20, 10) == "Popovka P…"


@given(ANY_TEXT, st.integers(1, 60))
def test_cleaning_holds_its_promises_for_any_text(text: str, limit: int) -> None:
    for clean in (clean_text, clean_line):
        once = clean(text, limit)
        assert is_clean(once)
        assert len(once) <= limit
        assert unicodedata.is_normalized("NFC", once)
        assert clean(once, limit) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("  HTTP://example.org/ ", "HTTP://example.org/"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/\u202egpj.exe", "https://example.org/%E2%80%AEgpj.exe"),
        ("https://example.org/\x1b[31m", "https://example.org/%1B[31m"),
        ("https://приклад.укр/новини", "https://приклад.укр/новини"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/a", ""),
        ("https://", ""),
        ("https://[", ""),
        ("", ""),
        ("https://example.org/" + "a" * 3_000, ""),
    ],
)
def test_only_web_addresses_are_kept(url: str, expected: str) -> None:
    assert clean_url(url) == expected


@given(ANY_TEXT)
def test_an_address_is_clean_whatever_it_was(text: str) -> None:
    once = clean_url("https://example.org/" + text)
    assert is_clean(once)
    assert clean_url(once) == once
    assert " " not in once
    assert "\n" not in once
