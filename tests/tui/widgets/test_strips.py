"""Lines become exactly as many cells as there are, whatever stands in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.views.lines import Column, Line, Part, text_line
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
@given(TEXTS, st.integers(9, 40))
def test_broken_lines_lose_no_word_and_fit(text: str, width: int) -> None:
    rows = broken_lines((text_line("key", Part(text), flows=True),), width)
    joined = "".join("".join(part.text for part in row.cells[0]) for row in rows)
    assert all(cell_len("".join(part.text for part in row.cells[0]).rstrip()) <= width for row in rows)
    fitted = "".join(fitted_parts((Part(text),), 10_000)[0][0].text.split())
    assert "".join(joined.split()) == fitted
    assert len({row.key for row in rows}) == len(rows)
