"""What stands around a name."""

from __future__ import annotations

import pytest

from feeds.geography import load_gazetteer
from feeds.geography.facts import facts_of
from feeds.geography.surroundings import Around, Said, areas_of, around, sentence_at, whole, without_namesakes
from feeds.model import Span

GAZETTEER = load_gazetteer()


def _said(text: str) -> tuple[list[Said], list[Span]]:
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    spans = [Span(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    facts = facts_of(GAZETTEER)
    said = []
    for mention in GAZETTEER.find(text):
        meant = without_namesakes([facts.of(place, GAZETTEER) for place in mention.candidates])
        number = sentence_at([span.start for span in spans], mention.span.start)
        said.append(Said(mention, meant, number, areas_of(meant)))
    return said, spans


def _around(text: str, name: str = "Popovka") -> Around:
    said, spans = _said(text)
    found = around(said, text, spans)
    return next(one for mention, one in zip(said, found, strict=True) if mention.mention.form == name)


@pytest.mark.parametrize(
    "text",
    [
        "Popovka in Belgorod Oblast.",
        "Popovka in Russia's Belgorod region.",
        "Popovka, Belgorod Oblast.",
        "Popovka area of the Belgorod region.",
        "Popovka (Belgorod Oblast).",
        "Popovka and Demidovka in Belgorod Oblast.",
        "Popovka in Krasnoyaruzhsky raion of Belgorod Oblast.",
    ],
)
def test_an_oblast_right_behind_a_name_is_given_with_it(text: str) -> None:
    assert _around(text).given | _around(text).heading >= {"Belgorod"} or _around(text).given_raions


def test_a_raion_behind_a_name_is_given_with_it() -> None:
    assert _around("Popovka, Krasnaya Yaruga district.").given_raions == {"Belgorod/Krasnoyaruzhsky"}
    native = _around("У Попівці Краснояружського району Бєлгородської області.", "Попівці")
    assert native.given_raions == {"Belgorod/Krasnoyaruzhsky"}


def test_an_oblast_to_which_something_goes_is_not_given_with_a_name() -> None:
    found = _around("Popovka burned, smoke drifted to Belgorod Oblast.")
    assert found.given == frozenset()
    assert found.oblasts == {"Belgorod"}


def test_what_is_given_with_one_name_is_but_lent_to_the_sentence() -> None:
    found = _around("They came from Shebekino in Belgorod Oblast to Popovka.")
    assert found.oblasts == frozenset()
    assert found.lent == {"Belgorod"}


def test_sentences_and_items_are_kept_apart() -> None:
    text = "Popovka is quiet. The Sumy region and Toretsk are not."
    said, spans = _said(text)
    found = around(said, text, spans)
    assert not found[0].oblasts
    titled, _ = _said("Kharkiv region")
    told = whole(said, titled, found)
    assert told.oblasts == {"Sumy"}
    assert told.titled == {"Kharkiv"}
    assert not told.russian


def test_a_heading_holds_for_what_follows() -> None:
    assert _around("The Sumy region. It rained. They saw Popovka.").heading == {"Sumy"}
    assert not _around("They saw Popovka. The Sumy region is far.").heading
    assert not _around("The Sumy region. " + "It rained a lot. " * 80 + "They saw Popovka.").heading
    found = _around("На Сумщині – Степове та Басівка.", "Басівка")
    assert found.heading == {"Sumy"}
    assert found.headed


@pytest.mark.parametrize(
    "text",
    [
        "Belgorod Oblast was shelled. Troops then moved on Popovka.",
        "They crossed Belgorod Oblast and then took Popovka.",
    ],
)
def test_only_a_dash_or_a_colon_makes_an_oblast_the_head_of_a_list(text: str) -> None:
    found = _around(text)
    assert found.heading == {"Belgorod"}
    assert not found.headed


def test_a_list_behind_a_colon_is_headed_to_its_end() -> None:
    assert _around("Belgorod Oblast: Demidovka, Popovka.").headed


def test_a_direction_stands_for_the_oblasts_that_it_crosses() -> None:
    assert _around("Popovka on the Kupiansk direction.").crossed >= {"Kharkiv", "Luhansk"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("They went into Russia and to Popovka.", {"RU"}),
        ("Popovka stands on Russian territory.", {"RU"}),
        ("На території РФ – Popovka.", {"RU"}),
        ("На российской территории стоит Popovka.", {"RU"}),
        ("Russian forces left Popovka.", set()),
        ("Popovka, said Russia's ministry.", set()),
    ],
)
def test_words_for_ground_tell_the_country(text: str, countries: set[str]) -> None:
    assert _around(text).countries == countries


def test_strikes_and_fighting_are_told_apart() -> None:
    strike, ground = _around("A missile hit Popovka."), _around("They advanced in Popovka.")
    assert (strike.strike, strike.ground) == (True, False)
    assert (ground.strike, ground.ground) == (False, True)
    quiet = _around("A missile flew. They saw Popovka.")
    assert (quiet.strike, quiet.ground) == (False, False)
