"""What a source keeps back is not given away: its words, those of its figures, points that only it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from feeds.assessment import Directory, Record, assess
from feeds.model import Bound, Distance, Place, Quote, Report
from feeds.service.releasing import Release
from tests.building import POPOVKA, a_quote, a_report, a_source, an_item, hours

KEEPING = replace(a_source("wire"), redistribute=False)
SOURCES = (a_source("gazette"), KEEPING)
SAID = Distance(3.2, None, Bound.AT_LEAST, "more than two miles")
WORDS = "We crossed the ditch this morning and we are staying there for good"


def released(*said: Report | Quote) -> tuple[Release, Record]:
    """Return what releases these reports and quotes, each the first ten characters of its item."""
    record = Record(
        reports=tuple(one for one in said if isinstance(one, Report)),
        quotes=tuple(one for one in said if isinstance(one, Quote)),
    )
    versions = {
        (one.item_id, 1): replace(
            an_item(one.id, source_id=one.source_id, text="Line moved."), id=one.item_id
        )
        for one in said
    }
    return Release(record, SOURCES, versions), record


@pytest.mark.parametrize(
    ("source_id", "words", "said"),
    [("gazette", "Line moved", "more than two miles"), ("wire", None, "")],
)
def test_a_report_keeps_its_words_only_where_its_source_lets_it(
    source_id: str, words: str | None, said: str
) -> None:
    release, record = released(a_report(source_id=source_id, distance=SAID))
    (claim,) = assess(record, Directory(SOURCES)).claims
    told = release.claim(claim)
    (report,) = told.reports
    assert (report.words, report.report.distance) == (words, replace(SAID, said=said))
    assert [one.said for one in told.claim.distances] == [said]
    assert report.url


@pytest.mark.parametrize(
    ("source_ids", "located"),
    [(["wire"], None), (["wire", "gazette"], POPOVKA)],
    ids=["only it names it", "another one names it too"],
)
def test_a_point_that_only_it_names_stays_with_it(source_ids: list[str], located: Place | None) -> None:
    release, record = released(*(a_report(f"of {one}", source_id=one) for one in source_ids))
    (claim,) = assess(record, Directory(SOURCES)).claims
    shown = release.claim(claim).claim.located
    assert shown is not None
    assert shown.name == POPOVKA.name
    assert (shown.lat, shown.lon) == ((located.lat, located.lon) if located else (None, None))


def test_a_quote_is_given_away_in_the_words_of_those_who_let_it() -> None:
    kept = replace(a_quote("kept", text=f"{WORDS}, and longer", source_id="wire"), affiliation="a brigade")
    free = a_quote("free", text=WORDS, at=kept.received_at + hours(1))
    release, record = released(kept, free)
    (statement,) = assess(record, Directory(SOURCES)).statements
    told = release.statement(statement)
    assert told.statement.text == WORDS
    assert {one.quote.id: (one.quote.text, one.quote.affiliation) for one in told.quotes} == {
        "kept": ("", None),
        "free": (WORDS, None),
    }


def test_a_quote_that_nobody_lets_be_given_away_has_no_words_and_no_sentence() -> None:
    release, record = released(a_quote("kept", text=WORDS, source_id="wire"))
    (statement,) = assess(record, Directory(SOURCES)).statements
    told = release.statement(statement)
    assert (told.statement.text, told.line) == ("", "")
