"""What the sentences of a text tell of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.tales import Tale, tales


def _told(text: str) -> set[Tale]:
    return {tale for _, tale in tales(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A missile came down.", {Tale.STRIKE}),
        ("Ракетний удар по місту.", {Tale.STRIKE}),
        ("По городу нанесли удар.", {Tale.STRIKE}),
        ("They ADVANCED on the frontline.", {Tale.GROUND}),
        ("Тривають бої.", {Tale.GROUND}),
        ("Наши продвинулись.", {Tale.GROUND}),
        ("Боевой листок.", set()),
        ("They went into Russia.", {Tale.RUSSIA}),
        ("They went into southwestern Russia.", {Tale.RUSSIA}),
        ("A Russian village.", {Tale.RUSSIA}),
        ("На території РФ.", {Tale.RUSSIA}),
        ("На российской территории.", {Tale.RUSSIA}),
        ("Russian forces, said Russia's ministry in Russia's capital.", set()),
        ("На території України.", {Tale.UKRAINE}),
        ("Deep inside Ukraine.", {Tale.UKRAINE}),
        ("The president of Ukraine spoke of a shellfish.", set()),
        ("", set()),
    ],
)
def test_words_tell(text: str, told: set[Tale]) -> None:
    assert _told(text) == told


def test_places_are_those_of_the_words() -> None:
    text = "It rained. They advanced. A missile fell."
    assert {(text[at : at + 4], tale) for at, tale in tales(text)} == {
        ("adva", Tale.GROUND),
        ("miss", Tale.STRIKE),
    }


@given(st.text(alphabet="İabc russian in удар.", max_size=80))
def test_any_text_is_borne(text: str) -> None:
    assert all(0 <= at < max(len(text), 1) for at, _ in tales(text))
