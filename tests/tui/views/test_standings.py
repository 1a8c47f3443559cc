"""How the page of a claim says where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from feeds.model import Alignment, Caveat, ClaimDetail, Kind
from tests.tui import boards
from tui.views.details import claim_page
from tui.views.standings import grade_sentence

DENIED = replace(boards.claim("Popovka"), denials=(boards.origin("Ministry", Alignment.RUSSIAN),))


def words_of(detail: ClaimDetail) -> list[str]:
    """Return the lines of the page of a claim."""
    page = claim_page(detail, boards.NOW)
    return ["".join(part.text for cell in line.cells for part in cell) for line in page.lines]


@pytest.mark.parametrize(
    ("reliability", "credibility", "sentence"),
    [
        ("B", 2, "B2: source usually reliable; probably true"),
        ("F", 6, "F6: reliability of the source can't be judged; truth can't be judged"),
        ("E", 5, "E5: source unreliable; improbable"),
    ],
)
def test_a_grade_is_told_in_words_in_two_fields(reliability: str, credibility: int, sentence: str) -> None:
    claim = replace(boards.claim("Popovka"), reliability=reliability, credibility=credibility)
    assert grade_sentence(claim) == sentence


def test_who_contradicts_a_claim_is_listed_with_the_report_that_does() -> None:
    beaten_back = replace(boards.report("report-9"), kind=Kind.ATTACK, caveat=Caveat.REPELLED)
    lines = words_of(ClaimDetail(DENIED, (boards.report(),), (), (), (), against=(beaten_back,)))
    after = lines[lines.index("WHO CONTRADICTS IT") + 1]
    assert after.startswith("Ministry  Russian outlet; first: border-post")
    told = lines[lines.index("REPORTS OF OTHER THINGS THAT CONTRADICT IT") + 2]
    assert told.startswith("beaten back; claimant: Emil K., analyst")


def test_nothing_is_said_of_contradiction_where_there_is_none() -> None:
    lines = words_of(ClaimDetail(boards.claim("Popovka"), (boards.report(),), (), (), ()))
    assert not any("CONTRADICT" in line for line in lines)


@pytest.mark.parametrize(
    ("caveat", "words"),
    [
        (Caveat.GREY_ZONE, "a grey zone, which neither side controls; claimant"),
        (Caveat.UNKNOWN_CONTROL, "not known who controls it; claimant"),
    ],
)
def test_the_two_meanings_of_grey_zone_are_told_apart(caveat: Caveat, words: str) -> None:
    report = replace(boards.report(), caveat=caveat)
    lines = words_of(ClaimDetail(boards.claim("Popovka"), (report,), (), (), ()))
    assert any(line.startswith(words) for line in lines)
