"""English: whose report, assessment or "it" is told, and reports of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Russia entered Yampil, according to the Institute for the Study of War's latest assessment.",
            "Institute for the Study of War",
        ),
        (
            "The Institute for the Study of War's new map said Russian forces entered Yampil.",
            "Institute for the Study of War",
        ),
        (
            "Russian forces entered Yampil, according to Ukraine's General Staff's latest update.",
            "Ukraine's General Staff",
        ),
        ("Reports say Russian troops entered Yampil.", None),
        ("Analysts add that Russian troops entered Yampil.", "Analysts"),
    ],
)
def test_a_work_is_told_by_its_maker(read_text: ReadText, text: str, claimant: str | None) -> None:
    (report,) = read_text(text).reports
    assert report.claimant == claimant


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("A spokesman for the army said the situation was tense.", "British military intelligence"),
        (
            "Colonel Petro Ivanenko, a commander, said the situation was tense.",
            "British military intelligence",
        ),
        ("Ukraine's General Staff said the situation was tense.", "Ukraine's General Staff"),
    ],
)
def test_it_means_an_organisation_and_no_person(read_text: ReadText, second: str, speaker: str) -> None:
    first = "British military intelligence said Russian troops had entered Yampil."
    found = read_text(f'{first} {second} "Russia has advanced into the town centre," it said.')
    assert [one.speaker for one in found.quotes] == [speaker]
