"""English speakers set in between commas, works they are cited by, denials behind "but", fronts and towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_Told = tuple[str, str, str, str | None]


def _told(read_text: ReadText, text: str, *, negated: bool = False) -> set[_Told]:
    found = read_text(text, alignment=Alignment.INDEPENDENT, source_class=SourceClass.OUTLET).reports
    return {
        (one.kind.value, one.side.value, one.place, one.claimant) for one in found if one.negated is negated
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian troops, analysts write, recently seized Torske.",
        {("seizure", "russia", "Torske", "analysts")}),
        ("Ukrainian forces, the General Staff said on Friday, have entered Torske.",
        {("advance", "ukraine", "Torske", "General Staff")}),
        ("Russian forces have, the ministry added, taken Torske.",
        {("seizure", "russia", "Torske", "ministry")}),
        ("Moscow's soldiers, Kyiv says, have left Torske.", {("withdrawal", "russia", "Torske", "Kyiv")}),
        ("Russian troops entered Torske, Kyiv said, advancing from the east.",
        {("advance", "russia", "Torske", "Kyiv")}),
        ("Pavlo Lis, the army chief, said Russian troops had entered Torske.",
        {("advance", "russia", "Torske", "Pavlo Lis")}),
    ],
)  # fmt: skip
def test_whoever_is_set_in_between_commas_says_it(read_text: ReadText, text: str, told: set[_Told]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian forces captured Torske. This is stated in the latest review of the Lypove Institute.",
        {("seizure", "russia", "Torske", "Lypove Institute")}),
        ("Russian forces captured Torske. This was reported by the Lypove Institute in its daily review.",
        {("seizure", "russia", "Torske", "Lypove Institute")}),
        ("The ministry continued that Russian forces attacked Torske.",
        {("attack", "russia", "Torske", "ministry")}),
        ("The spokesman of the 7th corps said Russian forces attacked Torske.",
        {("attack", "russia", "Torske", "spokesman of the 7th corps")}),
        ("Source: Lypove Institute on Facebook\n\nDetails: Russian forces attacked Torske.",
        {("attack", "russia", "Torske", "Lypove Institute")}),
        ("The mayor said Ukraine was in full control of the situation in Torske.", set()),
        ("Ukrainian forces are trying to dig in near Torske.", set()),
    ],
)  # fmt: skip
def test_claimants_by_their_works_and_ranks(read_text: ReadText, text: str, told: set[_Told]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kyiv denied Russia's claims of capturing Torske.", {("seizure", "russia", "Torske", "Kyiv")}),
        ("Russia's claims of having seized Torske are false, the mayor said.",
        {("seizure", "russia", "Torske", "mayor")}),
        ("The mayor called the road to Torske dangerous, but denied Russian advances in the town.", set()),
        ("The mayor said it was tense near Torske, but denied Russian advances in the town.",
        {("advance", "russia", "Torske", "mayor")}),
        ("Contrary to Moscow's statement, Russian troops have not captured Torske, the mayor said.",
        {("seizure", "russia", "Torske", "mayor")}),
    ],
)  # fmt: skip
def test_what_is_denied(read_text: ReadText, text: str, told: set[_Told]) -> None:
    assert _told(read_text, text, negated=True) == told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("On the Pokrovsk front, fighting is going on in the city's southern districts.", {"Pokrovsk"}),
        ("In the Toretsk sector, Russian troops advanced in the town's western part.", {"Toretsk"}),
        ("Russian troops entered Torske. On the Lyman front, Russians also attacked in the village's east.",
        {"Torske"}),
        ("On the Pokrovsk front, Russian troops attacked the villages of Torske and Yampil.",
        {"Torske", "Yampil"}),
        ("Russian forces advanced in the Lyman direction and near Pokrovsk.",
        {"Lyman direction", "Pokrovsk"}),
        ("Russian forces attacked in the Lyman direction near Torske.", {"Torske"}),
        ("Ukrainian troops hold Torske, where Russian groups were pushed out last week.", {"Torske"}),
    ],
)  # fmt: skip
def test_places_beside_fronts(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {one[2] for one in _told(read_text, text)} == places


@pytest.mark.parametrize(
    "text",
    [
        "Earlier on Friday Russia's state-run Vesti agency cited an official as saying Russia took Torske.",
        "Russian news agency Vesti quoted an official as saying Russian troops took Torske.",
    ],
)
def test_outlets_go_without_days_and_countries(read_text: ReadText, text: str) -> None:
    (told,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (told.claimant, told.via) == ("official", "Vesti")
