"""Which of several places of one name is meant."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.geography import Resolution, load_gazetteer, resolve
from feeds.geography.bearings import Bearing, distance_km
from feeds.model import Span

GAZETTEER = load_gazetteer()


def _resolved(text: str, *, title: str = "", sentences: tuple[Span, ...] = ()) -> dict[str, Resolution]:
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text, title=title, sentences=sentences)
    return {mention.form: one for mention, one in zip(mentions, told, strict=True)}


def _id(resolution: Resolution) -> str:
    return resolution.place.id if resolution.place else ""


def test_a_lone_name_is_the_place() -> None:
    assert _id(_resolved("Fog lay over Sudzha.")["Sudzha"]) == "ru-kursk-sudzha"


def test_a_place_named_beside_it_tells_homonyms_apart() -> None:
    told = _resolved("Shots were heard in Popovka and Demidovka.")
    assert _id(told["Popovka"]) == "ru-belgorod-popovka-krasnoyaruzhsky"
    assert "15 km" in told["Popovka"].reason


def test_a_bearing_in_brackets_tells_homonyms_apart() -> None:
    told = _resolved("They entered Popovka (northwest of Belgorod City).")
    assert _id(told["Popovka"]) == "ru-belgorod-popovka-krasnoyaruzhsky"
    told = _resolved("They entered Popovka (north-east of Belgorod City).")
    assert _id(told["Popovka"]) == "ru-belgorod-popovka-korochansky"


def test_a_raion_tells_homonyms_apart() -> None:
    told = _resolved("A post in Popovka, Korochansky district, was hit.")
    assert _id(told["Popovka"]) == "ru-belgorod-popovka-korochansky"


def test_an_oblast_in_the_sentence_tells_homonyms_apart() -> None:
    told = _resolved("In Zaporizhia Oblast they hold Stepove.")
    assert _id(told["Stepove"]) == "ua-zaporizhzhia-stepove-zaporizhzhia"


def test_an_oblast_in_the_title_tells_homonyms_apart() -> None:
    told = _resolved("They hold Stepove.", title="News of the Donetsk region")
    assert _id(told["Stepove"]) == "ua-donetsk-stepove-donetsk"


def test_without_a_clue_a_name_stays_unresolved_at_the_oblast_that_is_certain() -> None:
    told = _resolved("They hold Shevchenko.")["Shevchenko"]
    assert (told.place, told.oblast) == (None, "Donetsk")
    told = _resolved("They hold Stepove.")["Stepove"]
    assert (told.place, told.oblast) == (None, None)


def test_the_oblast_said_with_a_name_goes_before_another_of_the_sentence() -> None:
    told = _resolved("They came from Sumy Oblast to Popovka in Belgorod Oblast.")["Popovka"]
    assert told.oblast == "Belgorod"


def test_two_oblasts_named_tell_nothing() -> None:
    told = _resolved("The Belgorod region and the Sumy region both have a village called Popovka.")
    assert (told["Popovka"].place, told["Popovka"].oblast) == (None, None)


def test_a_place_of_the_item_that_lies_in_one_oblast_tells_the_oblast() -> None:
    assert _resolved("They hold Popovka. Rain fell on Shebekino.")["Popovka"].oblast == "Belgorod"


def test_an_oblast_is_always_one_of_those_that_a_name_may_lie_in() -> None:
    told = _resolved("They hold Popovka. Much more burned at Toretsk in Donetsk Oblast.")["Popovka"]
    assert told.oblast is None


def test_of_two_places_in_one_oblast_the_one_by_the_items_other_places_is_taken() -> None:
    told = _resolved("They hold Popovka in Belgorod Oblast. Krasnaya Yaruga is quiet.")["Popovka"]
    assert _id(told) == "ru-belgorod-popovka-krasnoyaruzhsky"
    assert "item's other places" in told.reason


def test_of_two_places_in_one_oblast_the_one_by_the_border_is_taken_last() -> None:
    told = _resolved("They hold Popovka in Belgorod Oblast.")["Popovka"]
    assert _id(told) == "ru-belgorod-popovka-krasnoyaruzhsky"
    assert "weak clue" in told.reason
    assert "border" in told.reason


def test_where_both_lie_at_the_border_only_the_oblast_is_told() -> None:
    told = _resolved("They hold Grafovka in Belgorod Oblast.")["Grafovka"]
    assert (told.place, told.oblast) == (None, "Belgorod")


def test_mentions_of_one_name_in_two_oblasts_stay_apart() -> None:
    text = "Popovka in Sumy Oblast burned. Popovka in Belgorod Oblast did not."
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text, sentences=(Span(0, 30), Span(31, len(text))))
    oblasts = [one.oblast for mention, one in zip(mentions, told, strict=True) if mention.form == "Popovka"]
    assert oblasts == ["Sumy", "Belgorod"]


def test_an_oblast_and_its_city_are_not_guessed_between() -> None:
    told = _resolved("They moved into Belgorod.")["Belgorod"]
    assert (told.place, told.oblast) == (None, "Belgorod")


def test_the_only_known_place_of_a_name_is_not_taken_where_the_text_says_it_lies_elsewhere() -> None:
    told = _resolved("They entered Guevo (northeast of Kharkiv City).")["Guevo"]
    assert (told.place, told.oblast) == (None, "Kharkiv")


def test_what_is_told_of_one_mention_holds_for_the_other() -> None:
    text = "They hold Stepove. It rained. In Zaporizhia Oblast, Stepove burned."
    ends = (Span(0, 18), Span(19, 29), Span(30, len(text)))
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text, sentences=ends)
    assert {one.place.id for one in told if one.place and "stepove" in one.place.id} == {
        "ua-zaporizhzhia-stepove-zaporizhzhia"
    }


def test_bearings_fit_by_direction_and_reach() -> None:
    belgorod = next(place for place in GAZETTEER.named("Belgorod City"))
    west, east = GAZETTEER.named("Popovka")[:2]
    assert not Bearing(45, belgorod).fits(west)
    assert Bearing(45, belgorod).fits(east)
    assert not Bearing(45, belgorod).fits(GAZETTEER.named("Luhansk City")[0])
    assert 20 < distance_km(belgorod, east) < 80


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["Popovka", "Demidovka", "north of", "Belgorod City", "(", ")", ".", "Sumy"]))
)
def test_any_text_gives_one_resolution_a_mention(parts: list[str]) -> None:
    text = " ".join(parts)
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text)
    assert len(told) == len(mentions)
    for mention, one in zip(mentions, told, strict=True):
        assert one.place is None or one.place in mention.candidates
        assert one.reason.endswith(".")
