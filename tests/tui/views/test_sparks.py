"""Bars of a line, and the balance of sides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Side
from tui.views.sparks import FEWEST_CELLS, LEVELS, NONE, balance, spark_part, sparkline

COUNTS = st.lists(st.integers(0, 1_000_000), max_size=400)


@given(COUNTS, st.integers(0, 40))
def test_a_sparkline_fits_its_cells_and_hides_no_day_with_claims(counts: list[int], cells: int) -> None:
    shown = sparkline(counts, cells)
    assert len(shown) <= max(1, cells)
    assert set(shown) <= {*LEVELS, NONE}
    assert (set(shown) <= {NONE}) == (not any(counts))
    if any(counts):
        assert LEVELS[-1] in shown
        assert (shown[-1] == NONE) <= (counts[-1] == 0)


def test_days_that_share_a_cell_are_counted_back_from_today() -> None:
    assert sparkline([9, 0, 0, 0, 1], cells=3) == "▇·▁"
    assert sparkline([0, 0, 5, 5, 5, 5], cells=2) == "▂▇"
    assert len(spark_part([1] * 31).short) <= FEWEST_CELLS


def test_the_balance_names_both_sides_and_drops_out_where_neither_has_any() -> None:
    def words(sides: dict[Side, int]) -> str:
        return "".join(part.text for part in balance(sides))

    assert words({Side.UKRAINE: 5, Side.RUSSIA: 3, Side.BOTH: 9}) == "UA 5 : 3 RU"
    assert words({Side.RUSSIA: 12_345}) == "UA 0 : 12k RU"
    assert words({Side.BOTH: 2}) == ""
