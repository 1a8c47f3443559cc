"""All that stands in texts for the name of a place."""

from __future__ import annotations

import pytest

from feeds.geography import load_gazetteer
from feeds.geography.spellings import spellings_of


@pytest.mark.parametrize("said", ["Popovka", "поповки", "Попівкою", "POPIVKA"])
def test_a_name_is_found_from_any_spelling_and_case_in_all_others(said: str) -> None:
    forms = {form for name in spellings_of(load_gazetteer(), said) for form in name}
    assert {"popovka", "popivka", "поповка", "поповки", "попівка", "попівці"} <= forms


def test_a_name_of_many_places_does_not_bring_what_one_of_them_was_called_before() -> None:
    forms = {form for name in spellings_of(load_gazetteer(), "Popovka") for form in name}
    assert not any(form.startswith(("киров", "первомайск", "zar")) for form in forms)


def test_a_name_of_one_place_brings_its_former_names() -> None:
    forms = {form for name in spellings_of(load_gazetteer(), "Bakhmut") for form in name}
    assert {"artemivsk", "артемовск", "артемівську"} <= forms


def test_words_of_a_longer_name_stand_in_one_case() -> None:
    forms = {form for name in spellings_of(load_gazetteer(), "Krasna Yaruha") for form in name}
    assert "красної яруги" in forms
    assert "красної яругою" not in forms


@pytest.mark.parametrize("said", ["", "  ", "nowhere at all", "\x00", "☃"])
def test_what_is_no_place_has_no_spellings(said: str) -> None:
    assert spellings_of(load_gazetteer(), said) == ()
