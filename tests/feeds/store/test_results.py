"""Claims and statements as computed, and the feed of what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import Directory, claim_key, fold_claims, fold_statements
from feeds.model import DecisionKind
from feeds.store import changes, decisions, filings, findings, results, sources
from tests.building import NOON, a_decision, a_pending, a_quote, a_report, a_source, hours

if TYPE_CHECKING:
    from feeds.model import Claim
    from feeds.store import Database

DIRECTORY = Directory(())


def the_claim(*names: str) -> Claim:
    """Return the claim that reports of these ids make."""
    (claim,) = fold_claims([a_report(name) for name in names], (), DIRECTORY)
    return claim


def test_nouns_come_back_exactly_as_they_were_kept(database: Database) -> None:
    claim = the_claim("a", "b")
    (statement,) = fold_statements([a_quote()], (), DIRECTORY)
    with database.transaction():
        results.replace_claims(database, (), [claim])
        results.replace_statements(database, "key", [statement])
        findings.put_pending(database, {"key": [a_pending()]})
    assert results.claim(database, claim.id) == claim
    assert results.statement(database, statement.id) == statement
    assert findings.pending_by_key(database, "key") == (a_pending(),)


def test_replacing_with_the_same_changes_nothing(database: Database) -> None:
    for before in ([], [the_claim("a")]):
        with database.transaction():
            results.replace_claims(database, before, [the_claim("a")])
    assert changes.latest(database) == 1


def test_a_claim_that_is_no_more_is_removed_and_told(database: Database) -> None:
    claim = the_claim("a")
    with database.transaction():
        results.replace_claims(database, (), [claim])
    seen = changes.latest(database)
    with database.transaction():
        results.replace_claims(database, [claim], [])
    assert changes.since(database, seen).ids == {changes.Subject.CLAIM: {claim.id}}
    assert results.claim(database, claim.id) is None


def test_the_feed_is_no_longer_than_the_number_of_things(database: Database) -> None:
    for count in range(1, 5):
        with database.transaction():
            results.replace_claims(database, (), [the_claim("a", *"bcde"[:count])])
    assert len(database.rows("SELECT * FROM change")) == 1


def test_a_window_holds_what_was_received_in_it(database: Database) -> None:
    with database.transaction():
        results.replace_claims(database, (), [the_claim("a")])
    assert results.claims_since(database, NOON) != ()
    assert results.claims_since(database, NOON + hours(1)) == ()


def test_reports_are_found_by_item_key_and_id(database: Database) -> None:
    report = a_report("a", item_id="item")
    with database.transaction():
        findings.put_reports(database, [report])
    assert findings.of_item(database, "item").reports == (report,)
    assert filings.reports_of_key(database, claim_key(report)) == (report,)
    assert findings.reports(database, ["stranger", "a"]) == (report,)


def test_a_decision_comes_with_all_that_undoes_it(database: Database) -> None:
    confirm = a_decision(DecisionKind.CONFIRM, "a", decision_id="one")
    undo = a_decision(DecisionKind.UNDO, "one", at=NOON + hours(10), decision_id="two")
    with database.transaction():
        decisions.append(database, confirm)
        decisions.append(database, undo)
        decisions.mark_taken_up(database, "one")
    assert decisions.on(database, ["a"]) == (confirm, undo)
    assert decisions.not_taken_up(database) == (undo,)


def test_requests_are_taken_once(database: Database) -> None:
    with database.transaction():
        decisions.request_poll(database, "gazette")
        decisions.request_poll(database, None)
        assert decisions.take_requests(database) == ("gazette", None)
        assert decisions.take_requests(database) == ()


def test_a_source_taken_from_the_configuration_stays_known(database: Database) -> None:
    with database.transaction():
        sources.configure(database, [a_source("gazette"), a_source("courier")])
        sources.configure(database, [a_source("courier")])
    assert sources.configured(database) == (a_source("courier"),)
    assert set(sources.known(database)) == {a_source("gazette"), a_source("courier")}
