"""The small parts of extraction: figures, days, sentences, language, phrases, lexicon."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.dates.dates import days
from feeds.extraction.dates.figures import area, distance
from feeds.extraction.lexicons.faults import faults_of
from feeds.extraction.lexicons.loading import SHIPPED, load_lexicon
from feeds.extraction.words.tokens import tokens
from feeds.model import Bound

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon


def _english() -> Lexicon:
    return load_lexicon("en")


@pytest.mark.parametrize(
    ("said", "low", "high", "bound"),
    [
        ("1.9 to 2.5 miles", 3.1, 4.0, Bound.RANGE),
        ("more than two miles", 3.2, None, Bound.AT_LEAST),
        ("up to 5 km", None, 5.0, Bound.AT_MOST),
        ("about 800 meters", 0.8, 0.8, Bound.ABOUT),
        ("between 3 and 4 kilometers", 3.0, 4.0, Bound.RANGE),
        ("one kilometre", 1.0, 1.0, Bound.EXACT),
        ("3-4 km", 3.0, 4.0, Bound.RANGE),
    ],
)
def test_distances_are_ranges(said: str, low: float | None, high: float | None, bound: Bound) -> None:
    text = f"They advanced {said} into the woods."
    found = distance(tokens(text), text, _english().figures)
    assert found is not None
    assert (found.low_km, found.high_km, found.bound) == (low, high, bound)
    assert said.removeprefix("between ") in found.said or found.said in said


@pytest.mark.parametrize(
    "text",
    [
        "They advanced to about 3km south of the highway.",
        "They are within 2.5 km of the road.",
        "They stood 20 kilometers from the town.",
        "They advanced miles.",
        "They gained 300 square kilometers.",
    ],
)
def test_a_distance_to_somewhere_is_none_moved(text: str) -> None:
    assert distance(tokens(text), text, _english().figures) is None


@pytest.mark.parametrize(
    ("said", "km2"),
    [
        ("300 square kilometres", 300.0),
        ("10 square miles", 25.9),
        ("400sq km", 400.0),
        ("1,200 sq km", 1200.0),
    ],
)
def test_areas(said: str, km2: float) -> None:
    text = f"They gained {said}."
    found = area(tokens(text), text, _english().figures)
    assert found is not None
    assert (found.low_km2, found.high_km2, found.said) == (km2, km2, said)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", [date(2025, 3, 28)]),
        ("on Saturday", [date(2025, 3, 22)]),
        ("on March 28", [date(2025, 3, 28)]),
        ("on March 29", [date(2025, 3, 29)]),
        ("on December 30", [date(2024, 12, 30)]),
        ("on February 25 and 26", [date(2025, 2, 26)]),
        ("on Feb. 13", [date(2025, 2, 13)]),
        ("on May 3, 2023", [date(2023, 5, 3)]),
        ("they may march on 3 friday", []),
        ("on February 31", []),
        ("yesterday; today", [date(2025, 3, 27), date(2025, 3, 28)]),
    ],
)
def test_days_by_the_day_of_publication(text: str, expected: list[date]) -> None:
    found = days(tokens(text), date(2025, 3, 28), _english())
    assert [day.on for day in found] == expected


def test_a_lexicon_is_checked() -> None:
    broken = {"language": "en", "triggers": {}, "repelled": {"verbs": [], "what": []}, "sides": {}}
    faults = [str(fault) for fault in faults_of(broken)]
    assert "mood: is missing" in faults
    assert "[sides] russia: is missing" in faults


def test_a_pattern_of_too_many_forms_is_a_fault_and_is_never_spelled_out() -> None:
    pattern = " ".join(["{did,does,has,had,was,were,is,are}"] * 40)
    (fault,) = faults_of({"language": "en", "pending": {"unsaid": [pattern]}}, whole=False)
    assert fault.key == "unsaid"
    assert "more than 3,000: write ... for words between" in fault.words


def test_endings_that_are_no_text_are_a_fault() -> None:
    data = {"language": "en", "paradigms": {"past": 5}, "pending": {"unsaid": ["answer{@past} nothing"]}}
    faults = [str(fault) for fault in faults_of(data, whole=False)]
    assert "[paradigms] past: expected text in quotation marks, found 5" in faults


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("do{,es} {@x}"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
_SECTIONS = ("language", "paradigms", "triggers", "sides", "pending", "mood", "figures", "repelled", "dates")
_KEYS = ("past", "advance", "ukraine", "unsaid", "forecast", "numbers", "units", "verbs", "nouns")


@given(
    st.dictionaries(
        st.sampled_from(_SECTIONS), _VALUES | st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=4)
    ),
    st.booleans(),
)
def test_anything_may_stand_in_a_lexicon(data: dict[str, Any], whole: bool) -> None:  # noqa: FBT001
    assert all(str(fault) for fault in faults_of(data, whole=whole))


@pytest.mark.parametrize("language", SHIPPED)
def test_the_shipped_lexicons_have_no_faults(language: str) -> None:
    text = resources.files("feeds.extraction").joinpath(f"lexicons/{language}.toml").read_text("utf-8")
    assert faults_of(tomllib.loads(text)) == ()
