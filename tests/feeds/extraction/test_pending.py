"""Statements asked for and not yet had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courier has contacted the Lantern Defense Ministry via email for comment.",
            [("Lantern Defense Ministry", "Courier")],
        ),
        (
            "The Courier has approached the Ukrainian and Russian Defense Ministries for comment.",
            [("Ukrainian Defense Ministry", "Courier"), ("Russian Defense Ministry", "Courier")],
        ),
        ("Neither Kyiv nor the Kremlin has confirmed the raid.", [("Kyiv", None), ("Kremlin", None)]),
        ("The Kremlin has not commented on the raid.", [("Kremlin", None)]),
        ("There was no immediate comment from Kyiv.", [("Kyiv", None)]),
        ("The Lantern has reached out to the Northern Command.", [("Northern Command", "Lantern")]),
        ("Courier is awaiting a response from Governor Petro Hai.", [("Petro Hai", "Courier")]),
        ("The governor, Petro Hai, did not immediately answer questions.", [("Petro Hai", None)]),
        ("The mill's owner Petro Hai did not respond to a request for comment.", [("Petro Hai", None)]),
        ("The Northern Command had not commented as of publication.", [("Northern Command", None)]),
        ("The Northern Command has yet to issue a statement.", [("Northern Command", None)]),
        ("Petro Hai could not be reached.", [("Petro Hai", None)]),
        ("The loss has not been confirmed by the Northern Command.", [("Northern Command", None)]),
        (
            "Requests for comment sent to the Northern Command were not answered.",
            [("Northern Command", None)],
        ),
        (
            "The Courier contacted the defence ministries of Russia and Ukraine for comment.",
            [("defence ministry of Russia", "Courier"), ("defence ministry of Ukraine", "Courier")],
        ),
        ("Moscow so far has not commented on it.", [("Moscow", None)]),
        (
            "Neither Kyiv nor the governor of the Sumy region answered.",
            [("Kyiv", None), ("governor of the Sumy region", None)],
        ),
        (
            "The Kremlin has not commented, and the Northern Command declined to comment.",
            [("Kremlin", None), ("Northern Command", None)],
        ),
        ("The Northern Command neither confirmed nor denied the loss.", [("Northern Command", None)]),
        ("We have asked the Northern Command for confirmation.", [("Northern Command", None)]),
        ("Courier has asked the Northern Command about its losses.", [("Northern Command", "Courier")]),
        ("The raid, which Moscow has not confirmed, was short.", [("Moscow", None)]),
        (
            "Courier could not verify it and the Northern Command did not immediately respond to questions.",
            [("Northern Command", None)],
        ),
        ("Bread was not available on Monday.", []),
        ("He did not respond to a request for comment.", []),
        ("Courier could not independently verify the raid.", []),
        ("He asked the Kremlin to leave.", []),
    ],
)
def test_who_was_asked_or_is_silent(
    read_text: ReadText, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(one.asked, one.by) for one in read_text(text).pending] == expected


def test_the_span_is_the_sentence(read_text: ReadText) -> None:
    text = "It rained. The Kremlin has not commented. It was cold."
    (pending,) = read_text(text).pending
    assert text[pending.span.start : pending.span.end] == "The Kremlin has not commented."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кремль поки не прокоментував цю заяву.", [("Кремль", None)]),
        ("Міноборони втрату мосту не підтвердило.", [("Міноборони", None)]),
        ("Поки не відреагувала на це й обласна адміністрація.", [("обласна адміністрація", None)]),
        ("Ані Київ, ані Москва не підтвердили наступу.", [("Київ", None), ("Москва", None)]),
        ("«Маяк» звернувся до Генштабу за коментарем.", [("Генштаб", "Маяк")]),
        ("Генштаб не відповів на запит «Маяка».", [("Генштаб", "Маяк")]),
        ("Губернатор Лободин отказался от комментариев.", [("Лободин", None)]),
        ("Украинские власти не давали комментариев на этот счёт.", [("Украинские власти", None)]),
        ("В бригаде письмо пока оставили без ответа.", [("бригада", None)]),
        ("«Маяк» направил запрос в Минобороны.", [("Минобороны", "Маяк")]),
        ("Официального подтверждения от Генштаба нет.", [("Генштаб", None)]),
        ("Российские военные сообщения о мосте не комментировали.", [("Российские военные", None)]),
        ("Кремль заявление Киева не комментировал.", [("Кремль", None)]),
        ("На запрос «Маяка» в бригаде не ответили.", [("бригада", "Маяк")]),
        ("Генштаб мост не упоминал и на запрос «Маяка» не ответил.", [("Генштаб", "Маяк")]),
        ("На запит «Маяка» в Генштабі поки не відповіли.", [("Генштаб", "Маяк")]),
        ("У Вашингтоні оцінок штабу поки не коментували.", [("Вашингтон", None)]),
        ("Офіційного підтвердження Генштабу про міст поки немає.", [("Генштаб", None)]),
        ("Офіційного підтвердження цієї звістки поки немає.", []),
        ("Официальной информации от Минобороны о мосте не поступало.", [("Минобороны", None)]),
        ("Генштаб і Міноборони це не коментували.", [("Генштаб", None), ("Міноборони", None)]),
        ("Украинские официальные лица никак это не комментируют.", [("Украинские официальные лица", None)]),
        ("Он этого не подтвердил.", []),
        ("Минобороны прокомментировало слухи.", []),
    ],
)
def test_who_is_silent_is_named_in_the_nominative(
    read_text: ReadText, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(one.asked, one.by) for one in read_text(text).pending] == expected
