"""What contradicts what: by substance, by day, by place, and of one origin by the latest word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from feeds.assessment import Directory
from feeds.assessment.chains import Chains
from feeds.assessment.contradiction import Told, Words, denies, weigh
from feeds.assessment.origins import voices_of
from feeds.model import Caveat, Kind, Place, PlaceKind, Precision, Report
from tests.building import NOON, a_report, a_source, hours

DIRECTORY = Directory((a_source("gazette"), a_source("ministry"), a_source("kolo")))
RAION = Place("raion", "Krasnoyaruzhsky", PlaceKind.RAION, "Belgorod", "RU", 50.8, 35.7, Precision.RAION)
ADVANCE, SEIZURE, ATTACK = Kind.ADVANCE, Kind.SEIZURE, Kind.ATTACK


def weighed(*reports: Report, kind: Kind = ADVANCE, beside: tuple[Report, ...] = ()) -> Words:
    """Return what stands for and against a claim of these reports."""
    return weigh(kind, Told(reports, beside), voices_of(Chains(reports, beside, DIRECTORY), beside))


def ids(reports: tuple[Report, ...]) -> list[str]:
    """Return the ids of reports."""
    return [report.id for report in reports]


def a_denial(report_id: str = "no", *, source_id: str = "ministry", **about: object) -> Report:
    """Return a report that says it did not happen."""
    return replace(a_report(report_id, source_id=source_id, negated=True), **about)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "kind", "contradicts"),
    [
        (a_report(kind=ADVANCE, negated=True), ADVANCE, True),
        (a_report(kind=ADVANCE, negated=True), SEIZURE, True),
        (a_report(kind=ADVANCE, negated=True), ATTACK, False),
        (a_report(kind=SEIZURE, negated=True), SEIZURE, True),
        (a_report(kind=SEIZURE, negated=True), ADVANCE, False),
        (a_report(kind=ATTACK, negated=True), ATTACK, True),
        (a_report(kind=ATTACK, negated=True), ADVANCE, False),
        (a_report(kind=Kind.WITHDRAWAL, negated=True), Kind.WITHDRAWAL, True),
        (replace(a_report(kind=ATTACK), caveat=Caveat.REPELLED), ADVANCE, True),
        (replace(a_report(kind=ATTACK), caveat=Caveat.REPELLED), SEIZURE, True),
        (replace(a_report(kind=ATTACK), caveat=Caveat.REPELLED), ATTACK, False),
        (replace(a_report(kind=ATTACK), caveat=Caveat.REPELLED), Kind.FIGHTING, False),
        (replace(a_report(kind=ADVANCE), caveat=Caveat.GREY_ZONE), SEIZURE, True),
        (replace(a_report(kind=ADVANCE), caveat=Caveat.GREY_ZONE), ADVANCE, False),
        (replace(a_report(kind=ADVANCE), caveat=Caveat.UNKNOWN_CONTROL), SEIZURE, False),
        (replace(a_report(kind=ADVANCE), caveat=Caveat.UNKNOWN_CONTROL), ADVANCE, False),
        (a_report(kind=ADVANCE), SEIZURE, False),
    ],
)
def test_substance_decides_what_a_word_contradicts(said: Report, kind: Kind, *, contradicts: bool) -> None:
    assert denies(said, kind) is contradicts


@pytest.mark.parametrize(
    ("denied_on", "is_dated", "bears"),
    [
        (27, True, False),
        (28, True, True),
        (29, True, False),
        (27, False, False),
        (28, False, True),
        (29, False, True),
    ],
)
def test_a_denial_of_an_event_is_about_its_day_or_all_before_its_publication(
    denied_on: int, *, is_dated: bool, bears: bool
) -> None:
    said = a_report("yes", event_on=date(2025, 3, 28))
    at = NOON + timedelta(days=denied_on - 28)
    denial = a_denial(published_at=at, event_on=date(2025, 3, denied_on) if is_dated else None)
    words = weighed(said, denial)
    assert ids(words.denying) == (["no"] if bears else [])
    assert ids(words.affirming) == ["yes"]


def test_a_village_not_taken_on_a_later_day_was_not_taken_before() -> None:
    said = a_report("yes", kind=SEIZURE, event_on=date(2025, 3, 27))
    later = a_denial(kind=SEIZURE, event_on=date(2025, 3, 29))
    assert ids(weighed(said, later, kind=SEIZURE).denying) == ["no"]


@pytest.mark.parametrize(("day", "bears"), [(27, False), (28, True), (29, False)])
def test_an_attack_beaten_back_is_about_its_day_only(day: int, *, bears: bool) -> None:
    said = a_report("yes", event_on=date(2025, 3, 28))
    back = replace(
        a_report("back", kind=ATTACK, source_id="ministry", event_on=date(2025, 3, day)),
        caveat=Caveat.REPELLED,
    )
    assert bool(weighed(said, beside=(back,)).denying) is bears


@pytest.mark.parametrize(
    ("of_claim", "of_denial", "bears"),
    [("village", "raion", True), ("raion", "village", False), ("raion", "raion", True)],
)
def test_what_is_denied_of_a_raion_is_denied_of_its_villages_only(
    of_claim: str, of_denial: str, *, bears: bool
) -> None:
    places = {"village": a_report().located, "raion": RAION}
    said = a_report("yes", located=places[of_claim])
    assert bool(weighed(said, a_denial(located=places[of_denial])).denying) is bears


def test_who_denies_later_what_they_said_took_it_back() -> None:
    said = a_report("yes", at=NOON)
    denial = a_denial(source_id="gazette", published_at=NOON + hours(2))
    words = weighed(said, denial)
    assert (ids(words.affirming), ids(words.denying)) == ([], ["no"])


def test_who_says_later_what_they_denied_denies_it_no_longer() -> None:
    denial = a_denial(source_id="gazette", published_at=NOON)
    said = a_report("yes", at=NOON + hours(2))
    words = weighed(said, denial)
    assert (ids(words.affirming), ids(words.denying)) == (["yes"], [])


def test_who_says_both_at_once_stands_by_what_happened() -> None:
    words = weighed(a_report("yes"), a_denial(source_id="gazette"))
    assert (ids(words.affirming), ids(words.denying)) == (["yes"], [])


def test_an_attack_beaten_back_takes_nothing_back() -> None:
    said = a_report("yes", source_id="kolo")
    back = replace(
        a_report("back", kind=ATTACK, source_id="kolo", at=NOON + hours(3)), caveat=Caveat.REPELLED
    )
    words = weighed(said, beside=(back,))
    assert (ids(words.affirming), ids(words.denying)) == (["yes"], [])


def test_what_contradicts_nothing_that_is_said_is_no_denial() -> None:
    back = replace(a_report("back", kind=ATTACK, source_id="ministry"), caveat=Caveat.REPELLED)
    words = weighed(a_report("gone", negated=True), beside=(back,))
    assert ids(words.denying) == ["gone"]
