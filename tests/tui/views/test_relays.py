"""Who was first, who repeated, and what was added on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from feeds.model import Alignment, Hop, Origin, Passing, Relay, SourceClass
from tests.building import NOON, a_report, a_source
from tui.views.lines import Line, Tone
from tui.views.relays import origin_line, relay_lines

SOURCES = {one.id: one for one in (a_source("kolo"), a_source("gazette"), a_source("courier"))}


def words(line: Line) -> str:
    """Return a line's text."""
    return "".join(part.text for cell in line.cells for part in cell)


def said_at(*moments: tuple[str, datetime]) -> str:
    """Return the line of an origin with reports in items of some sources at some moments."""
    reports = [a_report(f"{at}", source_id=name, at=when) for at, (name, when) in enumerate(moments)]
    ids = tuple(report.id for report in reports)
    origin = Origin("Kolo", Alignment.RUSSIAN, SourceClass.MILBLOGGER, NOON, ids)
    return words(origin_line(origin, {report.id: report for report in reports}, SOURCES))


def test_an_origin_names_the_first_reporter_and_counts_echoes_with_their_lag() -> None:
    told = said_at(
        ("gazette", NOON + timedelta(hours=3)), ("kolo", NOON), ("courier", NOON + timedelta(minutes=12))
    )
    assert told == (
        "Kolo  Russian milblogger; first: Kolo, 28 Mar 2025 12:00 UTC; "
        "2 echoes, the first after 12 min, the last after 3 h"
    )


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        ([("courier", NOON)], "first: Courier, 28 Mar 2025 12:00 UTC; no echo"),
        (
            [("courier", NOON), ("gazette", NOON + timedelta(seconds=20))],
            "first: Courier, 28 Mar 2025 12:00 UTC; 1 echo, after less than a minute",
        ),
    ],
)
def test_an_origin_that_is_no_source_was_first_heard_somewhere(
    moments: list[tuple[str, datetime]], told: str
) -> None:
    assert said_at(*moments).endswith(told)


def test_two_reports_in_one_item_are_no_echo() -> None:
    one, other = a_report("a", item_id="post"), a_report("b", item_id="post", at=NOON + timedelta(hours=1))
    origin = Origin("Gazette", Alignment.INDEPENDENT, SourceClass.OUTLET, NOON, ("a", "b"))
    assert words(origin_line(origin, {"a": one, "b": other}, SOURCES)).endswith("no echo")


def test_who_says_it_again_echoes_nobody() -> None:
    told = said_at(
        ("kolo", NOON), ("kolo", NOON + timedelta(hours=1)), ("gazette", NOON + timedelta(hours=2))
    )
    assert told.endswith("first: Kolo, 28 Mar 2025 12:00 UTC; 1 echo, after 2 h")


def test_the_way_is_told_hop_by_hop_with_the_times_that_are_known() -> None:
    hops = (
        Hop("Aino Kettu", Passing.SAID, None),
        Hop("Agency", Passing.TOLD, None),
        Hop("Lantern", Passing.CITED, NOON, "a"),
        Hop("Mirror", Passing.COPIED, NOON + timedelta(minutes=40), "b"),
        Hop("Channel", Passing.FORWARDED, NOON + timedelta(hours=1), "c"),
    )
    lines = list(relay_lines(Relay("report", hops)))
    assert [words(line) for line in lines] == [
        "way ┬ time not known         Aino Kettu",
        "    ├ time not known         told Agency",
        "    ├ 28 Mar 2025 12:00 UTC  cited by Lantern",
        "    ├ 28 Mar 2025 12:40 UTC  copied by Mirror, 40 min later",
        "    └ 28 Mar 2025 13:00 UTC  forwarded by Channel, 20 min later",
    ]
    opened = [line.target.id if line.target else None for line in lines]
    assert opened == [None, None, "a", "b", "c"]


def test_a_hop_that_is_dated_before_the_one_it_came_from_says_so() -> None:
    hops = (
        Hop("Ministry", Passing.SAID, NOON, "a"),
        Hop("Agency", Passing.CITED, NOON - timedelta(minutes=9), "b"),
    )
    *_, last = relay_lines(Relay("report", hops))
    assert words(last).endswith("cited by Agency, 9 min before that")


def test_what_was_said_by_the_item_itself_has_no_way_to_tell() -> None:
    assert not list(relay_lines(Relay("report", (Hop("Kolo", Passing.SAID, NOON, "a"),))))


def test_drift_is_a_warning_in_words() -> None:
    relay = Relay("report", (Hop("Kolo", Passing.SAID, NOON, "a"),), ("Says more.", "Says it louder."))
    lines = list(relay_lines(relay))
    assert [words(line) for line in lines] == ["△ drift: Says more.", "△ drift: Says it louder."]
    assert all(line.cells[0][0].tone is Tone.WARNING for line in lines)
    assert len({line.key for line in lines}) == len(lines)


def test_a_report_that_is_not_at_hand_is_passed_over() -> None:
    origin = Origin("Kolo", Alignment.RUSSIAN, SourceClass.MILBLOGGER, NOON, ("gone",))
    assert "1 report, first 28 Mar 2025 12:00 UTC" in words(origin_line(origin, {}, SOURCES))
    kept = replace(a_report("gone"), source_id="closed")
    assert "first: closed" in words(origin_line(origin, {"gone": kept}, SOURCES))
