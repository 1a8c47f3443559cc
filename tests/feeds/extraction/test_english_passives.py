"""English passives: whoever was repelled attacked, and by whose soldiers a place was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Russians were repelled near Torske.", "russia"),
        ("Ukraine's army was repelled near Torske, Russia said.", "ukraine"),
        ("Attacks by the Russians near Torske were repelled.", "russia"),
        ("Three assaults by Russian troops on Torske were repulsed by Ukraine.", "russia"),
        ("Ukrainian troops stopped Russian motorized rifle units near Torske.", "russia"),
        ("Ukrainian troops stopped Russian-backed separatists near Torske.", "russia"),
    ],
)
def test_whoever_was_repelled_attacked(read_text: ReadText, text: str, side: str) -> None:
    told = [(one.kind.value, one.side.value, one.place) for one in read_text(text).reports]
    assert told == [("attack", side, "Torske")]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Torske has fallen to elements of the Russian 155th Naval Infantry Brigade.", "russia"),
        ("Torske has been liberated by elements of the Russian 155th Naval Infantry Brigade.", "russia"),
        ("Torske was taken by units of the Azov brigade.", "ukraine"),
    ],
)
def test_soldiers_of_a_unit_take_a_place_for_its_side(read_text: ReadText, text: str, side: str) -> None:
    told = [(one.kind.value, one.side.value, one.place) for one in read_text(text).reports]
    assert told == [("seizure", side, "Torske")]
