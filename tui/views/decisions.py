"""What analysts decided of a thing, as a section of its page."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from feeds.model import DecisionKind
from tui.views.ages import moment
from tui.views.facts import after, section
from tui.views.lines import Line, Part, Tone, clamp, text_line
from tui.views.locating import settled_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.model import Decision, Place, Report, Source

_JOINING_WORDS = {
    DecisionKind.MERGE: "two claims made one, by {report}",
    DecisionKind.SPLIT: "{report} taken out of its claim",
    DecisionKind.MOVE: "{report} put into another claim",
}
_NOBODY: Mapping[str, Source] = MappingProxyType({})


def decision_lines(
    decisions: Sequence[Decision], reports: Sequence[Report] = (), sources: Mapping[str, Source] = _NOBODY
) -> Iterator[Line]:
    """Yield what was decided under a heading, oldest first; nothing where nothing was.

    ``reports`` and ``sources`` are those of a claim, by which its places and reports are named.
    """
    possible = {place.id: place for report in reports for place in report.place_candidates}
    titles = {report.id: sources[report.source_id].title for report in reports if report.source_id in sources}
    several = len({decision.desk for decision in decisions}) > 1
    lines = tuple(
        text_line(
            f"decision:{decision.id}",
            Part(f"{moment(decision.at)}  ", Tone.DIM),
            Part(f"{decision.kind} by {clamp(decision.by, 80)}", Tone.STRONG),
            Part(after(" at the desk ", decision.desk) if several else ""),
            Part(_chosen(decision, possible) + _joined(decision, titles) + after(": ", decision.why)),
            flows=True,
            indent=2,
        )
        for decision in decisions
    )
    if lines:
        yield from section("Decisions", lines)


def _joined(decision: Decision, titles: Mapping[str, str]) -> str:
    """Return in words what a decision put together or apart; nothing for a decision of another kind."""
    words = _JOINING_WORDS.get(decision.kind)
    if words is None:
        return ""
    title = titles.get(decision.target)
    return f", {words.format(report=f'the report of {clamp(title, 80)}' if title else 'a report')}"


def _chosen(decision: Decision, possible: Mapping[str, Place]) -> str:
    """Return which place a decision chose; nothing for a decision of another kind."""
    if decision.kind is not DecisionKind.PLACE:
        return ""
    place = possible.get(decision.place_id)
    if place is None and decision.place_id:
        return ", at a place that its report does not name any more"
    return f", {settled_words(place)}"
