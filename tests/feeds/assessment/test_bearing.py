"""A claim that need not be computed again is what it would be computed to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.assessment import Case, Directory, cases_of, claims_of, fingerprint, may_change
from feeds.model import Alignment, Caveat, Evidence, Kind, SourceClass
from tests.building import NOON, a_report, a_source, hours

if TYPE_CHECKING:
    from feeds.model import Claim, Report

GAZETTE = a_source("gazette")
COURIER = a_source("courier", voices=("Olena Marchuk",))
MINISTRY = a_source("ministry", source_class=SourceClass.OFFICIAL, alignment=Alignment.RUSSIAN)
DIRECTORY = Directory((GAZETTE, COURIER, MINISTRY))
NAMES = ("Courier", "Ministry", "Syrsky", "Gen. Oleksandr Syrskyi", "Col. Taras Syrskyi", "milbloggers")
TEXTS = (
    "Over the weekend columns were seen on both banks and nobody in the hamlets would say whose they were.",
    "Residents heard engines all through the night and counted eleven lorries before it grew light again.",
    "",
)
ADVANCE = a_report("advance", kind=Kind.ADVANCE, source_id="gazette")
FIGHTING = a_report("fighting", kind=Kind.FIGHTING, source_id="courier", at=NOON + hours(1))


@st.composite
def reports_of_a_day(draw: st.DrawFn) -> list[Report]:
    """Draw reports on one village within two days, of few kinds, from few sources, with few names."""
    return [_report(draw, number) for number in range(draw(st.integers(2, 6)))]


def _report(draw: st.DrawFn, number: int) -> Report:
    at = NOON + hours(draw(st.integers(0, 20)))
    name = draw(st.none() | st.sampled_from(NAMES))
    report = a_report(
        f"report {number}",
        kind=draw(st.sampled_from((Kind.ADVANCE, Kind.SEIZURE, Kind.FIGHTING))),
        source_id=draw(st.sampled_from(("gazette", "courier", "ministry"))),
        claimant=name,
        evidence=draw(st.sampled_from(tuple(Evidence))),
        negated=draw(st.sampled_from((False, False, True))),
        event_on=draw(st.none() | st.just(NOON.date()) | st.just(NOON.date() + timedelta(days=1))),
        at=at,
    )
    caveat = draw(st.none() | st.none() | st.sampled_from(tuple(Caveat)))
    return replace(report, item_id=f"item {number}", caveat=caveat)


def known(reports: list[Report], prints: dict[str, bytes]) -> dict[tuple[str, ...], tuple[Case, Claim]]:
    """Return what each claim follows from, with the claim, by its reports."""
    cases = cases_of(reports, ())
    claims = {claim.report_ids: claim for claim in claims_of(cases, (), DIRECTORY, prints)}
    ids = [tuple(one.id for one in case.reports) for case in cases]
    return {one: (case, claims[one]) for one, case in zip(ids, cases, strict=True)}


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_claim_that_can_not_have_changed_has_not(data: st.DataObject) -> None:
    reports = data.draw(reports_of_a_day())
    told = data.draw(st.lists(st.sampled_from(TEXTS), min_size=6, max_size=6))
    prints = {f"item {number}": fingerprint(text) for number, text in enumerate(told)}
    at = data.draw(st.integers(0, len(reports) - 1))
    new = reports[at]
    before, after = known([one for one in reports if one is not new], prints), known(reports, prints)
    for ids in before.keys() & after.keys():
        if not may_change(after[ids][0], {new.id}, DIRECTORY, prints):
            assert after[ids][1] == before[ids][1]


def changes(new: Report, *others: Report, prints: dict[str, bytes] | None = None) -> bool:
    """Tell whether a report may change the claim of the advance."""
    cases = cases_of([ADVANCE, *others, new], ())
    (case,) = (one for one in cases if ADVANCE in one.reports)
    return may_change(case, {new.id}, DIRECTORY, prints or {})


def test_what_says_nothing_of_a_claim_changes_nothing() -> None:
    assert not changes(FIGHTING)
    assert not changes(replace(FIGHTING, claimant="Kolo"))
    attack = a_report("attack", kind=Kind.ATTACK, source_id="courier")
    assert changes(replace(attack, caveat=Caveat.REPELLED))
    assert changes(replace(FIGHTING, caveat=Caveat.GREY_ZONE))
    assert changes(replace(ADVANCE, id="again"))


def test_whose_words_a_claim_has_bears_on_it_by_all_that_they_say() -> None:
    cited = replace(ADVANCE, id="cited", claimant="Olena Marchuk")
    assert changes(FIGHTING, cited)
    assert not changes(replace(FIGHTING, source_id="ministry"), cited)
    stranger = replace(ADVANCE, id="cited", claimant="Syrsky")
    assert changes(replace(FIGHTING, source_id="ministry", claimant="Col. Taras Syrskyi"), stranger)


def test_a_copy_bears_on_what_it_is_a_copy_of() -> None:
    prints = {ADVANCE.item_id: fingerprint(TEXTS[0]), FIGHTING.item_id: fingerprint(TEXTS[0])}
    assert changes(FIGHTING, prints=prints)
    assert not changes(FIGHTING, prints={**prints, FIGHTING.item_id: fingerprint(TEXTS[1])})
