"""One sentence on a claim that a journalist may paste, with the modality its standing allows.

The program never says that something happened: it names who says so, and when. That somebody is not
on record is said of the record, since from silence nothing follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.assessment.contradiction import Against
from feeds.assessment.deeds import day_words, deed_of, what_was_not_done
from feeds.assessment.wording import names_of, party_of
from feeds.model import Alignment, Caveat, Evidence, SourceClass, StandingLevel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from feeds.assessment.contradiction import How
    from feeds.model import Claim, Origin, Report

_PARTIES = {Alignment.UKRAINIAN: "Ukrainian", Alignment.RUSSIAN: "Russian"}
_OFFICIAL = (SourceClass.OFFICIAL, SourceClass.LOCAL_OFFICIAL)
_CALLED = {
    SourceClass.OFFICIAL: "{} official",
    SourceClass.LOCAL_OFFICIAL: "{} official",
    SourceClass.MILBLOGGER: "{} military blogger",
    SourceClass.STATE_MEDIA: "{} state media",
    SourceClass.WIRE: "{} news agency",
    SourceClass.OUTLET: "{} outlet",
    SourceClass.ASSESSOR: "{} analysts",
    SourceClass.GEOLOCATOR: "{} analysts",
}
_REPORTING = (SourceClass.OUTLET, SourceClass.WIRE)
_CONTRADICTS = {
    None: "denied it {on}",
    Caveat.GREY_ZONE: "called it a grey zone, controlled by neither side, {on}",
    Caveat.REPELLED: "said {on} that an attack was beaten back",
    Against.OTHER_SIDE: "said {on} that the other side took it",
}
_HANDS = {
    Caveat.GREY_ZONE: "{} it is a grey zone, controlled by neither side",
    Caveat.UNKNOWN_CONTROL: "{} it is not known who controls it",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence is made of."""

    claim: Claim
    reports: Mapping[str, Report]
    """Of the claim, and those that contradict it, by id."""
    deed: str

    @property
    def behind(self) -> tuple[Origin, ...]:
        """The origins on which the standing rests, first first, each as of its first report that counts."""
        ids = set(self.claim.standing.report_ids)
        resting = [one for one in self.claim.origins if ids & set(one.report_ids)]
        return tuple(self._since(one, ids) for one in resting) or self.claim.origins

    def _since(self, origin: Origin, ids: Collection[str]) -> Origin:
        counting = [self.reports[one] for one in origin.report_ids if one in ids and one in self.reports]
        first_at = min((report.published_at for report in counting), default=origin.first_at)
        return replace(origin, first_at=first_at)

    @property
    def citing(self) -> str:
        """What those who say so show for it."""
        shown = any(report.evidence is Evidence.GEOLOCATED for report in self._said)
        return ", citing geolocated footage," if shown else ""

    @property
    def is_own_reporting(self) -> bool:
        """Whether outlets say so in their own voices, and nobody whom they quote."""
        by_outlets = all(origin.source_class in _REPORTING for origin in self.behind)
        return by_outlets and not any(report.claimant for report in self._said)

    @property
    def _said(self) -> list[Report]:
        ids = (one for origin in self.behind for one in origin.report_ids)
        return [self.reports[one] for one in ids if one in self.reports]


def claim_line(claim: Claim, reports: Iterable[Report]) -> str:
    """Return the sentence on ``claim``; ``reports`` are at least its own, for what they rest on."""
    by_id = {report.id: report for report in reports}
    saying = [by_id[one] for origin in claim.origins for one in origin.report_ids if one in by_id]
    own = [by_id[one] for one in claim.report_ids if one in by_id]
    told = _Told(claim, by_id, f"{deed_of(claim, saying or own)}{_reservation(claim, saying)}")
    line = _BY_STANDING[claim.standing.level](told)
    return f"{line[0].upper()}{line[1:]}."


def _reservation(claim: Claim, saying: Iterable[Report]) -> str:
    """Return by which words all whom the standing rests on leave it open; empty where one does not."""
    ids = set(claim.standing.report_ids)
    hedges = [report.hedge for report in saying if report.id in ids]
    if not hedges or not all(hedges):
        return ""
    return f" (with the reservation {names_of([f'“{one}”' for one in dict.fromkeys(hedges)])})"


def _claimed(told: _Told) -> str:
    verb = "reported" if told.is_own_reporting else "claimed"
    who = f"{_who(told.behind)} {verb} {_since(told.behind)}{told.citing} that {told.deed}"
    return f"{who}{_hands(told)}; no independent confirmation is on record here{_against(told)}"


def _corroborated(told: _Told) -> str:
    verb = f"reported independently of one another {_since(told.behind)}"
    return f"{_who(told.behind)} {verb}{told.citing} that {told.deed}{_hands(told)}{_officials(told)}"


def _conceded(told: _Told) -> str:
    verb = f"acknowledged {_since(told.behind)}, against the interest of their own side,"
    shown = told.citing.removesuffix(",").removeprefix(",")
    verb = f"{verb}{shown and f'{shown},'}"
    return f"{_who(told.behind)} {verb} that {told.deed}{_hands(told)}{_officials(told)}"


def _assessed(told: _Told) -> str:
    verb = f"assessed {_since(told.behind)}"
    return f"{_who(told.behind)} {verb}{told.citing} that {told.deed}{_hands(told)}{_officials(told)}"


def _confirmed(told: _Told) -> str:
    against = "".join(f"; {part}" for part in _contradictions(told))
    if not told.claim.standing.by:
        said = f"officials of both sides, {_who(told.behind)}, said {_since(told.behind)} that {told.deed}"
        return f"{said}{against}"
    if not told.claim.origins:
        return f"{told.claim.standing.by} confirmed for this desk that {told.deed}{against}"
    said = f"{_who(told.claim.origins)} said {_since(told.claim.origins)}{told.citing} that {told.deed}"
    return f"{said}{against}; confirmed for this desk by {told.claim.standing.by}"


def _contested(told: _Told) -> str:
    origins = told.claim.origins
    parts = [f"{_who(origins)} said so {_since(origins)}"] if origins else []
    parts += _contradictions(told)
    # An analyst's word is no party's: the rule has it, with the name.
    parts += [_open(told.claim.standing.rule)] if told.claim.standing.by or not told.claim.denials else []
    return f"it is contested whether {told.deed}: {'; '.join(parts)}"


def _denied(told: _Told) -> str:
    origins = told.claim.origins
    denying = _contradicting(told, None)
    if not denying:
        return _disbelieved(told) if origins else _contested(told)
    others = _contradictions(told)[1:]
    if not origins:
        undone = what_was_not_done(told.claim, _denials(told))
        said = f"{_who(denying)} said {_since(denying)} that {undone}"
        return "; ".join([said, *others, "nobody is on record here as claiming that they did"])
    said = f"which only {_who(origins)} claimed {_since(origins)}"
    return "; ".join([f"{_who(denying)} denied {_since(denying)} that {told.deed}, {said}", *others])


def _disbelieved(told: _Told) -> str:
    origins = told.claim.origins
    said = f"only {_who(origins)} claimed {_since(origins)} that {told.deed}"
    return "; ".join([said, *_contradictions(told)])


def _retracted(told: _Told) -> str:
    at = day_words([told.claim.standing.at.date()])
    own = [told.reports[one] for one in told.claim.report_ids if one in told.reports]
    is_denial = bool(own) and all(report.negated for report in own)
    deed = what_was_not_done(told.claim, own) if is_denial else told.deed
    return f"a report that {deed} was withdrawn {at}: {_open(told.claim.standing.rule)}"


def _contradictions(told: _Told) -> list[str]:
    """Return who contradicts it, how and when, one part for each way of doing so."""
    by_how = {how: _contradicting(told, how) for how in _CONTRADICTS}
    return [
        f"{_who(origins)} {_CONTRADICTS[how].format(on=_since(origins))}"
        for how, origins in by_how.items()
        if origins
    ]


def _contradicting(told: _Told, how: How) -> list[Origin]:
    ids = {one.id for one in _denials(told) if _how(one, told.claim) is how}
    return [origin for origin in told.claim.denials if ids & set(origin.report_ids)]


def _how(denial: Report, claim: Claim) -> How:
    if denial.negated:
        return None
    return denial.caveat if denial.side is claim.side else Against.OTHER_SIDE


def _denials(told: _Told) -> list[Report]:
    ids = (one for origin in told.claim.denials for one in origin.report_ids)
    return [told.reports[one] for one in ids if one in told.reports]


def _hands(told: _Told) -> str:
    """Say in whose hands those who say so see the place, where they say that."""
    parts = []
    for caveat, words in _HANDS.items():
        ids = {one.id for one in told.reports.values() if one.caveat is caveat and not one.negated}
        origins = tuple(origin for origin in told.claim.origins if ids & set(origin.report_ids))
        if origins:
            account = (
                "the same account" if _is_same(origins, told.behind) else f"the account of {_names(origins)}"
            )
            parts.append(f"; {words.format(f'by {account}')}")
    return "".join(parts)


def _is_same(some: Sequence[Origin], others: Sequence[Origin]) -> bool:
    return [one.name for one in some] == [one.name for one in others]


def _officials(told: _Told) -> str:
    """Say whose officials are not on record with it, and who contradicts other reports of it."""
    heard = {origin.alignment for origin in told.claim.origins if origin.source_class in _OFFICIAL}
    silent = [word for alignment, word in _PARTIES.items() if alignment not in heard]
    unheard = f"; no {' or '.join(silent)} official is on record here as confirming it" if silent else ""
    return f"{unheard}{_against(told)}"


def _against(told: _Told) -> str:
    """Say who contradicts reports of the claim on which its standing does not rest."""
    parts = _contradictions(told)
    return f"; other reports of it are contradicted: {'; '.join(parts)}" if parts else ""


def _who(origins: Sequence[Origin]) -> str:
    return names_of([_presented(origin) for origin in origins])


def _names(origins: Sequence[Origin]) -> str:
    return names_of([origin.name for origin in origins])


def _presented(origin: Origin) -> str:
    """Return a name with what it is where it takes a side, unless it says so itself."""
    party = _PARTIES.get(origin.alignment)
    if party is None or party_of(origin.name) is origin.alignment:
        return origin.name
    return f"{origin.name} ({_CALLED[origin.source_class].format(party)})"


def _since(origins: Sequence[Origin]) -> str:
    return day_words([origin.first_at.date() for origin in origins])


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
