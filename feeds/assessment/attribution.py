"""One sentence on a claim or a statement that a journalist may paste, with the modality its state allows.

The program never says that something happened: it names who says so, and when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.wording import names_of
from feeds.model import (
    Alignment,
    Bound,
    Confirmation,
    Evidence,
    Kind,
    PlaceKind,
    Side,
    SourceClass,
    StandingLevel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from feeds.model import Claim, Distance, Origin, Report, Statement

_FORCES = {Side.UKRAINE: "Ukrainian forces", Side.RUSSIA: "Russian forces", Side.BOTH: "both sides"}
_DEEDS = {
    Kind.ADVANCE: "{forces} advanced {at} {place}",
    Kind.SEIZURE: "{forces} took {place}",
    Kind.WITHDRAWAL: "{forces} withdrew from {place}",
    Kind.ATTACK: "{forces} attacked {at} {place}",
    Kind.FIGHTING: "{forces} fought {at} {place}",
    Kind.REDEPLOYMENT: "{forces} moved troops to {place}",
}
_PARTIES = {Alignment.UKRAINIAN: "Ukrainian", Alignment.RUSSIAN: "Russian"}
_OFFICIAL = (SourceClass.OFFICIAL, SourceClass.LOCAL_OFFICIAL)
_BOUNDS = {
    Bound.EXACT: "by {low} km",
    Bound.ABOUT: "by about {low} km",
    Bound.RANGE: "by {low} to {high} km",
    Bound.AT_LEAST: "by at least {low} km",
    Bound.AT_MOST: "by at most {high} km",
}


def claim_line(claim: Claim, reports: Iterable[Report]) -> str:
    """Return the sentence on ``claim``; ``reports`` are its own, for what they rest on."""
    said = [report for report in reports if report.id in claim.standing.report_ids]
    deed = _deed(claim)
    told = _BY_STANDING[claim.standing.level](claim, deed, said)
    return f"{told[0].upper()}{told[1:]}."


def statement_line(statement: Statement, titles: Mapping[str, str]) -> str:
    """Return the sentence on ``statement``; ``titles`` are those of its sources, by their ids."""
    role = f", {statement.affiliation}," if statement.affiliation else ""
    told = f"told {statement.via}" if statement.via else "said"
    carriers = [titles.get(source_id, source_id) for source_id in statement.carriers]
    quoted = f"{statement.speaker}{role} {told}: “{statement.text}”"
    return f"{quoted}, as quoted by {names_of(carriers)}; {_STATES[statement.state]}."


def _deed(claim: Claim) -> str:
    place = _place(claim)
    village = claim.located is not None and claim.located.kind is PlaceKind.SETTLEMENT
    at = "near" if claim.kind is Kind.ATTACK and village else "in"
    parts = [_DEEDS[claim.kind].format(forces=_FORCES[claim.side], place=place, at=at)]
    parts += [_how_far(claim.distances[0])] if len(claim.distances) == 1 else []
    parts += [_days(claim.event_from, claim.event_to)]
    return " ".join(parts)


def _place(claim: Claim) -> str:
    located = claim.located
    if located is None:
        return f"{claim.place} (place not certain)"
    oblast = f"{located.oblast} Oblast" if located.oblast and located.oblast not in located.name else ""
    raion = f"{located.raion} raion" if located.raion else ""
    where = ", ".join(filter(None, (raion, oblast)))
    return f"{located.name} ({where})" if where else located.name


def _how_far(distance: Distance) -> str:
    low, high = (f"{one:g}" if one is not None else "" for one in (distance.low_km, distance.high_km))
    told = _BOUNDS[distance.bound].format(low=low or high, high=high or low)
    return f"{told} (“{distance.said}”)" if distance.said else told


def _days(first: date, last: date) -> str:
    return f"on {_day(first)}" if first == last else f"between {_day(first)} and {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _who(origins: Sequence[Origin]) -> str:
    return names_of([_presented(origin) for origin in origins]) if origins else "nobody who stands by it"


def _presented(origin: Origin) -> str:
    """Return a name with the side it takes where that weighs."""
    party = _PARTIES.get(origin.alignment)
    official = origin.source_class in _OFFICIAL
    if party is None or party.lower() in origin.name.lower():
        return origin.name
    return f"{origin.name} ({party} official)" if official else f"{origin.name} (aligned with {party} forces)"


def _behind(claim: Claim) -> list[Origin]:
    """Return the origins on which the standing rests, the first first."""
    ids = set(claim.standing.report_ids)
    return [origin for origin in claim.origins if ids & set(origin.report_ids)] or list(claim.origins)


def _since(origins: Sequence[Origin]) -> str:
    return f" on {_day(min(origin.first_at for origin in origins).date())}" if origins else ""


def _citing(reports: Sequence[Report]) -> str:
    shown = any(report.evidence is Evidence.GEOLOCATED for report in reports)
    return ", citing geolocated footage," if shown else ""


def _officials(claim: Claim) -> str:
    """Say which side's officials have not said so; a fact about what is watched, not about the front."""
    heard = {origin.alignment for origin in claim.origins if origin.source_class in _OFFICIAL}
    silent = [word for alignment, word in _PARTIES.items() if alignment not in heard]
    return f"; no {' or '.join(silent)} official is on record here as saying so" if silent else ""


def _claimed(claim: Claim, deed: str, reports: Sequence[Report]) -> str:
    behind = _behind(claim)
    who = f"{_who(behind)} claimed{_since(behind)}{_citing(reports)} that {deed}"
    return f"{who}; this could not be independently confirmed"


def _corroborated(claim: Claim, deed: str, reports: Sequence[Report]) -> str:
    return f"{_who(_behind(claim))} said independently{_citing(reports)} that {deed}{_officials(claim)}"


def _conceded(claim: Claim, deed: str, _reports: Sequence[Report]) -> str:
    behind = _behind(claim)
    return f"{_who(behind)} acknowledged{_since(behind)} that {deed}{_officials(claim)}"


def _assessed(claim: Claim, deed: str, reports: Sequence[Report]) -> str:
    behind = _behind(claim)
    return f"{_who(behind)} assessed{_since(behind)}{_citing(reports)} that {deed}{_officials(claim)}"


def _confirmed(claim: Claim, deed: str, reports: Sequence[Report]) -> str:
    if claim.standing.by:
        return f"{_who(claim.origins)} said{_citing(reports)} that {deed}; confirmed by {claim.standing.by}"
    return f"officials of both sides, {_who(_behind(claim))}, said that {deed}"


def _contested(claim: Claim, deed: str, _reports: Sequence[Report]) -> str:
    return f"it is contested that {deed}: {_open(claim.standing.rule)}"


def _denied(claim: Claim, deed: str, _reports: Sequence[Report]) -> str:
    return f"it is denied that {deed}: {_open(claim.standing.rule)}"


def _retracted(claim: Claim, deed: str, _reports: Sequence[Report]) -> str:
    return f"a report that {deed} was withdrawn: {_open(claim.standing.rule)}"


def _open(rule: str) -> str:
    """Return a rule's sentence as the end of another one."""
    words = rule.removesuffix(".")
    return words[:1].lower() + words[1:]


_BY_STANDING = {
    StandingLevel.CLAIMED: _claimed,
    StandingLevel.CORROBORATED: _corroborated,
    StandingLevel.CONCEDED: _conceded,
    StandingLevel.ASSESSED: _assessed,
    StandingLevel.CONFIRMED: _confirmed,
    StandingLevel.CONTESTED: _contested,
    StandingLevel.DENIED: _denied,
    StandingLevel.RETRACTED: _retracted,
}
_STATES = {
    Confirmation.AWAITING: "the words have not been found in the speaker's own channels",
    Confirmation.MATCHED: "the same words were taken down by two independent outlets",
    Confirmation.CONFIRMED: "the words were confirmed",
    Confirmation.ALTERED: "the speaker's own channel has other words",
    Confirmation.DISPUTED: "the wording is disputed",
    Confirmation.DISMISSED: "the quotation was put aside",
}
