"""Denials of what the sentences before report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

CLAIM = "Russian milbloggers said that Russian forces captured Guevo and Sudzha."


def _told(read_text: ReadText, text: str) -> set[tuple[str, str | None, bool]]:
    return {(one.place, one.claimant, one.negated) for one in read_text(text).reports}


@pytest.mark.parametrize(
    "denial",
    [
        "Ukrainian officials denied these claims.",
        "Ukrainian officials denied the report.",
        "Ukrainian officials have rejected it.",
        "The claims were refuted by Ukrainian officials.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_denied_claim_is_denied_for_each_place(read_text: ReadText, denial: str, gap: str) -> None:
    assert _told(read_text, f"{CLAIM}{gap}{denial}") == {
        (place, claimant, negated)
        for place in ("Guevo", "Sudzha")
        for claimant, negated in (("Russian milbloggers", False), ("Ukrainian officials", True))
    }


def test_a_denial_keeps_kind_and_side_and_has_its_own_span(read_text: ReadText) -> None:
    text = f"{CLAIM} Ukrainian officials denied these claims."
    denied = next(one for one in read_text(text).reports if one.negated)
    assert (denied.kind.value, denied.side.value) == ("seizure", "russia")
    assert text[denied.span.start : denied.span.end] == "Ukrainian officials denied these claims."


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} Ukrainian officials denied him entry.",
        f"{CLAIM}\n\nIt rained.\n\nUkrainian officials denied these claims.",
        f"{CLAIM} Ukrainian officials have not denied these claims.",
        f"{CLAIM} Nobody knows whether the claims hold.",
    ],
)
def test_what_is_no_denial_of_the_claim_negates_nothing(read_text: ReadText, text: str) -> None:
    assert not any(one.negated for one in read_text(text).reports)
