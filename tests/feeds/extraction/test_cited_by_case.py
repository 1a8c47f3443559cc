"""Who says what an item passes on: whoever signs a title, is named before a colon, or keeps silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _told(read_text: ReadText, text: str, title: str = "") -> Extract:
    return read_text(text, title=title, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)


@pytest.mark.parametrize(
    ("title", "text", "claimants"),
    [
        ("Ворог увійшов у Липці - Іван Гордієнко", "Загарбники увійшли в Липці.", {"Іван Гордієнко"}),
        (
            "Ворог увійшов у Липці, - речник",
            "Загарбники увійшли в Липці. Бої важкі, додав речник бригади Іван Гордієнко.",
            {"Іван Гордієнко"},
        ),
        (
            "Ворог увійшов у Липці - Іван Гордієнко",
            "Загарбники увійшли в Липці.\n\nДещо інше повідомив губернатор Петро Савенко.",
            {None},
        ),
        ("", "Окупанти вийшли із Липців, свідчать оновлення на мапі Deep State.", {"Deep State"}),
        (
            "",
            "Загарбники увійшли в Липці. Про ситуацію на фронті розповів речник бригади Іван Гордієнко.",
            {"Іван Гордієнко"},
        ),
        (
            "",
            "Російська пропаганда протягом тижня кілька разів заявляла про захоплення Липців.",
            {"Російська пропаганда"},
        ),
    ],
)
def test_who_claims(read_text: ReadText, title: str, text: str, claimants: set[str | None]) -> None:
    assert {one.claimant for one in _told(read_text, text, title).reports} == claimants


def test_who_is_quoted_stands_before_the_colon_of_the_paragraph_before(read_text: ReadText) -> None:
    text = (
        "Депутат Іван Гордієнко пише, що місто живе:\n\n«Усе гаразд, тримаємося, дякуємо всім за допомогу»."
    )
    (quote,) = _told(read_text, text).quotes
    assert quote.speaker == "Іван Гордієнко"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Утім офіційно Генштаб це не коментував.", {"Генштаб"}),
        (
            "Ні Генштаб, ні Сили оборони Півдня втрату Липців не підтвердили.",
            {"Генштаб", "Сили оборони Півдня"},
        ),
        ("Газета звернулася по коментар до Генштабу, відповіді немає.", {"Генштаб"}),
    ],
)
def test_who_keeps_silent(read_text: ReadText, text: str, asked: set[str]) -> None:
    assert {one.asked for one in _told(read_text, text).pending} == asked


def test_the_day_beside_the_past_day_is_that_of_the_whole_bulletin(read_text: ReadText) -> None:
    text = "За минулу добу, 26 березня, на фронті сталося 90 боєзіткнень.\n\nВорог штурмував Липці."
    assert [str(one.event_on) for one in _told(read_text, text).reports] == ["2025-03-26"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Генштаб заявив, що інформація Міноборони РФ про захоплення Липців є фейком.",
            {("Міноборони РФ", False), ("Генштаб", True)},
        ),
        (
            "Заяви Міноборони РФ про захоплення Липців не відповідають дійсності, зазначили в Генштабі.",
            {("Міноборони РФ", False), ("Генштаб", True)},
        ),
        ("Заяви Міноборони РФ про захоплення Липців є фейком.", {("Міноборони РФ", False), (None, True)}),
    ],
)
def test_who_claims_what_others_call_untrue(
    read_text: ReadText, text: str, told: set[tuple[str | None, bool]]
) -> None:
    assert {(one.claimant, one.negated) for one in _told(read_text, text).reports} == told


@pytest.mark.parametrize(
    "text",
    [
        "Ворог увійшов у Липці, повідомив губернатор Іван Гордієнко, інформує novyny.org.ua.",
        "Ворог увійшов у Липці. Як пише РБК-Україна, про це губернатор Іван Гордієнко сказав в ефірі.",
        "Губернатор Іван Гордієнко дав коментар, передає Укрінформ. Він зазначив, що ворог увійшов у Липці.",
        "Ворог увійшов у Липці. Про це виданню ZT розповів губернатор Іван Гордієнко.",
    ],
)
def test_outlets_pass_on_what_others_say(read_text: ReadText, text: str) -> None:
    assert [one.claimant for one in _told(read_text, text).reports] == ["Іван Гордієнко"]


def test_who_speaks_over_several_paragraphs_is_named_at_the_end(read_text: ReadText) -> None:
    text = "«Ми тримаємо село і дякуємо всім.\n\nВорог увійшов у Липці, бої ідуть», - наголошують у Генштабі."
    told = _told(read_text, text)
    assert {one.speaker for one in told.quotes} == {one.claimant for one in told.reports} == {"Генштаб"}


def test_an_occupation_is_the_enemys_whoever_else_is_named(read_text: ReadText) -> None:
    text = "Штаб заявив, що Сили оборони тримаються, однак інформація про окупацію Липців не є правдою."
    (report,) = _told(read_text, text).reports
    assert (report.side.value, report.negated) == ("russia", True)
