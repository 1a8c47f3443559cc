"""The façade: the board follows the store, and decisions reach it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.assessment import Directory, fold_claims, fold_questions, fold_statements
from feeds.clock import SetClock
from feeds.config import Watch
from feeds.errors import StoreError
from feeds.model import DecisionKind, Health, Hop, Passing, Relay, Report
from feeds.service.reading import StoreService
from feeds.store import (
    Database,
    decisions,
    findings,
    fingerprints,
    items,
    memory,
    open_database,
    results,
    search,
    sources,
)
from tests.building import NOON, a_pending, a_quote, a_report, a_source, an_item, hours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return a configuration without sources."""
    path = tmp_path / "frontwatch.toml"
    path.write_text('analyst = "Olena"\ndesk = "night"\n', encoding="utf-8")
    return path


@pytest.fixture
def collector(tmp_path: Path) -> Iterator[Database]:
    """Return the store as the collector's process has it open."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        yield opened


@pytest.fixture
def clock() -> SetClock:
    """Return a clock that stands an hour after noon."""
    return SetClock(NOON + hours(1))


@pytest.fixture
def service(tmp_path: Path, config: Path, clock: SetClock, collector: Database) -> Iterator[StoreService]:
    """Return the façade, on a connection of its own."""
    assert collector.path == tmp_path / "store.sqlite3"
    opened = StoreService(open_database(collector.path), Watch(config), clock)
    yield opened
    opened.close()


def write_claim(database: Database, *reports: Report) -> None:
    """Keep reports of one claim, their items, and the claim that they make."""
    with database.transaction():
        for report in reports:
            items.keep(database, [an_item(report.id, text=report.id)], desk="night")
        findings.put_reports(database, reports)
        results.replace_claims(database, (), fold_claims(reports, (), Directory(())))


def test_the_board_follows_what_the_collector_writes(service: StoreService, collector: Database) -> None:
    assert service.snapshot().claims == ()
    before = service.revision()
    write_claim(collector, a_report("a"))
    assert service.revision() != before
    assert [claim.place for claim in service.snapshot().claims] == ["Popovka"]


def test_nothing_written_is_nothing_new(service: StoreService) -> None:
    assert service.revision() == service.revision()


def test_what_the_board_does_not_show_is_nothing_new(service: StoreService, collector: Database) -> None:
    write_claim(collector, a_report("a"))
    before = service.revision()
    assert search.index_some(collector, limit=10) == 1
    assert service.revision() == before


def test_an_item_that_was_read_is_news_even_where_it_says_nothing(
    service: StoreService, collector: Database
) -> None:
    with collector.transaction():
        items.keep(collector, [an_item()], desk="night")
    before = service.revision()
    with collector.transaction():
        items.mark_read(collector, [an_item()])
    assert service.revision() != before


def test_a_pause_is_news_to_the_screen_that_asked_for_it(service: StoreService) -> None:
    before = service.revision()
    service.pause("gazette", paused=True)
    assert service.revision() != before


def test_a_claim_that_is_no_more_leaves_the_board(service: StoreService, collector: Database) -> None:
    write_claim(collector, a_report("a"))
    service.snapshot()
    with collector.transaction():
        results.replace_claims(collector, results.claims_since(collector, NOON), ())
    assert service.snapshot().claims == ()


def test_what_lies_before_the_window_is_not_on_the_board(
    service: StoreService, collector: Database, clock: SetClock
) -> None:
    write_claim(collector, a_report("a"))
    assert len(service.snapshot().claims) == 1
    clock.moment = NOON + hours(24 * 8)
    assert service.snapshot().claims == ()


def test_old_news_received_today_is_not_on_the_board_but_taking_it_back_is(
    service: StoreService, collector: Database
) -> None:
    old = a_report("a", event_on=NOON.date() - timedelta(days=30))
    write_claim(collector, old)
    assert service.snapshot().claims == ()
    write_claim(collector, replace(old, withdrawn_at=NOON + hours(1)))
    assert len(service.snapshot().claims) == 1


def test_a_wider_window_brings_back_what_lay_before_it(
    service: StoreService, collector: Database, clock: SetClock, config: Path
) -> None:
    write_claim(collector, a_report("a"))
    clock.moment = NOON + hours(24 * 8)
    before = service.revision()
    assert service.snapshot().claims == ()
    config.write_text("[window]\ndays = 30\n", encoding="utf-8")
    assert service.revision() != before
    assert len(service.snapshot().claims) == 1


def test_a_look_may_be_wider_or_narrower_than_the_configured_window(
    service: StoreService, collector: Database, clock: SetClock
) -> None:
    write_claim(collector, a_report("a"))
    clock.moment = NOON + hours(24 * 10)
    assert service.snapshot().claims == ()
    assert len(service.snapshot(days=14).claims) == 1
    assert service.snapshot(days=14).window_days == 14
    assert service.snapshot().claims == ()


def test_what_is_remembered_is_there_when_the_store_is_opened_again(
    service: StoreService, collector: Database
) -> None:
    assert service.recall("folded") == ""
    service.remember("folded", "Sumy")
    service.remember("folded", "Belgorod")
    assert memory.recall(collector, "folded") == service.recall("folded") == "Belgorod"


def test_a_broken_configuration_is_a_notice_and_the_board_stays(
    service: StoreService, collector: Database, config: Path
) -> None:
    write_claim(collector, a_report("a"))
    before = service.revision()
    config.write_text("[window]\ndays = 'many'\n", encoding="utf-8")
    assert service.revision() != before
    board = service.snapshot()
    assert len(board.claims) == 1
    assert "window, days: expected" in board.notices[0]
    config.write_text("[window]\ndays = 7\n", encoding="utf-8")
    service.revision()
    assert service.snapshot().notices == ()


def test_statements_and_questions_are_on_the_board_oldest_first(
    service: StoreService, collector: Database
) -> None:
    quotes = [a_quote("late", speaker="A Late"), a_quote("early", speaker="B Early", at=NOON - hours(3))]
    with collector.transaction():
        for quote in quotes:
            made = fold_statements([quote], (), Directory(()))
            results.replace_statements(collector, quote.id, made)
        asked = [a_pending("late"), a_pending("early", at=NOON - hours(3))]
        asked = [replace(one, asked=one.id) for one in asked]
        results.replace_questions(collector, "key", fold_questions(asked, (), (), Directory(())))
    board = service.snapshot()
    assert [statement.speaker for statement in board.statements] == ["B Early", "A Late"]
    assert [question.asked for question in board.pending] == ["early", "late"]


def test_sources_are_shown_in_the_order_of_the_configuration(
    service: StoreService, collector: Database
) -> None:
    with collector.transaction():
        sources.configure(collector, [a_source("zulu"), a_source("alpha")])
    assert [source.id for source, _ in service.snapshot().sources] == ["zulu", "alpha"]


def test_the_detail_of_a_claim_holds_all_that_it_rests_on(service: StoreService, collector: Database) -> None:
    reports = [a_report(name, item_id=an_item(name).id) for name in ("a", "b")]
    with collector.transaction():
        sources.configure(collector, [a_source("gazette")])
    write_claim(collector, *reports)
    (claim,) = service.snapshot().claims
    detail = service.claim(claim.id)
    assert detail is not None
    assert detail.reports == tuple(reports)
    assert {item.key for item in detail.items} == {"a", "b"}
    assert detail.sources == (a_source("gazette"),)


def test_the_detail_of_a_claim_tells_how_each_report_came(service: StoreService, collector: Database) -> None:
    words = "Lorries stood in front of the sugar mill at dawn, and by noon nobody counted them any more."
    first, copy = (an_item(name, source_id=name, text=words) for name in ("gazette", "courier"))
    reports = [
        a_report("a", item_id=first.id, claimant="Aino Kettu"),
        a_report("b", item_id=copy.id, source_id="courier", at=NOON + hours(2)),
    ]
    with collector.transaction():
        sources.configure(collector, [a_source("gazette"), a_source("courier")])
        for item in (first, copy):
            fingerprints.put(collector, item)
    write_claim(collector, *reports)
    (claim,) = service.snapshot().claims
    detail = service.claim(claim.id)
    assert detail is not None
    told, copied = detail.relays
    assert told == Relay(
        "a", (Hop("Aino Kettu", Passing.SAID, None), Hop("Gazette", Passing.CITED, NOON, first.id))
    )
    assert copied.hops == (*told.hops, Hop("Courier", Passing.COPIED, NOON + hours(2), copy.id))
    assert copied.drift == ("Gives as its own what Gazette has from Aino Kettu.",)


def test_a_decision_is_kept_on_the_first_report_by_desk_and_analyst(
    service: StoreService, collector: Database
) -> None:
    write_claim(collector, a_report("a"), a_report("b"))
    (claim,) = service.snapshot().claims
    decision = service.decide(DecisionKind.DISPUTE, claim.id, why="old footage")
    assert (decision.target, decision.by, decision.desk) == ("a", "Olena", "night")
    assert decisions.not_taken_up(collector) == (decision,)
    undo = service.decide(DecisionKind.UNDO, decision.id)
    assert undo.target == decision.id


def test_the_same_decision_twice_in_one_moment_is_kept_once(
    service: StoreService, collector: Database
) -> None:
    write_claim(collector, a_report("a"))
    (claim,) = service.snapshot().claims
    for _ in range(2):
        service.decide(DecisionKind.NOTE, claim.id, why="check the date")
    assert len(decisions.on(collector, ["a"])) == 1


def test_undo_takes_back_the_analysts_own_last_decision_even_of_an_earlier_session(
    service: StoreService, collector: Database, config: Path, clock: SetClock
) -> None:
    write_claim(collector, a_report("a"))
    (claim,) = service.snapshot().claims
    first = service.decide(DecisionKind.CONFIRM, claim.id)
    clock.moment += hours(1)
    second = service.decide(DecisionKind.DISMISS, claim.id)
    config.write_text('analyst = "Petro"\ndesk = "night"\n', encoding="utf-8")
    other = StoreService(open_database(collector.path), Watch(config), clock)
    assert other.undo() is None
    other.close()
    clock.moment += hours(1)
    assert service.undo() == second
    clock.moment += hours(1)
    assert service.undo() == first
    clock.moment += hours(1)
    assert service.undo() is None


def test_a_decision_on_what_is_not_there_is_refused(service: StoreService, collector: Database) -> None:
    with pytest.raises(StoreError, match="not there any more"):
        service.decide(DecisionKind.CONFIRM, "0123456789abcdef")
    assert decisions.not_taken_up(collector) == ()


def test_a_first_read_that_fails_is_tried_again_and_never_an_empty_board(
    service: StoreService, collector: Database
) -> None:
    write_claim(collector, a_report("a"))
    collector.write("UPDATE claim SET doc = ?", (b"{damaged",))
    for _ in range(2):
        with pytest.raises(StoreError, match="damaged Claim"):
            service.snapshot()


def test_a_wish_to_poll_reaches_the_collector(service: StoreService, collector: Database) -> None:
    service.poll_now("gazette")
    service.poll_now()
    with collector.transaction():
        assert decisions.take_requests(collector) == ("gazette", None)


def test_an_unknown_id_has_no_detail(service: StoreService) -> None:
    assert service.claim("x") is None
    assert service.statement("x") is None
    assert service.source("x") is None


def test_sources_that_no_collector_has_written_yet_are_shown_as_waiting(
    tmp_path: Path, clock: SetClock, collector: Database
) -> None:
    path = tmp_path / "with-source.toml"
    path.write_text(
        '[[sources]]\nid = "a"\ntitle = "A"\nkind = "feed"\nurl = "https://a.example.org/feed"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    with closing(StoreService(open_database(collector.path), Watch(path), clock)) as opened:
        ((source, state),) = opened.snapshot().sources
    assert (source.id, state.health) == ("a", Health.WAITING)
