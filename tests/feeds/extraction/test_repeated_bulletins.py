"""Items that repeat a bulletin: it says all of them, on its own day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.feeds.extraction.conftest import PUBLISHED

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def test_what_is_repeated_as_reported_is_the_makers(read_text: ReadText) -> None:
    day = (PUBLISHED - timedelta(days=1)).date()
    found = read_text(
        "Russian troops stormed Kupiansk twice.\n\n"
        f"As reported in the operational update as of 6 a.m. on {_WEEKDAYS[day.weekday()]}, put on the page "
        "of the General Staff of the Armed Forces of Ukraine, the enemy also attacked near Lyman.\n\n"
        "The occupiers assaulted Siversk."
    ).reports
    assert {one.place for one in found} == {"Kupiansk", "Lyman", "Siversk"}
    assert {one.claimant for one in found} == {"General Staff of the Armed Forces of Ukraine"}
    assert {one.event_on for one in found} == {day}


def test_an_evening_update_is_of_its_day(read_text: ReadText) -> None:
    found = read_text(
        "Russian troops attacked near Lyman. This is stated in the evening operational update of the General "
        "Staff of the Armed Forces of Ukraine."
    ).reports
    assert [one.event_on for one in found] == [PUBLISHED.date()]


@pytest.mark.parametrize(
    "text",
    [
        "As reported in the south, Russian forces attacked near Lyman.",
        "As reported in the news of the week, Russian forces attacked near Lyman.",
    ],
)
def test_a_work_that_nobody_made_says_nothing(read_text: ReadText, text: str) -> None:
    assert [one.claimant for one in read_text(text).reports] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Russian ministry went on to exaggerate Russian advances near Lyman.",
        "The fight for the town, the first such advance this year, goes on near Lyman.",
        "Shelling went on near Lyman amid Kyiv's incursion.",
        "Shelling hit the temporarily occupied Lyman.",
    ],
)
def test_what_is_only_spoken_of_is_no_report(read_text: ReadText, text: str) -> None:
    assert not any(one.kind.value in {"advance", "seizure"} for one in read_text(text).reports)


def test_men_poured_into_a_place_are_a_move(read_text: ReadText) -> None:
    (one,) = read_text("The Russians are pouring men into Lyman.").reports
    assert (one.kind.value, one.side.value, one.place) == ("redeployment", "russia", "Lyman")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Ukrainian troops withdrew from Lyman, the 7th Brigade said.", "7th Brigade"),
        ("The 9th Assault Brigade said that Russian troops entered Lyman.", "9th Assault Brigade"),
        ("Ukrainian troops have left Lyman, the 7th Brigade said.", "7th Brigade"),
        ("The so-called Free Legion said that Russian troops entered Lyman.", "Free Legion"),
    ],
)
def test_units_speak_by_their_numbers(read_text: ReadText, text: str, claimant: str) -> None:
    assert [one.claimant for one in read_text(text).reports] == [claimant]
