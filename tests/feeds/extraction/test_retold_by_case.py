"""Whose words an item is that retells one bulletin: a staff's by its short name too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.speakers.acronyms import is_blend_of
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _said(read_text: ReadText, text: str) -> dict[str, str | None]:
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    return {report.place: report.claimant for report in found.reports}


@pytest.mark.parametrize(
    ("short", "whole", "is_one"),
    [
        ("Генштаб", "Генеральный штаб ВСУ", True),
        ("Міноборони", "Міністерство оборони України", True),
        ("Нацгвардія", "Національна гвардія", True),
        ("штаб", "Генеральный штаб", False),
        ("Оперштаб", "Генеральный штаб", False),
        ("Генштаб ВСУ", "Генеральный штаб", False),
    ],
)
def test_a_blend_is_told_by_its_two_words(short: str, whole: str, *, is_one: bool) -> None:
    assert is_blend_of(short, whole) == is_one


def test_what_follows_a_staffs_bulletin_is_the_staffs_by_whichever_of_its_names(read_text: ReadText) -> None:
    text = (
        "Генеральный штаб ВСУ сообщил, что российские войска закрепились в Спорном. Враг продвинулся у "
        "Берестового, говорится в сводке Генштаба.\n\nРоссияне пытаются взять штурмом Богородичное."
    )
    staff = "Генеральный штаб ВСУ"
    assert _said(read_text, text) == {"Спорное": staff, "Берестовое": staff, "Богородичное": staff}


@pytest.mark.parametrize("acting", ["и. о.", "и.о.", "исполняющий обязанности"])
def test_who_acts_for_a_mayor_is_named_behind_a_short_form(read_text: ReadText, acting: str) -> None:
    text = f"Российские войска заняли Спорное. Об этом сообщил {acting} мэра Лисичанска Андрей Рогов."
    assert _said(read_text, text) == {"Спорное": "Андрей Рогов"}


def test_who_shares_the_details_has_told_it(read_text: ReadText) -> None:
    text = "Російські війська атакували Спірне. Деталями поділився речник бригади Петро Гай."
    assert _said(read_text, text) == {"Спірне": "Петро Гай"}
