"""What a model is asked, and what of its answer the text bears out."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import completed
from feeds.errors import FormatError
from feeds.extraction.acceptance import Asked, accepted
from feeds.extraction.proposals import Proposal, proposals_in, question, schema
from feeds.geography import load_gazetteer
from feeds.model import Evidence, Extract, Kind, Side, SourceClass, Span
from tests.building import a_report, a_source, an_item

if TYPE_CHECKING:
    from feeds.model import Report

FIRST = "Somebody captured Popovka on Wednesday, Anna Holm told the Harbour Herald."
SECOND = "The column crept on towards Demidovka."
TEXT = f"{FIRST} {SECOND}"
SPANS = (Span(0, len(FIRST)), Span(len(FIRST) + 1, len(TEXT)))


def _proposal(**changes: object) -> Proposal:
    """Return a proposal that the first sentence bears out."""
    right: dict[str, Any] = {
        "kind": Kind.SEIZURE,
        "side": Side.RUSSIA,
        "place": "Popovka",
        "claimant": "Anna Holm",
        "negated": False,
        "words": "somebody captured popovka",
    }
    return Proposal(**(right | changes))


def _accepted(*proposals: Proposal, text: str = TEXT, spans: tuple[Span, ...] = SPANS) -> tuple[Report, ...]:
    source = a_source("herald", source_class=SourceClass.MILBLOGGER)
    return accepted(proposals, Asked(an_item(text=text), spans, source), load_gazetteer())


def test_what_the_text_says_is_a_report_of_the_model() -> None:
    (report,) = _accepted(_proposal())
    assert (report.kind, report.side, report.place) == (Kind.SEIZURE, Side.RUSSIA, "Popovka")
    assert (report.rule, report.span, report.claimant) == ("model", SPANS[0], "Anna Holm")
    assert report.event_on == date(2025, 3, 26)
    assert report.evidence is Evidence.UNATTRIBUTED
    assert report.place_span == Span(18, 25)


@pytest.mark.parametrize(
    "changes",
    [
        {"place": "Grafovka"},
        {"place": "Demidovka"},
        {"place": "pov"},
        {"place": ""},
        {"place": "somebody"},
        {"words": "Russian forces captured Popovka"},
        {"words": "captured somebody Popovka"},
        {"words": ""},
        {"words": "…"},
        {"claimant": "Boris Vale"},
        {"claimant": "Holm Anna"},
        {"claimant": "…"},
        {"side": Side.BOTH},
    ],
)
def test_what_the_text_does_not_say_is_dropped(changes: dict[str, object]) -> None:
    assert _accepted(_proposal(**changes)) == ()


def test_a_claimant_may_stand_anywhere_and_a_source_is_none_of_itself() -> None:
    both = _accepted(
        _proposal(kind=Kind.ADVANCE, place="Demidovka", words="the column crept on"),
        _proposal(kind=Kind.FIGHTING, side=Side.BOTH, claimant=None),
    )
    assert [report.claimant for report in both] == ["Anna Holm", None]
    assert both[1].evidence is Evidence.MILBLOGGER
    (own,) = _accepted(_proposal(claimant="herald"))
    assert own.claimant is None


def test_a_place_comes_in_its_base_form_and_is_looked_up() -> None:
    text = "Хтось увійшов до Торецька."
    proposal = _proposal(place="Торецька", claimant=None, words="увійшов до Торецька")
    (report,) = _accepted(proposal, text=text, spans=(Span(0, len(text)),))
    assert report.place == "Торецьк"
    assert report.oblast == "Donetsk"


def test_the_same_twice_is_one_report() -> None:
    assert len(_accepted(_proposal(), _proposal())) == 1


def test_rules_win_over_the_model() -> None:
    said = Extract(reports=(a_report("rule", kind=Kind.SEIZURE, side=Side.RUSSIA, place="POPOVKA"),))
    (other,) = _accepted(_proposal(side=Side.UKRAINE))
    found = completed(said, (*_accepted(_proposal()), other))
    assert found.reports == (*said.reports, other)


def test_a_question_holds_its_sentences_and_an_answer_its_shape() -> None:
    asked = question(an_item(text=TEXT), SPANS)
    assert f"1. {FIRST}\n2. {SECOND}" in asked
    content = {"reports": [{**schema_like(), "kind": "advance"}]}
    (proposal,) = proposals_in(json.dumps(content))
    assert proposal.kind is Kind.ADVANCE
    entry = schema()["properties"]["reports"]["items"]
    assert sorted(entry["required"]) == sorted(schema_like())


def schema_like() -> dict[str, object]:
    """Return an entry as the schema has it."""
    return {
        "kind": "seizure",
        "side": "russia",
        "place": "Popovka",
        "claimant": None,
        "negated": False,
        "words": "captured Popovka",
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        '{"reports": [{}]}',
        '{"reports": 3}',
        json.dumps({"reports": [{**schema_like(), "kind": "victory"}]}),
        json.dumps({"reports": [{**schema_like(), "sure": True}]}),
        json.dumps({"reports": [{**schema_like(), "place": "x" * 300}]}),
        json.dumps({"reports": [schema_like()] * 50}),
        "[" * 100_000,
    ],
)
def test_an_answer_that_breaks_the_schema_is_none(content: str) -> None:
    with pytest.raises(FormatError, match="does not keep to the schema"):
        proposals_in(content)


@given(place=st.text(max_size=30), words=st.text(max_size=30), claimant=st.none() | st.text(max_size=30))
def test_nothing_is_accepted_that_does_not_stand_in_the_text(
    place: str, words: str, claimant: str | None
) -> None:
    for report in _accepted(_proposal(place=place, words=words, claimant=claimant)):
        assert report.place.lower() in TEXT.lower()
