"""Who claims, who calls it a fake and who goes on behind a denial, in Ukrainian and Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

PLACE = "Котлине в Донецькій області"
CHANNELS = "Пропагандистські пабліки РФ"


def _told(read_text: ReadText, text: str) -> set[tuple[str | None, bool]]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    return {(one.claimant, one.negated) for one in found.reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"Речник Тарас Лободенко розповів, що росіяни поширюють фейк про захоплення села {PLACE}.",
            {("росіяни", False), ("Тарас Лободенко", True)},
        ),
        (
            f"{CHANNELS} поширюють дезінформацію про захоплення села {PLACE}, повідомили в Генштабі.",
            {(CHANNELS, False), ("Генштаб", True)},
        ),
        (
            f"Речник Тарас Лободенко спростував фейки росіян про захоплення села {PLACE}.",
            {("росіяни", False), ("Тарас Лободенко", True)},
        ),
        (f"{CHANNELS} поширюють інформацію про захоплення села {PLACE}.", {(CHANNELS, False)}),
        (
            f"У Генштабі спростували дані росіян, наголосивши, що ворог не захопив село {PLACE}.",
            {("Генштаб", True)},
        ),
        (
            f"Генштаб прокоментував ситуацію, зазначивши, що ворог захопив село {PLACE}.",
            {("Генштаб", False)},
        ),
        (
            f"В Генштабе опровергли данные россиян, отметив, что враг не захватил село {PLACE}.",
            {("Генштаб", True)},
        ),
    ],
)
def test_a_fake_is_anothers_claim_denied(
    read_text: ReadText, text: str, told: set[tuple[str | None, bool]]
) -> None:
    assert _told(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"За даними російських джерел, росіяни захопили село {PLACE}.", "російські джерела"),
        (f"За словами українських військових, росіяни захопили село {PLACE}.", "українські військові"),
        (f"За інформацією зарубіжних видань, росіяни захопили село {PLACE}.", "зарубіжні видання"),
        (f"Канали Росії пишуть, що росіяни захопили село {PLACE}.", "Канали Росії"),
        (f"Канал «Вежа» пише, що росіяни захопили село {PLACE}.", "Вежа"),
    ],
)
def test_many_are_named_in_the_nominative(read_text: ReadText, text: str, claimant: str) -> None:
    assert _told(read_text, text) == {(claimant, False)}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            f"Росіяни захопили село {PLACE}, сказав відомий журналіст, головний редактор Тарас Лободенко.",
            "Тарас Лободенко",
        ),
        (
            f"Росіяни захопили село {PLACE}, сказав український експерт, полковник Тарас Лободенко.",
            "Тарас Лободенко",
        ),
    ],
)
def test_a_name_behind_two_offices_is_who_speaks(read_text: ReadText, text: str, claimant: str) -> None:
    assert _told(read_text, text) == {(claimant, False)}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Повідомлення про захоплення Ізюма не відповідає дійсності, там тривають бої.", {True, False}),
        (f"Інформація про захоплення Ізюма є фейком, наші війська штурмують село {PLACE}.", {True, False}),
        (f"Це фейк, що росіяни захопили село {PLACE}.", {True}),
        (f"Генштаб спростував інформацію, поширену ворогом, про захоплення села {PLACE}.", {True}),
    ],
)
def test_what_stands_behind_a_judgement_is_told(read_text: ReadText, text: str, negated: set[bool]) -> None:
    assert {one for _, one in _told(read_text, text)} == negated


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"Росіяни захопили село {PLACE}. Про це пишуть на сторінці підрозділу «Вежа».", "підрозділ «Вежа»"),
        (f"За словами Сергія Кобу, росіяни захопили село {PLACE}.", "Сергій Кобу"),
        (f"За словами Сергія Ковальчука, росіяни захопили село {PLACE}.", "Сергій Ковальчук"),
        (f"Попри запевнення росіян, що вони захопили село {PLACE}, місто тримається.", "росіяни"),
    ],
)
def test_whose_page_and_whose_assurance_it_is(read_text: ReadText, text: str, claimant: str) -> None:
    assert _told(read_text, text) == {(claimant, False)}


def test_an_assessor_who_does_not_confirm_is_not_awaited(read_text: ReadText) -> None:
    assert not read_text(f"Росіяни захопили село {PLACE}, але в ISW не підтверджують ці дані.").pending
    assert read_text(f"Росіяни захопили село {PLACE}, але в Генштабі не підтверджують ці дані.").pending
