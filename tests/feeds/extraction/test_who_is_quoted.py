"""Who says a quotation where only an office, or an odd order of words, tells it; in languages with cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

RU = "Посёлок пока что держится"
UK = "Селище поки що тримається"


def _speakers(read_text: ReadText, text: str) -> list[str]:
    return [one.speaker for one in read_text(text).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f"Корреспондент «Вестника» Антон Седов вернулся из Рыльска. «{RU}», — рассказал журналист.",
            "Антон Седов",
        ),
        (f"Военблогер Пётр Гусев написал о боях у Лимана. «{RU}», — пишет блогер.", "Пётр Гусев"),
        (f"Глава района Семён Кутин приехал в Октябрьский. «{RU}», — отметил чиновник.", "Семён Кутин"),
        (
            f"Кореспондент «Вісника» Антон Сідько повернувся з Лимана. «{UK}», – розповів журналіст.",
            "Антон Сідько",
        ),
        (
            f"Речник бригади Тарас Лободенко приїхав до Харкова. «{UK}», – зазначив посадовець.",
            "Тарас Лободенко",
        ),
    ],
)
def test_an_office_alone_means_who_was_named_last(read_text: ReadText, text: str, speaker: str) -> None:
    assert _speakers(read_text, text) == [speaker]


def test_an_office_means_who_holds_it_rather_than_who_spoke_last(read_text: ReadText) -> None:
    told = "Командующий группировкой Олег Ремез доложил президенту Николаю Орлову о занятии Графского."
    text = f"{told} «Бойцы закрепились на окраине», — сказал Ремез. «{RU}», — ответил президент."
    assert _speakers(read_text, text) == ["Олег Ремез", "Николай Орлов"]


def test_an_office_with_more_words_is_nobody_named_before(read_text: ReadText) -> None:
    text = f"Пресс-секретарь Иван Громов вернулся из Лимана. «{RU}», — доложил командующий группировкой."
    assert _speakers(read_text, text) == ["командующий группировкой"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"«{RU}», — опроверг Седов многочисленные сообщения западных СМИ.", "Седов"),
        (f"«{RU}», — подтвердил Олег Ремез данные разведки.", "Олег Ремез"),
        (f"«{UK}», – спростував Лободенко численні повідомлення ворожих каналів.", "Лободенко"),
    ],
)
def test_what_is_commented_on_does_not_speak(read_text: ReadText, text: str, speaker: str) -> None:
    assert _speakers(read_text, text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"«{RU}», — сказал журналистам Людовик де Вальк.", "Людовик де Вальк"),
        (f"«{RU}», — заявила министр Урсула фон Бергер.", "Урсула фон Бергер"),
        (f"«{UK}», – сказав журналістам Людовік де Вальк.", "Людовік де Вальк"),
    ],
)
def test_small_words_belong_to_a_name(read_text: ReadText, text: str, speaker: str) -> None:
    assert _speakers(read_text, text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        f"«{RU}, — сказал Антон Седов агентству «Вести юга». — Завтра будет видно».",
        f'"{RU}, — сказал Антон Седов агентству "Вести юга". — Завтра будет видно".',
    ],
)
def test_an_outlet_between_marks_parts_no_speech(read_text: ReadText, text: str) -> None:
    (found,) = read_text(text).quotes
    assert (found.text, found.speaker) == (f"{RU}, Завтра будет видно", "Антон Седов")


def test_who_confirms_the_words_of_somebody_is_meant_by_he(read_text: ReadText) -> None:
    told = "Слова Петра Гусева подтвердил бывший министр Олег Ремез."
    text = f"{told} Он отметил, что «вчера бои шли уже на окраине города»."
    assert _speakers(read_text, text) == ["Олег Ремез"]
