"""Outlets named beside those who speak only pass on what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian troops have taken Udachne, governor Pavel Lobodin said on Friday, Reuters reported.",
            ("Pavel Lobodin", "Reuters"),
        ),
        (
            "Russian troops have taken Udachne, governor Pavel Lobodin said, according to Reuters.",
            ("Pavel Lobodin", "Reuters"),
        ),
        (
            "Росіяни захопили Удачне. Як передає Укрінформ, про це Генштаб повідомив у Фейсбуці.",
            ("Генштаб", "Укрінформ"),
        ),
        (
            "Росіяни захопили Удачне. Про це журналістам АрміяInform розповів речник Тарас Лободенко.",
            ("Тарас Лободенко", "АрміяInform"),
        ),
    ],
)
def test_an_outlet_passes_on_what_a_speaker_says(
    read_text: ReadText, text: str, told: tuple[str, str]
) -> None:
    assert {(one.claimant, one.via) for one in read_text(text).reports} == {told}


@pytest.mark.parametrize("earlier", ["Раніше", "А раніше"])
def test_what_was_said_earlier_was_another_time(read_text: ReadText, earlier: str) -> None:
    text = (
        "Росіяни захопили Удачне, сказав речник Тарас Лободенко в ефірі Укрінформу.\n\n"
        f"{earlier} Лободенко заявив, що росіяни захопили Котлине."
    )
    told = {one.place: one.via for one in read_text(text).reports}
    assert told["Удачне"]
    assert told["Котлине"] is None
