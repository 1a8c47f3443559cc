"""Following a report back to whoever really said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.wording import is_proper_name, party_of
from feeds.model import Alignment, Evidence, Origin, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.assessment.chains import Chains
    from feeds.assessment.directory import Directory
    from feeds.model import Report

_CLASS_BY_EVIDENCE = {
    Evidence.MILBLOGGER: SourceClass.MILBLOGGER,
    Evidence.OFFICIAL: SourceClass.OFFICIAL,
    Evidence.ANALYST: SourceClass.ASSESSOR,
    Evidence.GEOLOCATED: SourceClass.GEOLOCATOR,
    Evidence.UNATTRIBUTED: SourceClass.OUTLET,
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever said a report; equal keys are one origin."""

    key: str
    name: str
    alignment: Alignment
    source_class: SourceClass
    carrier: str = ""
    """The key of the source in whose channel the report stands."""
    carrier_name: str = ""
    """What that source is called."""
    reliability: str = "F"
    """Admiralty reliability of the report: where others hand it on, the worse of theirs and the voice's."""
    listed: bool = False
    """Whether it is one of the sources."""

    @property
    def own(self) -> bool:
        """Whether the report stands in the voice's own channel, or one of its network."""
        return self.key == self.carrier


def origins_of(reports: Iterable[Report], voices: Mapping[str, Voice]) -> tuple[Origin, ...]:
    """Return the origins of ``reports``, earliest first; ``voices`` says who said each, by its id."""
    ordered = sorted(reports, key=lambda report: (report.published_at, report.id))
    by_key: dict[str, Voice] = {}
    said: dict[str, list[Report]] = {}
    for report in ordered:
        voice = voices[report.id]
        by_key.setdefault(voice.key, voice)
        said.setdefault(voice.key, []).append(report)
    return tuple(
        Origin(
            name=voice.name,
            alignment=voice.alignment,
            source_class=voice.source_class,
            first_at=said[key][0].published_at,
            report_ids=tuple(report.id for report in said[key]),
        )
        for key, voice in by_key.items()
    )


def voices_of(chains: Chains, beside: Iterable[Report]) -> dict[str, Voice]:
    """Return who really said each report of a claim, each opposed to it and some ``beside`` it, by ids."""
    telling = tuple(beside)
    if telling:
        chains.follow_beside()
    every = (*chains.reports, *telling, *chains.opposed)
    return {report.id: _voice(report, chains) for report in every}


def _voice(report: Report, chains: Chains) -> Voice:
    first, hand = chains.first_hand(report)
    carrier = chains.carrier(report)
    known = hand.source
    if known is None:
        alignment = _alignment_of(hand.name, first, chains.directory)
        called = _class_of(hand.name, first.evidence)
        return Voice(hand.key, hand.name, alignment, called, carrier.key, carrier.name)
    through = known if carrier.key == hand.key else carrier.source
    return Voice(
        key=hand.key,
        name=known.title,
        alignment=known.alignment,
        source_class=known.source_class,
        carrier=carrier.key,
        carrier_name=carrier.name,
        reliability=max(known.reliability, through.reliability if through else "F"),
        listed=True,
    )


def _alignment_of(name: str, report: Report, directory: Directory) -> Alignment:
    """Return whose part a named claimant takes.

    An unnamed official or blogger speaks for the side of the channel that cites them.
    """
    carrier = directory.source(report.source_id)
    speaks = report.evidence in (Evidence.OFFICIAL, Evidence.MILBLOGGER)
    if carrier is not None and speaks and not is_proper_name(name) and _is_of_no_party(name):
        return carrier.alignment
    return party_of(name)


def _is_of_no_party(name: str) -> bool:
    return party_of(name) is Alignment.INDEPENDENT


def _class_of(name: str, evidence: Evidence) -> SourceClass:
    """Only who is named and takes no side can be an assessor: "independent analysts" are not."""
    by_evidence = _CLASS_BY_EVIDENCE[evidence]
    assessing = by_evidence in (SourceClass.ASSESSOR, SourceClass.GEOLOCATOR)
    is_nobody = not is_proper_name(name) or not _is_of_no_party(name)
    return SourceClass.OUTLET if assessing and is_nobody else by_evidence
