"""Quotes with their speakers, as Ukrainian and Russian writers set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UK = "Міст ми поки що тримаємо"
RU = "Мост мы пока что держим"


def _quotes(read_text: ReadText, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.text, one.speaker, one.affiliation) for one in read_text(text).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"«{UK}», – сказав речник бригади Тарас Лободенко.", (UK, "Тарас Лободенко", "речник бригади")),
        (f'"{UK}", - наголосила Ганна Гайова в ефірі.', (UK, "Ганна Гайова", None)),
        (f"Джерело: комбат Тарас Лободенко\n\nПряма мова: «{UK}».", (UK, "Тарас Лободенко", "комбат")),
        (f"«{RU}», — говорится в сообщении Минобороны.", (RU, "Минобороны", None)),
        (f"«{RU}», сообщил изданию боец с позывным «Клён».", (RU, "Клён", "боец")),
        (f"Комбат Фёдор Лободин заявил: «{RU}».", (RU, "Фёдор Лободин", "Комбат")),
        (f"«{RU}», — цитирует Фёдора Лободина «Маяк».", (RU, "Фёдор Лободин", None)),
    ],
)
def test_who_speaks_is_told_before_or_behind(
    read_text: ReadText, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert _quotes(read_text, text) == [expected]


def test_speech_parted_within_its_marks_is_joined(read_text: ReadText) -> None:
    text = f"«{UK}, – розповідає медик Тарас Лободенко. – Завтра триматимемо його теж»."
    assert _quotes(read_text, text) == [(f"{UK}, Завтра триматимемо його теж", "Тарас Лободенко", "медик")]


def test_speech_left_open_goes_on_where_it_is_closed(read_text: ReadText) -> None:
    text = f'Тарас Лободенко сказав: "{UK}.\n\nЗавтра триматимемо його теж".'
    ((said, speaker, _),) = _quotes(read_text, text)
    assert (said, speaker) == (f"{UK}. Завтра триматимемо його теж", "Тарас Лободенко")


def test_one_mark_may_close_two_quotations(read_text: ReadText) -> None:
    text = f'"{UK} під назвою "Старий Місток" - додала Ганна Гайова.'
    ((said, speaker, _),) = _quotes(read_text, text)
    assert (said, speaker) == (f'{UK} під назвою "Старий Місток', "Ганна Гайова")


@pytest.mark.parametrize("called", ["він", "глава держави", "співрозмовник агентства", "посадовець"])
def test_another_name_for_the_last_speaker_is_that_speaker(read_text: ReadText, called: str) -> None:
    text = f"Тарас Лободенко приїхав зранку. За словами Тараса Лободенка, дощить. «{UK}», – додав {called}."
    assert [speaker for _, speaker, _ in _quotes(read_text, text)] == ["Тарас Лободенко"]


def test_an_organisation_keeps_its_marks(read_text: ReadText) -> None:
    text = f"«{UK}», – повідомили в оперативному командуванні «Ліхтар»."
    assert [speaker for _, speaker, _ in _quotes(read_text, text)] == ["оперативне командування «Ліхтар»"]


def test_a_channel_is_called_by_its_own_name(read_text: ReadText) -> None:
    text = f"«{RU}», — пишет телеграм-канал «Тихий берег»."
    assert _quotes(read_text, text) == [(RU, "Тихий берег", "телеграм-канал")]
