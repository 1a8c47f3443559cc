"""Words are equal or they are not, and what differs is told word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment.comparison import Agreement, compare, spoken_words
from feeds.model import Held

WORDS = "Our engineers laid the second pontoon before the fog had lifted from the meadow"


@pytest.mark.parametrize(
    ("quoted", "own"),
    [
        ("it’s ours to keep, they said", "It's ours to keep – they said."),
        ("п’ять танків стоять біля ставу", "П'ять танків стоять біля ставу!"),
        ("всё ещё держим мельницу", "все еще держим мельницу"),
        ("some 12,500 people left town", "Some 12 500 people left town"),
        ("the front-line villages are empty", "The front–line villages are empty"),
        ("advanced 1,5 km along the dyke", "advanced 1.5 km along the dyke"),
        ("the second pontoon [...] from the meadow", WORDS),
    ],
)
def test_typography_is_no_difference(quoted: str, own: str) -> None:
    found = compare(quoted, own)
    assert found is not None
    assert found.agreement is Agreement.SAME


@pytest.mark.parametrize(
    ("quoted", "own"),
    [
        ("we don't hold the farm any longer", "We hold the farm any longer"),
        ("не будемо чекати весни на цьому березі", "будемо чекати весни на цьому березі"),
        ("they lost forty men and 3 boats at the weir", "they lost forty men and 5 boats at the weir"),
        ("Ukraine keeps the dam and the lower lock", "Russia keeps the dam and the lower lock"),
        ("взяли під контроль села Гайове та Лозове", "взяли під контроль села Гайове та Ставки"),
    ],
)
def test_another_negation_number_or_name_alters(quoted: str, own: str) -> None:
    found = compare(quoted, own)
    assert found is not None
    assert found.agreement is Agreement.ALTERED


@pytest.mark.parametrize(
    ("quoted", "own"),
    [
        ("we hold the small farm by the road", "we hold the farm by the old road"),
        ("we do not hold the farm any longer now", "we don't hold the farm any longer now"),
        ("people in Demydivka are leaving by bus now", "people in Demidovka are leaving by bus now"),
    ],
)
def test_other_words_of_one_sense_are_neither_the_same_nor_altered(quoted: str, own: str) -> None:
    found = compare(quoted, own)
    assert found is not None
    assert found.agreement is Agreement.OTHER


def test_another_utterance_is_not_compared() -> None:
    assert compare(WORDS, "The council will meet on Thursday to speak of the school roof.") is None


@given(st.lists(st.sampled_from(WORDS.split()), min_size=5, max_size=12), st.data())
def test_similarity_never_confirms(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words)))
    changed = [*words[:at], "zzz", *words[at:]]
    found = compare(" ".join(changed), " ".join(words))
    assert found is None or found.agreement is not Agreement.SAME


SOME_WORDS = ["We", "have", "not", "two", "2", "three", "Kyiv", "…", "crossed"]


@given(st.lists(st.sampled_from(SOME_WORDS), min_size=1, max_size=15), st.data())
def test_the_stretches_hold_all_words_of_the_quotation(words: list[str], data: st.DataObject) -> None:
    own = data.draw(st.permutations(words))
    found = compare(" ".join(words), " ".join(own))
    if found is not None and found.agreement is not Agreement.SAME:
        carried = " ".join(one.words for one in found.stretches if one.held is not Held.OWN)
        told = [word.said for word in spoken_words(carried)]
        assert told == [word.said for word in spoken_words(" ".join(words))]


@given(st.text(max_size=300), st.text(max_size=600))
def test_no_text_raises(quoted: str, own: str) -> None:
    compare(quoted, own)
