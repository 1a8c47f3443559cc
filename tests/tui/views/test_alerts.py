"""What a desk is told of, how much of it, and what waits for the morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.model import (
    Board,
    Change,
    Changed,
    Claim,
    Confirmation,
    Health,
    NotifyRules,
    Occasion,
    Question,
    Reply,
    Rhythm,
    SourceState,
    Standing,
    StandingLevel,
    Statement,
)
from feeds.service.comparing import changes_of
from tests.tui import boards
from tui.views.alerts import Ledger, happenings, told_now

NOW = datetime(2025, 3, 28, 14, 3, tzinfo=UTC)
ALL = NotifyRules(on=tuple(Occasion))
CLAIM = replace(boards.claim("Novyi Brid", distances=(boards.distance(1.0, 2.0),)), report_ids=("report-9",))
CONCEDED = replace(CLAIM, standing=Standing(StandingLevel.CONCEDED, NOW, "Its own side says so.", ()))
QUOTE = boards.STATEMENTS[0]
ASKED = boards.BOARD.pending[0]
EMPTY = replace(boards.BOARD, claims=(), statements=(), pending=(), sources=())


Thing = Claim | Statement | Question


def holding(thing: Thing | None) -> Board:
    """Return a board with that one thing on it, or with nothing."""
    if isinstance(thing, Claim):
        return replace(EMPTY, claims=(thing,))
    if isinstance(thing, Statement):
        return replace(EMPTY, statements=(thing,))
    return replace(EMPTY, pending=(thing,) if thing else ())


def found(before: Thing | None, after: Thing, rules: NotifyRules) -> tuple[str, ...]:
    """Return what is told of the change of one thing into another; None: it was not there."""
    was, now = holding(before), holding(after)
    return happenings(was, now, changes_of(was, now), rules)


@pytest.mark.parametrize(
    ("occasion", "before", "after", "words"),
    [
        (
            Occasion.NEW_CLAIM,
            None,
            CLAIM,
            "New: Novyi Brid, Belgorod: Ukraine, advance, 1.0–2.0 km is claimed.",
        ),
        (
            Occasion.CONCEDED,
            CLAIM,
            CONCEDED,
            "Novyi Brid, Belgorod: Ukraine, advance, 1.0–2.0 km is now conceded (was claimed).",
        ),
        (
            Occasion.CONCEDED,
            None,
            CONCEDED,
            "Novyi Brid, Belgorod: Ukraine, advance, 1.0–2.0 km is conceded.",
        ),
        (
            Occasion.CONFIRMED_QUOTE,
            QUOTE,
            replace(QUOTE, state=Confirmation.CONFIRMED),
            "Olena Hrim's words are confirmed: “We hold the heights above the river and we will hold them.”",
        ),
        (
            Occasion.NEW_QUOTE,
            None,
            QUOTE,
            "New quote of Olena Hrim: “We hold the heights above the river and we will hold them.”",
        ),
        (
            Occasion.ANSWER,
            ASKED,
            replace(ASKED, state=Reply.DECLINED),
            "Ministry of the Interior has declined to answer.",
        ),
    ],
)
def test_each_occasion_is_told_in_a_sentence_and_only_where_it_is_wanted(
    occasion: Occasion,
    before: Thing | None,
    after: Thing,
    words: str,
) -> None:
    assert found(before, after, replace(ALL, on=(occasion,))) == (words,)
    assert found(before, after, ALL)[0] == words
    others = tuple(one for one in Occasion if one not in {occasion, Occasion.NEW_CLAIM, Occasion.NEW_QUOTE})
    assert found(before, after, replace(ALL, on=others)) == ()
    assert found(after, after, ALL) == ()


def test_only_claims_of_the_watched_oblasts_are_told_of() -> None:
    assert found(CLAIM, CONCEDED, replace(ALL, oblasts=("Sumy",))) == ()
    assert len(found(CLAIM, CONCEDED, replace(ALL, oblasts=("Sumy", "Belgorod")))) == 1
    nowhere = replace(CONCEDED, oblast=None)
    assert found(None, nowhere, replace(ALL, oblasts=("Sumy",))) == ()


def test_a_claim_that_was_put_aside_or_only_widened_is_not_told_of() -> None:
    assert found(None, replace(CONCEDED, dismissed_by="Olena"), ALL) == ()
    assert found(CONCEDED, replace(CONCEDED, distances=(boards.distance(5, 6),)), ALL) == ()


def test_a_source_that_begins_to_fail_is_told_of_once() -> None:
    source, state = boards.SOURCES[0]
    failing = replace(state, health=Health.DEGRADED, reason="answered 503")
    before = replace(EMPTY, sources=((source, state),))
    after = replace(EMPTY, sources=((source, failing),))
    assert happenings(before, after, (), ALL) == ("The Border Post fails: answered 503",)
    assert happenings(after, after, (), ALL) == ()
    assert happenings(EMPTY, after, (), ALL) == ()
    assert happenings(before, after, (), replace(ALL, on=(Occasion.ANSWER,))) == ()


def test_a_source_that_falls_silent_is_told_of_once_and_not_as_failing() -> None:
    source, _ = boards.SOURCES[0]
    spoke = SourceState(source.id, Health.GOOD, last_good_at=NOW, habit_s=1800.0)
    heard = replace(spoke, rhythm=Rhythm(NOW - timedelta(minutes=10), 50, 3600.0))
    silent = replace(spoke, rhythm=Rhythm(NOW - timedelta(hours=9), 50, 3600.0))
    before = replace(EMPTY, sources=((source, heard),))
    after = replace(EMPTY, sources=((source, silent),))
    assert happenings(before, after, (), ALL) == ("The Border Post is silent 9 h (usual 30 min).",)
    assert happenings(after, replace(after, sources=((source, silent),)), (), ALL) == ()
    assert happenings(before, after, (), replace(ALL, on=(Occasion.FAILING_SOURCE,))) == ()


def test_text_from_outside_is_cleaned() -> None:
    hostile = boards.hostile_board()
    things: tuple[Thing, ...] = (*hostile.claims, *hostile.statements, *hostile.pending)
    changes = [Change(Changed.NEW, one.id, "", StandingLevel.CONTESTED) for one in things]
    failed = replace(EMPTY, sources=boards.SOURCES[:1])
    told = happenings(failed, hostile, changes, ALL)
    assert len(told) == 4
    assert all(sentence.isprintable() and len(sentence) < 500 for sentence in told)


def test_more_than_an_hour_may_have_is_told_as_a_number_and_the_rest_later() -> None:
    rules = replace(ALL, most_per_hour=3)
    told, ledger = told_now(("a", "b", "c", "d", "e"), rules, NOW, Ledger())
    assert told == ("a", "b", "And 3 more; w lists them.")
    told, ledger = told_now(("f", "g"), rules, NOW + timedelta(minutes=30), ledger)
    assert told == ()
    told, ledger = told_now((), rules, NOW + timedelta(minutes=61), ledger)
    assert told == ("2 more; w lists them.",)
    told, ledger = told_now(("h",), rules, NOW + timedelta(minutes=62), ledger)
    assert told == ("h",)
    assert ledger.held == 0


def test_in_the_quiet_hours_nothing_is_told_and_in_the_morning_a_summary() -> None:
    kyiv = timezone(timedelta(hours=2))
    rules = replace(ALL, quiet=(time(23), time(6)))
    night = datetime(2025, 3, 28, 21, 30, tzinfo=UTC)
    told, ledger = told_now(("a",), rules, night - timedelta(hours=1), Ledger(), kyiv)
    assert told == ("a",)
    told, ledger = told_now(tuple("bcdefgh"), rules, night, ledger, kyiv)
    assert told == ()
    told, ledger = told_now((), rules, night + timedelta(hours=6), ledger, kyiv)
    assert told == ()
    told, ledger = told_now(("i",), rules, night + timedelta(hours=7), ledger, kyiv)
    assert told == ("In the quiet hours, 7: b c d e f And 2 more; w lists them.", "i")
    assert ledger.kept_count == 0


def test_quiet_hours_by_day_end_where_they_are_said_to_end() -> None:
    rules = replace(ALL, quiet=(time(13), time(14)))
    assert told_now(("a",), rules, NOW.replace(hour=13, minute=59), Ledger(), UTC)[0] == ()
    assert told_now(("a",), rules, NOW.replace(hour=14, minute=0), Ledger(), UTC)[0] == ("a",)
    assert told_now(("a",), rules, NOW.replace(hour=12, minute=59), Ledger(), UTC)[0] == ("a",)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=30),
    st.integers(1, 8),
)
def test_never_more_than_the_limit_in_any_hour_and_nothing_is_lost(
    steps: list[tuple[int, int]], most: int
) -> None:
    rules = replace(ALL, most_per_hour=most)
    now, ledger, told_at, named, came = NOW, Ledger(), [], 0, 0
    for minutes, number in steps:
        now += timedelta(minutes=minutes)
        found_now = tuple(f"x{came + one}" for one in range(number))
        came += number
        told, ledger = told_now(found_now, rules, now, ledger)
        told_at += [now] * len(told)
        named += sum(1 if sentence.startswith("x") else int(sentence.split()[-5]) for sentence in told)
        assert sum(at > now - timedelta(hours=1) for at in told_at) <= most
        assert named + ledger.held == came
