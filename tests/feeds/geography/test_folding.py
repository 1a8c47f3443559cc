"""The spelling under which names are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.folding import WORD, fold, one_script, without_possessive


def test_spellings_of_one_name_fall_together() -> None:
    assert fold("Куп’янськ") == fold("Куп'янськ") == fold("купʼянськ")
    assert fold("Kupyansk") == fold("KUPIANSK")
    assert fold("Су\u0301джа") == fold("Су\u00adджа") == fold("Суджа")
    assert fold("Тёткино") == fold("Теткино")


def test_different_names_stay_apart() -> None:
    assert fold("Malynivka") != fold("Kalynivka")


def test_letters_of_another_script_are_put_right_only_where_scripts_are_mixed() -> None:
    assert fold("Toрецк") == fold("Торецк")
    assert one_script("Київ Kyiv") == "Київ Kyiv"


def test_a_possessive_ending_is_no_part_of_a_word() -> None:
    assert [without_possessive(word) for word in ("Belgorod’s", "Kursk's", "Суджа")] == [
        "Belgorod",
        "Kursk",
        "Суджа",
    ]


@given(st.text())
def test_a_word_has_no_blank_and_no_hyphen(text: str) -> None:
    for match in WORD.finditer(text):
        assert not any(letter.isspace() or letter == "-" for letter in match.group())


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
