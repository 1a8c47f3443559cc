"""English as news agencies write it: who says so, which forces, which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _told(found: Extract) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.side.value, one.place) for one in found.reports}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Colonel Petro Hai stepped up, saying: “Ukrainian troops have taken Lypove.”",
            "Petro Hai",
        ),
        (
            "A Ukrainian gunner, who gave no name because he had no leave, said Russia entered Lypove.",
            "Ukrainian gunner",
        ),
        (
            "The Ukrainian General Staff did not name it and said only that Russia attacked near Lypove.",
            "Ukrainian General Staff",
        ),
        ("Separately, Governor Ivan Hai said Russian forces attacked near Lypove.", "Ivan Hai"),
        (
            "The Ukrainian commander there, Ivan Hai, admitted that Russian forces advanced in Lypove.",
            "Ivan Hai",
        ),
        (
            "“Russian forces entered Lypove,” said the head of the garrison, Ivan Hai.",
            "Ivan Hai",
        ),
    ],
)
def test_who_says_so_is_read_through_clauses_and_openings(
    read_text: ReadText, text: str, claimant: str
) -> None:
    assert {one.claimant for one in read_text(text).reports} == {claimant}


@pytest.mark.parametrize(
    "text",
    [
        "In Lypove little is new: fighting continues in the eastern part.",
        "Now we can say that Russian forces advanced in Lypove.",
    ],
)
def test_words_that_name_nobody_are_no_claimant(read_text: ReadText, text: str) -> None:
    assert [one.claimant for one in read_text(text).reports] == [None]


def test_an_office_is_its_last_holder(read_text: ReadText) -> None:
    found = read_text(
        "The chief of the Ukrainian armed forces, Ivan Hai, said the line holds.\n\n"
        "“We drove the enemy out and liberated Lypove,” the chief of staff said."
    )
    assert {one.claimant for one in found.reports} == {"Ivan Hai"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ukraine’s General Staff said nine attacks had been stopped near Lypove.",
            {("attack", "russia", "Lypove")},
        ),
        ("Ukrainian assaults were beaten back near Lypove.", {("attack", "ukraine", "Lypove")}),
        (
            "Ukraine’s army stopped Russia from advancing in the Sumy region and was counter-attacking.",
            {("attack", "russia", "Sumy region"), ("attack", "ukraine", "Sumy region")},
        ),
        (
            "Ukrainian forces liberated Lypove in their drive against occupying Russian troops.",
            {("seizure", "ukraine", "Lypove")},
        ),
        (
            "Russian forces entered Lypove, cutting the distance to Verbky to nine kilometres.",
            {("advance", "russia", "Lypove")},
        ),
        (
            "Heavy fighting continues in the Kherson region where the Russian garrison of Lypove is weak.",
            {("fighting", "both", "Kherson region")},
        ),
        (
            "The loss became possible after Ukrainian units withdrew from Lypove.",
            {("withdrawal", "ukraine", "Lypove")},
        ),
        (
            "About 40 square kilometres of Sumy Oblast have been liberated by Ukrainian forces.",
            {("advance", "ukraine", "Sumy Oblast")},
        ),
        ("Lypove fell into Russian hands on Monday.", {("seizure", "russia", "Lypove")}),
        ("Two villages, including Lypove, came under Russian control.", {("seizure", "russia", "Lypove")}),
        ("Russian troops left the battered town of Lypove.", {("withdrawal", "russia", "Lypove")}),
        (
            "Ukrainian units left the village of Lypove, near the old town of Verbky, for a new line.",
            {("withdrawal", "ukraine", "Lypove")},
        ),
        ("Russian forces made confirmed advances near Lypove.", {("advance", "russia", "Lypove")}),
        ("Lypove had fallen under control of Moscow-backed forces.", {("seizure", "russia", "Lypove")}),
        ("The blast left Lypove without water.", set()),
        ("Russian troops unsuccessfully advanced near Lypove.", {("attack", "russia", "Lypove")}),
        (
            "Ukrainian troops took Lypove after two years of the hardest fighting.",
            {("seizure", "ukraine", "Lypove")},
        ),
        (
            "Ukrainian troops entered Lypove, which they are close to capturing.",
            {("advance", "ukraine", "Lypove")},
        ),
        (
            "Ukrainian defenders repelled 9 attacks near Lypove and 4 attacks near Verbky.",
            {("attack", "russia", "Lypove"), ("attack", "russia", "Verbky")},
        ),
        (
            "Ukrainian troops regained Lypove after launching a counteroffensive.",
            {("advance", "ukraine", "Lypove")},
        ),
        (
            "Russia sent three battalions from Lypove to Verbky.",
            {("redeployment", "russia", "Verbky")},
        ),
    ],
)
def test_what_was_done_by_whom_and_where(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


def test_counted_settlements_are_not_the_one_named_before(read_text: ReadText) -> None:
    found = read_text("The enemy shelled Lypove. Ukraine repelled attacks in the areas of six villages.")
    assert not found.reports


def test_a_landmark_is_not_the_village_told_of(read_text: ReadText) -> None:
    found = read_text("Lypove lies just south of Toretsk. Russian forces entered the village.")
    assert _told(found) == {("advance", "russia", "Lypove")}


def test_what_is_only_announced_was_told_before(read_text: ReadText) -> None:
    found = read_text("Russian forces attacked near Lypove. The General Staff announced this on Monday.")
    assert [one.claimant for one in found.reports] == ["General Staff"]


def test_a_denial_is_of_what_the_other_side_did(read_text: ReadText) -> None:
    found = read_text(
        "Ukrainian forces advanced near Lypove. The Ukrainian ministry denied the claims of a retreat."
    )
    assert not any(one.negated for one in found.reports)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Russia's Defence Ministry said its troops repelled attacks near Lyman.", "ukraine"),
        ("Ukraine's General Staff said its men threw back two assaults near Lyman.", "russia"),
        ("Russian troops suppressed a Ukrainian reconnaissance group near Lyman.", "ukraine"),
    ],
)
def test_where_one_side_beats_back_the_other_attacked(read_text: ReadText, text: str, side: str) -> None:
    assert _told(read_text(text)) == {("attack", side, "Lyman")}
