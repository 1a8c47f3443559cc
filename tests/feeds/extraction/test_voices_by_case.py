"""Who is speaking where a sentence names nobody: those before go on, till the item adds something itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

UK = "Ворог зайшов у Котлине. Про це розповів речник бригади Тарас Лободенко.\n\n"
RU = "Противник вошёл в Котлино. Об этом рассказал командир взвода Фёдор Лободин.\n\n"
TOOK = "Російські війська захопили село Удачне"
TAKEN = "Российские войска захватили село Удачное"


@pytest.mark.parametrize(
    ("lead", "added"),
    [
        (UK, f"Нагадаємо, р{TOOK[1:]}."),
        (UK, f"Раніше стало відомо, що р{TOOK[1:]}."),
        (UK, f"Що передувало\n\n{TOOK}."),
        (UK, f"Як відомо, р{TOOK[1:]}."),
        (UK, f"Того ж дня стало відомо, що р{TOOK[1:]}."),
        (UK, f"До речі, р{TOOK[1:]}."),
        (UK, f"За наявною інформацією, р{TOOK[1:]}."),
        (UK, f"Нагадаємо, у місті були обстріли.\n\n{TOOK}."),
        (UK, f"За нашими даними, р{TOOK[1:]}."),
        ("За словами речника бригади, ворог зайшов у Котлине.\n\n", f"Нагадаємо, р{TOOK[1:]}."),
        (RU, f"Напомним, р{TAKEN[1:]}."),
        (RU, f"В этот же день стало известно, что р{TAKEN[1:]}."),
        (RU, f"Кстати, р{TAKEN[1:]}."),
        (RU, f"Как ранее писало наше издание, р{TAKEN[1:]}."),
        (RU, f"Ранее р{TAKEN[1:]}."),
        (RU, f"Пока известно, что р{TAKEN[1:]}."),
        (RU, f"По нашим данным, р{TAKEN[1:]}."),
    ],
)
def test_what_an_item_adds_by_itself_is_nobody_elses(read_text: ReadText, lead: str, added: str) -> None:
    told = {one.place: one.claimant for one in read_text(f"{lead}{added}").reports}
    assert told.pop("Удачне" if lead[:2] in {"Во", "За"} else "Удачное") is None
    assert all(told.values())


@pytest.mark.parametrize(("lead", "more"), [(UK, f"{TOOK}."), (RU, f"{TAKEN}.")])
def test_else_whoever_reported_it_goes_on(read_text: ReadText, lead: str, more: str) -> None:
    assert len({one.claimant for one in read_text(f"{lead}{more}").reports}) == 1


def test_whoever_reported_the_paragraph_itself_goes_before_the_leads_speaker(read_text: ReadText) -> None:
    text = f"{UK}{TOOK}. Про це повідомляє Генштаб."
    told = {one.place: one.claimant for one in read_text(text).reports}
    assert told == {"Котлине": "Тарас Лободенко", "Удачне": "Генштаб"}


def test_whoever_spoke_adds_to_it(read_text: ReadText) -> None:
    text = "Речник Тарас Лободенко заявив, що ворог зайшов у Котлине. Крім того, росіяни захопили Удачне."
    assert {one.claimant for one in read_text(text).reports} == {"Тарас Лободенко"}


def test_a_spokesman_only_repeats_what_the_ministry_reported(read_text: ReadText) -> None:
    lead = (
        "Минобороны России сообщило о взятии Котлина. Об этом заявил представитель ведомства Фёдор Лободин."
    )
    told = read_text(f"{lead}\n\nПротивник атаковал село Удачное.").reports
    assert {one.claimant for one in told if one.place == "Удачное"} == {"Минобороны России"}
