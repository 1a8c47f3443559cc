"""Whatever comes, in whichever order and turns: a store holds what one look at all of it gives."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.assessment import Directory, Fingerprint, Record, assess, fingerprint
from feeds.collector import Intake
from feeds.collector.intake import REASSESS
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import Decision, Evidence, Extract, Health, Item, LogEntry, Outcome, Report, SourceState
from feeds.store import Database, decisions, open_database, results, sources, tasks
from feeds.store.codec import decode_all
from feeds.workers.tasks import Reading
from tests.building import NOON, a_source, an_item, hours
from tests.feeds.assessment.streams import DECISIONS, REPORTS, TAKINGS

if TYPE_CHECKING:
    from feeds.model import Claim

SOURCES = tuple(a_source(name) for name in ("gazette", "courier"))
DIRECTORY = Directory(SOURCES)
WORDS = (
    "Over the weekend columns were seen on both banks, and nobody in the hamlets would say whose.",
    "Residents heard engines all through the night and counted eleven lorries before it grew light.",
)
NAMES = ("Courier", "Gazette", "Syrsky", "Gen. Oleksandr Syrskyi", "Col. Taras Syrskyi", "milbloggers")


@dataclass(frozen=True, slots=True)
class Post:
    """One version of an item and what it says."""

    item: Item
    says: tuple[Report, ...]


def post(report: Report, version: int, other: Report | None, *, is_copy: bool = True) -> Post:
    """Return a version that says a report, where and when another one is; None: nothing any more."""
    own = " ".join(f"{report.id}x{number}" for number in range(20))
    at = NOON + hours(40 * version) + (report.received_at - NOON)
    item = an_item(
        report.id,
        source_id=report.source_id,
        text=f"{WORDS[version % 2] if is_copy else own} {report.id} {version}",
        received_at=at,
    )
    item = replace(item, version=version, published_at=report.published_at)
    if other is None:
        return Post(item, ())
    told = replace(report, item_id=item.id, item_version=version, received_at=at, event_on=other.event_on)
    told = replace(told, located=other.located, place=other.place, place_candidates=other.place_candidates)
    return Post(item, (told,))


@st.composite
def streams(draw: st.DrawFn) -> list[list[Post]]:
    """Return items with their versions in order."""
    reports = draw(REPORTS | TAKINGS)
    found: list[list[Post]] = []
    for one in reports:
        name, is_copy = draw(st.none() | st.sampled_from(NAMES)), draw(st.booleans())
        evidence = Evidence.MILBLOGGER if name == "milbloggers" else Evidence.OFFICIAL
        report = replace(one, claimant=name, evidence=evidence if name else Evidence.UNATTRIBUTED)
        versions = [report, *draw(st.lists(st.none() | st.sampled_from(reports), max_size=2))]
        found.append(
            [post(report, number, other, is_copy=is_copy) for number, other in enumerate(versions, 1)]
        )
    return found


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes at one time."""

    posts: tuple[Post, ...] = ()
    decisions: tuple[Decision, ...] = ()


@st.composite
def turns(draw: st.DrawFn, posts: list[list[Post]], made: list[Decision]) -> list[Turn]:
    """Return a way in which all of it can come: the versions of each item in their order."""
    waiting = [list(versions) for versions in posts]
    order = draw(st.permutations([number for number, versions in enumerate(posts) for _ in versions]))
    come: list[Post | Decision] = [waiting[number].pop(0) for number in order]
    for decision in made:
        come.insert(draw(st.integers(0, len(come))), decision)
    found: list[Turn] = []
    while come:
        size = draw(st.integers(1, len(come)))
        now, come = come[:size], come[size:]
        found.append(
            Turn(
                tuple(one for one in now if isinstance(one, Post)),
                tuple(one for one in now if isinstance(one, Decision)),
            )
        )
    return found


def take_in(database: Database, intake: Intake, turn: Turn) -> None:
    """Have all of one turn kept, read and taken up."""
    for one in turn.posts:
        source = next(source for source in SOURCES if source.id == one.item.source_id)
        state = SourceState(source.id, Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
        intake.keep(
            [Polled(source, state, LogEntry(source.id, Outcome.UNCHANGED, NOON, NOON), Page((one.item,)))]
        )
    intake.take_readings([(one.item, Reading(Extract(one.says))) for one in turn.posts])
    with database.transaction():
        for decision in turn.decisions:
            decisions.append(database, decision)
    intake.take_up_decisions()


def claims(database: Database) -> list[Claim]:
    """Return all claims of a store."""
    found = results.claims_since(database, datetime(2000, 1, 1, tzinfo=UTC))
    return sorted(found, key=lambda claim: (claim.event_from, claim.id))


def at_one_look(database: Database) -> list[Claim]:
    """Return the claims that follow from all that a store holds."""
    reports = decode_all(database.docs("SELECT doc FROM report"), Report)
    made = decode_all(database.docs("SELECT doc FROM decision"), Decision)
    found = database.docs("SELECT item_version.doc FROM item_version JOIN item ON item.id = item_id")
    prints = tuple(
        Fingerprint(one.id, one.version, one.received_at, fingerprint(one.text))
        for one in decode_all(found, Item)
    )
    return list(assess(Record(reports, decisions=made, fingerprints=prints), DIRECTORY).claims)


def fill(folder: Path, way: list[Turn]) -> Database:
    """Return a store into which all came turn by turn."""
    database = open_database(folder / "store.sqlite3")
    database.write("PRAGMA synchronous = OFF")
    with database.transaction():
        sources.configure(database, SOURCES)
    intake = Intake(database, desk="desk")
    for turn in way:
        take_in(database, intake, turn)
    return database


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_a_store_holds_what_one_look_at_all_of_it_gives(data: st.DataObject) -> None:
    posts, made = data.draw(streams()), data.draw(DECISIONS)
    ends: list[list[Claim]] = []
    for _ in range(2):
        way = data.draw(turns(posts, made))
        with tempfile.TemporaryDirectory() as folder, closing(fill(Path(folder), way)) as database:
            ends.append(claims(database))
            assert ends[-1] == at_one_look(database)
            assert database.number("SELECT count(*) FROM decision") == len(made)
            assert database.number("SELECT count(*) FROM report WHERE opened = 0 OR cluster = ''") == 0
            with database.transaction():
                tasks.set_task(database, REASSESS)
            Intake(database, desk="desk").reassess()
            assert claims(database) == ends[-1]
    assert ends[0] == ends[1]
