"""Lines become exactly as many cells as there are, whatever stands in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.views.lines import Column, Line, Part, Tone, text_line
from tui.widgets.strips import fitted_parts, line_strip
from tui.widgets.wrapping import broken_lines

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("漢字😀\u0301 \x1b\u202e")), max_size=60)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=2), st.integers(0, 90), st.integers(0, 4))
def test_strip_has_exactly_the_width_asked_for(texts: list[str], width: int, indent: int) -> None:
    columns = (Column(10, 4, 1), Column(8, 2, rank=1, right=True))
    line = Line("key", tuple((Part(text),) for text in texts), columns, indent=indent)
    strip = line_strip(line, width, lambda _: Style(), Style())
    assert strip.cell_length == width
    assert cell_len(strip.text) == width
    assert all(character.isprintable() for character in strip.text)


def test_cell_without_room_shows_its_short_form_and_else_a_cut() -> None:
    assert fitted_parts((Part("◉ assessed", short="◉"),), 4) == ([Part("◉")], 1)
    assert fitted_parts((Part("assessed"),), 4) == ([Part("ass…")], 4)
    assert fitted_parts((Part("a"), Part("bc")), 3) == ([Part("a"), Part("bc")], 3)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(9, 60), st.integers(0, 30))
def test_broken_lines_lose_no_word_and_fit(texts: list[str], width: int, hang: int) -> None:
    tones = [Tone.PLAIN, Tone.FOUND, Tone.DIM, Tone.STRONG]
    line = text_line("key", *map(Part, texts, tones), flows=True, hang=hang)
    rows = broken_lines((line,), width)
    joined = "".join("".join(part.text for part in row.cells[0]) for row in rows)
    taken = [row.indent + cell_len("".join(part.text for part in row.cells[0])) for row in rows]
    assert max(taken) <= width
    text = "".join(texts)
    fitted = "".join(fitted_parts((Part(text),), 10_000)[0][0].text.split())
    assert "".join(joined.split()) == fitted
    assert len({row.key for row in rows}) == len(rows)


def test_a_full_stop_stays_with_the_marked_name_before_it() -> None:
    line = text_line("key", Part("troops left "), Part("Popovka", Tone.FOUND), Part(". Its fall"), flows=True)
    said = ["".join(part.text for part in row.cells[0]) for row in broken_lines((line,), 19)]
    assert said == ["troops left", "Popovka. Its fall"]


def test_further_rows_stand_farther_in_where_there_is_room() -> None:
    line = text_line(
        "key", Part("grade     usually reliable, probably true, as they say"), flows=True, hang=10
    )
    wide, narrow = broken_lines((line,), 36), broken_lines((line,), 20)
    assert [row.indent for row in wide] == [0, 10]
    assert {row.indent for row in narrow} == {0}
