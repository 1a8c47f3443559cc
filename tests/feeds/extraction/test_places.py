"""Which names of a text are places of its reports, and which are somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _places(read_text: ReadText, text: str) -> list[str]:
    return [one.place for one in read_text(text).reports]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian forces withdrew from Kotlyne, soldiers told the Sumy Gazette on Friday.",
        "Ukrainian forces withdrew from Kotlyne, people there told Sumy Gazette.",
        "Ukrainian forces withdrew from Kotlyne, Rada Holm, an observer at the Lantern Group, told Pole.",
        "Ukrainian forces withdrew from Kotlyne, Col Oleh Burko, the commander of a unit, told Pole.",
        "Ukrainian forces withdrew from Kotlyne, the head of the Sumy regional office, Oleh Burko, said.",
        "Ukrainian forces withdrew from Kotlyne to join Captain Burko.",
        "Ukrainian forces withdrew from Kotlyne for Harbour Herald.",
    ],
)
def test_who_speaks_or_is_spoken_to_is_no_place(read_text: ReadText, text: str) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET)
    assert [one.place for one in found.reports] == ["Kotlyne"]


def test_one_who_speaks_elsewhere_in_the_item_is_no_place(read_text: ReadText) -> None:
    text = "Rada Holm said it rained. Russian forces advanced to Holm and in Kotlyne."
    assert _places(read_text, text) == ["Kotlyne"]


def test_a_longer_unknown_name_is_not_the_place_it_begins_with(read_text: ReadText) -> None:
    text = "Russian forces advanced in Kotlyne while Toretsk Lodestar looked on."
    assert _places(read_text, text) == ["Kotlyne"]


def test_a_longer_unknown_name_behind_a_cue_is_a_place_of_its_own(read_text: ReadText) -> None:
    text = "Russian forces advanced near Toretsk Heights in Donetsk Oblast."
    (report,) = read_text(text).reports
    assert (report.place, report.located, report.oblast) == ("Toretsk Heights", None, "Donetsk")


def test_compass_words_of_a_place_in_its_oblast_leave_the_place(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced southwest of Demidovka in Belgorod Oblast."
    assert _places(read_text, text) == ["Demidovka"]


def test_the_part_of_a_place_is_the_place(read_text: ReadText) -> None:
    assert _places(read_text, "Russian forces withdrew from Udachne's western outskirts.") == ["Udachne"]


def test_a_place_near_another_is_one_report(read_text: ReadText) -> None:
    assert _places(read_text, "Russian forces withdrew from Grafovka near Prilesye.") == ["Grafovka"]


def test_a_place_that_lies_off_another_is_one_report(read_text: ReadText) -> None:
    text = "Ukrainian forces attacked near Guevo, north-west of Belgorod city, on Thursday."
    assert _places(read_text, text) == ["Guevo"]


def test_a_district_of_an_oblast_is_one_report(read_text: ReadText) -> None:
    text = "Russia sent reserves to the Krasnaya Yaruga district of the Belgorod region."
    (report,) = read_text(text).reports
    assert report.place == "Krasnaya Yaruga district"
    assert report.located is not None
    assert report.located.id == "ru-belgorod-raion-krasnoyaruzhsky"


def test_most_reports_oblast_is_not_lent_to_a_name_that_lies_elsewhere(read_text: ReadText) -> None:
    text = "Russian forces advanced in Toretsk and Kotlyne. Ukrainian forces advanced in Popovka."
    popovka = next(one for one in read_text(text).reports if one.place == "Popovka")
    assert popovka.oblast is None


def test_most_reports_oblast_is_lent_to_an_unknown_name(read_text: ReadText) -> None:
    text = "Russian forces advanced in Toretsk and Kotlyne. Ukrainian forces advanced in Zmiinyi Yar."
    unknown = next(one for one in read_text(text).reports if one.place == "Zmiinyi Yar")
    assert unknown.oblast == "Donetsk"
