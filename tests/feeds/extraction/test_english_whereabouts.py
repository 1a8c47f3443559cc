"""English: where it was, by the words around the names of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces advanced two kilometers west of Torske in the Lyman area.",
            {("advance", "russia", "Torske")},
        ),
        (
            "Russian forces seized Torske south of the hotly contested town of Lyman.",
            {("seizure", "russia", "Torske")},
        ),
        ("Russian troops took the northern half of the town of Lyman.", {("advance", "russia", "Lyman")}),
        (
            "Ukrainian troops have left the southern districts of Lyman to save lives.",
            {("withdrawal", "ukraine", "Lyman")},
        ),
        ("The heaviest fighting goes on around Lyman.", {("fighting", "both", "Lyman")}),
        ("Fierce fighting is taking place near Lyman.", {("fighting", "both", "Lyman")}),
        (
            "Ukrainian forces around Lyman moved to more defensible lines.",
            {("withdrawal", "ukraine", "Lyman")},
        ),
        (
            "Kyiv withdrew from villages in Kharkiv region. Moscow launched a new assault on the region.",
            {("withdrawal", "ukraine", "Kharkiv region"), ("attack", "russia", "Kharkiv region")},
        ),
        ("Ukrainian units drove out Russian troops who had advanced near Lyman.", set()),
        ("The ministry has been redeploying Russian units to Lyman.", {("redeployment", "russia", "Lyman")}),
    ],
)
def test_places_and_kinds_go_by_the_words_around_them(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    found = {(one.kind.value, one.side.value, one.place) for one in read_text(text).reports}
    assert found == told


@pytest.mark.parametrize(
    ("text", "oblast"),
    [
        ("Russian forces attacked along the Svatove-Kreminna line near Synkivka.", "Luhansk"),
        ("Kreminna was taken. Russian forces attacked along the Kupyansk-Kreminna line.", None),
    ],
)
def test_a_line_lies_where_all_its_towns_do(read_text: ReadText, text: str, oblast: str | None) -> None:
    told = {report.oblast for report in read_text(text).reports if report.place.endswith("line")}
    assert told == {oblast}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukrainian troops advanced along the T0504 highway in Torske.", {("advance", "ukraine", "Torske")}),
        (
            "Russian troops attacked Torske and Terny, both on the left bank of the Zherebets River.",
            {("attack", "russia", "Torske"), ("attack", "russia", "Terny")},
        ),
        (
            "Russian troops advanced in Luhansk Oblast and near Terny.",
            {("advance", "russia", "Luhansk Oblast"), ("advance", "russia", "Terny")},
        ),
        (
            "Russian troops attacked in the Torske-Terny area.",
            {("attack", "russia", "Torske-Terny area")},
        ),
        ("Russian troops attacked in the Torske area.", {("attack", "russia", "Torske")}),
        (
            "Drones prevented Russian infantry from crossing the river near Torske.",
            {("attack", "russia", "Torske")},
        ),
        (
            "The staff counted nine attempts by Russian forces to enter Torske.",
            {("attack", "russia", "Torske")},
        ),
        ("The enemy is trying to approach and also take Torske.", {("attack", "russia", "Torske")}),
        ("Combat continues near Torske.", {("fighting", "both", "Torske")}),
        (
            "Ukrainian troops attacked Lyman and Russian troops advanced in Luhansk Oblast and near Terny.",
            {
                ("attack", "ukraine", "Lyman"),
                ("advance", "russia", "Luhansk Oblast"),
                ("advance", "russia", "Terny"),
            },
        ),
        (
            "Russian troops attacked near Torske and continued to shell villages along the Oskil River.",
            {("attack", "russia", "Torske")},
        ),
        ("Moscow had struggled to push Ukrainian forces from Torske.", set()),
        ("Russian troops have gathered vehicles near Torske.", {("redeployment", "russia", "Torske")}),
        (
            "Russian troops withdrew from Lyman and regrouped in Torske.",
            {("withdrawal", "russia", "Lyman"), ("redeployment", "russia", "Torske")},
        ),
        ("Ukrainian soldiers appeared with a flag in Torske.", {("advance", "ukraine", "Torske")}),
    ],
)
def test_bulletins_tell_moves_and_landmarks_in_set_phrases(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    found = {(one.kind.value, one.side.value, one.place) for one in read_text(text).reports}
    assert found == told


def test_a_line_lies_in_the_oblast_of_the_one_town_that_is_known(read_text: ReadText) -> None:
    (report,) = read_text("Russian forces attacked along the Siversk-Horodok line.").reports
    assert (report.place, report.oblast) == ("Siversk-Horodok line", "Donetsk")
    (report,) = read_text("Russian forces attacked along the Siversk-Kupyansk line.").reports
    assert report.oblast is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia is attacking Torske as part of its push into northern Kharkiv.", {"attack russia Torske"}),
        ("Russian troops took Torske as Ukrainian generals argued over Lyman.", {"seizure russia Torske"}),
        (
            "Russian troops advanced near Torske as well as in Zarichne.",
            {"advance russia Torske", "advance russia Zarichne"},
        ),
        ("Lyman lies beside Torske, where Russian troops gained ground.", {"advance russia Torske"}),
        (
            "Russian troops took Torske, where Ukrainian soldiers counterattacked.",
            {"seizure russia Torske", "attack ukraine Torske"},
        ),
        ("Soldiers burned a Russian flag that had been briefly hoisted over Lyman.", set()),
        ("Russian forces want control of the nearby crossing over the river near Lyman.", set()),
        ("Russian forces moved to encircle Lyman.", set()),
        ("Ukrainian troops moved to the Lyman area.", {"redeployment ukraine Lyman"}),
    ],
)
def test_a_clause_behind_where_or_as_has_its_own_place(
    read_text: ReadText, text: str, told: set[str]
) -> None:
    assert {f"{one.kind} {one.side} {one.place}" for one in read_text(text).reports} == told
