"""The cases of names, and that every form finds its place."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography import load_gazetteer
from feeds.geography.declension import Case, Tongue, declined, load_rules, rules_from
from feeds.geography.forms import name_in, names_of
from feeds.geography.places import load_entries
from tests.feeds.geography.declined import RUSSIAN, UKRAINIAN, forms_of
from tests.feeds.geography.making import a_gazetteer, an_entry

LEAST_FOUND = 0.97
WORDS = st.text(alphabet=st.sampled_from("абвгдеєжзиіїйклмнопрстуфхцчшщьюяыэъ'-"), max_size=12)


def _missed(table: dict[str, str], *, russian: bool) -> list[str]:
    entries = [an_entry(name, ru=name) if russian else an_entry(name, uk=name) for name in table]
    gazetteer = a_gazetteer(*entries)
    return [
        form for name, form in forms_of(table) if name not in [place.id for place in gazetteer.named(form)]
    ]


@pytest.mark.parametrize(("table", "russian"), [(UKRAINIAN, False), (RUSSIAN, True)])
def test_a_hundred_declined_forms_find_their_place(table: dict[str, str], *, russian: bool) -> None:
    count = len(forms_of(table))
    assert count >= 100
    missed = _missed(table, russian=russian)
    assert len(missed) <= (1 - LEAST_FOUND) * count, missed


def test_cases_go_in_step_across_the_words_of_a_name() -> None:
    gazetteer = a_gazetteer(an_entry("Velyka Novosilka", uk="Велика Новосілка"))
    assert gazetteer.named("Великої Новосілки")
    assert not gazetteer.named("Великої Новосілкою")
    assert not gazetteer.named("Велика Новосілки")


def test_an_undeclined_name_is_met_in_every_case() -> None:
    ways = declined("тьоткіно", Tongue.UKRAINIAN)
    assert (("тьоткіно", Case.ANY),) in ways


def test_abbreviations_are_not_declined() -> None:
    assert name_in("ДНР", Tongue.RUSSIAN) == (((("днр", Case.ANY),),),)


def test_every_form_of_shipped_places_finds_its_place() -> None:
    gazetteer, entries = load_gazetteer(), load_entries(load_gazetteer().regions)
    chosen = random.Random(4).sample(range(len(entries)), 400)  # noqa: S311 - a sample, no secret
    for number in chosen:
        entry = entries[number]
        for name in names_of(entry):
            ways = [ways[0] for ways in name]
            for cases in (Case.NOMINATIVE, Case.GENITIVE, Case.LOCATIVE):
                words = [next((form for form, one in way if one & cases), "") for way in ways]
                assert entry.place in gazetteer.named(" ".join(words)), words


@given(word=WORDS, tongue=st.sampled_from(list(Tongue)), last=st.booleans())
def test_any_word_has_its_own_form_in_the_nominative(word: str, tongue: Tongue, *, last: bool) -> None:
    ways = declined(word, tongue, last=last)
    assert ways
    for way in ways:
        assert any(form == word and cases & Case.NOMINATIVE for form, cases in way)
        assert sum(cases.bit_count() for _, cases in way) >= len(Case)


def test_all_rules_have_six_cases() -> None:
    for rules in load_rules().values():
        for table in (rules.words, rules.nouns, rules.adjectives, rules.attributes):
            for ways in table.values():
                for way in ways:
                    told = 0
                    for _, cases in way:
                        told |= cases
                    assert told == Case.ANY


def test_a_rule_that_lacks_a_case_is_refused() -> None:
    tables: dict[str, dict[str, list[str]]] = {
        name: {} for name in ("words", "nouns", "adjectives", "attributes")
    }
    with pytest.raises(FormatError, match="а и і у"):
        rules_from({"uk": {**tables, "nouns": {"а": ["а и і у"]}}, "ru": tables})
    with pytest.raises(FormatError, match=r"declension\.toml"):
        rules_from({"uk": tables})
