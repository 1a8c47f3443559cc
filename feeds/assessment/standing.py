"""Where a claim stood from when on, and why; the rules are in :mod:`feeds.assessment.rules`."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import affirms, denies
from feeds.assessment.filing import event_day, level_of
from feeds.assessment.moments import Matter, gone_at, is_noted, moment_of
from feeds.assessment.rules import rule_on
from feeds.model import Decision, Kind, Report, Side, Standing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping
    from datetime import datetime

    from feeds.assessment.origins import Voice


def standing_history(
    reports: Iterable[Report],
    decisions: Iterable[Decision],
    voices: Mapping[str, Voice],
    *,
    kind: Kind,
    side: Side,
    beside: Iterable[Report] = (),
) -> tuple[Standing, ...]:
    """Return every standing that one claim of ``kind`` and ``side`` has had, oldest first.

    ``reports`` are those of the claim, at least one; ``beside`` those of other kinds on its place and
    side around its days, which may contradict it; ``decisions`` those in force on it; ``voices`` says
    who said each report, by its id. A standing begins when the report, the withdrawal or the decision
    that brought it was received.
    """
    telling = tuple(report for report in beside if denies(report, kind) or is_noted(report, kind))
    matter = Matter(kind, side, tuple(reports), telling, tuple(decisions), voices)
    history: list[Standing] = []
    for at in _turns(matter):
        ruling = rule_on(moment_of(matter, at))
        last = history[-1] if history else None
        if last is None or (last.level, last.rule) != (ruling.level, ruling.rule):
            history.append(Standing(ruling.level, at, ruling.rule, ruling.report_ids, ruling.by))
    return tuple(history)


def _turns(matter: Matter) -> list[datetime]:
    """Return the moments at which who says or denies it changed, or an analyst decided.

    The tenth report of the same voice on the same day changes nothing, so that the work does not grow
    with the square of the reports.
    """
    first = min(report.received_at for report in matter.reports)
    steps: dict[datetime, list[tuple[Hashable, int]]] = defaultdict(list)
    for report, said in _said(matter):
        steps[max(first, report.received_at)].append((said, 1))
        gone = gone_at(report)
        if gone is not None:
            steps[max(first, gone)].append((said, -1))
    decided = {max(first, decision.at) for decision in matter.decisions}
    active: Counter[Hashable] = Counter()
    turns: list[datetime] = []
    for at in sorted(steps.keys() | decided):
        before = frozenset(+active)
        for said, step in steps.get(at, ()):
            active[said] += step
        if not turns or at in decided or frozenset(+active) != before:
            turns.append(at)
    return turns


def _said(matter: Matter) -> Iterator[tuple[Report, Hashable]]:
    """Yield each report with all of it that the rules look at."""
    every = (*matter.reports, *matter.beside)
    sides: dict[str, set[bool]] = defaultdict(set)
    for report in every:
        sides[matter.voices[report.id].key].add(affirms(report, matter.kind))
    for report in every:
        voice = matter.voices[report.id]
        # Of who says both, the latest word counts, so that each of them may change all.
        alone = report.id if len(sides[voice.key]) > 1 else ""
        day = event_day(report), report.event_on is None, level_of(report)
        yield report, (voice.key, voice.carrier, day, report.kind, report.negated, report.caveat, alone)
