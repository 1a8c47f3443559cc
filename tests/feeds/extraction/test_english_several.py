"""What English sentences tell of several places named before, and nouns that only seem to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Kind

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[tuple[Kind, str]]:
    return {(report.kind, report.place) for report in read_text(text).reports}


@pytest.mark.parametrize(
    "text",
    [
        "In each of these directions they advanced by up to two kilometers.",
        "In both areas they gained ground.",
        "They advanced in these sectors.",
    ],
)
def test_areas_named_together_are_all_meant(read_text: ReadText, text: str) -> None:
    found = _told(read_text, f"Russian forces attacked near Yahidne and Klishchiivka. {text}")
    assert {(Kind.ADVANCE, "Yahidne"), (Kind.ADVANCE, "Klishchiivka")} <= found


@pytest.mark.parametrize(
    ("text", "gained"),
    [
        ("Russian troops attacked near Yahidne and gained ground in several sectors.", set()),
        ("Russian troops attacked near Yahidne. They advanced in some other areas on Sunday.", set()),
        ("Russian troops gained ground in several sectors near Yahidne.", {"Yahidne"}),
        ("Near Yahidne, Russian troops advanced in several areas.", {"Yahidne"}),
        ("Russian troops attacked near Yahidne and advanced in some areas of Vovchansk.", {"Vovchansk"}),
    ],
)
def test_some_areas_are_none_of_those_named_before_them(
    read_text: ReadText, text: str, gained: set[str]
) -> None:
    assert {place for kind, place in _told(read_text, text) if kind is Kind.ADVANCE} == gained


def test_other_areas_are_none_of_those_named(read_text: ReadText) -> None:
    found = _told(read_text, "Russian forces seized Yahidne. They continued attacks in other sectors.")
    assert found == {(Kind.SEIZURE, "Yahidne")}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The capture of Vovchansk, though of no great worth, would be a blow.", False),
        ("Gains near Vovchansk, officials said, could open the road.", False),
        ("The capture of Vovchansk, announced on Friday, gave Russia a foothold.", True),
    ],
)
def test_a_modal_behind_an_aside_leaves_it_open(read_text: ReadText, text: str, *, is_told: bool) -> None:
    assert bool(_told(read_text, text)) == is_told


def test_reports_of_something_are_said_by_nobody(read_text: ReadText) -> None:
    found = read_text("Confirmed reports of losses are coming in. Russian troops attacked near Yahidne.")
    assert [report.claimant for report in found.reports] == [None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Also captured were Lastochkyne and Stepove.", {"Yahidne", "Lastochkyne", "Stepove"}),
        ("Also captured was the village of Stepove, near the town of Ocheretyne.", {"Yahidne", "Stepove"}),
        ("Also captured were three soldiers.", {"Yahidne"}),
    ],
)
def test_what_was_also_captured_stands_behind_the_verb(
    read_text: ReadText, text: str, places: set[str]
) -> None:
    assert _told(read_text, f"Russian forces took Yahidne. {text}") == {(Kind.SEIZURE, one) for one in places}


def test_villages_in_two_oblasts_are_not_told_of_a_part_of_the_country(read_text: ReadText) -> None:
    text = (
        "Russia took three villages in eastern Ukraine, one in the Donetsk region and two in the Sumy region."
    )
    assert _told(read_text, text) == {(Kind.SEIZURE, "Donetsk region"), (Kind.SEIZURE, "Sumy region")}
