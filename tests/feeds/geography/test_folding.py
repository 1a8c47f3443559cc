"""The spelling under which names are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from feeds.geography.folding import fold, words


def test_spellings_of_one_name_fall_together() -> None:
    assert fold("Куп’янськ") == fold("Куп'янськ") == fold("купʼянськ")
    assert fold("Kupyansk") == fold("KUPIANSK")
    assert fold("Су\u0301джа") == fold("Су\u00adджа") == fold("Суджа")
    assert fold("Тёткино") == fold("Теткино")


def test_different_names_stay_apart() -> None:
    assert fold("Malynivka") != fold("Kalynivka")


def test_a_possessive_ending_is_no_part_of_a_word() -> None:
    assert [word.fold for word in words("Belgorod’s streets")] == ["belgorod", "streets"]


@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
