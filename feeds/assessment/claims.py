"""What a claim is, from the reports that make it; which ones do is told in :mod:`feeds.assessment.cases`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from feeds.assessment.cases import Case, cases_of
from feeds.assessment.chains import Chains
from feeds.assessment.contradiction import Told, weigh
from feeds.assessment.copies import NO_FINGERPRINTS
from feeds.assessment.decisions import in_force
from feeds.assessment.drift import drifts_of
from feeds.assessment.filing import event_day, level_of
from feeds.assessment.grades import credibility_of, reliability_of
from feeds.assessment.moments import tells
from feeds.assessment.origins import origins_of, voices_of
from feeds.assessment.recall import Recall
from feeds.assessment.standing import standing_history
from feeds.model import Area, Claim, Decision, DecisionKind, Distance, Kind, Precision, Report, stable_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory
    from feeds.assessment.origins import Voice

_FINENESS = {precision: rank for rank, precision in enumerate(Precision)}


def fold_claims(
    reports: Iterable[Report],
    decisions: Iterable[Decision],
    directory: Directory,
    fingerprints: Mapping[str, bytes] = NO_FINGERPRINTS,
) -> tuple[Claim, ...]:
    """Return the claims that ``reports`` make, by first day; dismissed ones are marked.

    ``decisions`` are all that may touch them: one belongs to the claim that holds the report it
    names, and an undone one to none. ``fingerprints`` are those of the latest versions of items, by
    item id; an item without one is nobody's copy.
    """
    made = tuple(decisions)
    return claims_of(cases_of(reports, made), made, directory, fingerprints)


def claims_of(
    cases: Iterable[Case],
    decisions: Iterable[Decision],
    directory: Directory,
    fingerprints: Mapping[str, bytes] = NO_FINGERPRINTS,
    recall: Recall[Given, Claim] | None = None,
) -> tuple[Claim, ...]:
    """Return the claim of each case, by first day; all else as in :func:`fold_claims`.

    ``recall`` holds claims that were computed before with the same ``directory``.
    """
    known = recall or Recall[Given, Claim]()
    claims = [
        known.of(given.name, given, partial(_claim, given, directory))
        for given in _givens(cases, decisions, fingerprints)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.event_from, claim.id)))


class Given(NamedTuple):
    """All that one claim follows from, beside the source list."""

    case: Case
    decisions: Sequence[Decision]
    """In force on its reports, oldest first."""
    fingerprints: Mapping[str, bytes]
    """Of the items of its reports and of those beside it; none where that is one item, nobody's copy."""

    @property
    def name(self) -> str:
        """The id of the claim."""
        return stable_id("claim", self.case.lead[0].id)


def _givens(
    cases: Iterable[Case], decisions: Iterable[Decision], fingerprints: Mapping[str, bytes]
) -> Iterator[Given]:
    """Yield what the claim of each case follows from; arguments as in :func:`claims_of`."""
    on: dict[str, list[Decision]] = {}
    for decision in in_force(decisions):
        on.setdefault(decision.target, []).append(decision)
    for case in cases:
        touching = [one for report in case.reports for one in on.get(report.id, ())] if on else []
        touching.sort(key=lambda decision: (decision.at, decision.id))
        item_ids = {report.item_id for report in case.all} if fingerprints else ()
        several = len(item_ids) > 1
        texts = {one: fingerprints[one] for one in item_ids if one in fingerprints} if several else {}
        yield Given(case, touching, texts)


def _claim(given: Given, directory: Directory) -> Claim:
    case, touching, fingerprints = given
    received = case.reports
    dismissals = [decision.by for decision in touching if decision.kind is DecisionKind.DISMISS]
    standing_reports = _standing(received) or received
    best = min(_standing(case.lead) or case.lead, key=_fineness)
    chains = Chains(received, case.beside, directory, fingerprints, case.opposed)
    telling = [one for one in case.beside if tells(one, best.kind)]
    voices, drifts = voices_of(chains, telling), drifts_of(chains)
    opposed = [one for one in case.opposed if best.kind is Kind.SEIZURE and one.side is not best.side]
    told = Told(received, telling, opposed)
    history = standing_history(told, touching, voices, kind=best.kind, side=best.side)
    words = weigh(best.kind, Told(standing_reports, *map(_standing, told[1:])), voices)
    affirming = words.affirming
    far = _first_with(affirming, lambda report: report.distance)
    wide = _first_with(affirming, lambda report: report.area)
    return Claim(
        id=given.name,
        kind=best.kind,
        side=best.side,
        place=best.located.name if best.located else best.place,
        located=best.located,
        oblast=best.oblast,
        event_from=min(map(event_day, standing_reports)),
        event_to=max(map(event_day, standing_reports)),
        first_at=received[0].received_at,
        last_at=received[-1].received_at,
        said_at=max(report.published_at for report in standing_reports),
        report_ids=tuple(report.id for report in received),
        origins=origins_of(affirming, voices),
        carriers=len({report.item_id for report in standing_reports}),
        distances=tuple(report.distance for report in far if report.distance),
        distance_days=tuple(map(event_day, far)),
        areas=tuple(report.area for report in wide if report.area),
        standing=history[-1],
        history=history,
        dismissed_by=dismissals[-1] if dismissals else "",
        place_because=best.place_because,
        place_candidates=best.place_candidates,
        drifting=any(report.id in drifts for report in standing_reports),
        reliability=reliability_of((one for one in affirming if one.withdrawn_at is None), voices),
        credibility=credibility_of(history[-1].level),
        denials=origins_of((one for one in words.denying if one.withdrawn_at is None), voices),
        distance_by=tuple(_sayers(one.distance, affirming, voices) for one in far if one.distance),
    )


def _standing(reports: Iterable[Report]) -> list[Report]:
    return [report for report in reports if report.withdrawn_at is None]


def _first_with(
    reports: Iterable[Report], figure_of: Callable[[Report], Distance | Area | None]
) -> list[Report]:
    """Return the first report of each figure, however it is spelt."""
    first: dict[Distance | Area, Report] = {}
    for report in reports:
        figure = figure_of(report)
        if figure is not None:
            first.setdefault(replace(figure, said=""), report)
    return list(first.values())


def _sayers(distance: Distance, reports: Iterable[Report], voices: Mapping[str, Voice]) -> tuple[str, ...]:
    """Return who said a distance, in whatever words."""
    said = [one for one in reports if one.distance and replace(one.distance, said=distance.said) == distance]
    return tuple(dict.fromkeys(voices[one.id].name for one in said))


def _fineness(report: Report) -> tuple[int, int, datetime, str]:
    """Order reports by how small a place they name, then by how exactly that is known."""
    located = report.located
    exactness = _FINENESS[located.precision] if located else len(_FINENESS)
    return level_of(report), exactness, report.received_at, report.id
