"""Who says a Russian quotation, by the marks and objects around it, and who says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _read(read_text: ReadText, text: str) -> Extract:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.INDEPENDENT)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Мы никуда не уходим и стоим крепко», — опроверг Лагутин слухи сетевых каналов.", "Лагутин"),
        ("О штурме рассказал боец с позывным «Шмель»: «Мы зашли туда ещё на рассвете».", "Шмель"),
        ("«Мы зашли туда ещё на рассвете», — Павел Лагутин, пресс-офицер бригады.", "Павел Лагутин"),
        ("Слова Павла Лагутина подтвердил Олег Санин. Он добавил, что «бой шёл до самого утра».",
         "Олег Санин"),
    ],
)  # fmt: skip
def test_who_says_it(read_text: ReadText, text: str, speaker: str) -> None:
    assert [one.speaker for one in _read(read_text, text).quotes] == [speaker]


def test_a_dash_before_what_is_no_name_names_nobody(read_text: ReadText) -> None:
    assert not _read(read_text, "«Мы зашли туда ещё на рассвете», — и связь оборвалась.").quotes


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Официальные лица Украины эту информацию не комментировали.", "Официальные лица Украины"),
        ("Украинские военные подтвердили обстрел, но взятие этих сёл не комментировали.",
         "Украинские военные"),
        ("Администрация Сумской области пока не прокомментировала сообщения.",
         "Администрация Сумской области"),
    ],
)  # fmt: skip
def test_who_is_silent(read_text: ReadText, text: str, asked: str) -> None:
    assert [one.asked for one in _read(read_text, text).pending] == [asked]
