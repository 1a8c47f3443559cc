"""What is said beside an event: in whose hands a place is, and that an attack was beaten back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction import extract
from feeds.geography import load_gazetteer
from feeds.model import Caveat, Kind, SourceClass
from tests.building import a_source, an_item

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

GREY, UNKNOWN, REPELLED = Caveat.GREY_ZONE, Caveat.UNKNOWN_CONTROL, Caveat.REPELLED


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian units repelled three Russian assaults near Kupiansk on Monday.",
        "The brigade beat back an enemy attack near Kupiansk, the Ukrainian staff said.",
        "Українські захисники відбили дві ворожі атаки біля Куп'янська.",
        "ВСУ отбили атаку российских войск у Купянска.",
    ],
)
def test_an_attack_that_was_beaten_back_is_an_attack_with_that_caveat(text: str, read_text: ReadText) -> None:
    reports = read_text(text).reports
    assert {(report.kind, report.caveat) for report in reports} == {(Kind.ATTACK, REPELLED)}


@pytest.mark.parametrize(
    "text",
    [
        "Russian forces attacked near Kupiansk.",
        "Ukrainian units failed to repel a Russian assault near Kupiansk.",
        "Російські війська атакували біля Куп'янська.",
    ],
)
def test_an_attack_that_nobody_beat_back_has_no_caveat(text: str, read_text: ReadText) -> None:
    assert [report.caveat for report in read_text(text).reports] == [None]


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("Russian forces advanced near Kupiansk, which is now a gray zone.", GREY),
        ("Russian forces advanced near Kupiansk, an area controlled by neither side.", GREY),
        ("Російські війська просунулися біля Куп'янська, це сіра зона.", GREY),
        ("Российские войска продвинулись у Купянска, где теперь серая зона.", GREY),
        ("Russian forces advanced near Kupiansk, and it is unclear who controls the north of it.", UNKNOWN),
        ("Російські війська просунулися біля Куп'янська, його статус невідомий.", UNKNOWN),
        ("Российские войска продвинулись у Купянска, неизвестно, кто контролирует окраину.", UNKNOWN),
        ("Russian forces advanced near Kupiansk, which is no longer a grey zone.", None),
        ("Russian forces advanced near Kupiansk.", None),
    ],
)
def test_in_whose_hands_a_place_is_stands_beside_the_advance(
    text: str, caveat: Caveat | None, read_text: ReadText
) -> None:
    reports = read_text(text).reports
    assert {(report.kind, report.caveat) for report in reports} == {(Kind.ADVANCE, caveat)}


def test_a_grey_zone_is_that_of_the_place_it_is_said_of(read_text: ReadText) -> None:
    reports = read_text("Russian forces advanced in Toretsk, while Chasiv Yar remains a grey zone.").reports
    assert [report.caveat for report in reports if report.place == "Toretsk"] == [None]


def test_what_was_a_grey_zone_and_is_taken_is_none_any_more(read_text: ReadText) -> None:
    reports = read_text("Russian forces captured Kupiansk, long a grey zone.").reports
    assert [(report.kind, report.caveat) for report in reports] == [(Kind.SEIZURE, None)]


def test_who_calls_it_a_grey_zone_is_who_said_so(read_text: ReadText) -> None:
    text = "Petro Example, an analyst, said that Russian forces advanced near Kupiansk, a grey zone."
    assert [report.caveat for report in read_text(text).reports] == [GREY]


@pytest.mark.parametrize(
    "text",
    [
        "DeepState said that Russian forces advanced near Kupiansk, which is a grey zone.",
        "Російські війська просунулися біля Куп'янська, це сіра зона, повідомляє DeepState.",
    ],
)
def test_some_assessors_mean_by_it_that_nobody_knows(text: str, read_text: ReadText) -> None:
    assert [report.caveat for report in read_text(text).reports] == [UNKNOWN]


@pytest.mark.parametrize(("title", "caveat"), [("DeepState", UNKNOWN), ("Institute of Lines", GREY)])
def test_so_do_their_own_posts(title: str, caveat: Caveat) -> None:
    source = a_source("maps", title=title, source_class=SourceClass.ASSESSOR)
    item = an_item(source_id="maps", text="Russian forces advanced near Kupiansk, which is a grey zone.")
    reports = extract(item, load_gazetteer(), source=source).reports
    assert [report.caveat for report in reports] == [caveat]
