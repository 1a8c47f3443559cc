"""Streams of reports and decisions, for what must hold whatever comes and in whichever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from feeds.model import Caveat, Decision, DecisionKind, Kind, Place, PlaceKind, Precision, Report, Side
from tests.building import NOON, a_report, hours


def a_village(place_id: str, name: str, lat: float, *, raion: str | None = None) -> Place:
    """Return a village of Sumy oblast on one meridian."""
    return Place(place_id, name, PlaceKind.SETTLEMENT, "Sumy", "UA", lat, 35.0, Precision.EXACT, raion=raion)


def an_area(place_id: str, name: str, kind: PlaceKind) -> Place:
    """Return a raion, a direction or an oblast of Sumy oblast."""
    precision = Precision.RAION if kind is PlaceKind.RAION else Precision.OBLAST
    return Place(place_id, name, kind, "Sumy", "UA", None, None, precision)


LOZA = a_village("loza", "Loza", 51.0, raion="Bilka")
LOZA_AGAIN = a_village("loza-again", "Loza", 51.01)
"""The same village, a kilometre off in another gazetteer."""
FAR_LOZA = a_village("far-loza", "Loza", 51.4, raion="Bilka")
KRYNKA = a_village("krynka", "Krynka", 51.2, raion="Bilka")
OUTSIDE = a_village("outside", "Hrabivka", 51.3, raion="Ozera")
RAION = an_area("bilka", "Bilka raion", PlaceKind.RAION)
DIRECTION = an_area("to-bilka", "Bilka direction", PlaceKind.DIRECTION)
OBLAST = an_area("sumy", "Sumy Oblast", PlaceKind.OBLAST)
PLACES = (LOZA, LOZA_AGAIN, FAR_LOZA, KRYNKA, OUTSIDE, RAION, DIRECTION, OBLAST)
IDS = [f"r{number}" for number in range(14)]


def said(
    report_id: str,
    place: Place | None = LOZA,
    *,
    day: int = 0,
    kind: Kind = Kind.ADVANCE,
    side: Side = Side.UKRAINE,
    source_id: str = "gazette",
    negated: bool = False,
    caveat: Caveat | None = None,
    hour: float = 0,
) -> Report:
    """Return a report of a place in Sumy oblast; None: of Bir, which is in no gazetteer."""
    report = a_report(
        report_id,
        located=place,
        place=place.name if place else "Bir",
        event_on=NOON.date() + timedelta(days=day),
        kind=kind,
        side=side,
        source_id=source_id,
        negated=negated,
        at=NOON + hours(hour),
    )
    return replace(report, oblast="Sumy", caveat=caveat)


def uncertain(report_id: str, *, day: int = 0, source_id: str = "gazette", hour: float = 0) -> Report:
    """Return a report of one of the two villages called Loza."""
    report = said(report_id, None, day=day, source_id=source_id, hour=hour)
    return replace(report, place="Loza", place_candidates=(LOZA, FAR_LOZA))


def decided(
    kind: DecisionKind, target: str, other: str = "", *, decision_id: str = "d", after: float = 0
) -> Decision:
    """Return Olena's decision after some hours; on a place, ``other`` is its id."""
    if kind is DecisionKind.PLACE:
        return replace(
            decided(DecisionKind.NOTE, target, decision_id=decision_id, after=after),
            kind=kind,
            place_id=other,
        )
    at = NOON + hours(300 + after)
    return Decision(decision_id, "desk", "Olena", at, kind, target, other=other)


_SOURCE_IDS = st.sampled_from(["gazette", "courier"])
REPORTS = st.lists(
    st.builds(
        said,
        st.sampled_from(IDS),
        st.sampled_from([*PLACES, None]),
        day=st.integers(0, 5),
        kind=st.sampled_from([Kind.ADVANCE, Kind.ADVANCE, Kind.ATTACK, Kind.SEIZURE]),
        side=st.sampled_from([Side.UKRAINE, Side.UKRAINE, Side.UKRAINE, Side.RUSSIA]),
        source_id=_SOURCE_IDS,
        negated=st.booleans(),
        caveat=st.none() | st.sampled_from(tuple(Caveat)),
        hour=st.integers(0, 30),
    )
    | st.builds(
        uncertain,
        st.sampled_from(IDS),
        day=st.integers(0, 5),
        source_id=_SOURCE_IDS,
        hour=st.integers(0, 30),
    ),
    unique_by=lambda report: report.id,
    min_size=5,
    max_size=14,
)
TAKINGS = st.lists(
    st.builds(
        said,
        st.sampled_from(IDS),
        st.sampled_from([LOZA, LOZA_AGAIN, FAR_LOZA, RAION, None]),
        day=st.integers(0, 1),
        kind=st.just(Kind.SEIZURE),
        side=st.sampled_from([Side.UKRAINE, Side.RUSSIA]),
        source_id=_SOURCE_IDS,
        negated=st.sampled_from([False, False, False, True]),
        hour=st.integers(0, 30),
    ),
    unique_by=lambda report: report.id,
    min_size=5,
    max_size=10,
)
"""Both sides say that they took the same few places."""
_MADE = st.builds(
    decided,
    st.sampled_from(
        [DecisionKind.MERGE, DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE, DecisionKind.CONFIRM]
    ),
    st.sampled_from(IDS),
    st.sampled_from(IDS),
    decision_id=st.uuids().map(str),
    after=st.integers(0, 5),
) | st.builds(
    decided,
    st.just(DecisionKind.PLACE),
    st.sampled_from(IDS),
    st.sampled_from([LOZA.id, FAR_LOZA.id, ""]),
    decision_id=st.uuids().map(str),
    after=st.integers(0, 5),
)
_TAKEN_BACK = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=3)


def _with_undone(made: list[Decision], undone: list[tuple[int, int]]) -> list[Decision]:
    """Add the undoing of some decisions, and of some undoings."""
    found = list(made)
    for number, (at, after) in enumerate(undone):
        if at < len(found):
            name, target = f"undo {number}", found[at].id
            found.append(decided(DecisionKind.UNDO, target, decision_id=name, after=10 + 10 * number + after))
    return found


DECISIONS = st.builds(_with_undone, st.lists(_MADE, max_size=5), _TAKEN_BACK)
