"""English lists that a speaker ends, bearings with "to the", "there", some of "these", men taken, ousters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_Told = tuple[str, str, str, str | None]


def _told(read_text: ReadText, text: str) -> set[_Told]:
    found = read_text(text, alignment=Alignment.INDEPENDENT, source_class=SourceClass.OUTLET).reports
    return {(one.kind.value, one.side.value, one.place, one.claimant) for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia freed Torske, in the Donetsk region, and Synkivka in the Kharkov region, the army said.",
        {("seizure", "russia", "Torske", "army"), ("seizure", "russia", "Synkivka", "army")}),
        ("Russian forces took control of Torske as a result of active operations, the ministry said.",
        {("seizure", "russia", "Torske", "ministry")}),
        ("Russians attacked Torske, and Pavlo Lis, the army chief, said its defenders had left Yampil.",
        {("attack", "russia", "Torske", None), ("withdrawal", "ukraine", "Yampil", "Pavlo Lis")}),
        ("Russian troops entered Torske. On Monday, this was stated by Sergeant Pavlo Lis.",
        {("advance", "russia", "Torske", "Pavlo Lis")}),
    ],
)  # fmt: skip
def test_whoever_is_named_behind_a_list_says_it(read_text: ReadText, text: str, told: set[_Told]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian forces took Torske to the north-west of Lyman.", {("seizure", "russia", "Torske")}),
        ("Russian forces took Torske, just to the west of the town of Lyman.",
        {("seizure", "russia", "Torske")}),
        ("Russian troops shelled Torske. Russia carried out 52 attacks there.",
        {("attack", "russia", "Torske")}),
        ("Russian forces entered Torske. They have since taken over the village of Yampil.",
        {("advance", "russia", "Torske"), ("seizure", "russia", "Yampil")}),
        ("Russia captured eight villages near Torske. Ukraine has recaptured four of these villages.",
        {("seizure", "russia", "Torske")}),
        ("Russian forces captured 30 Ukrainian soldiers near Torske.", set()),
        ("Russian troops captured the brigade's headquarters in Torske.", {("advance", "russia", "Torske")}),
        ("Torske has been cleared of Russian troops.", {("seizure", "ukraine", "Torske")}),
        ("Russian soldiers have been cleared from the centre of Torske.", {("advance", "ukraine", "Torske")}),
        ("Russian soldiers were seen in the centre of Torske.", {("advance", "russia", "Torske")}),
        ("The entry of Russian troops into Torske was confirmed.", {("advance", "russia", "Torske")}),
        ("The Russian flag now flies over Torske.", {("seizure", "russia", "Torske")}),
        ("Russian forces dug trenches near Torske in anticipation of Ukrainian counter offensives.", set()),
    ],
)  # fmt: skip
def test_what_is_told_of_where(read_text: ReadText, text: str, told: set[tuple[str, str, str]]) -> None:
    assert {one[:3] for one in _told(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ukraine repelled attacks around Torske and in the Lyman and Avdiivka sectors.",
        {"Torske", "Lyman sector", "Avdiivka sector"}),
        ("Ukraine repelled attacks near Torske, and in the Lyman direction.", {"Torske", "Lyman direction"}),
        ("Russian troops attacked near Torske in Donetsk and Luhansk oblasts.", {"Torske"}),
    ],
)  # fmt: skip
def test_directions_listed_beside_a_settlement(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {one[2] for one in _told(read_text, text)} == places


def test_they_are_those_of_whom_a_sentence_told_before(read_text: ReadText) -> None:
    text = "The mayor said Russian troops had attacked Torske but denied that they had entered the town."
    found = read_text(text, alignment=Alignment.INDEPENDENT, source_class=SourceClass.OUTLET).reports
    told = {(one.kind.value, one.side.value, one.negated) for one in found}
    assert told == {("attack", "russia", False), ("advance", "russia", True)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukrainian forces lost nearly half of the territory they seized near Torske.", set()),
        ("Ukrainian troops retook positions they lost near Torske.", {("advance", "ukraine", "Torske")}),
        ("The fiercest fighting across the whole front line is taking place in Torske.",
        {("fighting", "both", "Torske")}),
        ("Russian forces continued to pressure Ukrainian defenders in Torske.",
        {("attack", "russia", "Torske")}),
    ],
)  # fmt: skip
def test_ground_that_is_theirs_and_fighting_along_a_line(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert {one[:3] for one in _told(read_text, text)} == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia's push toward Torske has largely stalled, analysts said.", "attack"),
        ("Russian advances near Torske have been halted.", "attack"),
        ("Russian gains near Torske have not stopped.", "advance"),
        ("Russian forces made gains near Torske.", "advance"),
    ],
)
def test_a_push_that_stalls_is_an_attack(read_text: ReadText, text: str, kind: str) -> None:
    assert [one[0] for one in _told(read_text, text)] == [kind]
