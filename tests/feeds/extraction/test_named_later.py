"""Who is only called by an office first, and by name further down; what is told of somebody once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Evidence

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


RUSSIAN = "A Russian-installed official said Ukrainian troops had taken Udachne."
NAMED = "Pavel Lobodin, a Russian-installed official in the region, said it was under fire."
COMMANDER = "Russian troops took Udachne, a Ukrainian commander said on Friday."
QUOTED = '"We had to leave the last houses that night," Major Taras Loboda wrote on Telegram.'


@pytest.mark.parametrize(
    ("lead", "behind", "name"),
    [
        (RUSSIAN, NAMED, "Pavel Lobodin"),
        (COMMANDER, QUOTED, "Taras Loboda"),
        (
            "Речник бригади повідомив, що росіяни захопили Удачне.",
            "Речник бригади Тарас Лободенко уточнив, що бої тривають.",
            "Тарас Лободенко",
        ),
        (
            "Губернатор области сообщил, что российские войска захватили Удачное.",
            "По словам губернатора Фёдора Лободина, жертв нет.",
            "Фёдор Лободин",
        ),
    ],
)
def test_an_office_is_whoever_is_named_with_it_further_down(
    read_text: ReadText, lead: str, behind: str, name: str
) -> None:
    assert {one.claimant for one in read_text(f"{lead}\n\n{behind}").reports} == {name}


@pytest.mark.parametrize(
    "behind",
    [
        # Of another side, and two of one office.
        "Denis Lobodin, a Russian-installed official, said it was under fire.",
        "Taras Loboda, a Ukrainian official, said it was. Ivan Hora, a Ukrainian official, said it burnt.",
    ],
)
def test_an_office_stays_where_its_holder_is_not_told(read_text: ReadText, behind: str) -> None:
    text = f"A Ukrainian official said Russian troops had taken Udachne.\n\n{behind}"
    assert read_text(text).reports[0].claimant == "Ukrainian official"


def test_what_somebody_is_told_once_holds_for_all_they_say(read_text: ReadText) -> None:
    text = (
        "The army repelled five Ukrainian attacks near Udachne, spokesman Pavel Lobodin told TASS. "
        '"Assault groups of the 43rd brigade attacked our positions near Hryshyne," Lobodin said.'
    )
    assert {one.evidence for one in read_text(text).reports} == {Evidence.OFFICIAL}


@pytest.mark.parametrize(
    ("who", "evidence"),
    [
        ("Російські пропагандисти", Evidence.MILBLOGGER),
        ("Українські захисники", Evidence.OFFICIAL),
        ("Депутатка міської ради Ганна Гайова", Evidence.OFFICIAL),
    ],
)
def test_groups_are_known_by_what_they_are(read_text: ReadText, who: str, evidence: Evidence) -> None:
    reports = read_text(f"{who} повідомили, що росіяни захопили Удачне.").reports
    assert {one.evidence for one in reports} == {evidence}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Полк ім. Тараса Лободи повідомив, що росіяни захопили Удачне.", "Полк ім. Тараса Лободи"),
        ("МО РФ сообщило о захвате Удачного.", "МО РФ"),
    ],
)
def test_a_name_holds_a_stop_or_a_short_form(read_text: ReadText, text: str, name: str) -> None:
    reports = read_text(text).reports
    assert {(one.claimant, one.evidence) for one in reports} == {(name, Evidence.OFFICIAL)}
