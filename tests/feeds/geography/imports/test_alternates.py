"""Names with their languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.errors import FormatError
from feeds.geography.imports.alternates import Alternate, read_alternates
from feeds.geography.imports.kinds import kind_of
from feeds.geography.imports.note import NAMES
from tests.feeds.geography.imports.dumping import a_file, text

if TYPE_CHECKING:
    from pathlib import Path


def a_name(
    place: int, tongue: str, name: str, *, colloquial: str = "", historic: str = "", until: str = ""
) -> str:
    return "\t".join(("1", str(place), tongue, name, "", "", colloquial, historic, "", until))


def read(folder: Path, *lines: str, least: int = 0) -> tuple[Alternate, ...]:
    return read_alternates(a_file(folder, "alternateNamesV2.zip", text(lines)), {7, 8}, least=least)


def test_the_names_of_known_places_in_three_languages_are_taken(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        a_name(7, "uk", "Тестівка"),
        a_name(7, "ru", "Старая", historic="1"),
        a_name(8, "en", "Testivka", until="1991"),
        a_name(7, "en", "Testy", colloquial="1"),
        a_name(7, "pl", "Testówka"),
        a_name(7, "link", "https://example.org"),
        a_name(9, "uk", "Чужа"),
        a_name(7, "uk", "\x1b[31m"),
    )
    assert found == (
        Alternate(7, "ru", "Старая", old=True),
        Alternate(7, "uk", "Тестівка", old=False),
        Alternate(8, "en", "Testivka", old=True),
    )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([a_name(7, "uk", "Тестівка"), "a\tb"], "line 2 has 2 columns instead of 10"),
        ([a_name(7, "uk", "Тестівка")], "has 1 names; the whole table has more than 5"),
    ],
)
def test_another_table_or_a_part_of_it_is_refused(tmp_path: Path, lines: list[str], reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        read(tmp_path, *lines, least=5)


def test_the_table_is_told_by_its_columns(tmp_path: Path) -> None:
    assert kind_of(a_file(tmp_path, "alternateNames.txt", text([a_name(7, "uk", "Тестівка")]))) == NAMES
