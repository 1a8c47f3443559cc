"""Whose brigades are meant where no country is named, verbs of pushing out, and gains in no place told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str, alignment: Alignment = Alignment.INDEPENDENT) -> set[str]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=alignment).reports
    return {f"{one.kind} {one.side} {one.place}" for one in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Підрозділи 40-ї механізованої бригади зайшли в Торське.", "advance ukraine Торське"),
        ("Третя штурмова бригада була терміново передислокована в район Торського.",
         "redeployment ukraine Торське"),
        ("До Торського увійшли підрозділи Десантно-штурмових військ.", "advance ukraine Торське"),
        ("11-та мотострілецька бригада зайшла в Торське.", "advance russia Торське"),
        ("Росіяни провели механізований штурм біля Торського.", "attack russia Торське"),
    ],
)  # fmt: skip
def test_whose_brigade_it_is(read_text: ReadText, text: str, told: str) -> None:
    assert _told(read_text, text) == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Вони намагаються витиснути ЗСУ з Торського, бо їм наказали.", "attack russia Торське"),
        ("ЗСУ вибили окупантів із Торського.", "seizure ukraine Торське"),
        ("Росіяни ввірвалися у Торське.", "advance russia Торське"),
        ("Росіяни зачепилися за околиці Торського.", "advance russia Торське"),
        ("Окупанти дотискають Торське.", "attack russia Торське"),
        ("Торське є окупованим, кажуть військові.", "seizure russia Торське"),
        ("Вночі російські війська намагались просунутись углиб Києва.", "attack russia Київ"),
    ],
)
def test_verbs_of_pushing_out_and_in(read_text: ReadText, text: str, told: str) -> None:
    assert _told(read_text, text) == {told}


def test_gains_in_the_south_are_no_gains_at_the_village_told_of_before(read_text: ReadText) -> None:
    text = "ЗСУ звільнили Торське. На півдні є просування по двох напрямках від 300 до 1500 метрів."
    assert _told(read_text, text) == {"seizure ukraine Торське"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Після взяття Торського росіяни рушили на Лиман.", "seizure russia Торське"),
        ("Після взяття Торського ЗСУ рушили на Лиман.", "seizure ukraine Торське"),
        ("Після звільнення Торського росіяни обстріляли село.", "seizure ukraine Торське"),
        ("Після окупації Торського ЗСУ закріпилися біля Лимана.", "seizure russia Торське"),
    ],
)
def test_whoever_goes_on_after_a_deed_did_it(read_text: ReadText, text: str, told: str) -> None:
    assert told in _told(read_text, text, Alignment.UKRAINIAN)
