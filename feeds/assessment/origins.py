"""Following a report back to whoever really said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.wording import is_proper_name, name_key, party_of
from feeds.model import Alignment, Evidence, Origin, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.model import Report, Source

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


class Directory:
    """Who stands behind a name: the source list, indexed by ids, titles and voices."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Index ``sources``; where two share a name, the first of them keeps it."""
        self._by_id: dict[str, Source] = {}
        self._by_name: dict[str, Source] = {}
        for source in sources:
            self._by_id.setdefault(source.id, source)
            for name in (source.title, *source.voices):
                self._by_name.setdefault(name_key(name), source)

    def source(self, source_id: str) -> Source | None:
        """Return the source of that id; None where it is no longer configured."""
        return self._by_id.get(source_id)

    def named(self, name: str) -> Source | None:
        """Return the source whose title or voice ``name`` is; None for a stranger."""
        return self._by_name.get(name_key(name))


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


def voices_of(reports: Iterable[Report], directory: Directory) -> dict[str, Voice]:
    """Return who said each report, by its id."""
    return {report.id: _voice_of(report, directory) for report in reports}


def _voice_of(report: Report, directory: Directory) -> Voice:
    name = report.claimant or report.forwarded_from
    known = directory.named(name) if name else directory.source(report.source_id)
    if known is not None:
        return _voice_of_source(known)
    if not name:
        name = report.source_id
    alignment = _alignment_of(name, report, directory)
    return Voice(name_key(name), name, alignment, _class_of(name, report.evidence))


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
    """Only who is named can be an assessor: "independent analysts" are not."""
    by_evidence = _CLASS_BY_EVIDENCE[evidence]
    assessing = by_evidence in (SourceClass.ASSESSOR, SourceClass.GEOLOCATOR)
    return SourceClass.OUTLET if assessing and not is_proper_name(name) else by_evidence


def _voice_of_source(source: Source) -> Voice:
    key = f"network {source.network}" if source.network else f"source {source.id}"
    return Voice(key, source.title, source.alignment, source.source_class)
