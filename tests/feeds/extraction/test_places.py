"""Which names of a text are places of its reports, and which are somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction import extract
from feeds.geography import load_gazetteer
from feeds.geography.prior import Prior, Settled
from feeds.model import SourceClass
from tests.building import an_item

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
    text = "Russian forces advanced in Toretsk and Kotlyne. Ukrainian forces advanced in Guevo."
    guevo = next(one for one in read_text(text).reports if one.place == "Guevo")
    assert guevo.oblast in {None, "Kursk"}


def test_most_reports_oblast_is_lent_to_an_unknown_name(read_text: ReadText) -> None:
    text = "Russian forces advanced in Toretsk and Kotlyne. Ukrainian forces advanced in Zmiinyi Yar."
    unknown = next(one for one in read_text(text).reports if one.place == "Zmiinyi Yar")
    assert unknown.oblast == "Donetsk"
    assert unknown.located is None
    assert "knows no Zmiinyi Yar" in unknown.place_because


def test_a_report_says_why_its_place_is_where_it_is(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Popovka and Demidovka (northwest of Belgorod City)."
    popovka, demidovka = read_text(text).reports
    for report in (popovka, demidovka):
        assert report.located is not None
        assert "krasnoyaruzhsky" in report.located.id or report.located.id == "ru-belgorod-demidovka"
        assert report.oblast == "Belgorod"
        assert report.place_candidates == ()
    assert popovka.place_because.startswith("Popovka in Krasnoyaruzhsky raion: it lies")
    assert "km from Demidovka" in popovka.place_because


def test_an_unresolved_place_has_its_candidates(read_text: ReadText) -> None:
    (report,) = read_text("Russian forces attacked in Zelene in Donetsk Oblast.").reports
    assert (report.place, report.located, report.oblast) == ("Zelene", None, "Donetsk")
    assert 2 <= len(report.place_candidates) <= 5
    assert {place.oblast for place in report.place_candidates} == {"Donetsk"}
    assert report.place_because.startswith("Zelene may be")


def test_what_the_text_says_helps_to_read_the_title(read_text: ReadText) -> None:
    found = read_text("It rained on Demidovka in Belgorod Oblast.", title="Ukraine captures Popovka")
    (report,) = found.reports
    assert report.located is not None
    assert report.located.id == "ru-belgorod-popovka-krasnoyaruzhsky"


def test_an_id_does_not_change_with_the_place_that_is_told(read_text: ReadText) -> None:
    (alone,) = read_text("Ukrainian forces advanced in Popovka.").reports
    (told,) = read_text("Ukrainian forces advanced in Popovka.", title="Belgorod region, Demidovka").reports
    assert alone.located != told.located
    assert alone.id == told.id


def test_two_places_of_one_name_are_two_reports(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Popovka in Belgorod Oblast and in Popovka in Sumy Oblast."
    reports = read_text(text).reports
    assert {one.oblast for one in reports} == {"Belgorod", "Sumy"}
    assert len({one.id for one in reports}) == 2


def test_what_is_known_of_the_source_tells_the_place() -> None:
    item = an_item(text="Ukrainian forces advanced in Popovka.")
    settled = Settled("popovka", "Belgorod", "ru-belgorod-popovka-korochansky")
    (report,) = extract(item, load_gazetteer(), prior=Prior(settled=(settled,))).reports
    assert report.located is not None
    assert report.located.id == settled.place_id
    assert "analyst" in report.place_because
