"""Which of several places of one name is meant."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.geography import Resolution, load_gazetteer, resolve
from feeds.geography.folding import fold
from feeds.geography.prior import NO_PRIOR, Prior, Settled
from feeds.model import PlaceKind, Span

GAZETTEER = load_gazetteer()
WEST, EAST = "ru-belgorod-popovka-krasnoyaruzhsky", "ru-belgorod-popovka-korochansky"


def _spans(text: str) -> tuple[Span, ...]:
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."] or [len(text)]
    return tuple(Span(start, end) for start, end in zip([0, *ends], ends, strict=False))


def _resolved(text: str, *, title: str = "", prior: Prior = NO_PRIOR) -> dict[str, Resolution]:
    mentions = GAZETTEER.find(text)
    told = resolve(
        mentions, GAZETTEER, text=text, title=GAZETTEER.find(title), sentences=_spans(text), prior=prior
    )
    return {mention.form: one for mention, one in zip(mentions, told, strict=True)}


def _id(resolution: Resolution) -> str:
    return resolution.place.id if resolution.place else ""


def test_a_lone_name_is_the_place() -> None:
    told = _resolved("Fog lay over Chasiv Yar.")["Chasiv Yar"]
    assert (told.oblast, told.margin) == ("Donetsk", math.inf)
    assert "one place called Chasiv Yar" in told.reason


@pytest.mark.parametrize(
    "text",
    [
        "Shots were heard in Popovka and Demidovka.",
        "Постріли чули біля сіл Попівка та Демидівка.",
        "Выстрелы слышали у сёл Поповка и Демидовка.",
    ],
)
def test_a_place_named_beside_it_tells_homonyms_apart(text: str) -> None:
    popovka = next(
        one for form, one in _resolved(text).items() if form.startswith("По"[:1]) or form[0] == "P"
    )
    assert _id(popovka) == WEST
    assert popovka.reason == "Popovka in Krasnoyaruzhsky raion: it lies 2 km from Demidovka, named beside it."


def test_the_same_name_does_not_hold_itself() -> None:
    told = _resolved("They hold Stepove. Stepove is quiet. Nobody lives in Stepove.")["Stepove"]
    assert told.place is None


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("They entered Popovka (northwest of Belgorod City).", WEST),
        ("They entered Popovka (north-east of Belgorod City).", EAST),
        ("Вони дійшли до с. Поповка, що за 50 км на північний схід від Бєлгорода.", EAST),
        ("Они дошли до с. Поповка (северо-западнее Белгорода).", WEST),
    ],
)
def test_a_bearing_tells_homonyms_apart(text: str, which: str) -> None:
    told = next(one for form, one in _resolved(text).items() if fold(form[:3]) in {"pop", "поп"})
    assert _id(told) == which
    assert "Belgorod" in told.reason


def test_a_raion_tells_homonyms_apart() -> None:
    told = _resolved("A post in Popovka, Korochansky district, was hit.")["Popovka"]
    assert _id(told) == EAST
    assert "Korochansky raion" in told.reason


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They hold Stepove in Chernihiv Oblast.", ""),
        ("In the Chernihiv region they hold Stepove.", ""),
        ("It rained in the Chernihiv region. They hold Stepove.", ""),
        ("They hold Stepove.", "News of the Chernihiv region"),
        ("На Чернігівщині – Степове.", ""),
    ],
)
def test_an_oblast_named_tells_the_oblast(text: str, title: str) -> None:
    told = next(one for form, one in _resolved(text, title=title).items() if form in {"Stepove", "Степове"})
    assert told.oblast == "Chernihiv"


def test_the_oblasts_of_the_source_tell_the_oblast() -> None:
    assert _resolved("Rain fell on Popovka.")["Popovka"].oblast is None
    told = _resolved("Rain fell on Popovka.", prior=Prior(frozenset({"Sumy"})))["Popovka"]
    assert told.oblast == "Sumy"


def test_recent_places_of_the_source_are_a_weak_clue() -> None:
    near = GAZETTEER.named("Berdychi")
    kept = tuple(place for place in near if place.oblast == "Donetsk")
    alone = _resolved("They hold Stepove.")["Stepove"]
    told = _resolved("They hold Stepove.", prior=Prior(recent=kept))["Stepove"]
    assert (told.place or told.candidates[0]).oblast == "Donetsk"
    assert told.margin > alone.margin or alone.candidates[0].oblast != "Donetsk"
    told = _resolved("They hold Stepove in Chernihiv Oblast.", prior=Prior(recent=kept))["Stepove"]
    assert told.oblast == "Chernihiv"


def test_two_guesses_do_not_hold_each_other() -> None:
    title = GAZETTEER.find("Shots near Stepove")
    text = "Shots were heard near Stepove."
    told = resolve(GAZETTEER.find(text), GAZETTEER, text=text, title=title)
    assert told[0].place is None


def test_what_an_analyst_settled_is_used_again() -> None:
    prior = Prior(settled=(Settled("popovka", "Belgorod", EAST),))
    told = _resolved("Shots were heard in Popovka and Demidovka.", prior=prior)["Popovka"]
    assert _id(told) == EAST
    assert "an analyst settled it" in told.reason


def test_another_oblast_in_the_sentence_beats_what_was_settled() -> None:
    prior = Prior(settled=(Settled("popovka", "Belgorod", EAST),))
    told = _resolved("They hold Popovka in Sumy Oblast.", prior=prior)["Popovka"]
    assert told.oblast == "Sumy"


def test_the_latest_decision_is_the_one_that_holds() -> None:
    both = (Settled("popovka", "Belgorod", EAST), Settled("popovka", "Belgorod", WEST))
    assert _id(_resolved("They hold Popovka.", prior=Prior(settled=both))["Popovka"]) == EAST
    back = Prior(settled=both[::-1])
    assert _id(_resolved("They hold Popovka.", prior=back)["Popovka"]) == WEST


def test_without_a_clue_a_name_stays_unresolved_with_its_candidates() -> None:
    told = _resolved("They hold Stepove.")["Stepove"]
    assert told.place is None
    assert 2 <= len(told.candidates) <= 5
    assert {place.name for place in told.candidates} <= {"Stepove", "Stepnoye"}
    assert "nothing named near it" in told.reason
    assert told.margin < math.inf


def test_where_only_the_oblast_is_certain_it_is_the_area() -> None:
    told = _resolved("They hold Zelene in Donetsk Oblast.")["Zelene"]
    assert told.place is None
    assert told.area is not None
    assert (told.oblast, told.area.oblast) == ("Donetsk", "Donetsk")
    assert {place.oblast for place in told.candidates} == {"Donetsk"}


def test_the_oblast_said_with_a_name_goes_before_another_of_the_sentence() -> None:
    told = _resolved("They came from Sumy Oblast to Popovka in Belgorod Oblast.")["Popovka"]
    assert told.oblast == "Belgorod"


def test_mentions_of_one_name_in_two_oblasts_stay_apart() -> None:
    text = "Popovka in Sumy Oblast burned. Popovka in Belgorod Oblast did not."
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text, sentences=_spans(text))
    oblasts = [one.oblast for mention, one in zip(mentions, told, strict=True) if mention.form == "Popovka"]
    assert oblasts == ["Sumy", "Belgorod"]


def test_what_is_told_of_one_mention_holds_for_the_other() -> None:
    text = "They hold Popovka. It rained. Guns fired on Popovka (northeast of Belgorod City)."
    mentions = GAZETTEER.find(text)
    told = resolve(mentions, GAZETTEER, text=text, sentences=_spans(text))
    ids = {one.place.id for m, one in zip(mentions, told, strict=True) if one.place and m.form == "Popovka"}
    assert ids == {EAST}


@pytest.mark.parametrize("name", ["Sumy", "Kharkiv", "Belgorod", "Київ", "Харків", "Белгород"])
def test_a_name_of_an_oblast_and_its_city_is_the_city(name: str) -> None:
    (told,) = _resolved(f"Rain fell on {name}.").values()
    assert told.place is not None
    assert told.place.kind is PlaceKind.SETTLEMENT


@pytest.mark.parametrize("name", ["Kharkiv region", "Харківщина", "Белгородская область"])
def test_with_its_word_it_is_the_oblast(name: str) -> None:
    (told,) = _resolved(f"Rain fell on it: {name}.").values()
    assert told.place is not None
    assert told.place.kind is PlaceKind.OBLAST


def test_a_city_goes_before_villages_of_its_name() -> None:
    told = _resolved("A delegation came to Mykolaiv.")["Mykolaiv"]
    assert told.oblast == "Mykolaiv"
    assert "largest" in told.reason


def test_a_village_that_is_near_goes_before_a_city_that_is_far() -> None:
    told = _resolved("Shots were heard in Kostiantynivka in Sumy Oblast, near Yunakivka.")["Kostiantynivka"]
    assert told.oblast == "Sumy"


def test_the_only_known_place_of_a_name_is_not_taken_where_the_text_says_it_lies_elsewhere() -> None:
    told = _resolved("They entered Guevo (northeast of Kharkiv City).")["Guevo"]
    assert (told.place, told.oblast) == (None, None)
    assert "elsewhere than the text says, northeast of Kharkiv" in told.reason
    told = _resolved("They entered Guevo in Donetsk Oblast.")["Guevo"]
    assert (told.place, told.oblast) == (None, "Donetsk")
    assert told.area is not None
    assert told.area.kind is PlaceKind.OBLAST
    assert "outside Donetsk" in told.reason


def test_a_far_village_of_which_nothing_speaks_is_not_guessed() -> None:
    text = "Troops advanced in Pokrovsk. They took Halych too."
    far = [place for place in GAZETTEER.named("Yaremche") if place.oblast == "Ivano-Frankivsk"]
    assert far
    told = _resolved(text.replace("Halych", "Verkhovyna"))
    assert all(one.place is None or one.place.oblast != "Ivano-Frankivsk" for one in told.values())


def test_a_direction_and_a_raion_are_what_they_are_called() -> None:
    told = _resolved("Shots on the Pokrovsk direction and in Pokrovsk raion.")
    kinds = {one.place.kind for one in told.values() if one.place}
    assert kinds == {PlaceKind.DIRECTION, PlaceKind.RAION}


def test_the_order_of_mentions_does_not_matter() -> None:
    text = "Near Popovka and Demidovka they met. Stepove and Berdychi lie near Avdiivka. Sumy is far."
    mentions = list(GAZETTEER.find(text))
    first = dict(zip(mentions, resolve(mentions, GAZETTEER, text=text, sentences=_spans(text)), strict=True))
    mentions.sort(key=lambda mention: mention.form[::-1])
    again = dict(zip(mentions, resolve(mentions, GAZETTEER, text=text, sentences=_spans(text)), strict=True))
    assert again == first


_WORDS = [
    "Popovka", "Demidovka", "Stepove", "Степного", "Попівки", "Kharkiv", "Belgorod City", "Sumy Oblast",
    "Харківщині", "north of", "північніше", "в 5 км к северу от", "near", "біля", "(", ")", ".", ",", "and",
    "та", "–", "удар", "border", "Krasnoyaruzhsky raion", "Pokrovsk direction", "\u0301", "999 km",
    "Іванівка", "\n\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.lists(st.sampled_from(_WORDS), max_size=3))
def test_any_text_gives_one_sensible_resolution_a_mention(parts: list[str], title: list[str]) -> None:
    text = " ".join(parts)
    mentions = GAZETTEER.find(text)
    told = resolve(
        mentions, GAZETTEER, text=text, title=GAZETTEER.find(" ".join(title)), sentences=_spans(text)
    )
    assert len(told) == len(mentions)
    named = {place.oblast for mention in mentions for place in mention.candidates}
    for mention, one in zip(mentions, told, strict=True):
        assert one.place is None or one.place in mention.candidates
        assert one.place is None or one.oblast == one.place.oblast
        assert one.oblast is None or one.oblast in named
        assert set(one.candidates) <= set(mention.candidates)
        assert len(one.candidates) <= 5
        assert one.margin >= 0
        assert one.reason.endswith(".")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_garbage_around_names_is_borne(noise: str) -> None:
    text = f"{noise} Popovka {noise} northwest of Stepove ({noise} km to the north of Belgorod City)"
    mentions = GAZETTEER.find(text)
    spans = [Span(0, 5), Span(3, 4), Span(len(text) + 7, 1)]
    assert len(resolve(mentions, GAZETTEER, text=text, sentences=spans)) == len(mentions)
