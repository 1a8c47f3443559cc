"""Latin letters that look like Cyrillic ones, read as they were meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.text.alike import in_one_alphabet
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _read(read_text: ReadText, text: str) -> Extract:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)


@pytest.mark.parametrize(
    "text",
    [
        "Сили оборони вiдбили Торське, повiдомив Генштаб.",
        "Сили оборони відбили Тoрське, пoвідомив Гeнштаб.",
    ],
)
def test_letters_that_look_alike_are_read_as_meant(read_text: ReadText, text: str) -> None:
    one = _read(read_text, text).reports[0]
    plain = _read(read_text, "Сили оборони відбили Торське, повідомив Генштаб.").reports[0]
    told = ("kind", "side", "place", "claimant", "span", "trigger_span", "place_span")
    assert [getattr(one, field) for field in told] == [getattr(plain, field) for field in told]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Сeло i мiсто", "Село і місто"),
        ("село i місто", "село i місто"),
        ("канал Zахист і ISW", "канал Zахист і ISW"),
        ("Torske and Сeло", "Torske and Село"),
        ("", ""),
    ],
)
def test_only_words_of_both_alphabets_are_changed(text: str, right: str) -> None:
    assert in_one_alphabet(text) == right
