"""The parts of the generator that need no package, on small made-up places."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.geography.generator import codifier, hand, outlining, packages, raions, rows, russia
from feeds.geography.generator.packages import PostCode
from feeds.geography.generator.points import Matcher, Offered, Wanted, distance_km, middle
from feeds.geography.generator.postal import NextCodes
from feeds.geography.russian import russian_variants, to_russian, to_ukrainian
from feeds.geography.settlements import entry_of

HEAD = ("UA01", "UA0101", "UA010101")
SHEET = [
    (None, None, None, None, None, "Title", None),
    ("Перший рівень", None, None, None, None, "Категорія", "Назва"),
    ("UA01", None, None, None, None, "O", "Сумська"),
    ("UA01", "UA0101", None, None, None, "P", "Сумський"),
    (*HEAD, None, None, "H", "Миколаївська "),
    (*HEAD, "UA01010100002", None, "C", "Cтепове"),
    (*HEAD, "UA01010100001", None, "M", "Кам’янка"),
]


def _row(**changed: object) -> rows.Row:
    base: dict[str, object] = {
        "id": "ua-1", "country": "UA", "size": "village", "oblast": "Sumy", "raion": "Sumy",
        "raion_local": "Сумський", "name": "Stepove", "uk": "Степове", "ru": "Степовое", "latin": (),
        "old": (), "lat": 51.0, "lon": 35.0, "precision": "near", "population": 0, "origin": "r",
    }  # fmt: skip
    return rows.Row(**{**base, **changed})  # type: ignore[arg-type]


def _wanted(key: str, name: str, hromada: str = "h", size: str = "village") -> Wanted:
    return Wanted(key, frozenset({name}), "Sumy", "r", hromada, size)


def _offered(lat: float, lon: float, *names: str, postal: bool = True, people: int = 0) -> Offered:
    return Offered((lat, lon), frozenset(names), postal, people)


def _everywhere(_region: str, _at: tuple[float, float]) -> bool:
    return True


def test_the_codifier_gives_settlements_with_what_they_lie_in() -> None:
    found = codifier.settlements(codifier.units(SHEET), {})
    assert [(one.name, one.size, one.oblast, one.raion) for one in found] == [
        ("Кам'янка", "city", "Сумська", "Сумський"),
        ("Степове", "village", "Сумська", "Сумський"),
    ]


def test_a_settlement_renamed_since_keeps_its_old_name() -> None:
    before = codifier.units([(*HEAD, "UA01010100002", None, "C", "Ленінське")])
    found = codifier.settlements(codifier.units(SHEET), before)
    assert [one.old for one in found] == ["", "Ленінське"]


def test_a_name_met_once_in_its_oblast_gets_its_point() -> None:
    found = Matcher([_wanted("1", "a")], [_offered(51, 35, "a")], _everywhere).match()
    assert found["1"].at == (51, 35)


def test_a_point_outside_the_oblast_is_no_point() -> None:
    assert Matcher([_wanted("1", "a")], [_offered(51, 35, "a")], lambda _region, _at: False).match() == {}


def test_of_two_of_a_name_the_one_in_the_nearer_hromada_gets_the_point() -> None:
    wanted = [_wanted("1", "a", "west"), _wanted("2", "a", "east")]
    wanted += [_wanted(f"w{n}", f"w{n}", "west") for n in range(3)] + [
        _wanted(f"e{n}", f"e{n}", "east") for n in range(3)
    ]
    offered = [_offered(51 + n / 100, 34, f"w{n}") for n in range(3)]
    offered += [_offered(51 + n / 100, 35, f"e{n}") for n in range(3)] + [_offered(51, 35.05, "a")]
    found = Matcher(wanted, offered, _everywhere).match()
    assert "1" not in found
    assert found["2"].at == (51, 35.05)


def test_a_point_far_from_the_rest_of_its_hromada_is_dropped() -> None:
    wanted = [_wanted(str(n), f"n{n}") for n in range(4)]
    offered = [_offered(51 + n / 100, 35, f"n{n}") for n in range(3)] + [_offered(52, 35, "n3")]
    assert set(Matcher(wanted, offered, _everywhere).match()) == {"0", "1", "2"}


def test_a_city_takes_the_largest_town_of_its_name() -> None:
    wanted = [_wanted("1", "a", size="city"), _wanted("2", "a", "other")]
    offered = [
        _offered(51, 35, "a", postal=False, people=9),
        _offered(52, 36, "a", postal=False, people=90_000),
    ]
    assert Matcher(wanted, offered, _everywhere).match()["1"].at == (52, 36)


def test_no_point_is_given_twice() -> None:
    wanted = [_wanted(str(n), "a", "h") for n in range(5)] + [_wanted(f"x{n}", f"x{n}") for n in range(3)]
    offered = [_offered(51, 35 + n / 100, f"x{n}") for n in range(3)] + [
        _offered(51.05, 35, "a"),
        _offered(51.1, 35, "a"),
    ]
    found = Matcher(wanted, offered, _everywhere).match()
    assert len({point.at for point in found.values()}) == len(found) == 5


def _code(code: str, name: str, lat: float, *, own: bool = True) -> PostCode:
    return PostCode(code, name, "UA", "Sumska", (lat, 35.0), own)


def _next_codes(*rows: PostCode) -> NextCodes:
    wanted = [_wanted("1", "a"), _wanted("2", "b"), _wanted("3", "c", "elsewhere"), _wanted("4", "d")]
    found = {"2": _offered(51, 35, "b"), "3": _offered(52, 35, "c"), "4": _offered(51.4, 35, "d")}
    return NextCodes(rows, wanted, found)


def test_a_village_lies_beside_those_with_the_next_post_codes() -> None:
    codes = _next_codes(_code("42001", "b", 51), _code("42002", "a", 0, own=False), _code("42005", "d", 51.4))
    assert codes.beside("1", (51.0, 36.0)) == pytest.approx((51.0, 35.35))


def test_neighbours_of_another_hromada_tell_nothing() -> None:
    codes = _next_codes(_code("42001", "c", 52), _code("42002", "a", 0, own=False), _code("x", "b", 51))
    assert codes.beside("1", (51.0, 36.0)) is None


@pytest.mark.parametrize(
    ("ukrainian", "expected"),
    [
        ("Костянтинівка", "Константиновка"), ("Велика Новосілка", "Великая Новоселка"), ("Торецьк", "Торецк"),
        ("Часів Яр", "Часов Яр"), ("Андріївка", "Андреевка"), ("Олександрівка", "Александровка"),
        ("Григорівка", "Григорьевка"), ("Зелене", "Зелёное"), ("Новогродівка", "Новогродовка"),
        ("Липці", "Липцы"),
        ("Кам'янка", "Каменка"), ("Краснопілля", "Краснополье"), ("П'ятихатки", "Пятихатки"),
        ("Ямпіль", "Ямполь"),
        ("Покровський", "Покровский"), ("Шевченкове", "Шевченково"),
        ("Новоселівка Друга", "Новоселовка Вторая"),
        ("Кам'яне", "Каменное"), ("Знам'янка", "Знаменка"), ("Верхній Салтів", "Верхний Салтов"),
        ("Малі Копані", "Малые Копани"), ("Мала Лепетиха", "Малая Лепетиха"), ("Тихе", "Тихое"),
        ("Жереб'янки", "Жеребянки"), ("Вовче", "Волчье"), ("Сухий Яр", "Сухой Яр"),
        ("Дем'янівка", "Демьяновка"),
    ],
)  # fmt: skip
def test_a_ukrainian_name_becomes_russian(ukrainian: str, expected: str) -> None:
    assert to_russian(ukrainian) == expected


def test_further_russian_names_are_met() -> None:
    assert "Степное" in russian_variants("Степове")
    assert "Красное" in russian_variants("Червоне")


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        ("Поповка", ("Попівка", "Поповка")), ("Малая Локня", ("Мала Локня", "Малая Локня")),
        ("Тёткино", ("Тьоткине", "Тьоткино")), ("Рыльск", ("Рильськ",)),
        ("Журавлёвка", ("Журавльовка",)), ("Зелёный Шлях", ("Зелений Шлях",)),
        ("Екатеринбург", ("Єкатеринбург",)),
        ("Миллерово", ("Миллерове", "Миллерово", "Міллерово")), ("Энгельс", ("Енгельс",)),
    ],
)  # fmt: skip
def test_a_russian_name_becomes_ukrainian(russian: str, expected: tuple[str, ...]) -> None:
    assert to_ukrainian(russian)[: len(expected)] == expected


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' -", max_size=30))
def test_no_ukrainian_letter_is_left_in_a_russian_name(name: str) -> None:
    assert not set(to_russian(name)) & set("іїєґ'")


def test_a_raion_is_called_by_the_town_of_its_adjective() -> None:
    assert raions.called("Бахмутський", ["Торецьк", "Бахмут"], []) == "Бахмут"
    assert raions.called("Олександрійський", ["Олександрія"], ["Олександрійське"]) == "Олександрія"
    assert raions.called("Перекопський", ["Армянськ"], []) == "Перекоп"


def test_rows_are_written_the_same_in_any_order() -> None:
    made = [_row(id="ua-2"), _row(id="ua-1", latin=("A", "B\tC"))]
    assert rows.packed(made) == rows.packed(reversed(made))
    first, second = gzip.decompress(rows.packed(made)).decode().splitlines()
    assert (entry_of(first).latin, entry_of(second).place.id) == (("A", "B C"), "ua-2")


def _line(**changed: object) -> hand.Line:
    line = {"name": "Stepove", "uk": ["Степове"], "ru": ["Степовое"], **changed}
    (found,) = hand.lines({"Sumy": {"stepove": line}}, {"Sumy": "UA"})
    return found


def test_a_line_refines_the_row_of_its_place() -> None:
    line = _line(at=[51.02, 35.02], old=["Ленінське"], also=["Stepovoe"], raion="Sumy")
    (found,) = hand.refined([_row(precision="near")], [line], {})
    assert (found.id, found.lat, found.precision, found.origin) == ("ua-sumy-stepove", 51.02, "near", "h")
    assert (found.old, found.latin) == (("Ленінське",), ("Stepovoe",))


def test_the_raion_that_a_line_says_comes_with_its_local_name() -> None:
    row = _row(country="RU", oblast="Kursk", raion="A", raion_local="А", ru="Степное")
    data = {"name": "X", "uk": [], "ru": ["Степное"], "raion": "B", "at": [51.0, 35.0]}
    lines = hand.lines({"Kursk": {"x": data}}, {"Kursk": "RU"})
    (found,) = hand.refined([row], lines, {("Kursk", "B"): ("Б", (51.0, 35.0))})
    assert (found.id, found.raion, found.raion_local) == ("ru-kursk-x", "B", "Б")


def test_an_exact_point_of_a_package_stands_above_a_rough_one_beside_it() -> None:
    row = _row(precision="exact", origin="p")
    (kept,) = hand.refined([row], [_line(at=[51.05, 35.0])], {})
    assert (kept.lat, kept.origin) == (51.0, "p")
    (moved,) = hand.refined([row], [_line(at=[51.2, 35.0])], {})
    assert (moved.lat, moved.origin) == (51.2, "h")


def test_a_line_that_may_be_two_places_is_refused() -> None:
    with pytest.raises(FormatError, match="may be one of 2"):
        hand.refined([_row(), _row(id="ua-2", raion="Romny")], [_line()], {})


def test_two_lines_for_one_place_are_refused() -> None:
    line = {"name": "Stepove", "uk": ["Степове"], "ru": ["Степовое"]}
    lines = hand.lines({"Sumy": {"one": line, "two": line}}, {"Sumy": "UA"})
    with pytest.raises(FormatError, match="are one place"):
        hand.refined([_row()], lines, {})


@pytest.mark.parametrize(
    "data", [{"Atlantis": {}}, {"Sumy": {"x": {}}}, {"Sumy": {"x": {"name": "X", "uk": 1, "ru": []}}}]
)
def test_a_broken_list_is_refused(data: dict[str, dict[str, object]]) -> None:
    with pytest.raises(FormatError, match=r"places\.toml"):
        hand.lines(data, {"Sumy": "UA"})


def test_a_post_office_beside_a_town_of_its_name_is_the_town() -> None:
    town = _row(
        id="ru-g1", country="RU", oblast="Kursk", raion="", raion_local="", ru="Суджа", precision="exact"
    )
    office = _row(
        id="ru-p1", country="RU", oblast="Kursk", raion="Sudzhansky", ru="Суджа", precision="exact", lat=51.01
    )
    far = _row(id="ru-p2", country="RU", oblast="Kursk", ru="Суджа", precision="exact", lat=52.0)
    found = russia.merged([town], [("307800", office), ("307900", far)])
    assert [(one.id, one.raion) for one in found] == [("ru-g1", "Sudzhansky"), ("ru-p2", "Sumy")]


def test_the_post_codes_beside_tell_the_raion() -> None:
    listed = {"Kursk": [russia.Raion("A", "А", (), (51.0, 35.0)), russia.Raion("B", "Б", (), (52.0, 36.0))]}
    exact = [("307801", _row(oblast="Kursk", precision="exact", lat=51.0 + n / 50)) for n in range(3)]
    rough = ("307805", _row(oblast="Kursk", precision="near", lat=51.6, lon=35.6))
    lone = ("309999", _row(oblast="Kursk", raion="", precision="near"))
    found = russia.in_raions([*exact, rough, lone], listed)
    assert [row.raion for _, row in found] == ["A", "A", "A", "A", ""]


def test_a_raion_too_far_from_the_own_point_is_none() -> None:
    listed = {"Sumy": [russia.Raion("Sumy", "Сумський", (), (51.0, 35.0))]}
    rows = [_row(lat=51.2, precision="exact"), _row(lat=52.0, precision="exact"), _row(lat=52.0)]
    assert [row.raion for row in russia.in_reach(rows, listed)] == ["Sumy", "", "Sumy"]


class _Part:
    """A polygon as shapely gives it, as far as is needed here."""

    def __init__(self, *lines: list[tuple[float, float]], area: float) -> None:
        self.exterior, *self.interiors = (_Line(line) for line in lines)
        self.area, self.bounds = area, (area,)


class _Line:
    def __init__(self, coords: list[tuple[float, float]]) -> None:
        self.coords = coords


def test_rings_are_rounded_and_turned_to_latitude_first() -> None:
    square = [(35.0, 51.0), (35.0004, 51.0), (36.0, 51.0), (36.0, 52.0), (35.0, 51.0)]
    speck = [(30.0, 50.0), (30.0001, 50.0), (30.0, 50.0001), (30.0, 50.0)]
    (ring,) = outlining.rings(_Part(square, speck, area=1.0))
    assert ring == [(51.0, 35.0), (51.0, 36.0), (52.0, 36.0), (51.0, 35.0)]


def test_middle_and_distance() -> None:
    assert middle([(50, 30), (51, 31), (59, 39)]) == (51, 31)
    assert distance_km((50, 30), (51, 30)) == pytest.approx(111.2)


def test_a_missing_package_is_told_by_name() -> None:
    with pytest.raises(FormatError, match="'no_such_package'"):
        packages.package("no_such_package")
    with pytest.raises(FormatError, match="geodata"):
        packages.folder("no_such_package")
