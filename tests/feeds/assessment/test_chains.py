"""Whoever said it first, and what was added, whatever the order in which reports come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from feeds.assessment import Directory, fingerprint, fold_claims, relays_of
from feeds.model import Bound, Distance, Evidence, Hop, Kind, Passing, Report
from tests.building import NOON, a_report, a_source, hours

SOURCES = (
    a_source("gazette"),
    a_source("courier", network="papers"),
    a_source("herald", network="papers"),
    a_source("kolo", voices=("Kolo", "Zakhar Polevoi")),
)
DIRECTORY = Directory(SOURCES)
TEXTS = tuple(
    f"{name} saw lorries at the mill before dawn, and {name} counted eleven tracks on the road to the ford"
    for name in ("Anna", "Boris", "")
)
NAMES = st.sampled_from(
    (None, None, "Gazette", "Courier", "Herald", "Polevoi", "a blogger", "Olha Hrim", "Hrim")
)
REPORTS = st.lists(
    st.builds(
        lambda report, via, item: replace(report, via=via, item_id=f"{report.source_id} {item}"),
        st.builds(
            a_report,
            st.uuids().map(str),
            kind=st.sampled_from((Kind.ADVANCE, Kind.SEIZURE)),
            source_id=st.sampled_from([source.id for source in SOURCES]),
            claimant=NAMES,
            evidence=st.sampled_from(Evidence),
            negated=st.booleans(),
            distance=st.sampled_from((None, Distance(3.2, None, Bound.AT_LEAST, "two miles or more"))),
            at=st.sampled_from([NOON + timedelta(minutes=minutes) for minutes in (0, 1, 30, 90)]),
            forwarded_from=st.sampled_from(("", "", "Kolo", "Stranger")),
        ),
        NAMES,
        st.integers(0, 2),
    ),
    max_size=14,
)
FINGERPRINTS = {
    f"{source.id} {number}": fingerprint(text) for source in SOURCES for number, text in enumerate(TEXTS)
}


@given(reports=REPORTS, data=st.data())
def test_the_order_of_arrival_changes_no_origin_no_way_and_no_drift(
    reports: list[Report], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(reports))
    folded = [fold_claims(given_, (), DIRECTORY, FINGERPRINTS) for given_ in (reports, shuffled)]
    assert folded[0] == folded[1]
    ways = [
        {relay.report_id: relay for relay in relays_of(given_, (), DIRECTORY, FINGERPRINTS)}
        for given_ in (reports, shuffled)
    ]
    assert ways[0] == ways[1]


@given(REPORTS)
def test_every_way_begins_with_somebody_and_ends_with_the_reports_own_item(reports: list[Report]) -> None:
    for report, relay in zip(reports, relays_of(reports, (), DIRECTORY, FINGERPRINTS), strict=True):
        assert relay.report_id == report.id
        assert relay.hops[0].how in {Passing.SAID, Passing.COPIED}
        assert (relay.hops[-1].item_id, relay.hops[-1].at) == (report.item_id, report.published_at)
        assert Passing.SAID not in {hop.how for hop in relay.hops[1:]}
        assert all(sentence.endswith(".") for sentence in relay.drift)


@given(REPORTS)
def test_of_those_who_name_nobody_copying_only_takes_origins_away(reports: list[Report]) -> None:
    own = [replace(one, claimant=None, via=None, forwarded_from="", negated=False) for one in reports]
    compared = {claim.id: claim.origins for claim in fold_claims(own, (), DIRECTORY, FINGERPRINTS)}
    for claim in fold_claims(own, (), DIRECTORY):
        assert {one.name for one in compared[claim.id]} <= {one.name for one in claim.origins}


def test_a_hop_is_dated_where_its_item_is_kept_and_only_there() -> None:
    own = a_report("own", source_id="kolo")
    cited = a_report("cited", source_id="gazette", claimant="Zakhar Polevoi", at=NOON + hours(3))
    relay = replace(cited, id="relay", item_id="relay", source_id="herald", via="Lantern")
    told = {one.report_id: one.hops for one in relays_of((own, cited, relay), (), DIRECTORY)}
    first = Hop("Kolo", Passing.SAID, NOON, own.item_id)
    assert told["own"] == (first,)
    assert told["cited"] == (first, Hop("Gazette", Passing.CITED, NOON + hours(3), cited.item_id))
    assert told["relay"] == (
        first,
        Hop("Lantern", Passing.TOLD, None),
        Hop("Herald", Passing.CITED, NOON + hours(3), "relay"),
    )
