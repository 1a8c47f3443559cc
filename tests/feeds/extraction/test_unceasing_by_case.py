"""What is not given up, fighting that is denied, and who does what a verb holds between its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str, alignment: Alignment = Alignment.UKRAINIAN) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports
    return {f"{'not ' * one.negated}{one.kind} {one.side} {one.place}" for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Окупанти не відмовляються від спроб захопити Торське.",
        "Ворог не облишив спроб прорвати оборону біля Торського.",
        "Загарбники не кидають спроб наступати на Торське.",
        "Ворог не зупиняє спроб пробитися до Торського.",
        "Намагається ворог просунутись і поблизу Торського.",
    ],
)
def test_attempts_that_are_not_given_up_are_made(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == {"attack russia Торське"}


@pytest.mark.parametrize(
    "text",
    [
        "Противник не отказывается от попыток захватить Торское.",
        "ВСУ не бросают попыток атаковать в районе Торского.",
    ],
)
def test_nor_are_they_denied_in_russian(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text, Alignment.RUSSIAN) == {"attack ukraine Торское"}


@pytest.mark.parametrize(
    "text",
    [
        "Противник не здійснював спроб наступати в районі Торського.",
        "Ворог не робив спроб штурмувати Торське.",
    ],
)
def test_attempts_that_were_not_made_are_denied(read_text: ReadText, text: str) -> None:
    assert _told(read_text, text) == {"not attack russia Торське"}


@pytest.mark.parametrize("verb", ["не ведуться", "не тривають", "вже не точаться", "не йдуть"])
def test_fighting_that_is_denied_is_not_told(read_text: ReadText, verb: str) -> None:
    assert _told(read_text, f"У Торському бої {verb}.") == set()


@pytest.mark.parametrize("verb", ["не вщухають", "не припиняються ні вдень, ні вночі", "не слабшають"])
def test_fighting_that_does_not_cease_is_told(read_text: ReadText, verb: str) -> None:
    assert _told(read_text, f"Бої за Торське {verb}.") == {"fighting both Торське"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Наші бійці змусили відійти окупантів із Торського.", "russia"),
        ("Контратакою змусили росіян покинути Торське.", "russia"),
        ("Українські підрозділи були вимушені відійти з Торського.", "ukraine"),
    ],
)
def test_whoever_is_forced_back_pulls_back(read_text: ReadText, text: str, side: str) -> None:
    assert _told(read_text, text) == {f"withdrawal {side} Торське"}


def test_a_gerund_is_done_by_the_subject_behind_it(read_text: ReadText) -> None:
    text = "Просунувшись на околиці Торського, окупанти закріпилися в будинках."
    assert _told(read_text, text) == {"advance russia Торське"}


def test_a_gerund_tells_where_only_of_what_has_no_place_before(read_text: ReadText) -> None:
    moving = "Окупанти намагаються наступати з флангу, рухаючись уздовж річки в районі Торського."
    assert _told(read_text, moving) == {"attack russia Торське"}
    towards = "Окупанти намагаються наступати біля Торського, пробиваючись до Покровська."
    assert _told(read_text, towards) == {"attack russia Торське"}
