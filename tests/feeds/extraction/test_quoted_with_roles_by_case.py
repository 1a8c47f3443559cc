"""Who is quoted, and as what, where a long way stands between the verb and the name, by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

SPOKEN = "Ми вийшли з міста вночі й ішли полями"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("ділиться спогадами про життя на півострові Тарас Лободенко", "Тарас Лободенко", None),
        ("розповідає про вихід із Лимана боєць 54-го батальйону Тарас Лободенко", "Тарас Лободенко",
         "боєць 54-го батальйону"),
        ("згадує той день командир роти Тарас Лободенко", "Тарас Лободенко", "командир роти"),
        ("так описує ті дні військовий медик Ганна Гайова", "Ганна Гайова", "військовий медик"),
        ("поділився враженнями від боїв за Лиман Тарас Лободенко", "Тарас Лободенко", None),
        ("розповів кореспонденту «Вісника» Тарас Лободенко", "Тарас Лободенко", None),
        ("сказав експерт, полковник запасу, колишній речник штабу Тарас Лободенко", "Тарас Лободенко",
         "експерт, колишній речник штабу"),
        ("сказав командир, а журналіст Тарас Лободенко слухав", "командир", None),
    ],
)  # fmt: skip
def test_the_speaker_and_what_they_are(
    read_text: ReadText, text: str, speaker: str, role: str | None
) -> None:
    quotes = read_text(f"«{SPOKEN}», – {text}.").quotes
    assert [(one.speaker, one.affiliation) for one in quotes] == [(speaker, role)]


def test_an_outlet_in_another_case_is_written_as_it_is_called(read_text: ReadText) -> None:
    text = f"Про це повідомив речник Тарас Лободенко в ефірі Суспільного.\n\n«{SPOKEN}», – сказав він."
    assert [one.via for one in read_text(text).quotes] == ["Суспільне"]


@pytest.mark.parametrize(
    ("lead", "via"),
    [
        ("Про це 22 травня в ефірі національного телемарафону заявив речник Тарас Лободенко.",
         "національний телемарафон"),
        ("Про обстріл повідомив речник Тарас Лободенко в ефірі телемарафону.", "телемарафон"),
        ("Про це 22 травня заявив речник Тарас Лободенко.", None),
    ],
)  # fmt: skip
def test_the_outlet_told_once_holds_for_all_they_say(read_text: ReadText, lead: str, via: str | None) -> None:
    quotes = read_text(f"{lead}\n\n«{SPOKEN}», – зазначив Лободенко.").quotes
    assert [(one.speaker, one.via) for one in quotes] == [("Тарас Лободенко", via)]
