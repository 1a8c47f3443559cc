"""What the gazetteer has after an import: nothing lost, points better, places added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.imports.alternates import Alternate
from feeds.geography.imports.dumps import Row
from feeds.geography.imports.merging import Tally, merged
from feeds.geography.settlements import Entry, Origin, Size, entry_of
from feeds.model import Precision
from tests.feeds.geography.imports.dumping import SUMY, a_known, a_row, known

if TYPE_CHECKING:
    from random import Random

BETTER = (50.95, 34.9)


def entries(lines: tuple[str, ...]) -> dict[str, Entry]:
    return {entry.place.id: entry for entry in map(entry_of, lines)}


def test_a_known_place_gets_point_population_and_origin() -> None:
    found = merged(known(a_known(old="Старе")), [a_row(7, at=BETTER, people=900)])
    (entry,) = entries(found.lines).values()
    assert (entry.place.id, entry.place.lat, entry.place.lon) == ("ua-1", *BETTER)
    assert (entry.place.precision, entry.origin) == (Precision.EXACT, Origin.IMPORTED)
    assert (entry.population, entry.old, entry.uk, entry.ru) == (900, ("Старе",), "Тестівка", "Тестовка")
    assert (entry.raion, entry.raion_local) == ("Sumy", "Сумський")
    assert found.tallies == {"Sumy": Tally(refined=1, sharpened=1)}


def test_a_population_that_the_dump_does_not_know_stays() -> None:
    found = merged(known(a_known(people=70, precision="exact")), [a_row(7)])
    assert entries(found.lines)["ua-1"].population == 70
    assert found.tallies == {"Sumy": Tally(refined=1, sharpened=0)}


def test_further_spellings_are_taken_and_foreign_names_are_not() -> None:
    row = a_row(7, "Testivka", "Тестівка", "Testiwka", "Testówka", "Тэставка", "Paris", "Дзержинськ")
    (entry,) = entries(merged(known(a_known()), [row]).lines).values()
    assert entry.latin == ("Testiwka", "Testówka")
    assert entry.old == ()


def test_names_with_a_language_are_all_taken() -> None:
    told = [
        Alternate(7, "uk", "Дзержинське", old=True),
        Alternate(7, "en", "Testtown", old=False),
        Alternate(7, "ru", "Тестовка", old=False),
        Alternate(8, "ru", "Чужая", old=False),
    ]
    (entry,) = entries(merged(known(a_known()), [a_row(7)], told).lines).values()
    assert (entry.latin, entry.old) == (("Testtown",), ("Дзержинське",))


def test_a_place_that_is_not_known_is_added() -> None:
    row = a_row(8, "Novaya", "Новая", at=(51.1, 35.5), country="RU", oblast="Kursk", people=6_000)
    found = merged(known(a_known()), [row])
    assert entries(found.lines)["ua-1"].place.precision is Precision.NEAR
    new = entries(found.lines)["ru-n8"]
    assert (new.place.name, new.ru, new.uk, new.size) == ("Novaya", "Новая", "Нова", Size.TOWN)
    assert (new.place.oblast, new.place.country, new.raion) == ("Kursk", "RU", None)
    assert found.tallies == {"Kursk": Tally(added=1)}


def test_a_new_place_is_of_the_raion_that_all_around_it_are_of() -> None:
    around = [a_known(f"ua-{n}", f"Place{n}", "", "", (50.9 + n / 100, 34.8), "exact") for n in range(5)]
    new = a_row(8, "Sudzhanka", at=(50.92, 34.85))
    assert entries(merged(known(*around), [new]).lines)["ua-n8"].raion == "Sumy"
    assert entries(merged(known(*around[:4]), [new]).lines)["ua-n8"].raion is None


@pytest.mark.parametrize(("codes", "raion"), [("AAA", "Sumy"), ("AAB", None), ("AA ", None)])
def test_a_new_place_is_of_the_raion_that_those_of_its_district_are_of(codes: str, raion: str | None) -> None:
    spots = [(50.5 + n / 5, 34.2) for n in range(3)]
    settled = [a_known(f"ua-{n}", f"Place{n}", "", "", at, "exact") for n, at in enumerate(spots)]
    rows = [replace(a_row(n, f"Place{n}", at=at), district=codes[n].strip()) for n, at in enumerate(spots)]
    new = replace(a_row(8, "Sudzhanka"), district="A")
    assert entries(merged(known(*settled), [*rows, new]).lines)["ua-n8"].raion == raion


def test_one_new_place_that_is_listed_twice_is_added_once() -> None:
    found = merged(known(), [a_row(8, at=SUMY), a_row(9, at=(SUMY[0] + 0.01, SUMY[1]))])
    assert list(entries(found.lines)) == ["ua-n8"]
    assert found.tallies == {"Sumy": Tally(added=1, passed_over=1)}


NAMES = st.sampled_from(["Testivka", "Тестівка", "Sudzha", "Суджа", "Popivka", "Попівка", "Popovka"])
ROWS = st.lists(
    st.builds(
        Row,
        id=st.integers(1, 40),
        country=st.just("UA"),
        oblast=st.sampled_from(["Sumy", "Kharkiv"]),
        lat=st.floats(50, 51),
        lon=st.floats(34, 36),
        population=st.integers(0, 50_000),
        names=st.lists(NAMES, min_size=1, max_size=3, unique=True).map(tuple),
    ),
    max_size=10,
    unique_by=lambda row: row.id,
)
KNOWN = known(
    a_known("ua-1", old="Дзержинськ"),
    a_known("ua-2", "Popivka", "Попівка", "Поповка", (50.3, 35.0), "exact"),
    a_known("ua-3", "Popivka", "Попівка", "Поповка", (50.6, 35.2), oblast="Kharkiv"),
)


@given(ROWS, st.randoms())
def test_nothing_known_is_lost_and_order_plays_no_part(rows: list[Row], random: Random) -> None:
    found = merged(KNOWN, rows)
    after = entries(found.lines)
    for entry in KNOWN:
        assert set(entry.forms) <= set(after[entry.place.id].forms)
        assert after[entry.place.id].raion == entry.raion
    assert list(after) == sorted(after)
    assert merged(KNOWN, random.sample(rows, len(rows))).lines == found.lines
    sums = [tally.refined + tally.added + tally.passed_over for tally in found.tallies.values()]
    assert sum(sums) == len(rows)
