"""Scenario files: items in, board out, small enough to be read as the rules' own explanation.

``[sources]`` gives each source's class, then its side where it has one; or a table with ``is`` and any
further field of :class:`feeds.model.Source`. ``[[items]]`` have a moment (``at``, day and hour of March
2025, UTC; received a minute later unless ``received`` says so), a source (``from``), and what they say:

* ``reports``: side, kind, place; then, after ``;``, any of ``on DAY``, ``by CLAIMANT``, ``via OUTLET``,
  ``not``, an evidence, a caveat, ``claimed``, ``foothold``, ``hedged WORDS``, or a distance
  (``>= 3.2 km``, ``1.9-2.5 km``, ``3 km``)
* ``quotes``: speaker, a colon, the words in quotation marks
* ``pending``: who asked, ``asks``, whom; or ``nobody asks`` whom; or who, ``declines``
* ``text``: its words, by which copies are told, and in which a speaker's own voice is heard;
  ``forwarded_from``: whom it says it is from

An item that was deleted is ``gone`` at a moment. One that was edited has ``[[items.edits]]``, each with a
moment and all that the new version says; what it says no more is withdrawn.

``[[decisions]]`` have a moment, ``by`` whom, and a kind with what it is on: the id of an item, a report's
or quote's first words, or for a merge and a move two of them. ``[[expect]]`` names a claim, a statement
or a question at a moment (``at``; without it at the end) and fields of it; ``on`` chooses the claim of a
day. Or it names, as ``claims``, all claims that there are.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from feeds.assessment import Fingerprint, Record, fingerprint, revise
from feeds.model import (
    Alignment,
    Bound,
    Caveat,
    Decision,
    DecisionKind,
    Distance,
    Evidence,
    Extract,
    Item,
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
from tests.building import a_pending, a_quote, a_report, a_source, an_item

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MINUTE = timedelta(minutes=1)
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
        fingerprints=tuple(
            one for number, item in enumerate(data["items"]) for one in _fingerprints(number, item)
        ),
        spoken=tuple(
            one
            for number, item in enumerate(data["items"])
            if "text" in item
            for one in _spoken(_item_id(number, item), item)
        ),
    )
    decisions = tuple(_decision(number, one, said) for number, one in enumerate(data.get("decisions", [])))
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


def _findings(number: int, item: dict[str, Any]) -> Extract:
    """Return all that the versions of an item said."""
    told = {**item, "id": _item_id(number, item)}
    found = _version(told, told, _received(item), 1)
    for version, edit in enumerate(item.get("edits", []), start=2):
        at = moment(edit["at"]) + _MINUTE
        found = revise(found, _version(told, edit, at, version), at)
    return revise(found, Extract(), moment(item["gone"])) if "gone" in item else found


def _fingerprints(number: int, item: dict[str, Any]) -> Iterator[Fingerprint]:
    """Yield one for each version; an edit without ``text`` leaves the words as they were."""
    item_id, text = _item_id(number, item), item.get("text", "")
    yield Fingerprint(item_id, 1, _received(item), fingerprint(text))
    for version, edit in enumerate(item.get("edits", []), start=2):
        text = edit.get("text", text)
        yield Fingerprint(item_id, version, moment(edit["at"]) + _MINUTE, fingerprint(text))


def _spoken(item_id: str, item: dict[str, Any]) -> Iterator[Item]:
    """Yield all versions of an item with their words."""
    first = replace(
        an_item(source_id=item["from"], published_at=moment(item["at"]), received_at=_received(item)),
        id=item_id,
        text=item["text"],
        forwarded_from=item.get("forwarded_from", ""),
    )
    edits = [
        replace(
            first, version=number, text=one.get("text", first.text), received_at=moment(one["at"]) + _MINUTE
        )
        for number, one in enumerate(item.get("edits", []), start=2)
    ]
    *earlier, last = [first, *edits]
    yield from earlier
    yield replace(last, vanished_at=moment(item["gone"])) if "gone" in item else last


def _item_id(number: int, item: dict[str, Any]) -> str:
    return str(item.get("id", f"{item['from']}{number}"))


def _received(item: dict[str, Any]) -> datetime:
    return moment(item["received"]) if "received" in item else moment(item["at"]) + _MINUTE


def _version(item: dict[str, Any], said: dict[str, Any], received: datetime, version: int) -> Extract:
    common: dict[str, Any] = {
        "item_id": item["id"],
        "item_version": version,
        "source_id": item["from"],
        "received_at": received,
    }
    published = moment(item["at"])
    sent = {"published_at": published, "forwarded_from": item.get("forwarded_from", ""), **common}
    named = item["id"]
    return Extract(
        reports=tuple(replace(one, **sent) for one in _reports(named, said.get("reports", []))),
        quotes=tuple(replace(_quote(named, line), **sent) for line in said.get("quotes", [])),
        pending=tuple(
            replace(_pending(named, line), asked_at=published, **common) for line in said.get("pending", [])
        ),
    )


def _reports(item_id: str, lines: list[str]) -> Iterator[Report]:
    """Yield what lines say, named as extraction does it: what an edit only words otherwise keeps its name."""
    times: Counter[str] = Counter()
    for line in lines:
        report = _report(line)
        name = f"{item_id}: {line.partition(';')[0].strip()}{' not' if report.negated else ''}"
        times[name] += 1
        yield replace(report, id=name if times[name] == 1 else f"{name} {times[name]}")


def _report(line: str) -> Report:
    said, *marks = (part.strip() for part in line.split(";"))
    side, kind, place = said.split(" ", 2)
    report = a_report(side=Side(side), kind=Kind(kind), place=place, located=PLACES.get(place))
    for mark in marks:
        report = replace(report, **dict(_marked(mark)))
    return report


_NAMED = {"by": "claimant", "via": "via", "in": "oblast", "hedged": "hedge"}
_TOLD = {"not": "negated", "claimed": "claimed", "foothold": "foothold"}


def _marked(mark: str) -> Iterator[tuple[str, Any]]:
    word, _, rest = mark.partition(" ")
    if mark in _TOLD:
        yield _TOLD[mark], True
    elif word in _NAMED:
        yield _NAMED[word], rest
    elif word == "on":
        yield "event_on", date(2025, 3, int(rest))
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


def _quote(item_id: str, line: str) -> Quote:
    speaker, _, words = line.partition(": ")
    return a_quote(f"{item_id}: {line}", speaker=speaker, text=words.strip('"'))


def _pending(item_id: str, line: str) -> Pending:
    by, verb, asked = line.partition(" asks ")
    if not verb:
        asked = line.removesuffix(" declines")
        return replace(a_pending(f"{item_id}: {line}"), by=None, asked=asked, refused=True)
    return replace(a_pending(f"{item_id}: {line}"), by=None if by == "nobody" else by, asked=asked)


def _decision(number: int, told: dict[str, Any], said: Record) -> Decision:
    kind = next(kind for kind in DecisionKind if kind in told)
    names = told[kind] if isinstance(told[kind], list) else [told[kind]]
    targets = [_target(name, said) for name in names]
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


def _target(name: str, said: Record) -> str:
    """Return the id of the first report or quote that ``name`` means, or ``name``: a decision's id."""
    findings: tuple[Report | Quote, ...] = (*said.reports, *said.quotes)
    meant = (one.id for one in findings if name in (one.item_id, _words_of(one)[: len(name)]))
    return next(meant, name)


def _words_of(finding: Report | Quote) -> str:
    """Return a report or a quote as the file has it, up to its marks."""
    return finding.id.removeprefix(f"{finding.item_id}: ")
