"""Text from outside becomes short and harmless, and stays readable."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.views.lines import clamp, counted, printable


@settings(deadline=None)
@given(st.text())
def test_printable_leaves_nothing_that_a_terminal_could_obey(text: str) -> None:
    shown = printable(text)
    assert all(character.isprintable() for character in shown)
    assert printable(shown) == shown


def test_printable_keeps_words_of_all_three_languages_and_few_marks() -> None:
    assert printable("Попівка, Попо́вка, Popovka – “так”") == "Попівка, Попо́вка, Popovka – “так”"
    assert printable("e" + "\u0301" * 500) == "e" + "\u0301" * 3
    assert printable("a\x1b[31mb\u202ec\u200d") == "a [31mbc"


@settings(deadline=None)
@given(st.text(), st.integers(1, 50))
def test_clamp_gives_one_line_of_at_most_the_limit(text: str, limit: int) -> None:
    shown = clamp(text, limit)
    assert len(shown) <= limit
    assert "\n" not in shown


def test_clamp_marks_a_cut() -> None:
    assert clamp("one  two\nthree", 9) == "one two …"
    assert clamp("one", 9) == "one"


def test_counted_minds_the_plural() -> None:
    assert [counted(number, "origin") for number in (0, 1, 2000)] == [
        "0 origins",
        "1 origin",
        "2,000 origins",
    ]
