"""Names that only tell where another place lies, sections that share a noun, who is named by a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Kind, Side, SourceClass

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText

UA, RU = Side.UKRAINE, Side.RUSSIA


def _reports(read_text: ReadText, text: str) -> tuple[Report, ...]:
    return read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN).reports


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ворог окупував село Межове, розташоване біля річки Солона, і Журавку.", {"Межове", "Журавка"}),
        ("Росіяни просунулися в Межовому – це неподалік Покровська.", {"Межове"}),
        ("Ворог атакує Межове, яке лежить на схід від Вовчанська, а також Журавку.", {"Межове", "Журавка"}),
        ("Росіяни просунулися біля Липців у напрямку міста Вовчанськ.", {"Липці"}),
        ("Росіяни просунулися біля Липців та в напрямку Вовчанська.", {"Липці", "Вовчанськ"}),
        ("Найбільше штурмів ворога припадає на Покровський відтинок — 9, ще 5 на Костянтинівський.",
         {"Покровський відтинок", "Костянтинівський відтинок"}),
        ("Росіяни мали успіх у районі:\n- села Липці;\n- міста Вовчанськ.", {"Липці", "Вовчанськ"}),
    ],
)  # fmt: skip
def test_which_names_are_places(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {one.place for one in _reports(read_text, text)} == places


@pytest.mark.parametrize(
    ("text", "kind", "side", "negated"),
    [
        ("Херсон повертається під контроль України.", Kind.SEIZURE, UA, False),
        ("Після дев'яти місяців російської окупації до Херсона зайшли українські війська.",
         Kind.ADVANCE, UA, False),
        ("Російські війська продовжують зосереджувати зусилля на захопленні Херсона.",
         Kind.ATTACK, RU, False),
        ("Росіяни наступали, точаться бої за Херсон.", Kind.FIGHTING, Side.BOTH, False),
    ],
)  # fmt: skip
def test_what_is_told(read_text: ReadText, text: str, kind: Kind, side: Side, *, negated: bool) -> None:
    (report,) = _reports(read_text, text)
    assert (report.kind, report.side, report.place, report.negated) == (kind, side, "Херсон", negated)


@pytest.mark.parametrize(
    ("text", "claimant", "via"),
    [
        ("Росіяни взяли Липці, повідомили у 3-й окремій штурмовій бригаді.",
         "3 окрема штурмова бригада", None),
        ("Аналітики ЦДС повідомили, що росіяни взяли Липці, передає Ластівка.", "ЦДС", "Ластівка"),
    ],
)  # fmt: skip
def test_who_says_it(read_text: ReadText, text: str, claimant: str, via: str | None) -> None:
    (report,) = _reports(read_text, text)
    assert (report.claimant, report.via) == (claimant, via)
