"""Who managed it, behind a clause that names the other side, and villages called by adjectives; by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Штурмовики прорвали оборону ВСУ, в результате чего ВС РФ удалось выйти к Очеретино.", "russia"),
        ("Штурмовики прорвали оборону ВСУ, и российским войскам удалось выйти к Очеретино.", "russia"),
        ("Российским войскам, несмотря на огонь ВСУ, удалось выйти к Очеретино.", "russia"),
        ("ВСУ удалось остановить россиян и выйти к Очеретино.", "ukraine"),
        ("Бійці розбили роту окупантів, і ЗСУ вдалося вийти до Очеретиного.", "ukraine"),
    ],
)
def test_who_managed_stands_in_the_clause_of_the_verb(read_text: ReadText, text: str, side: str) -> None:
    assert [one.side for one in read_text(text).reports] == [side]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Водяне перейшло під контроль росіян.", "Водяне"),
        ("За даними штабу, Залізне втратили захисники.", "Залізне"),
        ("Водяное перешло под контроль россиян.", "Водяное"),
    ],
)
def test_a_village_called_by_an_adjective_is_told_by_what_was_done(
    read_text: ReadText, text: str, place: str
) -> None:
    assert [one.place for one in read_text(text).reports] == [place]


def test_an_adjective_before_a_noun_of_its_own_is_no_village(read_text: ReadText) -> None:
    assert [one.place for one in read_text("Нове захоплення Бахмута окупантами триває.").reports] == [
        "Бахмут"
    ]


def test_what_moves_forward_advances(read_text: ReadText) -> None:
    told = read_text("ВСУ медленно движутся вперёд под Работино.").reports
    assert [(one.kind, one.side) for one in told] == [("advance", "ukraine")]


@pytest.mark.parametrize(
    "text",
    [
        "Усі атаки російських військ в районі Торецька відбито.",
        "Атаки росіян біля Торецька успішно відбиті нашими воїнами.",
        "Атаки российских войск в районе Торецка и на окраинах отбиты.",
    ],
)
def test_attacks_beaten_off_are_theirs_who_attacked_and_no_gain(read_text: ReadText, text: str) -> None:
    assert [(one.kind, one.side) for one in read_text(text).reports] == [("attack", "russia")]
