"""Scenario files: items in, board out, small enough to be read as the rules' own explanation.

``[sources]`` gives each source's class, then its side where it has one; or a table with ``is`` and any
further field of :class:`feeds.model.Source`. ``[[items]]`` have a moment (``at``, day and hour of March
2025, UTC; received a minute later unless ``received`` says so), a source (``from``), and what they say:

* ``reports``: side, kind, place; then, after ``;``, any of ``on DAY``, ``by CLAIMANT``, ``via OUTLET``,
  ``not``, an evidence, a caveat, or a distance (``>= 3.2 km``, ``1.9-2.5 km``, ``3 km``)
* ``quotes``: speaker, a colon, the words in quotation marks
* ``pending``: who asked, ``asks``, whom; or ``nobody asks`` whom
* ``text``: its words, by which copies are told; ``forwarded_from``: whom it says it is from

``[[decisions]]`` have a moment, ``by`` whom, and a kind with what it is on: the id of an item, a report's
or quote's first words, or for a merge and a move two of them. ``[[expect]]`` names a claim, a statement
or a question at a moment (``at``; without it at the end) and fields of it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from feeds.assessment import Fingerprint, Record, fingerprint
from feeds.model import (
    Alignment,
    Bound,
    Caveat,
    Decision,
    DecisionKind,
    Distance,
    Evidence,
    Kind,
    Pending,
    Place,
    PlaceKind,
    Precision,
    Quote,
    Report,
    Side,
    Source,
    SourceClass,
)
from tests.building import a_pending, a_quote, a_report, a_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VILLAGE, _NEAR = PlaceKind.SETTLEMENT, Precision.NEAR
PLACES = {
    place.name: place
    for place in (
        Place("popovka", "Popovka", _VILLAGE, "Belgorod", "RU", 50.78, 35.5, _NEAR, "Krasnoyaruzhsky"),
        Place("popovka2", "Popovka-na-Korocha", _VILLAGE, "Belgorod", "RU", 50.9, 37.1, _NEAR, "Korochansky"),
        Place("demidovka", "Demidovka", _VILLAGE, "Belgorod", "RU", 50.81, 35.45, _NEAR, "Krasnoyaruzhsky"),
        Place("raion", "Krasnoyaruzhsky", PlaceKind.RAION, "Belgorod", "RU", 50.8, 35.7, Precision.RAION),
        Place("oblast", "Belgorod", PlaceKind.OBLAST, "Belgorod", "RU", 50.8, 37.5, Precision.OBLAST),
    )
}


@dataclass(frozen=True, slots=True)
class Story:
    """One scenario file."""

    about: str
    sources: tuple[Source, ...]
    record: Record
    expected: tuple[dict[str, Any], ...]


def read_story(path: Path) -> Story:
    """Return what a scenario file tells; KeyError and ValueError where it can't be understood."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    items = [_findings(number, item) for number, item in enumerate(data["items"])]
    said = Record(
        reports=tuple(one for item in items for one in item.reports),
        quotes=tuple(one for item in items for one in item.quotes),
        pending=tuple(one for item in items for one in item.pending),
        fingerprints=tuple(one for item in items for one in item.fingerprints),
    )
    decisions = tuple(
        _decision(number, one, said, data["items"]) for number, one in enumerate(data.get("decisions", []))
    )
    return Story(
        about=data["about"],
        sources=tuple(_source(name, told) for name, told in data["sources"].items()),
        record=replace(said, decisions=decisions),
        expected=tuple(data["expect"]),
    )


def moment(told: str) -> datetime:
    """Return the moment of ``"28 18:00"``: a day of March 2025 and an hour, UTC."""
    day, _, hour = told.partition(" ")
    return datetime.strptime(f"2025-03-{day} {hour or '12:00'} +0000", "%Y-%m-%d %H:%M %z")


def _source(name: str, given: str | dict[str, Any]) -> Source:
    table = {"is": given} if isinstance(given, str) else dict(given)
    kind, _, side = table.pop("is").partition(" ")
    source = a_source(
        name, source_class=SourceClass(kind), alignment=Alignment(side) if side else Alignment.INDEPENDENT
    )
    known = {field.name for field in fields(Source)}
    assert table.keys() <= known, table
    told: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in table.items()}
    return replace(source, **told)


def _findings(number: int, item: dict[str, Any]) -> Record:
    item_id = item.get("id", f"{item['from']}{number}")
    published = moment(item["at"])
    common: dict[str, Any] = {
        "item_id": item_id,
        "source_id": item["from"],
        "published_at": published,
        "received_at": moment(item["received"]) if "received" in item else published + timedelta(minutes=1),
        "withdrawn_at": moment(item["gone"]) if "gone" in item else None,
    }
    reports = [
        replace(_report(f"{item_id} r{at}", line), forwarded_from=item.get("forwarded_from", ""), **common)
        for at, line in enumerate(item.get("reports", []))
    ]
    quotes = [
        replace(_quote(f"{item_id} q{at}", line), forwarded_from=item.get("forwarded_from", ""), **common)
        for at, line in enumerate(item.get("quotes", []))
    ]
    pending = [
        replace(_pending(f"{item_id} p{at}", line), asked_at=published, **_without(common, "published_at"))
        for at, line in enumerate(item.get("pending", []))
    ]
    words = fingerprint(item.get("text", ""))
    return Record(
        tuple(reports),
        tuple(quotes),
        tuple(pending),
        fingerprints=(Fingerprint(item_id, 1, common["received_at"], words),),
    )


def _without(table: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name != key}


def _report(report_id: str, line: str) -> Report:
    said, *marks = (part.strip() for part in line.split(";"))
    side, kind, place = said.split(" ", 2)
    located = PLACES.get(place)
    report = a_report(report_id, side=Side(side), kind=Kind(kind), place=place, located=located)
    for mark in marks:
        report = replace(report, **dict(_marked(mark)))
    return report


def _marked(mark: str) -> Iterator[tuple[str, Any]]:
    word, _, rest = mark.partition(" ")
    if mark == "not":
        yield "negated", True
    elif word == "on":
        yield "event_on", date(2025, 3, int(rest))
    elif word == "by":
        yield "claimant", rest
    elif word == "via":
        yield "via", rest
    elif word == "in":
        yield "oblast", rest
    elif mark in set(Evidence):
        yield "evidence", Evidence(mark)
    elif mark.replace(" ", "_") in set(Caveat):
        yield "caveat", Caveat(mark.replace(" ", "_"))
    else:
        yield "distance", _distance(mark)


def _distance(mark: str) -> Distance:
    """Read ``>= 3.2 km``, ``<= 3 km``, ``1.9-2.5 km`` or ``3 km``."""
    figure = mark.removesuffix(" km")
    if figure.startswith(">="):
        return Distance(float(figure[2:]), None, Bound.AT_LEAST, mark)
    if figure.startswith("<="):
        return Distance(None, float(figure[2:]), Bound.AT_MOST, mark)
    low, _, high = figure.partition("-")
    return Distance(float(low), float(high or low), Bound.RANGE if high else Bound.EXACT, mark)


def _quote(quote_id: str, line: str) -> Quote:
    speaker, _, words = line.partition(": ")
    return a_quote(quote_id, speaker=speaker, text=words.strip('"'))


def _pending(pending_id: str, line: str) -> Pending:
    by, _, asked = line.partition(" asks ")
    return replace(a_pending(pending_id), by=None if by == "nobody" else by, asked=asked)


def _decision(number: int, told: dict[str, Any], said: Record, items: list[dict[str, Any]]) -> Decision:
    kind = next(kind for kind in DecisionKind if kind in told)
    names = told[kind] if isinstance(told[kind], list) else [told[kind]]
    targets = [_target(name, said, items) for name in names]
    return Decision(
        id=told.get("id", f"decision {number}"),
        desk=told.get("desk", "desk"),
        by=told["by"],
        at=moment(told["at"]),
        kind=kind,
        target=targets[0],
        why=told.get("why", ""),
        other=targets[1] if len(targets) > 1 else "",
    )


def _target(name: str, said: Record, items: list[dict[str, Any]]) -> str:
    """Return the id of the first report or quote that ``name`` means, or ``name``: a decision's id."""
    findings: tuple[Report | Quote, ...] = (*said.reports, *said.quotes)
    told = [line for item in items for line in (*item.get("reports", []),)]
    told += [line for item in items for line in item.get("quotes", [])]
    for finding, line in zip(findings, told, strict=True):
        if finding.item_id == name or line.startswith(name):
            return finding.id
    return name
