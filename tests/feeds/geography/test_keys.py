"""Keys under which the spellings of a name in three languages fall together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.folding import fold
from feeds.geography.keys import SHORTEST, key_of, keys_of
from feeds.geography.settlements import Size
from tests.feeds.geography.making import a_gazetteer, an_entry


@pytest.mark.parametrize(
    "spellings",
    [
        "Попівка Поповка Popivka Popovka",
        "Торецьк Торецк Toretsk",
        "Миколаївка Николаевка Mykolaivka Nikolayevka",
        "Вовчанськ Волчанск Vovchansk Volchansk",
        "Костянтинівка Константиновка",
        "Олександрівка Александровка",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({key_of(fold(one)) for one in spellings.split()}) == 1


def test_other_names_have_other_keys() -> None:
    assert key_of("малинівка") != key_of("калинівка")


def test_the_ending_of_a_case_is_tried_without() -> None:
    assert key_of("торецьк") in keys_of("Торецьком")


@given(st.text(max_size=30))
def test_any_text_has_keys_that_are_long_enough(text: str) -> None:
    assert all(len(key) >= SHORTEST for key in keys_of(text))


def test_a_key_is_asked_only_behind_a_word_for_a_settlement_and_where_no_form_is_known() -> None:
    gazetteer = a_gazetteer(an_entry("Tymkivka", uk="Тимківка"))
    (mention,) = gazetteer.find("Бої за село Тимковка тривають.")
    assert mention.folded
    assert mention.candidates[0].id == "Tymkivka"
    assert not gazetteer.find("Бої за Тимковку тривають.")
    (mention,) = gazetteer.find("Бої за село Тимківка тривають.")
    assert not mention.folded


def test_a_person_behind_a_word_for_a_settlement_is_no_folded_place() -> None:
    gazetteer = a_gazetteer(an_entry("Tymkivka", uk="Тимківка"))
    assert not gazetteer.find("Голова села Тимковко Петренко мовчить.")


def test_a_city_is_no_village_of_a_like_name() -> None:
    gazetteer = a_gazetteer(
        an_entry("Levyn", uk="Левин"), an_entry("Tymkivka", uk="Тимківка", size=Size.CITY)
    )
    assert not gazetteer.find("В городе Левен празднуют.")
    assert gazetteer.find("В городе Тимковка празднуют.")
