"""English: what daily assessments say of operations, in overviews, takeaways and paragraphs of an axis."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from feeds.model import SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _told(found: Extract) -> set[tuple[str, str, str, bool]]:
    return {(one.kind.value, one.side.value, one.place, one.negated) for one in found.reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces gained little ground in southern Ukraine last week.",
            set(),
        ),
        (
            "Russian troops made no confirmed gains in renewed assaults in eastern Ukraine.",
            set(),
        ),
        (
            "Russian forces conducted ground assaults in Donbas and near Hulyaipole.",
            {("attack", "russia", "Donbas", False), ("attack", "russia", "Hulyaipole", False)},
        ),
        (
            "Russian forces advanced toward the town of Siversk in eastern Ukraine.",
            {("advance", "russia", "Siversk", False)},
        ),
        ("Russian forces did not conduct ground attacks in southern Ukraine.", set()),
        (
            "Russian forces transferred two regiments to southern Ukraine.",
            {("redeployment", "russia", "southern Ukraine", False)},
        ),
        ("The Russian offensive in northern Ukraine draws reserves away from other axes.", set()),
        (
            "Ukrainian forces left Velyka Novosilka as Russian troops continue an offensive in the Donbas.",
            {("withdrawal", "ukraine", "Velyka Novosilka", False)},
        ),
    ],
)
def test_a_part_of_a_country_is_a_place_of_moves_and_in_a_list(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, bool]]
) -> None:
    assert _told(read_text(text)) == told


def test_a_part_of_a_country_lies_in_no_oblast(read_text: ReadText) -> None:
    found = read_text("Russian forces attacked across eastern Ukraine and in northern Kherson Oblast.")
    assert {one.place: one.oblast for one in found.reports} == {
        "eastern Ukraine": None,
        "Kherson Oblast": "Kherson",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ukrainian forces did not regain any ground in continued counterattacks south of Siversk.",
            {("advance", "ukraine", "Siversk", True), ("attack", "ukraine", "Siversk", False)},
        ),
        (
            "Russian forces made minor gains in mechanized assaults near Torske.",
            {("advance", "russia", "Torske", False), ("attack", "russia", "Torske", False)},
        ),
        (
            "Russian forces have yet to make gains near Yampil.",
            {("advance", "russia", "Yampil", True)},
        ),
        (
            "Russian forces made little to no progress near Yampil.",
            {("advance", "russia", "Yampil", True)},
        ),
    ],
)
def test_gains_in_the_course_of_attacks_have_their_place(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, bool]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ukrainian forces slowed Russian attacks, which secured only minor advances near Torske.", "russia"),
        ("Russian forces repelled Ukrainian assaults, which have gained ground near Torske.", "ukraine"),
        ("Russian forces, which gained ground near Torske, are tired.", "russia"),
        ("Russian airborne (VDV) and Spetsnaz forces advanced near Torske.", "russia"),
    ],
)
def test_whose_gains_are_told_behind_which_and_brackets(read_text: ReadText, text: str, side: str) -> None:
    told = {one.side.value for one in read_text(text).reports if one.kind.value == "advance"}
    assert told == {side}


def test_they_are_those_the_sentence_before_is_about(read_text: ReadText) -> None:
    found = read_text("Russian forces continued to reposition in the north. They withdrew from Nova Basan.")
    assert _told(found) == {("withdrawal", "russia", "Nova Basan", False)}


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces have not completely pushed Ukrainian forces out of the Sudzha area.",
        "Russian forces have not fully cleared the Siversk area.",
        "The official said that Ukraine risks losing Zaporizhzhia and Sumy cities.",
        "He spoke of the probability of fighting in Kherson City.",
        "Ukraine warned of false flag attacks in Transnistria.",
        "Ukrainian forces conducted a successful attack on Russian ships docked at Berdyansk.",
        "Local Ukrainian authorities left Mariupol to coordinate operations.",
        "Russian forces interdicted Ukrainian logistics near Druzhkivka.",
        "There are no reports of Russian forces retaking Kamyanske.",
        "Drones came from the directions of Kursk and Oryol; Shatalovo; and occupied Hvardiiske, Crimea.",
    ],
)
def test_what_is_done_in_part_feared_or_no_ground_attack_is_no_report(read_text: ReadText, text: str) -> None:
    assert _told(read_text(text)) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces continue to clear Ukrainian forces from Kurakhove.",
            {("attack", "russia", "Kurakhove", False)},
        ),
        (
            "Russian forces cleared Ukrainian forces from Kurakhove.",
            {("seizure", "russia", "Kurakhove", False)},
        ),
        (
            "Ukrainian forces withdrew from eastern Siversk across the Bakhmutka River.",
            {("withdrawal", "ukraine", "Siversk", False)},
        ),
        (
            "Russian forces withdrew from the Kyiv area.",
            {("withdrawal", "russia", "Kyiv", False)},
        ),
        (
            "Ukrainian forces northwest of Makariv pushed Russian forces north of the E-40 highway.",
            {("advance", "ukraine", "Makariv", False)},
        ),
        (
            "Ukrainian forces attacked near Robotyne despite Russian activity in the Avdiivka direction.",
            {("attack", "ukraine", "Robotyne", False)},
        ),
    ],
)
def test_places_are_those_of_the_deed(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, bool]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Ukrainian forces attacked in the Lyman direction, near Bakhmut, and in Zaporizhia Oblast.",
            {"Lyman direction", "Bakhmut", "Zaporizhia Oblast"},
        ),
        (
            "Russia attacked near Lyman, on the border between Sumy and Kursk oblasts, and in Kherson Oblast",
            {
                "Lyman",
                "border between Sumy and Kursk oblasts",
                "Kherson Oblast",
            },
        ),
        ("Russian forces attacked near Synkivka, in the Kupyansk direction.", {"Synkivka"}),
        ("Russian forces attacked Kyiv’s eastern outskirts.", {"Kyiv"}),
        ("Russian forces entered several cities, including Kyiv and Kherson.", {"Kyiv", "Kherson"}),
    ],
)
def test_all_areas_of_a_list_are_places(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {one.place for one in read_text(text).reports} == places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces withdrew units from Donetsk Oblast and redeployed them to Kherson Oblast.",
            {("redeployment", "russia", "Kherson Oblast", False)},
        ),
        (
            "Ukrainian forces withdrew from Lysychansk and redeployed to Siversk.",
            {
                ("withdrawal", "ukraine", "Lysychansk", False),
                ("redeployment", "ukraine", "Siversk", False),
            },
        ),
        (
            "Russian forces are redeploying units operating in Slovyansk to southern Ukraine.",
            {("redeployment", "russia", "southern Ukraine", False)},
        ),
        (
            "Russian forces have stalled Ukrainian advances southeast of Sudzha.",
            {("attack", "ukraine", "Sudzha", False)},
        ),
        (
            "The line runs from Kupyansk to Izyum after the Russian withdrawal from eastern Kharkiv Oblast.",
            {("withdrawal", "russia", "Kharkiv Oblast", False)},
        ),
    ],
)
def test_units_move_to_their_goal(
    read_text: ReadText, text: str, told: set[tuple[str, str, str, bool]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Russian forces attacked near Torske on March 26 and recently gained ground near Yampil.", None),
        ("Russian forces recently advanced near Yampil amid attacks in the area on March 26.", None),
        (
            "Geolocated footage of March 26 shows that Russian forces recently advanced near Yampil.",
            "2025-03-26",
        ),
        ("Russian forces advanced near Yampil on March 26.", "2025-03-26"),
    ],
)
def test_what_was_done_recently_has_no_day_of_another_deed(
    read_text: ReadText, text: str, day: str | None
) -> None:
    found = read_text(text).reports
    days = {one.event_on for one in found if one.kind.value == "advance" and one.place == "Yampil"}
    assert days == {date.fromisoformat(day) if day else None}


@pytest.mark.parametrize(
    ("who", "claimants"),
    [
        ("The Russian Ministry of Defense and other Russian sources", {"Ministry of Defense", "sources"}),
        ("The Russian Ministry of Defense and milbloggers", {"Ministry of Defense", "milbloggers"}),
        ("Zelensky and the Ukrainian General Staff", {"Zelensky", "General Staff"}),
        ("The head of the Kherson and Zaporizhia administration", {"administration"}),
    ],
)
def test_two_who_claim_are_told_apart(read_text: ReadText, who: str, claimants: set[str]) -> None:
    found = read_text(f"{who} stated that fighting continues near Robotyne.").reports
    assert {next(one for one in claimants if one in (report.claimant or "")) for report in found} == claimants
    assert len(found) == len(claimants)


@pytest.mark.parametrize(("who", "evidence"), [("Ukrainian", "unattributed"), ("Russian", "milblogger")])
def test_sources_of_nobody_in_particular_are_unattributed(
    read_text: ReadText, who: str, evidence: str
) -> None:
    found = read_text(
        f"{who} sources reported that Russian forces attacked near Yampil.", source_class=SourceClass.ASSESSOR
    )
    assert [one.evidence.value for one in found.reports] == [evidence]


@pytest.mark.parametrize(
    "text",
    [
        "Russian Subordinate Main Effort #2 – Capture the remainder of Luhansk Oblast and push into Kupyansk",
        "Russian Supporting Effort: Defend Kherson and capture Mykolaiv",
    ],
)
def test_aims_in_headings_are_no_reports(read_text: ReadText, text: str) -> None:
    assert _told(read_text(text)) == set()


def test_what_a_heading_of_an_effort_is_followed_by_is_told(read_text: ReadText) -> None:
    found = read_text("Supporting Effort #1 – Kharkiv: Russian forces conducted attacks near Ternova.")
    assert _told(found) == {("attack", "russia", "Ternova", False)}
