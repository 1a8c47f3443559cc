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
    "\x1b]52;c;never ended",
    "\x1b]8;;https://bank.invalid\x07https://evil.invalid\x1b]8;;\x07",
    "\x90q#0;2;0;0;0\x9c",
    "\u2067\u202dabc\u202c",
    "\U000e0001\U000e0061",
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_control_sequence_gets_through(hostile: str) -> None:
    assert is_clean(clean_text(hostile, 100))
    assert is_clean(clean_line(hostile, 100))


def test_what_can_not_be_seen_is_dropped() -> None:
    assert clean_line("Po\u200bkrovsk\u00ad \ufeff⚔\ufe0f\U000e0041\ud800", 50) == "Pokrovsk ⚔"


def test_no_character_that_hides_or_steers_gets_through() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert is_clean(clean_text(every, len(every)))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7\ufe0f\u20e3 villages", "7 villages"),
        ("Kostian\u00adtynivka", "Kostiantynivka"),
        (
            "І\ufffd\ufffdкерія",
            "І\ufffd\ufffdкерія",
        ),  # damage stays to be seen: what is left may be another name
        ("a\u2800\u2800b\u3000c\td", "a b c d"),
        ("⚔\ufe0f Popovka \U0001f937\u200d\u2642\ufe0f", "⚔ Popovka 🤷♂"),
        ("На\u00a0фронті — «тихо», 5\u202f000", "На фронті — «тихо», 5 000"),
    ],
)
def test_what_channels_write_reads_as_it_looks(written: str, read: str) -> None:
    assert clean_text(written, 100) == read


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


def test_a_tower_of_marks_out_of_order_is_no_work() -> None:
    tower = "\u0301\u0323" * 200_000  # putting all of them in order takes minutes
    assert len(clean_text(f"a{tower}b", 100_000)) <= 1 + MAX_MARKS + 1


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    assert clean_text("Popovka " * 20, 10) == "Popovka P…"


USUAL = st.text(
    st.one_of(
        st.sampled_from(" \n"),
        st.characters(min_codepoint=0x20, max_codepoint=0x52F, exclude_categories=("M", "C", "Z")),
        st.sampled_from("…—–’‘“”„«»№€→⚔✅🔥🇺🇦"),
    ),
    max_size=80,
)


@given(USUAL)
def test_what_needs_no_cleaning_comes_out_as_by_the_long_way(text: str) -> None:
    """A letter of a rarer script, or a character that is dropped, takes the short cut away."""
    long_way = clean_text(f"अ|{text}", 500).removeprefix("अ|")
    assert clean_text(f"|{text}", 500) == f"|{long_way}"
    assert clean_text(f"\u200b{text}", 500) == clean_text(text, 500)


@given(ANY_TEXT, ANY_TEXT, st.sampled_from("\u200b\u2066\x1b\U000e0041\ufe0f"))
def test_an_invisible_character_changes_nothing(before: str, after: str, unseen: str) -> None:
    assert clean_text(before + unseen + after, 1_000) == clean_text(before + after, 1_000)


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
