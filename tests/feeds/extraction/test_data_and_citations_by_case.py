"""Who is cited behind what they tell, without a verb of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _read(read_text: ReadText, text: str) -> Extract:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)


@pytest.mark.parametrize(
    ("behind", "claimant", "via"),
    [
        ("Такі дані Генштабу.", "Генштаб", None),
        ("Такі оцінки аналітика Петра Кравця.", "Петро Кравець", None),
        ("Це випливає з оновленої карти DeepState.", "DeepState", None),
        ("Про це з посиланням на Генштаб пише УНІАН.", "Генштаб", "УНІАН"),
        ("Про це, посилаючись на Генштаб, пише УНІАН.", "Генштаб", "УНІАН"),
        ("Про це розповіло Міноборони.", "Міноборони", None),
        ("Про це повідомила Шоста танкова бригада.", "Шоста танкова бригада", None),
        ("Про це повідомили у Третій танковій бригаді.", "Третя танкова бригада", None),
    ],
)
def test_whoever_is_cited_behind_says_what_stands_before(
    read_text: ReadText, behind: str, claimant: str, via: str | None
) -> None:
    said = _read(read_text, f"Росіяни увійшли в Торське. {behind}").reports
    assert [(one.claimant, one.via) for one in said] == [(claimant, via)]


@pytest.mark.parametrize(
    ("behind", "claimant"),
    [
        ("Такие данные Генштаба.", "Генштаб"),
        ("Это следует из карты DeepState.", "DeepState"),
        ("Об этом рассказало Минобороны.", "Минобороны"),
    ],
)
def test_whoever_is_cited_in_russian(read_text: ReadText, behind: str, claimant: str | None) -> None:
    said = _read(read_text, f"Российские войска вошли в Торское. {behind}").reports
    assert [one.claimant for one in said] == [claimant]
