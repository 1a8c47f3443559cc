"""Which texts are worth a closer look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.interest import is_of_interest
from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.words.tokens import tokens
from feeds.geography import load_gazetteer
from tests.building import an_item

WORDS = (
    *(
        "Russian",
        "forces",
        "advanced",
        "gained",
        "new",
        "positions",
        "repelled",
        "three",
        "of",
        "the",
        "attacks",
    ),
    *(
        "Popovka",
        "popovka",
        "Chasiv",
        "Yar",
        "Kursk",
        "oblast",
        "Курська",
        "область",
        "Куп'янськ",
        "The",
        "Bank",
    ),
    *(
        "Kharkiv's",
        "south-east",
        "\n",
        "\n\n",
        ",",
        ".",
        "mayor",
        "Price",
        "moved",
        "reserves",
        "Ilek-Penkovka",
    ),
)


def is_telling(text: str, *, title: str = "") -> bool:
    return is_of_interest(an_item(text=text, title=title), load_gazetteer())


@pytest.mark.parametrize(
    "text",
    [
        "Troops advanced by a mile.",
        "TROOPS ADVANCED BY A MILE",
        "They gained some fresh positions there.",
        "The brigade repelled three more assaults.",
        "Fog lay over Popovka.",
        "Fog lay over Chasiv Yar.",
        "Fog lay over Kharkiv’s suburbs.",
        "Над Куп'янськом туман, а Вовчанськ спить.",
        "Курська область: туман.",
    ],
)
def test_a_trigger_or_a_place_is_of_interest(text: str) -> None:
    assert is_telling(text)
    assert is_telling("", title=text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bread became dearer in Lisbon, the statistics office said.",
        "He was a fighter for the advancement of learning.",
        "They gained friends. New positions were advertised.",
        "Хліб подорожчав, повідомили в Лісабоні.",
        "fog lay over popovka",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert not is_telling(text, title=text)


@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_it_agrees_with_the_extraction(words: list[str]) -> None:
    text = " ".join(words)
    lexicon = load_lexicon("en")
    named = bool(load_gazetteer().find(text))
    assert is_telling(text) == (named or lexicon.triggers.any(tokens(text)))


@given(text=st.text(max_size=200))
def test_any_text_is_of_interest_or_not(text: str) -> None:
    named = bool(load_gazetteer().find(text))
    assert is_telling(text) or not named


def test_long_runs_of_capitals_are_read_too() -> None:
    assert is_telling("The Grand Old Duke Of York " * 40 + "Popovka")
    assert not is_telling("The Grand Old Duke Of York " * 400)
