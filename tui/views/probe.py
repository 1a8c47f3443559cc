"""What asking an address brings, as linear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.lines import clamp, counted, printable
from tui.views.status import span
from tui.views.words import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import Extract, Item, Probe

_SHOWN = 5
_WORDS = 160


def probe_as_text(probe: Probe) -> str:
    """Return ``probe`` as lines: kind, state, newest items, and what they would bring to the board."""
    lines = [f"{clamp(probe.asked)}: {probe.source.kind}, {probe.source.url}", *_health(probe)]
    for number, item in enumerate(probe.items[:_SHOWN]):
        lines += ["", *_item(item)]
        if number < len(probe.said):
            lines += _said(probe.said[number])
    return "".join(f"{printable(line)}\n" for line in lines)


def _health(probe: Probe) -> Iterator[str]:
    if probe.reason:
        yield f"Not good: {clamp(probe.reason)}."
    habit = f", one every {span(probe.interval_s)}" if probe.interval_s else ""
    if probe.items or not probe.reason:
        yield f"{counted(len(probe.items), 'item')}{habit}, {probe.wire_bytes:,} bytes on the line."
    if probe.moved_to:
        yield f"Has moved for good to {clamp(probe.moved_to)}."


def _item(item: Item) -> Iterator[str]:
    when = "no date given" if item.published_estimated else moment(item.published_at)
    origin = f", from {clamp(item.forwarded_from, 60)}" if item.forwarded_from else ""
    yield f"{when}{origin}  {item.url or item.key}"
    if item.title:
        yield f"  {clamp(item.title, _WORDS)}"
    if item.text:
        yield f"  {clamp(' '.join(item.text.split()), _WORDS)}"


def _said(said: Extract) -> Iterator[str]:
    for report in said.reports:
        denied = "not " if report.negated else ""
        range_said = f", {report.distance.said}" if report.distance else ""
        claimant = f", by {clamp(report.claimant, 60)}" if report.claimant else ""
        yield f"  → {SIDE_WORDS[report.side]} {denied}{report.kind} at {report.place}{range_said}{claimant}"
    for quote in said.quotes:
        yield f"  → quote of {clamp(quote.speaker, 60)}: “{clamp(quote.text, _WORDS)}”"
    for pending in said.pending:
        yield f"  → unanswered: {clamp(pending.asked, 60)}"
    if not (said.reports or said.quotes or said.pending):
        unmatched = counted(len(said.unmatched), "sentence")
        yield f"  nothing found{f', {unmatched} not understood' if said.unmatched else ''}"
