"""The shipped settlements: what is in them, and how their lines are read."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.generator.points import distance_km
from feeds.geography.oblasts import load_regions
from feeds.geography.outlines import outside_km
from feeds.geography.places import load_entries
from feeds.geography.settlements import Entry, Origin, Settlements, Size, entry_of, load_settlements
from feeds.model import PlaceKind, Precision

LINE = (
    "ua-1\tUA\tcity\tDonetsk\tBakhmut\tБахмутський\tToretsk\tТорецьк\tТорецк\tToretzk|Torezk\tДзержинск\t"
    "48.3948\t37.8478\texact\t30914\tg"
)
SHIPPED = load_settlements()
EVERY = tuple(SHIPPED)

COUNTS = {
    "Cherkasy": 854, "Chernihiv": 1509, "Chernivtsi": 417, "Crimea": 1050, "Dnipropetrovsk": 1500,
    "Donetsk": 1298, "Ivano-Frankivsk": 805, "Kharkiv": 1751, "Kherson": 696, "Khmelnytskyi": 1451,
    "Kirovohrad": 1027, "Kyiv": 1182, "Kyiv City": 1, "Luhansk": 926, "Lviv": 1928, "Mykolaiv": 911,
    "Odesa": 1174, "Poltava": 1839, "Rivne": 1026, "Sevastopol": 1, "Sumy": 1488, "Ternopil": 1058,
    "Vinnytsia": 1502, "Volyn": 1087, "Zakarpattia": 604, "Zaporizhzhia": 950, "Zhytomyr": 1668,
}  # fmt: skip
"""Settlements of the codifier by oblast; the places of Sevastopol stand under Crimea's raions there."""

SPOTS = [
    ("Popovka", "Belgorod", "Krasnoyaruzhsky", 50.95, 35.37),
    ("Demidovka", "Belgorod", "Krasnoyaruzhsky", 50.95, 35.39),
    ("Grafovka", "Belgorod", "Krasnoyaruzhsky", 50.92, 35.43),
    ("Prilesye", "Belgorod", "Krasnoyaruzhsky", 50.91, 35.42),
    ("Malaya Loknya", "Kursk", None, 51.33, 35.23),
    ("Sudzha", "Kursk", None, 51.19, 35.27),
    ("Toretsk", "Donetsk", "Bakhmut", 48.40, 37.85),
    ("Chasiv Yar", "Donetsk", "Bakhmut", 48.59, 37.83),
    ("Novohrodivka", "Donetsk", "Pokrovsk", 48.21, 37.34),
    ("Kurakhove", "Donetsk", "Pokrovsk", 47.98, 37.28),
    ("Velyka Novosilka", "Donetsk", "Volnovakha", 47.84, 36.84),
    ("Shevchenko", "Donetsk", "Pokrovsk", 48.23, 37.14),
    ("Lyptsi", "Kharkiv", "Kharkiv", 50.20, 36.43),
    ("Vovchansk", "Kharkiv", "Chuhuiv", 50.29, 36.94),
    ("Basivka", "Sumy", "Sumy", 51.18, 35.09),
    ("Kostiantynivka", "Donetsk", "Kramatorsk", 48.53, 37.71),
    ("Stepove", "Donetsk", "Pokrovsk", 48.20, 37.65),
]
"""Where they lie by common maps, to the nearest village."""


def _named(name: str, oblast: str) -> list[Entry]:
    return [
        entry for entry in EVERY if entry.place.oblast == oblast and name in {entry.place.name, *entry.forms}
    ]


def _away(entry: Entry, lat: float, lon: float) -> float:
    return distance_km((entry.place.lat or 0.0, entry.place.lon or 0.0), (lat, lon))


BESIDE = ("ua-donetsk-sil", "ua-donetsk-masliakivka")
"""What the armies' reports name and the codifier does not have."""


def test_every_settlement_of_ukraine_is_there() -> None:
    listed = [entry.place for entry in EVERY if entry.place.country == "UA" and entry.place.id not in BESIDE]
    assert Counter(place.oblast for place in listed) == COUNTS
    assert sum(COUNTS.values()) == 29_703


def test_the_russian_oblasts_at_the_border_are_there() -> None:
    found = Counter(entry.place.oblast for entry in EVERY if entry.place.country == "RU")
    for oblast, least in (
        ("Belgorod", 500),
        ("Kursk", 600),
        ("Bryansk", 500),
        ("Rostov", 700),
        ("Voronezh", 700),
    ):
        assert found[oblast] >= least, oblast
    assert found["Krasnodar"] >= 700
    assert 5 <= found["Samara"] < 20


@pytest.mark.parametrize(
    ("name", "oblast", "lat", "lon"),
    [
        ("Engels", "Saratov", 51.50, 46.12), ("Усть-Луга", "Leningrad", 59.67, 28.29),
        ("Тьоткіно", "Kursk", 51.28, 34.29), ("Novoshakhtinsk", "Rostov", 47.76, 39.93),
        ("Челябінськ", "Chelyabinsk", 55.16, 61.40), ("Міллерово", "Rostov", 48.92, 40.40),
        ("Славянск-на-Кубани", "Krasnodar", 45.26, 38.13), ("Шаталово", "Smolensk", 54.34, 32.45),
    ],
)  # fmt: skip
def test_towns_that_are_struck_are_known(name: str, oblast: str, lat: float, lon: float) -> None:
    assert min(_away(entry, lat, lon) for entry in _named(name, oblast)) < 12


def test_a_village_deep_in_an_oblast_is_in_a_raion_beside_it() -> None:
    middles = {
        (area.oblasts[0], area.spellings[0]): (area.place.lat or 0.0, area.place.lon or 0.0)
        for area in load_regions().areas
        if area.place.kind is PlaceKind.RAION
    }
    for entry in EVERY:
        exact = entry.place.precision is Precision.EXACT
        if entry.raion and entry.place.country == "RU" and exact:
            assert _away(entry, *middles[entry.place.oblast or "", entry.raion]) < 100, entry


@pytest.mark.parametrize(("name", "oblast", "raion", "lat", "lon"), SPOTS, ids=str)
def test_a_place_of_the_front_lies_where_it_lies(
    name: str, oblast: str, raion: str | None, lat: float, lon: float
) -> None:
    found = [entry for entry in _named(name, oblast) if raion in {None, entry.raion}]
    assert min(_away(entry, lat, lon) for entry in found) < 12


@pytest.mark.parametrize(
    "forms",
    [
        "Popovka Попівка Поповка", "Demidovka Демидівка Демидовка", "Grafovka Графовка",
        "Prilesye Прилісся Прилесье", "Malaya-Loknya Мала-Локня Малая-Локня", "Sudzha Суджа",
        "Toretsk Торецьк Торецк Дзержинск", "Chasiv-Yar Часів-Яр Часов-Яр",
        "Novohrodivka Новогродівка Новогродовка",
        "Kurakhove Курахове Курахово", "Velyka-Novosilka Велика-Новосілка Великая-Новосёлка",
        "Shevchenko Шевченко",
        "Lyptsi Липці Липцы", "Vovchansk Вовчанськ Волчанск", "Basivka Басівка Басовка",
        "Kostiantynivka Костянтинівка Константиновка", "Stepove Степове Степное",
    ],
)  # fmt: skip
def test_a_place_of_the_front_is_known_in_three_languages(forms: str) -> None:
    english, *further = (form.replace("-", " ") for form in forms.split())
    ((_, oblast, raion, lat, lon),) = [spot for spot in SPOTS if spot[0] == english]
    for form in (english, *further):
        found = [entry for entry in _named(form, oblast) if raion in {None, entry.raion}]
        assert min(_away(entry, lat, lon) for entry in found) < 12, form


def test_the_oblast_of_a_place_stands_above_the_outlines() -> None:
    beyond = [
        entry.place
        for entry in EVERY
        if entry.place.precision is Precision.EXACT
        and entry.place.country == "UA"
        and outside_km(entry.place.oblast or "", entry.place.lat or 0.0, entry.place.lon or 0.0) > 1
    ]
    assert beyond


def test_ids_are_given_once_over_all_places() -> None:
    ids = Counter(entry.place.id for entry in load_entries(load_regions()))
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_every_oblast_and_every_ukrainian_raion_is_known() -> None:
    regions = load_regions()
    raions = {
        (area.oblasts[0], area.spellings[0]) for area in regions.areas if area.place.kind is PlaceKind.RAION
    }
    for entry in EVERY:
        assert entry.place.oblast in regions.oblasts
        if entry.raion:
            assert (entry.place.oblast, entry.raion) in raions, entry


def test_all_of_krasnoyaruzhsky_raion_is_there() -> None:
    found = {
        entry.ru for entry in EVERY if entry.place.oblast == "Belgorod" and entry.raion == "Krasnoyaruzhsky"
    }
    villages = {
        "Красная Яруга", "Демидовка", "Поповка", "Графовка", "Прилесье", "Надежевка", "Романовка", "Вязовое",
        "Репяховка", "Колотиловка", "Илек-Пеньковка", "Теребрено", "Староселье", "Сергиевка", "Отрадовка",
        "Степное", "Вязовской", "Фищево", "Задорожный", "Быценков",
    }  # fmt: skip
    assert villages <= found
    assert len(found) >= 34


def test_no_place_lies_far_outside_its_outline() -> None:
    for entry in EVERY[::5]:
        place = entry.place
        if place.country == "UA" and place.lat is not None and place.lon is not None:
            assert outside_km(place.oblast or "", place.lat, place.lon) <= 8, entry


def test_what_has_no_own_point_says_so() -> None:
    for entry in EVERY:
        if entry.origin in {Origin.MIDDLE, Origin.CODIFIER}:
            assert entry.place.precision in {Precision.NEAR, Precision.RAION}
        if entry.place.precision is Precision.EXACT:
            assert entry.origin in {Origin.CITIES, Origin.POSTAL, Origin.HAND}


@pytest.mark.parametrize(
    ("form", "name", "oblast"),
    [
        ("Дзержинск", "Toretsk", "Donetsk"),
        ("Красноармейск", "Pokrovsk", "Donetsk"),
        ("Димитров", "Myrnohrad", "Donetsk"),
        ("Красный Лиман", "Lyman", "Donetsk"),
        ("Артёмовск", "Bakhmut", "Donetsk"),
        ("Угледар", "Vuhledar", "Donetsk"),
        ("Селидово", "Selydove", "Donetsk"),
        ("Сєвєродонецьк", "Siverskodonetsk", "Luhansk"),
        ("Красноград", "Berestyn", "Kharkiv"),
        ("Новомосковськ", "Samar", "Dnipropetrovsk"),
        ("Стаханов", "Kadiivka", "Luhansk"),
        ("Кировоград", "Kropyvnytskyi", "Kirovohrad"),
        ("Днепропетровск", "Dnipro", "Dnipropetrovsk"),
        ("Odessa", "Odesa", "Odesa"),
        ("Кременчуг", "Kremenchuk", "Poltava"),
        ("Красный Пахарь", "Pylypchatyne", "Donetsk"),
    ],
)
def test_a_former_name_leads_to_the_place(form: str, name: str, oblast: str) -> None:
    assert name in {entry.place.name for entry in _named(form, oblast)}


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Chasov Yar", "Chasiv Yar"), ("Kupyansk", "Kupiansk"), ("Новоселовка", "Novoselivka"),
        ("Константиновка", "Kostiantynivka"), ("Krasnopolye", "Krasnopillia"), ("Курахово", "Kurakhove"),
        ("Боровая", "Borova"), ("Песчаное", "Pishchane"), ("Великая Писаревка", "Velyka Pysarivka"),
    ],
)  # fmt: skip
def test_a_ukrainian_place_is_found_by_its_russian_spelling(form: str, name: str) -> None:
    found = {entry.place.name for entry in EVERY if form in entry.forms or form in entry.old}
    assert name in found


def test_a_line_becomes_an_entry() -> None:
    entry = entry_of(LINE, ["city"])
    assert entry.place.name == "Toretsk"
    assert (entry.place.lat, entry.place.lon) == (48.3948, 37.8478)
    assert entry.place.precision is Precision.EXACT
    assert (entry.size, entry.origin, entry.population) == (Size.CITY, Origin.CITIES, 30914)
    assert (entry.raion, entry.raion_local) == ("Bakhmut", "Бахмутський")
    assert entry.forms[:6] == ("Toretsk", "Toretzk", "Torezk", "Торецьк", "Торецк", "Дзержинск")
    assert "Toretsk city" in entry.forms


def test_a_village_without_a_point_has_none_and_no_city_form() -> None:
    cells = LINE.split("\t")
    cells[2], cells[11], cells[12], cells[13], cells[14] = "village", "", "", "raion", "0"
    entry = entry_of("\t".join(cells), ["city"])
    assert (entry.place.lat, entry.place.lon) == (None, None)
    assert "Toretsk city" not in entry.forms


@pytest.mark.parametrize(
    "broken", [LINE + "\tmore", "", LINE.replace("exact", "sharp"), LINE.replace("48.", "x")]
)
def test_a_broken_line_is_refused(broken: str) -> None:
    with pytest.raises(FormatError, match=r"settlements\.tsv"):
        entry_of(broken)


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=16, max_size=16))
def test_any_line_is_read_or_refused(cells: list[str]) -> None:
    with suppress(FormatError):
        assert entry_of("\t".join(cells)).forms is not None


def test_settlements_are_made_when_they_are_asked_for() -> None:
    found = Settlements([LINE, "broken"])
    assert len(found) == 2
    assert found[0].place.id == "ua-1"
    assert [entry.place.id for entry in found[:1]] == ["ua-1"]
    with pytest.raises(FormatError):
        found[1]
