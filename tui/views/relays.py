"""How reports came to the items that carry them: who was first, who repeated, and what was added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Passing
from tui.views.ages import age, moment
from tui.views.facts import spaced
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, counted, text_line
from tui.views.words import ALIGNMENT_WORDS, DRIFT_GLYPH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from feeds.model import Origin, Relay, Report, Source

_BEGIN, _ON, _END = "┬", "├", "└"
_NO_TIME = "time not known"
_TIME_CELLS = len("28 Mar 2025 14:03 UTC") + 2
_PASSED = {
    Passing.TOLD: "told ",
    Passing.CITED: "cited by ",
    Passing.FORWARDED: "forwarded by ",
    Passing.COPIED: "copied by ",
}


def origin_line(origin: Origin, reports: Mapping[str, Report], sources: Mapping[str, Source]) -> Line:
    """Return who an origin is, where it was first heard, and how late how many repeated it."""
    kind = f"{ALIGNMENT_WORDS[origin.alignment]} {spaced(origin.source_class)}"
    return text_line(
        f"origin:{origin.name}:{origin.first_at}",
        Part(clamp(origin.name, 120), Tone.STRONG),
        Part(f"  {kind}; {_heard(origin, reports, sources)}", Tone.DIM),
        flows=True,
        indent=2,
    )


def relay_lines(relay: Relay) -> Iterator[Line]:
    """Yield the way of a report, where it is one, and a warning for all that was added on it."""
    if len(relay.hops) > 1:
        yield from _way(relay)
    for number, sentence in enumerate(relay.drift):
        yield text_line(
            f"report:{relay.report_id}:drift:{number}",
            Part(f"{DRIFT_GLYPH} drift: {clamp(sentence)}", Tone.WARNING),
            flows=True,
            indent=4,
        )


def _heard(origin: Origin, reports: Mapping[str, Report], sources: Mapping[str, Source]) -> str:
    """Return ``first: Kolo, 28 Mar 2025 14:05 UTC; 2 echoes, the first after 12 min, the last after 3 h``."""
    said = [reports[report_id] for report_id in origin.report_ids if report_id in reports]
    by_item = {report.item_id: report for report in sorted(said, key=_published, reverse=True)}
    if not by_item:
        return f"{counted(len(origin.report_ids), 'report')}, first {moment(origin.first_at)}"
    first, *later = sorted(by_item.values(), key=_published)
    # Who says it again on the same channel echoes nobody.
    echoes = [report for report in later if report.source_id != first.source_id]
    carrier = sources.get(first.source_id)
    where = clamp(carrier.title, 120) if carrier else first.source_id
    heard = f"first: {where}, {moment(first.published_at)}"
    if not echoes:
        return f"{heard}; no echo"
    lags = [_lag(first, echo) for echo in (echoes[0], echoes[-1])]
    when = f"after {lags[0]}" if len(echoes) == 1 else f"the first after {lags[0]}, the last after {lags[1]}"
    return f"{heard}; {counted(len(echoes), 'echo', 'echoes')}, {when}"


def _lag(first: Report, echo: Report) -> str:
    return _span(first.published_at, echo.published_at)


def _span(since: datetime, at: datetime) -> str:
    said = age(since, at)
    return "less than a minute" if said == "now" else said


def _published(report: Report) -> tuple[object, str]:
    return report.published_at, report.id


def _way(relay: Relay) -> Iterator[Line]:
    """Yield a line for each hand that a report went through, from which what was published there opens."""
    last = len(relay.hops) - 1
    before: datetime | None = None
    for number, hop in enumerate(relay.hops):
        sign = _BEGIN if number == 0 else _END if number == last else _ON
        when = moment(hop.at) if hop.at else _NO_TIME
        parts = (
            Part(f"{'way' if number == 0 else '':<4}{sign} ", Tone.DIM),
            Part(f"{when:<{_TIME_CELLS}}", Tone.DIM),
            Part(f"{_PASSED.get(hop.how, '')}{clamp(hop.name, 120)}"),
            Part(_later(before, hop.at), Tone.DIM),
        )
        target = Target(Subject.ITEM, hop.item_id) if hop.item_id else None
        yield Line(
            f"report:{relay.report_id}:way:{number}",
            (parts,),
            target=target,
            flows=True,
            indent=4,
            hang=6 + _TIME_CELLS,
        )
        before = hop.at or before


def _later(before: datetime | None, at: datetime | None) -> str:
    """Return how much later this hop is than the last one whose time is known."""
    if before is None or at is None:
        return ""
    if at < before:
        # What was taken from words that are dated later came from other words than those.
        return f", {_span(at, before)} before that"
    return f", {_span(before, at)} later"
