"""Which unit speaks where only "the brigade" does, and quotations of which one mark was forgotten."""

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
    ("text", "unit"),
    [
        ('Бійці 91-ї окремої бригади "Світанок" відійшли. Ворог атакував Торське, повідомили в бригаді.',
         '91 окрема бригада "Світанок"'),
        ("Четверта окрема бригада тримає тил. Ворог атакував Торське, кажуть на сторінці підрозділу.",
         "Четверта окрема бригада"),
        ("91-ша окрема бригада (91-ша ОБр) 8-го корпусу стоїть. Ворог атакував Торське, кажуть у підрозділі.",
         "91-ша окрема бригада"),
        ("Третя штурмова бригада відбила атаку біля Торського, повідомили у пресслужбі бригади.",
         "Третя штурмова бригада"),
    ],
)  # fmt: skip
def test_the_unit_that_was_named_is_the_brigade(read_text: ReadText, text: str, unit: str) -> None:
    assert unit in {one.claimant for one in _read(read_text, text).reports}


@pytest.mark.parametrize(
    "text",
    [
        "Російська 17-та бригада відступила. Ворог атакував Торське, повідомили у пресслужбі батальйону.",
        "Ворог атакував Торське, повідомили у пресслужбі батальйону.",
        "Бійці 91-ї бригади відійшли. Ворог атакував Торське, повідомили у пресслужбі батальйону.",
    ],
)
def test_a_unit_of_another_kind_is_not_meant(read_text: ReadText, text: str) -> None:
    assert [one.claimant for one in _read(read_text, text).reports] == ["пресслужба батальйону"]


_SAID = "Ворог тиснув цілий день і відійшов"


@pytest.mark.parametrize(
    "text",
    [
        f"{_SAID}“, – сказав комбриг Петро Скиба.",
        f'{_SAID}", - сказав комбриг Петро Скиба.',
        f'"{_SAID}, – сказав комбриг Петро Скиба.',
        f'""{_SAID}", – сказав комбриг Петро Скиба.',
        f'Бригада тримає місто. "{_SAID}", – сказав комбриг Петро Скиба.',
    ],
)
def test_one_mark_is_enough_where_somebody_says_it(read_text: ReadText, text: str) -> None:
    (quote,) = _read(read_text, text).quotes
    assert (quote.text.rstrip(","), quote.speaker) == (_SAID, "Петро Скиба")


def test_a_name_between_marks_begins_what_a_lonely_mark_ends(read_text: ReadText) -> None:
    text = '"Звільнене" Торське. Самі руїни та порожнеча", - написав комбриг Петро Скиба.'
    assert [one.text for one in _read(read_text, text).quotes] == [text[1 : text.index('", -')]]


def test_names_in_the_next_paragraph_do_not_end_a_quotation(read_text: ReadText) -> None:
    text = (
        f'Про це сказав Петро Скиба. "{_SAID}.\n\nБатальйон "Грім" тепер іде вперед", – сказав Петро Скиба.'
    )
    quotes = [one.text for one in _read(read_text, text).quotes]
    assert quotes == [f'{_SAID}. Батальйон "Грім" тепер іде вперед']


@pytest.mark.parametrize(
    "text",
    [
        'Батальйон "Грім" відійшов – це визнали всі.',
        'Міста немає", – а село стоїть.',
    ],
)
def test_no_quotation_where_nobody_says_it(read_text: ReadText, text: str) -> None:
    assert not _read(read_text, text).quotes
