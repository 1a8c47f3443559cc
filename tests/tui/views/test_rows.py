"""Sequences of lines: those that are there, those that are made, and those under headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.views.folds import MOST_FOLDS, folds_as_text, folds_of_text
from tui.views.groups import Group, unfolded
from tui.views.lines import Line, Part, text_line
from tui.views.rows import Listed, Rows


def row(number: int) -> Line:
    """Return the line of a number; that of 13 can't be made."""
    if number == 13:
        raise ValueError("unlucky [13]")
    return text_line(f"n{number}", Part(str(number)))


def rows(*numbers: int, basis: object = None) -> Rows[int]:
    """Return lines of numbers."""
    return Rows(numbers, key=lambda number: f"n{number}", draw=row, basis=basis)


def test_a_line_that_cannot_be_made_says_so_and_takes_no_other_along() -> None:
    lines = rows(12, 13, 14)
    assert [line.key for line in lines] == ["n12", "n13", "n14"]
    assert lines[1].cells[0][0].text == "! This line could not be made (ValueError: unlucky [13])."


def test_lines_are_a_sequence_and_know_where_they_are() -> None:
    for lines in (rows(*range(2_000, 3_000)), Listed(row(number) for number in range(2_000, 3_000))):
        assert len(lines) == 1_000
        assert lines[-1].key == "n2999"
        assert [line.key for line in lines[5:7]] == ["n2005", "n2006"]
        assert lines.find("n2500") == 500
        assert lines.find("n1") is None
        with pytest.raises(IndexError):
            lines[1_000]
        assert sum(1 for _ in lines) == 1_000


def test_rows_are_equal_where_the_same_is_drawn_in_the_same_way() -> None:
    assert rows(1, 2) == rows(1, 2)
    assert rows(1, 2) != rows(1, 2, basis="later")
    assert rows(1, 2) != rows(2, 1)
    assert rows(1) != Listed([row(1)])


@given(
    st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=6),
    st.sets(st.integers(0, 5)),
)
def test_unfolded_groups_are_what_they_would_be_as_one_list(
    sizes: list[tuple[int, bool]], turned: set[int]
) -> None:
    groups = [
        Group(
            text_line(f"h{at}", Part("")), Listed(row(100 * at + one) for one in range(20, 20 + size)), folded
        )
        for at, (size, folded) in enumerate(sizes)
    ]
    shown = unfolded(groups, {f"h{at}" for at in turned})
    expected: list[str] = []
    for at, group in enumerate(groups):
        expected.append(f"h{at}")
        expected += [line.key for line in group.lines] if group.folded == (at in turned) else []
    assert [line.key for line in shown] == expected
    assert [shown.key_at(index) for index in range(len(shown))] == expected
    assert [shown.find(key) for key in expected] == list(range(len(expected)))
    assert shown.find("nowhere") is None


def test_folds_survive_a_session_and_their_number_is_limited() -> None:
    keys = [f"group:{number}" for number in range(MOST_FOLDS + 50)]
    assert folds_of_text(folds_as_text(keys)) == tuple(keys[50:])
    assert folds_of_text(folds_as_text(["x" * 10_000, "group:Sumy"])) == ("group:Sumy",)


@given(st.text())
def test_whatever_was_kept_instead_of_folds_folds_nothing_that_is_no_key(text: str) -> None:
    assert all(isinstance(key, str) for key in folds_of_text(text))


@pytest.mark.parametrize("text", ["", "{}", "[1, null]", "[" * 100_000, '"group:Sumy"'])
def test_a_broken_memory_folds_nothing(text: str) -> None:
    assert folds_of_text(text) == ()
