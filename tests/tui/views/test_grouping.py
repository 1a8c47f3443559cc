"""Under which heading claims stand, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from feeds.model import Board, Claim, Place, PlaceKind, Precision, Side, StandingLevel
from tests.tui import boards
from tui.views.claims import claims_view
from tui.views.grouping import NO_SOURCE, heaps_of, ordered
from tui.views.lens import Grouping, Lens, Ordering, next_of
from tui.views.rows import Rows

NOW = boards.NOW
POKROVSK = Place(
    "direction", "Pokrovsk direction", PlaceKind.DIRECTION, "Donetsk", "UA", None, None, Precision.OBLAST
)


def headings(grouping: Grouping, claims: tuple[Claim, ...] = boards.CLAIMS) -> list[tuple[str, str]]:
    """Return what each heading is called, and its id."""
    view = claims_view(Board(NOW, 7, claims), NOW, Lens(grouping=grouping))
    return [
        (group.heading.cells[0][0].text, group.heading.target.id)
        for group in view.groups
        if group.heading.target
    ]


def test_days_stand_latest_day_first_and_have_no_sparkline() -> None:
    assert headings(Grouping.DAY) == [
        ("Thu 27 Mar", "day:2025-03-27"),
        ("Wed 26 Mar", "day:2025-03-26"),
        ("Tue 25 Mar", "day:2025-03-25"),
        ("Mon 24 Mar", "day:2025-03-24"),
    ]
    by_day, by_oblast = (
        claims_view(boards.BOARD, NOW, Lens(grouping=grouping)).groups[0].heading
        for grouping in (Grouping.DAY, Grouping.OBLAST)
    )
    assert len(by_day.cells) == len(by_day.columns) == len(by_oblast.cells) - 1


def test_what_has_no_direction_stands_last_however_lately_it_changed() -> None:
    old = boards.claim("Myrne", "Donetsk", minutes=5000)
    located = replace(old, id="located", located=POKROVSK)
    named = replace(old, id="named", place="Lyman direction", located=None)
    nowhere = replace(boards.CLAIMS[0], located=None)
    names = [name for name, _ in headings(Grouping.DIRECTION, (nowhere, located, named))]
    assert sorted(names[:2]) == ["Lyman direction", "Pokrovsk direction"]
    assert names[2:] == ["No direction, no raion"]


def test_claims_without_a_direction_stand_by_raion_behind_those_with_one() -> None:
    place = boards.place("Myrne", "Donetsk")
    village = replace(boards.CLAIMS[0], id="village", located=replace(place, raion="Pokrovsk"))
    whole = replace(
        village, id="whole", located=replace(place, name="Pokrovsk raion", kind=PlaceKind.RAION, raion=None)
    )
    named = replace(boards.claim("Myrne", "Donetsk", minutes=5000), id="named", located=POKROVSK)
    view = headings(Grouping.DIRECTION, (village, whole, named))
    assert view == [
        ("Pokrovsk direction", "direction:Pokrovsk direction"),
        ("Pokrovsk raion", "direction:Pokrovsk raion"),
    ]


def test_claims_stand_under_who_said_it_first() -> None:
    nobody = replace(boards.CLAIMS[1], origins=())
    ids = [one for _, one in headings(Grouping.SOURCE, (boards.CLAIMS[0], nobody))]
    assert ids == ["source:Origin 0", f"source:{NO_SOURCE}"]


def test_a_heading_counts_what_is_under_it() -> None:
    (heap,) = heaps_of(boards.CLAIMS[5:8], Grouping.OBLAST, NOW.date(), 7)
    assert heap.levels == {StandingLevel.CONFIRMED: 1, StandingLevel.CLAIMED: 1, StandingLevel.DENIED: 1}
    assert heap.sides == {Side.RUSSIA: 2}, "what is denied speaks for nobody"
    assert heap.days == [0, 0, 0, 0, 1, 0, 2, 0]
    assert heap.changed_at == boards.CLAIMS[5].said_at


def test_days_outside_the_window_are_in_no_sparkline() -> None:
    claims = [boards.claim("A", on=date(2025, 3, 1)), boards.claim("B", on=date(2025, 4, 2))]
    (heap,) = heaps_of(claims, Grouping.OBLAST, NOW.date(), 7)
    assert sum(heap.days) == 0


@pytest.mark.parametrize(
    ("ordering", "first"),
    [
        (Ordering.LATEST, ["Popovka", "Demidovka", "Malyi Luh"]),
        (Ordering.STANDING, ["Stara Hreblia", "Popovka", "Grafovka"]),
        (Ordering.DISTANCE, ["Stara Hreblia", "Popovka", "Grafovka"]),
        (Ordering.PLACE, ["Demidovka", "Grafovka", "Kamianyi Brid"]),
    ],
)
def test_claims_are_ordered_as_is_wanted(ordering: Ordering, first: list[str]) -> None:
    assert [claim.place for claim in ordered(boards.CLAIMS, ordering)][:3] == first


def test_figures_that_are_no_numbers_come_last_among_the_farthest() -> None:
    odd = boards.claim("Odd", distances=(boards.distance(float("nan"), None),), minutes=1)
    farthest, *_ = ordered((odd, *boards.CLAIMS), Ordering.DISTANCE)
    assert farthest.place == "Stara Hreblia"


def test_keys_go_round_all_choices() -> None:
    choices = [Grouping.OBLAST]
    while (after := next_of(choices[-1])) not in choices:
        choices.append(after)
    assert choices == list(Grouping)


def test_the_oblast_is_said_where_no_heading_says_it() -> None:
    by_day = claims_view(boards.BOARD, NOW, Lens(grouping=Grouping.DAY)).groups[0].lines[0]
    by_oblast = claims_view(boards.BOARD, NOW).groups[0].lines[0]
    assert [part.text for part in by_day.cells[3]] == ["~Popovka", ", Belgorod"]
    assert [part.text for part in by_oblast.cells[3]] == ["~Popovka"]


def test_ten_thousand_claims_make_no_line_before_one_is_looked_at() -> None:
    claims = tuple(replace(boards.CLAIMS[0], id=str(number)) for number in range(10_000))
    (group,) = claims_view(Board(NOW, 7, claims), NOW).groups
    assert isinstance(group.lines, Rows)
    assert group.lines._made == {}
    assert group.lines[9_999].key == group.lines.key_at(9_999)
    assert len(group.lines._made) == 1
