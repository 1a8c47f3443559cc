"""How firmly something is told: what is left open, what is only claimed, and ground that is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Russian forces likely advanced near Kupiansk.", "likely"),
        ("Russian forces appear to have advanced near Kupiansk.", "appear to have"),
        ("According to unconfirmed reports, Russian forces advanced near Kupiansk.", "unconfirmed reports"),
        ("Російські війська, ймовірно, просунулися біля Куп'янська.", "ймовірно"),
        ("По предварительным данным, войска РФ продвинулись у Купянска.", "По предварительным данным"),
        ("Russian forces advanced near Kupiansk.", ""),
        (
            "A Russian blogger reportedly close to the army said that Russian forces advanced near Kupiansk.",
            "",
        ),
        ("Російські війська просунулися біля Куп'янська.", ""),
    ],
)
def test_a_word_that_leaves_it_open_is_kept_as_it_stood(text: str, hedge: str, read_text: ReadText) -> None:
    assert [report.hedge for report in read_text(text).reports] == [hedge]


def test_what_one_event_leaves_open_says_nothing_of_the_one_before_it(read_text: ReadText) -> None:
    reports = read_text("Russian forces seized Kupiansk and reportedly attacked near Vovchansk.").reports
    assert {report.place: report.hedge for report in reports} == {"Kupiansk": "", "Vovchansk": "reportedly"}


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Russian bloggers claimed on Friday that Russian forces seized Kupiansk.", True),
        ("Russian forces seized Kupiansk, the ministry claimed.", True),
        ("Минобороны РФ утверждает, что российские войска заняли Купянск.", True),
        ("Генштаб стверджує, що російські війська просунулися біля Куп'янська.", True),
        ("Russian bloggers said on Friday that Russian forces seized Kupiansk.", False),
        ("Russian forces seized Kupiansk.", False),
        ("Міноборони РФ заявило, що російські війська захопили Куп'янськ.", None),
    ],
)
def test_a_claim_is_told_from_a_statement(text: str, *, claimed: bool | None, read_text: ReadText) -> None:
    assert [report.claimed for report in read_text(text).reports] == [claimed]


@pytest.mark.parametrize(
    ("text", "foothold"),
    [
        ("Russian forces gained a foothold in Kupiansk.", True),
        ("Російські війська закріпилися у Куп'янську.", True),
        ("Российские войска закрепились в Купянске.", True),
        ("Russian forces advanced near Kupiansk.", False),
        ("Russian forces seized Kupiansk.", False),
    ],
)
def test_a_foothold_is_more_than_an_advance(text: str, *, foothold: bool, read_text: ReadText) -> None:
    assert [report.foothold for report in read_text(text).reports] == [foothold]
