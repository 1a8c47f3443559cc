"""The shipped gazetteer, and names in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography import load_gazetteer
from feeds.geography.oblasts import load_regions, regions_from
from feeds.model import PlaceKind, Precision

GAZETTEER = load_gazetteer()


def _names(text: str) -> list[str]:
    return [mention.form for mention in GAZETTEER.find(text)]


def test_the_shipped_places_have_unique_ids_and_known_oblasts() -> None:
    ids = [place.id for place in GAZETTEER.places]
    assert len(ids) == len(set(ids)) > 34_000
    known = set(load_regions().oblasts)
    assert all(place.oblast in known for place in GAZETTEER.places if place.oblast)


def test_a_settlement_lies_near_the_middle_of_its_oblast_and_says_how_exactly_it_is_known() -> None:
    middles = {name: oblast.place for name, oblast in load_regions().oblasts.items()}
    told = 0
    for place in GAZETTEER.places:
        if place.kind is PlaceKind.SETTLEMENT:
            middle = middles[place.oblast or ""]
            if place.lat is None or place.lon is None:
                assert place.precision is Precision.RAION, place
            elif place.country == "UA" or load_regions().oblasts[place.oblast or ""].stems:
                told += 1
                assert abs(place.lat - (middle.lat or 0)) < 2.7, place
                assert abs(place.lon - (middle.lon or 0)) < 3.7, place
    assert told > 33_000


def test_homonyms_come_together() -> None:
    found = GAZETTEER.named("Popovka")
    assert {"Belgorod", "Sumy", "Kursk", "Kharkiv", "Bryansk", "Rostov"} <= {place.oblast for place in found}
    raions = [place.raion for place in found if place.oblast == "Belgorod"]
    assert {"Krasnoyaruzhsky", "Korochansky"} <= set(raions)
    assert GAZETTEER.named("Nowhere") == ()


def test_the_longest_name_wins() -> None:
    assert _names("north of Belgorod City, in the Kursk region and the Pokrovsk direction") == [
        "Belgorod City", "Kursk region", "Pokrovsk direction",
    ]  # fmt: skip


def test_names_are_found_in_three_languages() -> None:
    assert _names("Chasiv Yar, Часів Яр, Часов Яр") == ["Chasiv Yar", "Часів Яр", "Часов Яр"]


def test_a_small_letter_begins_no_name() -> None:
    assert _names("the lyman and the popovka") == []


def test_a_name_does_not_go_on_over_a_mark() -> None:
    assert _names("Chasiv, Yar") == []


def test_a_hyphenated_name_is_one_and_a_line_between_two_is_two() -> None:
    assert _names("Kupyansk-Vuzlovyi, Svatove-Kreminna") == ["Kupyansk-Vuzlovyi", "Svatove", "Kreminna"]


@given(st.text(alphabet=st.sampled_from("Popovka Часів Ярь’\u0301\u00ad-,.\n")))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    mentions = GAZETTEER.find(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    for mention in mentions:
        assert text[mention.span.start : mention.span.end] == mention.form
        assert mention.candidates


def test_broken_regions_are_refused() -> None:
    with pytest.raises(FormatError, match=r"regions\.toml"):
        regions_from({"oblasts": {"Sumy": {"country": "UA"}}})
