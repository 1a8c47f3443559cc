"""Officers behind the names of their units, volunteers of the other nation, attacks beaten off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Evidence, Kind, Side, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA
SAID = "Росіяни захопили Котлине"


def _reports(read_text: ReadText, text: str) -> tuple[Report, ...]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f'{SAID}, повідомив командувач угруповання військ "Маяк" Лободенко.', "Лободенко"),
        (
            f'{SAID}, повідомив речник угруповання військ "Маяк Схід".',
            'речник угруповання військ "Маяк Схід"',
        ),
        (f"{SAID}, – заявив сержант бригади імені Івана Лободенка Тарас Маяк.", "Тарас Маяк"),
        (f"{SAID}, – розповів Тарас Маяк, головний сержант бригади.", "Тарас Маяк"),
        (f"Про це сказав генерал Тарас Маяк. {SAID}, – додав генерал-полковник.", "Тарас Маяк"),
        (f"{SAID}. З такою заявою виступив речник бригади Тарас Маяк.", "Тарас Маяк"),
        (f"Виступив речник Тарас Маяк. {SAID}, – цитує видання Маяка.", "Тарас Маяк"),
        (f"Генштаб стабільно фіксує: {SAID}.", "Генштаб"),
    ],
)
def test_who_says_it(read_text: ReadText, text: str, claimant: str) -> None:
    (report,) = _reports(read_text, text)
    assert (report.claimant, report.evidence) == (claimant, Evidence.OFFICIAL)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{SAID}, повідомив комбат у Покровську де Сирський побував вранці.", "комбат"),
        (f"{SAID}, повідомив комбат Карлуш де Соуза.", "Карлуш де Соуза"),
    ],
)
def test_small_words_between_names_make_no_person_of_a_place(
    read_text: ReadText, text: str, claimant: str
) -> None:
    (report,) = _reports(read_text, text)
    assert report.claimant == claimant


def test_the_russian_and_between_names_makes_no_one_person_of_two(read_text: ReadText) -> None:
    (report,) = _reports(read_text, "Россияне взяли Торское, сообщили комбат Маяк да Лободенко.")
    assert report.claimant in ("Маяк", "Лободенко")


@pytest.mark.parametrize(
    ("text", "kind", "side", "place"),
    [
        ("Легіон «Свобода Росії» зайшов у Козинку.", Kind.ADVANCE, UA, "Козинка"),
        ("Бійці РДК звільнили Козинку.", Kind.SEIZURE, UA, "Козинка"),
        ("Українські воїни продовжують відбивати ворожі атаки біля Кліщіївки.", Kind.ATTACK, RU, "Кліщіївка"),
        ("Супротивники намагалися рухатися вперед біля Кліщіївки.", Kind.ATTACK, RU, "Кліщіївка"),
        ("Ворог намагається захопити Синьківку та створити загрозу для Куп'янська.",
         Kind.ATTACK, RU, "Синьківка"),
        ("Наші війська відійшли від Бердичів – на захід від Авдіївки.", Kind.WITHDRAWAL, UA, "Бердичі"),
        ("На Маріупольському напрямку армія РФ наступала.", Kind.ATTACK, RU, "Маріупольський напрямок"),
        ("Росіяни наступали на територію Грайворонського округу.", Kind.ATTACK, RU, "Грайворонський округ"),
    ],
)  # fmt: skip
def test_what_is_told(read_text: ReadText, text: str, kind: Kind, side: Side, place: str) -> None:
    (report,) = _reports(read_text, text)
    assert (report.kind, report.side, report.place) == (kind, side, place)


def test_an_ordinal_is_no_name(read_text: ReadText) -> None:
    text = "Ворог атакує біля Кліщіївки. Третій відтинок атак важкий для росіян."
    assert {one.place for one in _reports(read_text, text)} <= {"Кліщіївка"}
