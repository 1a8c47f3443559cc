"""English asides and lists: claims that others deny, where troops are headed, what a list names later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _told(found: Extract) -> set[tuple[str, str, str, str | None, bool]]:
    return {(one.kind.value, one.side.value, one.place, one.claimant, one.negated) for one in found.reports}


@pytest.mark.parametrize(
    "aside",
    [
        "a claim Kyiv had earlier rejected.",
        "a claim that Kyiv denied.",
        "an as yet unproven claim denied by Kyiv.",
        "something Kyiv disputes.",
        "an assertion Kyiv dismissed on Sunday.",
    ],
)
def test_a_claim_behind_a_comma_that_another_denies_is_told_by_both(read_text: ReadText, aside: str) -> None:
    told = _told(read_text(f"Moscow said on Saturday that it had captured Torske, {aside}"))
    assert told == {
        ("seizure", "russia", "Torske", "Moscow", False),
        ("seizure", "russia", "Torske", "Kyiv", True),
    }


def test_a_claim_behind_a_comma_that_is_not_confirmed_is_awaited_from_whoever_is_named(
    read_text: ReadText,
) -> None:
    found = read_text("Russia said it had taken Yampil, a claim that Ukraine's military has not confirmed.")
    assert [one.asked for one in found.pending] == ["Ukraine's military"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine denied Russian forces had taken Yampil.",
        "Kyiv denies Russia's Wagner Group has taken Yampil.",
        "Ukraine rejects Russian troops took Yampil.",
    ],
)
def test_who_denies_is_no_part_of_those_whose_gain_is_denied(read_text: ReadText, text: str) -> None:
    (report,) = read_text(text).reports
    assert (report.side.value, report.negated) == ("russia", True)


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops advanced near Torske and Yampil towards the town of Sloviansk.",
        "Russian troops advanced near Torske and in Yampil in the direction of Sloviansk.",
        "Russian troops advanced near Torske and Yampil, on the way to the hilltop city of Sloviansk.",
    ],
)
def test_the_town_that_troops_head_for_is_not_where_they_advanced(read_text: ReadText, text: str) -> None:
    assert {one.place for one in read_text(text).reports} == {"Torske", "Yampil"}


def test_the_town_that_troops_head_for_is_told_where_it_alone_is_named(read_text: ReadText) -> None:
    assert {one.place for one in read_text("Russian troops advanced towards Sloviansk.").reports} == {
        "Sloviansk"
    }


def test_whoever_pushes_on_from_a_town_did_not_take_it_there(read_text: ReadText) -> None:
    (report,) = read_text("Russian forces pushed west from Torske.").reports
    assert report.kind.value == "advance"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The national flag once again flies over Yampil.", "ukraine"),
        ("The flag was raised over Yampil, Yevgeny Prigozhin said.", "russia"),
        ("The Russian flag now flies over Yampil.", "russia"),
    ],
)
def test_a_flag_of_nobody_named_is_that_of_who_speaks_or_whose_country_it_is(
    read_text: ReadText, text: str, side: str
) -> None:
    (report,) = read_text(text).reports
    assert (report.kind.value, report.side.value) == ("seizure", side)


@pytest.mark.parametrize(
    "list_of_them",
    [
        "Among them are Torske and Yampil.",
        "They are Torske and Yampil.",
        "These include the villages of Torske and Yampil.",
        "Among the settlements named are Torske and Yampil.",
    ],
)
def test_a_sentence_that_only_lists_settlements_says_where(read_text: ReadText, list_of_them: str) -> None:
    found = read_text(
        f"Ukrainian forces liberated four villages in the region, the army said. {list_of_them}"
    )
    assert _told(found) == {("seizure", "ukraine", one, "army", False) for one in ("Torske", "Yampil")}


def test_where_villages_lie_is_no_list_of_them(read_text: ReadText) -> None:
    found = read_text("Ukrainian forces liberated two villages, the army said. They are located near Yampil.")
    assert not found.reports


@pytest.mark.parametrize(
    ("who", "claimants"),
    [
        ("Military and open-source analysts", {"Military and open-source analysts"}),
        ("Police and army officials", {"Police and army officials"}),
        ("The military and Western analysts", {"military", "Western analysts"}),
        ("Soldiers and local officials", {"Soldiers", "local officials"}),
    ],
)
def test_two_words_for_a_kind_are_no_two_speakers(read_text: ReadText, who: str, claimants: set[str]) -> None:
    found = read_text(f"{who} said Russian forces had entered Yampil.")
    assert {one.claimant for one in found.reports} == claimants


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Russia captured Torske, near Lyman, and Yampil.", {"Torske", "Yampil"}),
        ("Russia captured the village of Torske, near Lyman, and the town of Yampil.", {"Torske", "Yampil"}),
        (
            "Russia captured Torske, about 10 km east of Lyman, and Yampil, near Siversk.",
            {"Torske", "Yampil"},
        ),
        ("The army announced the capture of Torske, near Lyman, and Yampil.", {"Torske", "Yampil"}),
        ("Russian troops attacked near Torske, near Lyman, and near Yampil.", {"Torske", "Lyman", "Yampil"}),
        ("Russian forces captured Krasnohorivka, a western suburb of Donetsk.", {"Krasnohorivka"}),
        ("Russian forces captured Yampil and Torske, suburbs of Lyman.", {"Torske", "Yampil"}),
    ],
)
def test_where_a_captured_village_lies_ends_no_list_and_is_not_told(
    read_text: ReadText, text: str, places: set[str]
) -> None:
    assert {one.place for one in read_text(text).reports} == places


def test_fighting_in_the_area_is_that_of_the_town_taken_and_not_of_the_one_ahead(read_text: ReadText) -> None:
    found = read_text(
        "Russia took Torske as it advances toward the city of Lyman. Fighting goes on in the area."
    )
    assert {one.place for one in found.reports if one.kind.value == "fighting"} == {"Torske"}


def test_regions_that_a_sentence_lists_are_no_settlements_taken(read_text: ReadText) -> None:
    found = read_text(
        "Ukraine's capture of Yampil was a defeat for Moscow. These include the Donetsk region."
    )
    assert {one.place for one in found.reports} == {"Yampil"}
