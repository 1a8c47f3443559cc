"""How newspapers tell of a day on the front, in Russian: who moved whom, what for, all of it or parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT).reports
    return {f"{one.kind.value} {one.side.value} {one.place}{' not' * one.negated}" for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Сырский перебросил под Торецк две бригады.", {"redeployment ukraine Торецк"}),
        ("Путин бросил в Торецк последние резервы.", {"redeployment russia Торецк"}),
        ("Зеленский отвел войска из Торецка.", {"withdrawal ukraine Торецк"}),
        ("Зеленский приехал в Торецк.", set()),
        ("Противник перебрасывает под Торецк батальоны.", {"redeployment russia Торецк"}),
    ],
)
def test_who_leads_troops_moves_them(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Противник перебросил резервы в Липцы для штурма Торецка.", {"redeployment russia Липцы"}),
        ("Россия стягивает войска для штурма Торецка.", {"redeployment russia Торецк"}),
        ("Противника отодвинули от Торецка.", {"advance ukraine Торецк"}),
        ("Врага отбросили от Клещеевки.", {"advance ukraine Клещеевка"}),
        ("Противник пытался изменить ситуацию в районе Липцев, но безуспешно.", {"attack russia Липцы"}),
        ("Под натиском российской армии ВСУ отошли от Торецка.", {"withdrawal ukraine Торецк"}),
        ("В Торецке линия боестолкновения проходит по железной дороге.", set()),
        ("Взятие Торецка остается вопросом времени.", set()),
        ("ВС РФ взяли Липцы, и сжимается кольцо вокруг Торецка.", {"seizure russia Липцы"}),
        ("Намека на отступление ВСУ из Торецка пока нет.", set()),
    ],
)
def test_what_it_is_for_and_amid_what(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Россия захватила всю Херсонскую область, части Харьковской и Сумской областей.",
         {"seizure russia Херсонская область", "advance russia Харьковская область",
          "advance russia Сумская область"}),
        ("Три опорных пункта ВСУ в районе Торецка были заняты российскими военными.",
         {"advance russia Торецк"}),
    ],
)  # fmt: skip
def test_parts_beside_the_whole(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ВСУ отошли из Торецка в Липцы.", {"withdrawal ukraine Торецк"}),
        ("ВСУ отступили в район Липцев.", set()),
        ("Враг заходил в Торецк, но был выбит.", {"attack russia Торецк"}),
        ("Контроль над Торецком перешел к российским силам.", {"seizure russia Торецк"}),
        ("Российские войска окружили Торецк, а восточная часть города уже освобождена.",
         {"advance russia Торецк"}),
        ("Россияне взяли под контроль всю территорию Торецка.", {"seizure russia Торецк"}),
        ("Части ВСУ попали в окружение у Торецка, продолжаются бои.", {"fighting both Торецк"}),
        ("Украинские бойцы оставили первую линию и отошли в сам Угледар.", set()),
        ("Российские военные заняли террикон на выезде из Торецка.", {"advance russia Торецк"}),
        ("Взятие Торецка даст возможность наступать дальше.", set()),
    ],
)  # fmt: skip
def test_whither_they_went_and_how_far(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Россияне атаковали возле села Торецк в Хотинской поселковой громаде.", {"attack russia Торецк"}),
        ("Россияне взяли Торецк в ДНР, а также Липцы в Харьковской.",
         {"seizure russia Торецк", "seizure russia Липцы"}),
        ("ВСУ атакуют на левом берегу Днепра в Херсонской области.",
         {"attack ukraine левый берег Днепра"}),
        ("Украинская разведгруппа пыталась прорваться у Торецка.", {"attack ukraine Торецк"}),
    ],
)  # fmt: skip
def test_areas_that_only_tell_where(read_text: ReadText, text: str, told: set[str]) -> None:
    assert _told(read_text, text) == told
