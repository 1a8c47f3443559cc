"""What is taken from a country dump, and which dumps are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.imports.codes import OBLASTS
from feeds.geography.imports.dumps import LEAST, Row, read_dump
from feeds.geography.imports.kinds import DUMP, kind_of
from feeds.geography.oblasts import load_regions
from feeds.geography.settlements import load_settlements
from tests.feeds.geography.imports.dumping import SUMY, a_file, a_line, a_row, text

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.geography.imports.dumps import Dump

REGIONS = load_regions()


def dumped(folder: Path, *lines: str) -> Dump:
    return read_dump(a_file(folder, "UA.txt", text(lines)), REGIONS, least={})


def test_a_settlement_is_read(tmp_path: Path) -> None:
    found = dumped(tmp_path, a_line(7, "Testivka", "Тестівка,Тестовка", people=12))
    assert found.country == "UA"
    assert found.rows == (Row(7, "UA", "Sumy", *SUMY, 12, ("Testivka", "Тестівка", "Тестовка")),)


def test_only_settlements_that_are_still_there_are_taken(tmp_path: Path) -> None:
    codes = ("PPLX", "PPLH", "PPLQ", "PPLW", "PPLA2", "PPLL")
    lines = [a_line(number, code=code) for number, code in enumerate(codes, 1)]
    found = dumped(tmp_path, *lines, a_line(50, kind="H", code="STM"), a_line(51, kind="P", code="PPL"))
    assert [row.id for row in found.rows] == [5, 6, 51]


def test_far_from_the_border_only_large_towns_of_russia_are_taken(tmp_path: Path) -> None:
    far = {"country": "RU", "admin1": "76"}
    found = dumped(
        tmp_path,
        a_line(1, at=(54.2, 37.6), people=470_000, country="RU", admin1="76"),
        a_line(2, at=(54.2, 37.6), people=9_000, **far),
        a_line(3, at=(50.9, 35.5), country="RU", admin1="09"),
    )
    assert [(row.id, row.oblast) for row in found.rows] == [(1, "Tula"), (3, "Belgorod")]
    assert found.elsewhere == 1


@pytest.mark.parametrize(
    "line",
    [
        a_line(2, admin1="00"),
        a_line(2, at=(44.6, 33.5)),
        a_line(2, "\u202eevil", "\x1b[31mred,\u4e2d\u56fd"),
    ],
)
def test_what_has_no_oblast_or_name_or_lies_outside_is_counted_and_left_out(
    tmp_path: Path, line: str
) -> None:
    found = dumped(tmp_path, a_line(1), line)
    assert [row.id for row in found.rows] == [1]
    assert found.unusable == 1


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["a\tb"], "line 1 has 2 columns instead of 19"),
        ([a_line(1), a_line(2) + "\tmore"], "line 2 has 20 columns"),
        ([a_line(1, country="PL")], "a list of 'PL'; only 'UA' and 'RU'"),
        ([a_line(1), a_line(2, country="RU")], "line 2 is of 'RU': a dump of one country"),
        ([a_line(1, at=("here", 34.8))], "line 1 has what is no number"),
        ([a_line(1, at=("nan", 34.8))], "a point that is not on earth"),
        ([a_line(1, at=(91, 34.8))], "a point that is not on earth"),
        ([a_line(-1)], "an id or a population beyond reason"),
        ([a_line(1, people=10**12)], "an id or a population beyond reason"),
        ([a_line(1, kind="H", code="STM")], "no settlement of Ukraine"),
    ],
)
def test_a_file_that_is_no_dump_is_refused_whole(tmp_path: Path, lines: list[str], reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        dumped(tmp_path, *lines)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    data = text([a_line(1)]).replace("Тест".encode(), b"\xff\xfe")
    with pytest.raises(FormatError, match="line 1 has what is no number or no UTF-8"):
        read_dump(a_file(tmp_path, "UA.txt", data), REGIONS, least={})


def test_a_dump_with_too_few_places_is_refused(tmp_path: Path) -> None:
    file = a_file(tmp_path, "UA.zip", text([a_line(1)]))
    with pytest.raises(FormatError, match=r"UA\.zip has 1 settlements .* more than 18,000"):
        read_dump(file, REGIONS)
    assert set(LEAST) == {"UA", "RU"}


def test_the_order_of_lines_plays_no_part(tmp_path: Path) -> None:
    lines = [a_line(number, f"Testivka{number}") for number in (3, 1, 2)]
    assert dumped(tmp_path, *lines) == dumped(tmp_path, *sorted(lines))


def test_all_oblasts_have_a_code() -> None:
    coded = {(country, name) for country, codes in OBLASTS.items() for name in codes.values()}
    assert {(entry.place.country, entry.place.oblast) for entry in load_settlements()} <= coded
    assert {name for _, name in coded} <= set(REGIONS.oblasts)


def test_a_dump_is_told_by_its_columns(tmp_path: Path) -> None:
    assert kind_of(a_file(tmp_path, "UA.zip", text([a_line(1)]))) == DUMP
    with pytest.raises(FormatError, match="its first line has 3 columns"):
        kind_of(a_file(tmp_path, "UA.txt", b"a\tb\tc\n"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.text(max_size=12), min_size=19, max_size=19))
def test_no_cells_raise_anything_else(tmp_path: Path, cells: list[str]) -> None:
    good = a_line(1).split("\t")
    line = "\t".join(
        one if number in {6, 8} else "".join(cell.split())
        for number, (one, cell) in enumerate(zip(good, cells, strict=True))
    )
    try:
        found = read_dump(
            a_file(tmp_path, "UA.txt", line.encode("utf-8", "replace") + b"\n"), REGIONS, least={}
        )
    except FormatError:
        return
    assert all(row == a_row(row.id) or row.names for row in found.rows)
