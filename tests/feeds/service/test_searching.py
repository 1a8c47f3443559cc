"""The search: items, claims and quotes by their words, in any spelling of a place."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.assessment import Directory, fold_claims, fold_statements, speaker_key
from feeds.model import Board, Match, Span
from feeds.service import indexer
from feeds.service.indexer import Indexer
from feeds.service.searching import TOO_SHORT, search_in
from feeds.store import (
    Database,
    filings,
    findings,
    items,
    open_database,
    results,
    search,
    sources,
    utterances,
)
from tests.building import NOON, a_quote, a_report, a_source, an_item, hours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from feeds.model import Found, Hit, Item


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a store with one source."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        with opened.transaction():
            sources.configure(opened, [replace(a_source(), title="The Gazette")])
        yield opened


def keep(database: Database, *some: Item) -> None:
    with database.transaction():
        items.keep(database, list(some), desk="desk")
    search.index_some(database, limit=1_000)


def found_words(hit: Hit) -> list[str]:
    return [hit.excerpt[span.start : span.end] for span in hit.spans]


def ids(found: Found) -> list[str]:
    return [hit.id for hit in found.hits]


@pytest.mark.parametrize("query", ["popovka", "Попівка", "поповки", "POPIVKA"])
def test_a_place_is_found_in_every_spelling_and_case(database: Database, query: str) -> None:
    texts = ("Units near Popovka's edge", "Бої за Поповку", "біля Попівки", "Popova spoke", "Поповский")
    keep(database, *(an_item(text, text=text) for text in texts))
    hits = search_in(database, query).hits
    assert {word for hit in hits for word in found_words(hit)} == {"Popovka's", "Поповку", "Попівки"}
    assert {hit.source for hit in hits} == {"The Gazette"}


def test_all_words_must_be_there_and_quotations_as_they_stand(database: Database) -> None:
    one = an_item("1", text="The General Staff denied it in Sumy.")
    other = an_item("2", text="Staff of a general store moved to Sumy.")
    keep(database, one, other)
    assert set(ids(search_in(database, "general sumy"))) == {one.id, other.id}
    for quotation in ('"general staff"', "“General Staff”", '"general staff'):
        assert ids(search_in(database, quotation)) == [one.id]
    assert ids(search_in(database, "general kursk")) == []


def test_titles_are_searched_and_parts_of_words_are_found_behind_whole_ones(database: Database) -> None:
    part = an_item("part", title="Advancement", text="x", published_at=NOON + hours(2))
    whole = an_item("whole", title="An advance", text="x", published_at=NOON)
    newer = an_item("newer", title="An advance", text="y", published_at=NOON + hours(1))
    keep(database, part, whole, newer)
    assert ids(search_in(database, "advance")) == [newer.id, whole.id, part.id]


def test_an_item_is_found_once_by_its_latest_version_that_has_the_words(database: Database) -> None:
    keep(database, an_item("1", text="The bridge stands."))
    keep(database, replace(an_item("1", text="The bridge has fallen."), received_at=NOON + hours(1)))
    (hit,) = search_in(database, "bridge").hits
    assert hit.excerpt == "The bridge has fallen."
    assert search_in(database, "stands").hits[0].excerpt == "The bridge stands."


def test_claims_and_quotes_are_found_by_their_own_words(database: Database) -> None:
    text = "Ukrainian units took Popovka. “We hold it,” said Olena Hrim. Rain fell on the river."
    item = an_item("1", text=text)
    span = Span(0, text.index(".") + 1)
    report = replace(a_report("r", place="Popovka"), item_id=item.id, item_version=1, span=span)
    words = Span(text.index("“"), text.index("Hrim") + 4)
    quote = replace(
        a_quote("q", text="We hold it", speaker="Olena Hrim"), item_id=item.id, item_version=1, span=words
    )
    directory, key = Directory([a_source()]), speaker_key(quote.speaker)
    (claim,) = fold_claims([report], (), directory)
    with database.transaction():
        findings.put_reports(database, [report])
        findings.put_quotes(database, {key: [quote]})
        results.replace_claims(database, (), [claim])
        filings.put_claims(database, {report.id: claim.id})
        (utterance,) = utterances.put(database, [quote])
        results.replace_statements(database, utterance, fold_statements([quote], (), directory))
    keep(database, item)
    assert [hit.subject for hit in search_in(database, "Попівка").hits] == [Match.CLAIM, Match.ITEM]
    first = search_in(database, "popovka").hits[0]
    assert (first.id, first.excerpt, found_words(first)) == (claim.id, text[: span.end], ["Popovka"])
    assert [hit.subject for hit in search_in(database, "hold hrim").hits] == [Match.STATEMENT, Match.ITEM]
    assert [hit.subject for hit in search_in(database, "river").hits] == [Match.ITEM]


def test_no_more_than_two_hundred_are_given_and_the_newest_of_them(database: Database) -> None:
    some = [an_item(str(n), text=f"fog {n}", published_at=NOON + hours(n)) for n in range(450)]
    keep(database, *some)
    hits = search_in(database, "fog").hits
    assert [hit.id for hit in hits[:2]] == [some[449].id, some[448].id]
    assert len(hits) == 200


def test_what_is_not_in_the_index_yet_is_told(database: Database) -> None:
    with database.transaction():
        items.keep(database, [an_item(str(n), text=f"fog {n}") for n in range(3)], desk="desk")
    assert search_in(database, "fog").note.startswith("Looked through the latest 0 of 3 items")
    search.index_some(database, limit=2)
    found = search_in(database, "fog")
    assert len(found.hits) == 2
    assert "2 of 3" in found.note
    search.index_some(database, limit=2)
    assert search_in(database, "fog").note == ""


@pytest.mark.parametrize("query", ["", "ab", '""', " a b c ", "\x00\x1b"])
def test_too_little_to_look_for_is_told(database: Database, query: str) -> None:
    assert search_in(database, query).note == TOO_SHORT


def test_an_sqlite_that_cannot_search_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "can_index", lambda: False)
    assert search_in(database, "popovka").note == search.NO_INDEX


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    query=st.text(max_size=30)
    | st.sampled_from(["a*b OR", "NEAR(aaa bbb)", 'words:"x', "-fog ^fog", "{fog}"])
)
def test_no_query_does_any_harm(database: Database, query: str) -> None:
    keep(database, an_item("1", text="fog OR NEAR(aaa bbb) words:x"))
    for hit in search_in(database, query).hits:
        assert all(0 <= span.start < span.end <= len(hit.excerpt) for span in hit.spans)


def test_the_indexer_puts_in_what_is_there_and_what_comes(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_FIRST_S", "_REST_S", "_IDLE_S"):
        monkeypatch.setattr(indexer, name, 0.01)
    with database.transaction():
        items.keep(database, [an_item("1")], desk="desk")
    one = Indexer(tmp_path / "store.sqlite3")
    one.start()
    try:
        for number in (1, 2):
            for _ in range(500):
                if search.progress(database).indexed == number:
                    break
                time.sleep(0.01)
            assert search.progress(database).indexed == number
            with database.transaction():
                items.keep(database, [an_item(f"more {number}", text=f"More {number}.")], desk="desk")
    finally:
        one.stop()
    assert not one._thread.is_alive()


def test_of_a_past_moment_only_what_had_been_received_by_then_is_found(database: Database) -> None:
    early, late = an_item("1", text="The bridge stands."), an_item("2", text="The bridge is lost.")
    keep(database, early)
    keep(
        database,
        replace(early, text="The bridge has fallen.", received_at=NOON + hours(5)),
        replace(late, received_at=NOON + hours(5)),
    )
    then = Board(at=NOON + hours(2), window_days=7, as_of=NOON + hours(2))
    assert {hit.excerpt for hit in search_in(database, "bridge").hits} == {
        "The bridge has fallen.",
        "The bridge is lost.",
    }
    assert [hit.excerpt for hit in search_in(database, "bridge", then).hits] == ["The bridge stands."]
    assert search_in(database, "fallen", then).hits == ()


def test_of_a_past_moment_a_claim_is_the_one_that_stood_on_its_board(database: Database) -> None:
    text = "Ukrainian units took Popovka."
    item = an_item("1", text=text)
    report = replace(a_report("r", place="Popovka"), item_id=item.id, item_version=1, span=Span(0, len(text)))
    (claim,) = fold_claims([report], (), Directory([a_source()]))
    with database.transaction():
        findings.put_reports(database, [report])
        filings.put_claims(database, {report.id: "another claim by now"})
    keep(database, item)
    then = Board(at=NOON + hours(2), window_days=7, as_of=NOON + hours(2))
    on_board = search_in(database, "popovka", replace(then, claims=(claim,))).hits
    assert [(hit.subject, hit.id) for hit in on_board] == [(Match.CLAIM, claim.id), (Match.ITEM, item.id)]
    assert [hit.subject for hit in search_in(database, "popovka", then).hits] == [Match.ITEM]
