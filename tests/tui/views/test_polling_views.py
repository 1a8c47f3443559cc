"""How the polling goes, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from feeds.model import (
    Board,
    Extract,
    Health,
    LogEntry,
    Outcome,
    Probe,
    SourceDetail,
    SourceState,
    SourceStatus,
    Status,
)
from tests.building import NOON, a_pending, a_quote, a_report, a_source, an_item, hours
from tests.tui.boards import item
from tests.tui.views.test_views import said as plain
from tui.views.outage import outage, sources_polled
from tui.views.probe import probe_as_text
from tui.views.source_details import source_page
from tui.views.status import sources_as_text, span, status_as_text

GOOD = SourceStatus(
    id="gazette",
    title="Gazette",
    kind="feed",
    url="https://gazette.invalid/feed",
    health=Health.GOOD,
    reason="",
    last_good_at=NOON - hours(1),
    last_tried_at=NOON - hours(1),
    next_at=NOON + timedelta(minutes=5),
    failures=0,
    items=12,
    items_a_day=1.5,
    habit_s=7_200,
    wire_bytes=48_211,
    unmatched=1,
    moved_to="",
)
BAD = replace(
    GOOD, id="courier", title="Courier", health=Health.DEGRADED, reason="answered 503\x1b[2J", failures=3
)
PAUSED = replace(GOOD, id="map", title="Map", health=Health.PAUSED, last_good_at=None, next_at=None)


def test_the_state_of_the_polling_reads_well_with_failures_first() -> None:
    said = status_as_text(
        Status("/s.sqlite3", NOON, is_collected=True, items=12, reports=1, quotes=0, claims=1, unread=2,
               unresolved=3, gazetteer="The import is old.",
               sources=(GOOD, BAD, PAUSED))
    )  # fmt: skip
    lines = said.splitlines()
    assert lines[:4] == [
        "/s.sqlite3: a collector is at work, 28 Mar 2025 12:00 UTC.",
        "12 items, 1 report, 0 quotes, 1 claim; 2 items still to be read; 3 reports with an uncertain place.",
        "The import is old.",
        "Sources up: 1 of 2, 1 paused.",
    ]
    assert lines[5].startswith("Courier (courier, feed) degraded: answered 503")
    assert "3 failures in a row" in lines[6]
    assert "\x1b" not in said
    figures = "12 items, 1.5 a day, one every 2 h, last answer 48 kB"
    assert f"  {figures}, 1 sentence of the last 7 days not understood" in lines
    assert "next poll" not in said[said.index("Map (map, feed) paused") :]


def test_without_a_collector_the_sources_are_up_only_as_of_the_last_poll() -> None:
    left = Status("/s.sqlite3", NOON + hours(72), is_collected=False, items=12, reports=1, quotes=0, claims=1,
                  unread=0, unresolved=0, gazetteer="",
                  sources=(replace(GOOD, last_tried_at=NOON), BAD, PAUSED))  # fmt: skip
    lines = status_as_text(left).splitlines()
    assert lines[0].startswith("/s.sqlite3: no collector is at work, ")
    assert lines[2] == "Sources up when last polled, 3 d ago: 1 of 2, 1 paused."
    fresh = replace(left, sources=(replace(GOOD, health=Health.WAITING, last_tried_at=None),))
    assert "Sources up: unknown, none of 1 was polled yet." in status_as_text(fresh)
    assert "Sources up: 0 of 0, 1 paused." in status_as_text(replace(left, sources=(PAUSED,)))


def test_a_source_that_answers_and_brought_something_broken_is_up() -> None:
    partly = replace(BAD, failures=0)
    said = Status("/s.sqlite3", NOON, is_collected=True, items=0, reports=0, quotes=0, claims=0, unread=0,
                  unresolved=0, gazetteer="", sources=(partly,))  # fmt: skip
    assert "Sources up: 1 of 1." in status_as_text(said)


def test_sources_are_listed_one_a_line_in_columns() -> None:
    lines = sources_as_text((GOOD, PAUSED)).splitlines()
    assert [line.split()[:3] for line in lines] == [["gazette", "feed", "good"], ["map", "feed", "paused"]]
    assert lines[0].index("feed") == lines[1].index("feed")


def test_spans_are_said_in_their_largest_unit() -> None:
    assert [span(seconds) for seconds in (3, 1_500, 7_300, 200_000)] == ["1 min", "25 min", "2 h", "2 d"]


def test_a_probe_shows_what_the_board_would_get() -> None:
    said = Extract(reports=(a_report(claimant="the mayor"),), quotes=(a_quote(),), pending=(a_pending(),))
    probe = Probe(
        "gazette", a_source(), "", (an_item(title="Bridge\x1b]52;"), an_item("two")), (said, Extract())
    )
    text = probe_as_text(probe)
    assert text.startswith("gazette: feed, http://gazette.invalid/feed\n")
    assert "2 items" in text
    assert "→ Ukraine advance at Popovka, by the mayor" in text
    assert "→ quote of Ivan Example:" in text
    assert "→ unanswered: the ministry" in text
    assert "  nothing found" in text
    assert "\x1b" not in text
    assert "Not good: answered 404." in probe_as_text(replace(probe, reason="answered 404", items=()))


def test_the_page_of_a_source_tells_why_and_what_its_polls_came_to() -> None:
    source = replace(a_source(), why="names its sources", licence="CC BY 4.0", redistribute=False)
    log = (
        LogEntry("gazette", Outcome.FAILED, NOON - hours(3), NOON, times=4, reason="answered 503"),
        LogEntry("gazette", Outcome.NEWS, NOON - hours(4), NOON - hours(4), new=2, edited=1),
    )
    state = SourceState("gazette", Health.DEGRADED, "answered 503", leave_alone_until=NOON + hours(1))
    page = source_page(SourceDetail(source, state, 2_700, (item("A bridge."),), log), NOON)
    text = "\n".join(plain(line) for line in page.lines)
    assert "reliability C: names its sources" in text
    assert "CC BY 4.0; not to be passed on" in text
    assert "failed: answered 503 ×4 since 28 Mar 2025 09:00 UTC" in text
    assert "2 new, 1 edited" in text
    assert "asked to be left alone until 28 Mar 2025 13:00 UTC" in text
    assert "every 45 min when all goes well" in text


def test_paused_sources_count_for_nothing() -> None:
    paused, good = SourceState("map", Health.PAUSED), SourceState("gazette", Health.GOOD)
    board = Board(NOON, 7, sources=((a_source("map"), paused), (a_source("gazette"), good)))
    assert (sources_polled(board), outage(board)) == (1, "")
    quiet = replace(board, sources=board.sources[:1])
    assert outage(quiet) == "All sources are paused: nothing new comes in."
