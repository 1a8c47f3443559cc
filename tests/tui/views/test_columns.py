"""Columns share the room there is, and give way by rank."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.views import changes, claims, quotes, sources
from tui.views.ages import short_span
from tui.views.columns import GAP, column_widths
from tui.views.lines import Column

COLUMNS = st.tuples(
    st.integers(1, 30), st.integers(0, 12), st.integers(0, 3), st.integers(0, 5), st.integers(0, 9)
).map(lambda numbers: Column(max(numbers[0], numbers[1]), numbers[1], numbers[2], numbers[3], numbers[4]))


@settings(deadline=None)
@given(st.lists(COLUMNS, min_size=1, max_size=8).map(tuple), st.integers(0, 300))
def test_columns_never_take_more_room_than_there_is_but_for_those_of_rank_0(
    columns: tuple[Column, ...], room: int
) -> None:
    widths = column_widths(columns, room)
    used = sum(width + GAP for width in widths if width) - GAP
    firm = sum((column.least or column.width) + GAP for column in columns if column.rank == 0) - GAP
    assert used <= max(room, firm)
    assert all(width for width, column in zip(widths, columns, strict=True) if column.rank == 0)
    if any(column.grow and width for column, width in zip(columns, widths, strict=True)):
        assert used >= min(room, firm)


def test_reason_of_a_failing_source_is_not_cut_for_the_sake_of_titles() -> None:
    reason = len("503 Service Unavailable")
    # The panel of sources in 220 columns, and over the whole of 160.
    assert column_widths(sources.COLUMNS, 88)[-1] >= reason
    assert all(column_widths(sources.COLUMNS, 88))
    assert column_widths(sources.COLUMNS, 155)[2] >= len("last good")


def test_what_changed_ends_in_the_same_columns_for_claims_and_for_quotes() -> None:
    for room in (150, 180, 215):
        of_claims, of_quotes = (
            column_widths(columns, room) for columns in (changes._CLAIM_COLUMNS, changes._SAID_COLUMNS)
        )
        assert of_claims[-2:] == of_quotes[-2:]
        assert sum(of_claims) + len(of_claims) == sum(of_quotes) + len(of_quotes)


def test_standing_word_comes_before_origins_and_carriers() -> None:
    narrow, middle, wide = (column_widths(claims.COLUMNS, room) for room in (40, 75, 155))
    assert narrow[-1] == 1
    assert middle[-1] == 14
    assert middle[-4] == middle[5] == 0
    assert all(wide)


def test_days_of_a_claim_are_never_cut_and_origins_are_a_bare_number_before_they_go() -> None:
    days, origins = 6, 8
    for room in range(30, 170):
        widths = column_widths(claims.COLUMNS, room)
        assert widths[days] in (0, len("26–28 Mar"))
        assert widths[origins] >= len("origins") or not widths[days]


@given(st.dates(), st.integers(0, 400))
def test_span_of_days_in_short_keeps_its_month_and_its_room(first: date, length: int) -> None:
    last = min(date.max.toordinal(), first.toordinal() + length)
    told = short_span(first, date.fromordinal(last))
    assert len(told) <= len("26–28 Mar")
    assert told.endswith(f"{date.fromordinal(last):%b}")


def test_grade_is_in_the_list_once_there_is_room_beside_what_it_grades() -> None:
    middle, roomy = (column_widths(claims.COLUMNS, room) for room in (52, 90))
    assert middle[-2] == 0
    assert roomy[-2] == 2


def test_growing_columns_take_what_is_left() -> None:
    for columns in (claims.COLUMNS, quotes.COLUMNS, sources.COLUMNS):
        widths = column_widths(columns, 200)
        assert sum(widths) + GAP * (len(columns) - 1) == 200
