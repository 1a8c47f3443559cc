"""The bench finds what could be wrong with a store after a kill, and nothing in a good one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench.ledger import Kept, Served, faults_in

KNOWN = Served(entries=20, served={1: 3, 2: 5}, acknowledged={1: 2, 2: 5})
GOOD = Kept(
    check="ok",
    states={1: 2, 2: 5},
    entries={(1, 1): 20, (1, 2): 20, (2, 4): 20, (2, 5): 20},
    doubles=0,
    orphans=0,
)


@pytest.mark.parametrize("stands_at", [2, 3])
def test_a_feed_may_stand_at_what_it_acknowledged_or_one_poll_beyond(stands_at: int) -> None:
    kept = replace(GOOD, states={1: stands_at, 2: 5}, entries={(1, stands_at): 20, (2, 4): 20, (2, 5): 20})
    assert faults_in(kept, KNOWN) == []


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (replace(GOOD, check="row 7 missing from index"), "row 7 missing"),
        (replace(GOOD, doubles=1), "once more"),
        (replace(GOOD, orphans=1), "latest version"),
        (replace(GOOD, entries={**GOOD.entries, (1, 2): 19}), "in part: 19 of 20"),
        (replace(GOOD, states={1: 1, 2: 5}), "had acknowledged document 2 and stands at 1"),
        (replace(GOOD, states={2: 5}), "had acknowledged document 2 and stands at 0"),
        (replace(GOOD, states={1: 3, 2: 5}), "of which nothing is there"),
        (replace(GOOD, entries={**GOOD.entries, (1, 3): 20}), "its state stands at 2"),
        (replace(GOOD, states={1: 4, 2: 5}, entries={(1, 4): 20}), "acknowledged 2, served 3"),
    ],
)
def test_each_fault_is_named(kept: Kept, words: str) -> None:
    assert any(words in fault for fault in faults_in(kept, KNOWN))


def test_many_faults_of_a_kind_are_counted_and_not_listed() -> None:
    kept = replace(GOOD, entries={(2, number): 1 for number in range(1, 6)} | {(1, 2): 1, (1, 1): 1})
    assert faults_in(kept, KNOWN)[-1] == "and 2 more"
