"""Who denies what another claims, in Ukrainian and Russian, where the object may stand on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UK = "Окупанти заявили про захоплення Удачного."
UNTRUE = "Заява Міноборони РФ про взяття Удачного не відповідає дійсності."
RU = "Российские каналы пишут, что войска РФ взяли Удачное."


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        (f"{UK} Генштаб ЗСУ спростовує цю інформацію.", "Генштаб ЗСУ"),
        (f"{UK} Речник бригади Тарас Лободенко цю інформацію спростував.", "Тарас Лободенко"),
        (f"{UK} Генштаб це спростував.", "Генштаб"),
        (f"{RU} Однако эксперт Фёдор Лободин это отрицает.", "Фёдор Лободин"),
        (f"{UNTRUE} Про це повідомив речник Тарас Лободенко.", "Тарас Лободенко"),
    ],
)
def test_whoever_calls_it_untrue_denies_it(read_text: ReadText, text: str, denier: str) -> None:
    told = {one.negated: one.claimant for one in read_text(text).reports}
    assert told[True] == denier
    assert told[False] != denier


@pytest.mark.parametrize(
    "text",
    [
        "Речник назвав фейком повідомлення про окупацію Торського.",
        "У Генштабі назвали брехнею захоплення Торського.",
        "Речник назвав вигадкою взяття Торського.",
        "У ВСУ назвали ложью сообщения о захвате Торского.",
    ],
)
def test_what_is_called_untrue_before_it_is_named_is_denied(read_text: ReadText, text: str) -> None:
    (report,) = read_text(text).reports
    assert report.negated


@pytest.mark.parametrize("judged", ["ложными", "недостоверными", "фейковыми", "ложью"])
def test_what_is_called_untrue_behind_its_place_is_denied(read_text: ReadText, judged: str) -> None:
    (report,) = read_text(f"Генштаб ВСУ назвал сообщения о захвате Купянска {judged}.").reports
    assert report.negated
