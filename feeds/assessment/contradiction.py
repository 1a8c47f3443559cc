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
* in side: who says that the other side took the same place on the same day contradicts that it was
  taken, unless they say both. On another day it may have changed hands since, or before.
* in place: what is denied of a larger place is denied of all places in it, never the other way round.

Nothing follows from silence: only words are weighed.

Of one origin the latest word counts. Who denies what they said before took it back; who says what
they denied before denies it no longer; and who concedes ground is not contradicted by an attack that
they say was beaten back. What stands in a voice's own channel is undone only there: whoever cites it may
have got it wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from feeds.assessment.filing import event_day, is_same_settlement, level_of
from feeds.model import Caveat, Kind, Report, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from feeds.assessment.filing import Level
    from feeds.assessment.origins import Voice


class Against(StrEnum):
    """How a claim is contradicted by what denies nothing."""

    OTHER_SIDE = "other_side"


How = Caveat | Against | None
"""How a claim is contradicted; None: in so many words."""

GROUND_GAINED = (Kind.ADVANCE, Kind.SEIZURE)
_LASTING = (Kind.SEIZURE, Kind.WITHDRAWAL)
_NO_CORRECTION = (Caveat.REPELLED, Against.OTHER_SIDE)
"""What somebody may say beside their own word without taking it back."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands for and against one claim."""

    affirming: tuple[Report, ...]
    """Whose authors have not contradicted themselves since."""
    denying: tuple[Report, ...]
    """Which contradict one of ``affirming``; where there is none, all of the claim that deny it."""


class Told(NamedTuple):
    """The reports that bear on one claim."""

    reports: Sequence[Report]
    """Its own."""
    beside: Sequence[Report] = ()
    """Of other kinds on its place and side around its days, those at least that say something of it."""
    opposed: Sequence[Report] = ()
    """Of the other side taking its place on one of its days; see :func:`opposes`."""


@dataclass(slots=True, eq=False)
class Said:
    """What one voice says of one day and place in one sense, in however many reports."""

    voice: Voice
    day: date
    level: Level
    how: How
    """The caveat beside it; None: nothing, or it denies in so many words."""
    affirms: bool
    inside: bool
    """Whether it is said of the claim itself, and not beside it."""
    contradicts: bool
    reaches_back: bool
    """Of what contradicts: whether it is about the days before ``day`` too."""
    standing: list[Report] = field(default_factory=list)
    """Its reports that were not taken back, by publication."""
    gone: list[Report] = field(default_factory=list)

    @property
    def last(self) -> datetime:
        """When the latest that stands was published."""
        return self.standing[-1].published_at


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands for and against one claim, as it was said."""

    affirming: Sequence[Said]
    denied: Sequence[Said]
    """Those of ``affirming`` that somebody else contradicts."""
    denying: Sequence[Said]
    """As in :class:`Words`."""
    corrected: Sequence[Said]
    """What their own origins denied later."""
    given_up: Sequence[Said]
    """Denials whose own origins said otherwise later."""


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


def weigh(kind: Kind, told: Told, voices: Mapping[str, Voice]) -> Words:
    """Return what stands for and against a claim of ``kind``; the order of its arguments plays no part.

    ``voices`` says who said each report, by its id.
    """
    if _is_plain(kind, told):
        return Words(tuple(sorted(told.reports, key=by_publication)), ())
    said: dict[int, Said] = {}
    for report, one in sorted_out(kind, told, voices):
        one.standing.append(report)
        said[id(one)] = one
    for one in said.values():
        one.standing.sort(key=by_publication)
    found = balance(said.values())
    return Words(_reports_of(found.affirming), _reports_of(found.denying))


def opposes(report: Report, other: Report) -> bool:
    """Tell whether two reports say that both sides took the same settlement on the same day."""
    return (
        report.kind is other.kind is Kind.SEIZURE
        and not (report.negated or other.negated)
        and {report.side, other.side} == {Side.UKRAINE, Side.RUSSIA}
        and event_day(report) == event_day(other)
        and is_same_settlement(report, other)
    )


def sorted_out(kind: Kind, told: Told, voices: Mapping[str, Voice]) -> Iterator[tuple[Report, Said]]:
    """Yield each report with what it belongs to, which has no reports yet.

    Where nothing contradicts the claim, days and places play no part and are not told apart.
    """
    every = [
        (report, inside, opposed)
        for reports, inside, opposed in (
            (told.reports, True, False),
            (told.beside, False, False),
            (told.opposed, False, True),
        )
        for report in reports
    ]
    is_plain = _is_plain(kind, told)
    known: dict[tuple[object, ...], Said] = {}
    for report, inside, opposed in every:
        voice = voices[report.id]
        carrier = voice.own if voice.listed else voice.carrier
        key: tuple[object, ...] = (voice.key, carrier, report.caveat, report.negated, inside, opposed)
        if not is_plain:
            key += (report.kind, event_day(report), level_of(report), report.event_on is None)
        one = known.get(key)
        if one is None:
            one = known[key] = (
                _opposed(report, voice) if opposed else _said(report, voice, kind, inside=inside)
            )
        yield report, one


def _is_plain(kind: Kind, told: Told) -> bool:
    """Tell whether nothing contradicts a claim of ``kind``."""
    return (
        not told.opposed
        and all(affirms(report, kind) for report in told.reports)
        and not any(denies(report, kind) for report in told.beside)
    )


def balance(said: Iterable[Said]) -> Balance:
    """Return what stands for and against a claim, of all that is said of it and stands."""
    every = tuple(said)
    affirming = [one for one in every if one.affirms and one.inside]
    against = [one for one in every if one.contradicts]
    if not against:
        return Balance(affirming, (), (), (), ())
    denials = _by_voice(against)
    corrected = [one for one in affirming if any(_takes_back(no, one) for no in _own(denials, one))]
    affirmed = [one for one in affirming if one not in corrected] if corrected else affirming
    words = _by_voice(one for one in affirmed if one.voice.key in denials)
    overtaken = [one for one in against if any(_undoes(word, one) for word in _own(words, one))]
    holding = [one for one in against if one not in overtaken]
    own = [one for one in holding if one.inside]
    return Balance(
        affirming=affirmed,
        denied=[one for one in affirmed if any(_bears(denial, one) for denial in holding)],
        denying=[one for one in holding if any(_bears(one, word) for word in affirmed)] if affirmed else own,
        corrected=corrected,
        given_up=[one for one in overtaken if any(_gives_up(word, one) for word in _own(words, one))],
    )


def _by_voice(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in said:
        found.setdefault(one.voice.key, []).append(one)
    return found


def _own(by_voice: Mapping[str, list[Said]], one: Said) -> Sequence[Said]:
    """Return what the voice of ``one`` says there."""
    return by_voice.get(one.voice.key, ())


by_publication = attrgetter("published_at", "id")
"""What reports are ordered by."""


def _said(report: Report, voice: Voice, kind: Kind, *, inside: bool) -> Said:
    is_denial = denies(report, kind) or (inside and report.negated)
    how = None if report.negated else report.caveat
    lasts = kind in _LASTING or how is Caveat.GREY_ZONE or report.event_on is None
    return Said(
        voice=voice,
        day=event_day(report),
        level=level_of(report),
        how=how,
        affirms=not is_denial,
        inside=inside,
        contradicts=is_denial,
        reaches_back=lasts and how is not Caveat.REPELLED,
    )


def _opposed(report: Report, voice: Voice) -> Said:
    return Said(
        voice=voice,
        day=event_day(report),
        level=level_of(report),
        how=Against.OTHER_SIDE,
        affirms=False,
        inside=False,
        contradicts=True,
        reaches_back=False,
    )


def _bears(denial: Said, word: Said) -> bool:
    """Tell whether ``denial`` is about the day and the place of ``word``."""
    same_day = denial.day == word.day
    if not same_day and not (denial.reaches_back and word.day < denial.day):
        return False
    return denial.level >= word.level if denial.how is None else denial.level == word.level


def _takes_back(denial: Said, word: Said) -> bool:
    """Tell whether ``denial`` contradicts its own origin's ``word`` later, so that it is taken back."""
    later = denial.how not in _NO_CORRECTION and denial.last > word.last
    return later and (denial.voice.own or not word.voice.own) and _bears(denial, word)


def _undoes(word: Said, denial: Said) -> bool:
    """Tell whether the origin of ``denial`` stands by ``word`` all the same."""
    return (word.voice.own or not denial.voice.own) and _bears(denial, word)


def _gives_up(word: Said, denial: Said) -> bool:
    """Tell whether the origin of ``denial`` came to say otherwise by ``word``."""
    return denial.how not in _NO_CORRECTION and denial.last < word.last and _undoes(word, denial)


def _reports_of(said: Iterable[Said]) -> tuple[Report, ...]:
    return tuple(sorted((report for one in said for report in one.standing), key=by_publication))
