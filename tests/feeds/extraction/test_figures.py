"""How far and how much, in figures and words, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.dates.figures import area, distance
from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.words.tokens import tokens
from feeds.model import Area, Bound, Distance

EXACT, RANGE, ABOUT, MORE, LESS = Bound.EXACT, Bound.RANGE, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST


def _distance(language: str, text: str, *, behind_verb: bool = False) -> Distance | None:
    return distance(tokens(text), text, load_lexicon(language).figures, behind_verb=behind_verb)


def _area(language: str, text: str) -> Area | None:
    return area(tokens(text), text, load_lexicon(language).figures)


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "bound", "said"),
    [
        ("en", "two miles into the wood", 3.2, 3.2, EXACT, "two miles"),
        ("en", "half a kilometre into the wood", 0.5, 0.5, EXACT, "half a kilometre"),
        ("en", "a mile and a half into the wood", 2.4, 2.4, EXACT, "a mile and a half"),
        ("en", "two and a half kilometers into it", 2.5, 2.5, EXACT, "two and a half kilometers"),
        ("en", "1½ miles into the wood", 2.4, 2.4, EXACT, "1½ miles"),
        ("en", "twenty-five kilometres into it", 25.0, 25.0, EXACT, "twenty-five kilometres"),
        ("en", "one hundred and fifty meters into it", 0.1, 0.1, EXACT, "one hundred and fifty meters"),
        ("en", "1,200 metres into it", 1.2, 1.2, EXACT, "1,200 metres"),
        ("en", "2-kilometre", 2.0, 2.0, EXACT, "2-kilometre"),
        ("en", "a two-kilometer advance", 2.0, 2.0, EXACT, "two-kilometer"),
        ("en", "no less than three miles into it", 4.8, None, MORE, "no less than three miles"),
        ("en", "from 1 to 1.5 km into it", 1.0, 1.5, RANGE, "1 to 1.5 km"),
        ("en", "two or three kilometers into it", 2.0, 3.0, RANGE, "two or three kilometers"),
        ("en", "to a depth of nearly 700 m", 0.7, 0.7, ABOUT, "nearly 700 m"),
        ("en", "by 3 km south of the lake", 3.0, 3.0, EXACT, "3 km"),
        ("uk", "на 1,5–2 км", 1.5, 2.0, RANGE, "1,5–2 км"),
        ("uk", "на 1 200 м", 1.2, 1.2, EXACT, "1 200 м"),
        ("uk", "на 1\u00a0200\u00a0м", 1.2, 1.2, EXACT, "1\u00a0200\u00a0м"),
        ("uk", "на 1\u202f200 м", 1.2, 1.2, EXACT, "1\u202f200 м"),
        ("uk", "на півтора кілометра", 1.5, 1.5, EXACT, "півтора кілометра"),
        ("uk", "на півтора-два кілометри", 1.5, 2.0, RANGE, "півтора-два кілометри"),
        ("uk", "на два з половиною кілометри", 2.5, 2.5, EXACT, "два з половиною кілометри"),
        ("uk", "на півкілометра", 0.5, 0.5, EXACT, "півкілометра"),
        ("uk", "на кілометр", 1.0, 1.0, EXACT, "кілометр"),
        ("uk", "на відстань від 1 до 3 км", 1.0, 3.0, RANGE, "1 до 3 км"),
        ("uk", "углиб до 3-х км", None, 3.0, LESS, "до 3-х км"),
        ("uk", "на глибину близько двохсот метрів", 0.2, 0.2, ABOUT, "близько двохсот метрів"),
        ("uk", "ще на двадцять п'ять метрів", 0.025, 0.025, EXACT, "двадцять п'ять метрів"),
        ("uk", "понад п’ять кілометрів", 5.0, None, MORE, "понад п’ять кілометрів"),
        ("uk", "у бік лісу на 300 метрів", 0.3, 0.3, EXACT, "300 метрів"),
        ("ru", "на 1,5 км", 1.5, 1.5, EXACT, "1,5 км"),
        ("ru", "на полтора километра", 1.5, 1.5, EXACT, "полтора километра"),
        ("ru", "на полтора-два километра", 1.5, 2.0, RANGE, "полтора-два километра"),
        ("ru", "на два с половиной километра", 2.5, 2.5, EXACT, "два с половиной километра"),
        ("ru", "в направлении леса на 3 км", 3.0, 3.0, EXACT, "3 км"),
        ("ru", "на километр", 1.0, 1.0, EXACT, "километр"),
        ("ru", "более чем на три километра", 3.0, None, MORE, "более чем на три километра"),
        ("ru", "на более чем три километра", 3.0, None, MORE, "более чем три километра"),
        ("ru", "на глубину до 800 метров", None, 0.8, LESS, "до 800 метров"),
        ("ru", "около ста пятидесяти метров", 0.1, 0.1, ABOUT, "около ста пятидесяти метров"),
        ("ru", "от двух до четырёх километров", 2.0, 4.0, RANGE, "двух до четырёх километров"),
    ],
)
def test_distances_moved(
    language: str, text: str, low: float | None, high: float | None, bound: Bound, said: str
) -> None:
    found = _distance(language, text)
    assert found == Distance(low, high, bound, said)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "to a line 5 km from the lake"),
        ("en", "within two miles of the lake"),
        ("en", "along a front 12 km long"),
        ("en", "with a range of 300 km"),
        ("en", "several hundred metres"),
        ("en", "a few kilometers"),
        ("en", "many miles"),
        ("en", "at 90 km per hour"),
        ("en", "4 square kilometres"),
        ("uk", "за 5 км від озера"),
        ("uk", "у 5 км на захід від озера"),
        ("uk", "на відстані 5 км"),
        ("uk", "на ділянці завширшки 3 км"),
        ("uk", "дальністю до 300 км"),
        ("uk", "кілька сотень метрів"),
        ("uk", "кілька кілометрів"),
        ("uk", "перший кілометр"),
        ("ru", "в 5 км к западу от озера"),
        ("ru", "в примерно пяти километрах от озера"),
        ("ru", "за 5 км до озера"),
        ("ru", "на участке шириной 3 км"),
        ("ru", "несколько километров"),
        ("ru", "радиусом 10 км"),
    ],
)
def test_no_distances_moved(language: str, text: str) -> None:
    assert _distance(language, text) is None


def test_a_figure_right_behind_a_verb_of_moving_is_one_moved() -> None:
    assert _distance("en", "up to 2 km west of the lake") is None
    found = _distance("en", "up to 2 km west of the lake", behind_verb=True)
    assert found is not None
    assert (found.low_km, found.high_km) == (None, 2.0)


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "said"),
    [
        ("en", "some 15 sq. km of marsh", 15.0, 15.0, "some 15 sq. km"),
        ("en", "more than 10 square miles", 25.9, None, "more than 10 square miles"),
        ("en", "300 hectares of wood", 3.0, 3.0, "300 hectares"),
        ("en", "2.5 km² of marsh", 2.5, 2.5, "2.5 km²"),
        ("en", "between three and four square kilometers", 3.0, 4.0, "three and four square kilometers"),
        ("uk", "понад тисячу квадратних кілометрів", 1000.0, None, "понад тисячу квадратних кілометрів"),
        ("uk", "1,2 тис. кв. км болота", 1200.0, 1200.0, "1,2 тис. кв. км"),
        ("uk", "14 км кв. болота", 14.0, 14.0, "14 км кв."),
        ("uk", "близько 20 гектарів лісу", 0.2, 0.2, "близько 20 гектарів"),
        ("ru", "свыше 30 квадратных километров", 30.0, None, "свыше 30 квадратных километров"),
        ("ru", "до 8 кв. км болота", None, 8.0, "до 8 кв. км"),
        ("ru", "двух тысяч квадратных километров", 2000.0, 2000.0, "двух тысяч квадратных километров"),
    ],
)
def test_ground_gained(language: str, text: str, low: float | None, high: float | None, said: str) -> None:
    found = _area(language, text)
    assert found is not None
    assert (found.low_km2, found.high_km2, found.said) == (low, high, said)


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "a",
                "two",
                "twenty-five",
                "half",
                "hundred",
                "and",
                "1",
                "200",
                "000",
                "1.5",
                "1,5",
                "½",
                "3-х",
                "to",
                "or",
                "-",
                "–",
                "more",
                "than",
                "up",
                "miles",
                "km",
                "m",
                "sq",
                ".",
                "square",
                "km²",
                "ha",
                "half-mile",
                "полтора-два",
                "километра",
                "тыс",
                "з",
                "половиною",
                "км",
                "кв",
                "на",
                "до",
                "від",
                "кілометр",
                "twenty-",
                "-five",
                "9999999999999",
                "⅔",
                "²",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=25,
)


@given(words=WORDS, language=st.sampled_from(["en", "uk", "ru"]), behind_verb=st.booleans())
def test_any_words_give_ends_in_order_and_words_of_the_text(
    words: list[str], language: str, *, behind_verb: bool
) -> None:
    text = " ".join(words)
    moved = _distance(language, text, behind_verb=behind_verb)
    gained = _area(language, text)
    ends = [(moved.low_km, moved.high_km)] if moved else []
    ends += [(gained.low_km2, gained.high_km2)] if gained else []
    for low, high in ends:
        assert low is None or high is None or 0 <= low <= high
    for found in (moved, gained):
        assert found is None or (found.said and found.said in text)


@given(miles=st.floats(0.1, 500))
def test_miles_are_kilometres(miles: float) -> None:
    found = _distance("en", f"by {miles:.1f} miles")
    assert found is not None
    assert found.low_km == pytest.approx(float(f"{miles:.1f}") * 1.609344, abs=0.06)
