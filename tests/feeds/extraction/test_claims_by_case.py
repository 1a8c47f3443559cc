"""Whose a capture is by who claims or denies it, who reports a whole item, and attempts by whole families."""

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
    ("text", "kind", "side", "negated"),
    [
        ("Представники Генштабу ЗСУ заявили, що інформація про захоплення Котлиного не відповідає дійсності.",
         Kind.SEIZURE, RU, True),
        ("Засновник ПВК «Вагнер» заявив, що його найманці нібито взяли Котлине.", Kind.SEIZURE, RU, False),
        ("Ворог здійснив спробу заходу в Котлине.", Kind.ATTACK, RU, False),
        ("Прикордонники вступили в бій з диверсантами в Котлиному.", Kind.FIGHTING, Side.BOTH, False),
        ("Росіяни дещо просунулися та зайняли Котлине.", Kind.SEIZURE, RU, False),
        ("Росіяни наступали на південь від Ізюма до Котлиного.", Kind.ATTACK, RU, False),
    ],
)  # fmt: skip
def test_what_is_told(read_text: ReadText, text: str, kind: Kind, side: Side, *, negated: bool) -> None:
    (report,) = _reports(read_text, text)
    assert (report.kind, report.side, report.place, report.negated) == (kind, side, "Котлине", negated)


def test_a_town_that_is_not_taken_is_more_than_a_part(read_text: ReadText) -> None:
    text = "У Котлиному тривають бої, селище не окуповане російськими військами."
    assert {(one.kind, one.negated) for one in _reports(read_text, text)} == {
        (Kind.FIGHTING, False),
        (Kind.SEIZURE, True),
    }


def test_they_whom_nobody_names_are_not_ours(read_text: ReadText) -> None:
    assert not _reports(read_text, "Почали заявляти про те, що вони вже увійшли в Котлине.")


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Росіяни наступали біля Котлиного, повідомляє Генеральний штаб.\n\nБіля Липців ворог наступав.",
         {"Генеральний штаб"}),
        ("Росіяни наступали біля Котлиного, повідомляє Тарас Лободенко.\n\nБіля Липців ворог наступав.",
         {"Тарас Лободенко", None}),
        ("Міноборони РФ заявило, що росіяни взяли Липці. За словами пресслужби Генштабу, це не так.",
         {"Міноборони РФ"}),
    ],
)  # fmt: skip
def test_who_reports_it(read_text: ReadText, text: str, claimants: set[str | None]) -> None:
    assert {one.claimant for one in _reports(read_text, text)} <= claimants
    assert _reports(read_text, text)
