"""Which words on one claim stand, and which of them contradict it.

A contradiction has a scope:

* in substance: who says that ground was not gained denies that it was taken, but who says that a
  village was not taken does not deny that ground was gained there, nor that it was attacked. An
  attack that was beaten back contests ground gained or taken, and not the attack. A grey zone, which
  neither side controls, contests that a place was taken, and not that somebody got there. That it is
  not known who controls a place contests nothing.
* in time: a word for a day is about that day, and one without is about the days up to its
  publication. What lasts (a place taken or left, a grey zone) is also denied by a later day's word;
  an attack that was beaten back says nothing of any other day.
* in place: what is denied of a larger place is denied of all places in it, never the other way round.

Nothing follows from silence: only words are weighed.

Of one origin the latest word counts. Who denies what they said before took it back; who says what
they denied before denies it no longer; and who concedes ground is not contradicted by an attack that
they say was beaten back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.filing import event_day, level_of
from feeds.model import Caveat, Kind, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from feeds.assessment.filing import Level
    from feeds.assessment.origins import Voice

GROUND_GAINED = (Kind.ADVANCE, Kind.SEIZURE)
_LASTING = (Kind.SEIZURE, Kind.WITHDRAWAL)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands for and against one claim."""

    affirming: tuple[Report, ...]
    denied: frozenset[str]
    """Ids of those of ``affirming`` that somebody else contradicts."""
    denying: tuple[Report, ...]
    """Which contradict one of ``affirming``; where there is none, all of the claim that deny it."""
    corrected: tuple[Report, ...]
    """What their own origins denied later."""
    given_up: tuple[Report, ...]
    """Denials whose own origins said otherwise later."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What one origin says of one day and place, in all its reports of that."""

    reports: tuple[Report, ...]
    voice: str
    day: date
    level: Level
    how: Caveat | None
    """Of a denial: by which caveat; None: in so many words."""
    reaches_back: bool
    """Of a denial: whether it is about the days before ``day`` too."""
    last: datetime
    """When its latest report was published."""


def denies(report: Report, kind: Kind) -> bool:
    """Tell whether ``report`` contradicts, by its substance, a claim of ``kind`` on its place and side."""
    if report.negated:
        return report.kind is kind or (kind is Kind.SEIZURE and report.kind is Kind.ADVANCE)
    if report.caveat is Caveat.REPELLED:
        return kind in GROUND_GAINED
    return report.caveat is Caveat.GREY_ZONE and kind is Kind.SEIZURE


def affirms(report: Report, kind: Kind) -> bool:
    """Tell whether ``report``, of a claim of ``kind``, says that it is so."""
    return not report.negated and not denies(report, kind)


def weigh(
    kind: Kind, reports: Iterable[Report], beside: Iterable[Report], voices: Mapping[str, Voice]
) -> Words:
    """Return what stands for and against a claim of ``kind``; the order of its arguments plays no part.

    ``reports`` are those of the claim, ``beside`` those of other kinds on its place and side around
    its days; ``voices`` says who said each of them, by its id.
    """
    own = tuple(reports)
    elsewhere = [report for report in beside if denies(report, kind)]
    said = _grouped((report for report in own if affirms(report, kind)), kind, voices)
    denials = _grouped((report for report in own if not affirms(report, kind)), kind, voices)
    around = _grouped(elsewhere, kind, voices)
    against = (*denials, *around)
    corrected = [one for one in said if any(_takes_back(denial, one) for denial in against)]
    affirmed = [one for one in said if one not in corrected]
    standing = [one for one in against if not any(_is_overtaken(one, word) for word in affirmed)]
    denied = [one for one in affirmed if any(_bears(denial, one) for denial in standing)]
    bearing = [denial for denial in standing if any(_bears(denial, one) for one in affirmed)]
    given_up = [one for one in against if any(_gives_up(word, one) for word in affirmed)]
    return Words(
        affirming=_reports_of(affirmed),
        denied=frozenset(report.id for report in _reports_of(denied)),
        denying=_reports_of(bearing if affirmed else denials),
        corrected=_reports_of(corrected),
        given_up=_reports_of(given_up),
    )


def _grouped(reports: Iterable[Report], kind: Kind, voices: Mapping[str, Voice]) -> list[_Said]:
    groups: dict[tuple[str, date, Level, Caveat | None, bool], list[Report]] = {}
    for report in reports:
        how = None if report.negated or not denies(report, kind) else report.caveat
        lasts = kind in _LASTING or how is Caveat.GREY_ZONE or report.event_on is None
        key = (
            voices[report.id].key,
            event_day(report),
            level_of(report),
            how,
            lasts and how is not Caveat.REPELLED,
        )
        groups.setdefault(key, []).append(report)
    return [
        _Said(tuple(group), *key, max(report.published_at for report in group))
        for key, group in groups.items()
    ]


def _bears(denial: _Said, word: _Said) -> bool:
    """Tell whether ``denial`` is about the day and the place of ``word``."""
    same_day = denial.day == word.day
    in_time = same_day or (denial.reaches_back and word.day < denial.day)
    in_place = denial.level >= word.level if denial.how is None else denial.level == word.level
    return in_time and in_place


def _takes_back(denial: _Said, word: _Said) -> bool:
    """Tell whether the origin of ``word`` contradicts it by a later one; an attack beaten back does not."""
    corrects = denial.voice == word.voice and denial.how is not Caveat.REPELLED
    return corrects and denial.last > word.last and _bears(denial, word)


def _is_overtaken(denial: _Said, word: _Said) -> bool:
    """Tell whether the origin of ``denial`` stands by ``word`` all the same."""
    return denial.voice == word.voice and _bears(denial, word)


def _gives_up(word: _Said, denial: _Said) -> bool:
    """Tell whether the origin of ``denial`` came to say otherwise."""
    return denial.how is not Caveat.REPELLED and denial.last < word.last and _is_overtaken(denial, word)


def _reports_of(said: Iterable[_Said]) -> tuple[Report, ...]:
    reports = (report for one in said for report in one.reports)
    return tuple(sorted(reports, key=lambda report: (report.published_at, report.id)))
