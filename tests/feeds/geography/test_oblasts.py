"""Oblasts, raions and directions."""

from __future__ import annotations

import pytest

from feeds.errors import FormatError
from feeds.geography.folding import fold
from feeds.geography.oblasts import load_regions, regions_from
from feeds.geography.outlines import outside_km
from feeds.geography.places import region_entries
from feeds.model import PlaceKind

REGIONS = load_regions()
FORMS = {entry.place.id: set(entry.forms) for entry in region_entries(REGIONS)}


def test_ukraine_has_27_regions_and_all_of_russia_is_known() -> None:
    assert sum(one.country == "UA" for one in REGIONS.oblasts.values()) == 27
    assert sum(one.country == "RU" for one in REGIONS.oblasts.values()) == 83
    assert len({one.iso for one in REGIONS.oblasts.values()}) == 110


def test_the_middle_of_a_region_lies_in_its_outline() -> None:
    for one in REGIONS.oblasts.values():
        if one.country == "UA" or one.stems:
            assert outside_km(one.name, one.place.lat or 0, one.place.lon or 0) == 0, one.name


@pytest.mark.parametrize(
    ("form", "id_"),
    [
        ("Харківщина", "ua-kharkiv"), ("Белгородчина", "ru-belgorod"), ("Donetsk region", "ua-donetsk"),
        ("ДНР", "ua-donetsk"), ("LPR", "ua-luhansk"), ("Крым", "ua-crimea"), ("Krasnodar Krai".lower(), "-"),
        ("Rostov oblast", "ru-rostov"), ("Саратовская область", "ru-saratov"), ("Сумщина", "ua-sumy"),
    ],
)  # fmt: skip
def test_a_region_is_known_by_its_forms(form: str, id_: str) -> None:
    assert {place for place, forms in FORMS.items() if form in forms} == ({id_} if id_ != "-" else set())


def test_a_stem_is_of_its_oblast() -> None:
    for one in REGIONS.oblasts.values():
        names = [fold(word) for form in (*one.native, *one.short) for word in form.split()]
        for stem in one.stems:
            assert any(name.startswith(stem[:4]) for name in names), (one.name, stem)


def test_the_english_name_of_a_far_region_needs_its_word() -> None:
    assert "Samara" not in FORMS["ru-samara"]
    assert "Samara region" in FORMS["ru-samara"]
    assert "Tatarstan" in FORMS["ru-tatarstan"]


def test_what_a_party_calls_an_oblast_is_told_apart() -> None:
    assert {"DPR", "ДНР"} <= set(REGIONS.oblasts["Donetsk"].labels)
    assert not {"DPR", "ДНР"} & set(REGIONS.oblasts["Donetsk"].native)


@pytest.mark.parametrize(
    ("form", "oblasts"),
    [
        ("Pokrovsk direction", ("Donetsk", "Dnipropetrovsk")),
        ("Покровський напрямок", ("Donetsk", "Dnipropetrovsk")),
        ("Запорожское направление", ("Zaporizhzhia", "Donetsk")),
        ("Kursk direction", ("Kursk", "Sumy")),
        ("Південно-Слобожанський напрямок", ("Kharkiv", "Belgorod")),
        ("Краснолиманское направление", ("Donetsk", "Luhansk", "Kharkiv")),
    ],
)
def test_a_direction_tells_the_oblasts_that_it_crosses(form: str, oblasts: tuple[str, ...]) -> None:
    (found,) = [area for area in REGIONS.areas if form in FORMS[area.place.id]]
    assert found.place.kind is PlaceKind.DIRECTION
    assert found.oblasts == oblasts


def test_all_raions_of_ukraine_and_those_at_the_border_have_a_middle_in_their_oblast() -> None:
    raions = [area for area in REGIONS.areas if area.place.kind is PlaceKind.RAION]
    assert sum(area.place.country == "UA" for area in raions) == 136
    for area in raions:
        assert outside_km(area.oblasts[0], area.place.lat or 0, area.place.lon or 0) < 8, area


@pytest.mark.parametrize("raions", ["Sumy\tX", "Atlantis\tX\tX\tХ\tХ\t1\t2", "Sumy\tX\tX\tХ\tХ\tone\t2"])
def test_broken_raions_are_refused(raions: str) -> None:
    data = {"oblasts": {"Sumy": {"country": "UA", "iso": "UA-59", "uk": [], "ru": [], "at": [51, 34]}}}
    with pytest.raises(FormatError, match=r"raions\.tsv"):
        regions_from({**data, "words": {}, "compass": {}}, raions)


def test_a_direction_across_an_unknown_oblast_is_refused() -> None:
    line = {"name": "X", "uk": [], "ru": [], "crosses": ["Atlantis"]}
    with pytest.raises(FormatError, match="Atlantis"):
        regions_from({"oblasts": {}, "words": {}, "compass": {}, "directions": {"none": {"x": line}}})


def test_the_front_is_in_the_invaded_country_and_along_its_border() -> None:
    rear = {name for name, oblast in REGIONS.oblasts.items() if REGIONS.is_rear(oblast.place)}
    assert {"Tyumen", "Moscow", "Krasnodar"} <= rear
    assert not rear & {"Kursk", "Belgorod", "Bryansk", "Rostov", "Voronezh", "Kharkiv", "Lviv", "Crimea"}
