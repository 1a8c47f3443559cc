"""Where a claim stood from when on, and why; the rules are in :mod:`feeds.assessment.rules`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import sorted_out
from feeds.assessment.moments import Course
from feeds.assessment.rules import rule_on
from feeds.model import Decision, Kind, Report, Side, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from feeds.assessment.contradiction import Said, Told
    from feeds.assessment.origins import Voice


def standing_history(
    told: Told,
    decisions: Iterable[Decision],
    voices: Mapping[str, Voice],
    *,
    kind: Kind,
    side: Side,
) -> tuple[Standing, ...]:
    """Return every standing that one claim of ``kind`` and ``side`` has had, oldest first.

    ``told`` are its reports, at least one, with those that may contradict it; ``decisions`` those in
    force on it; ``voices`` says who said each report, by its id. A standing begins when the report, the
    withdrawal or the decision that brought it was received, and names the first report of each origin
    that it rests on, for each day on which it spoke where days play a part.
    """
    said = tuple(sorted_out(kind, told, voices))
    course = Course(kind, side, voices)
    history: list[Standing] = []
    for at in _turns(course, said, decisions, first=min(report.received_at for report in told.reports)):
        ruling = rule_on(course.moment())
        last = history[-1] if history else None
        if last is None or (last.level, last.rule) != (ruling.level, ruling.rule):
            history.append(Standing(ruling.level, at, ruling.rule, ruling.report_ids, ruling.by))
    return tuple(history)


def _turns(
    course: Course, said: Iterable[tuple[Report, Said]], decisions: Iterable[Decision], *, first: datetime
) -> Iterator[datetime]:
    """Take all in as it came, and yield each moment at which that may have changed where the claim stands.

    The tenth report of the same voice on the same day changes nothing.
    """
    coming: dict[datetime, list[tuple[Report, Said]]] = defaultdict(list)
    going: dict[datetime, list[tuple[Report, Said]]] = defaultdict(list)
    deciding: dict[datetime, list[Decision]] = defaultdict(list)
    for report, one in said:
        coming[max(first, report.received_at)].append((report, one))
        if report.withdrawn_at is not None:
            # What was deleted before it was read was said all the same, and taken back.
            going[max(first, report.received_at, report.withdrawn_at)].append((report, one))
    for decision in sorted(decisions, key=lambda decision: (decision.at, decision.id)):
        deciding[max(first, decision.at)].append(decision)
    for at in sorted({*coming, *going, *deciding}):
        changes = [course.take_in(report, one) for report, one in coming[at]]
        changes += [course.take_back(report, one) for report, one in going[at]]
        for decision in deciding[at]:
            course.decide(decision)
        if any(changes) or deciding[at]:
            yield at
