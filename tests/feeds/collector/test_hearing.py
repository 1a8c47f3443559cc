"""Quoted words are found in the speaker's own voice, whichever comes first and in whatever batches."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.assessment import Directory, Fingerprint, Record, assess, fingerprint
from feeds.collector import Intake
from feeds.collector.intake import REASSESS
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import Extract, Health, Item, LogEntry, Outcome, Quote, SourceState, Statement
from feeds.store import Database, open_database, results, sources, tasks
from feeds.store.codec import decode_all
from feeds.workers.tasks import Reading
from tests.building import NOON, a_quote, a_source, an_item, hours

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCES = (
    a_source("gazette"),
    a_source("courier"),
    a_source("voice", voices=("Ivan Example", "Іван Екземпл")),
    a_source("second", voices=("Ivan Example",)),
)
DIRECTORY = Directory(SOURCES)
WORDS = (
    "We have crossed the ditch and we are staying there",
    "We have not crossed the ditch and we are staying there",
    "We have crossed the wide ditch and we are staying there",
    "Nobody shall say that the winter found us sleeping",
)
Post = tuple[Item, tuple[Quote, ...]]


def post(number: int, source_id: str, words: str, hour: int) -> Post:
    """Return an item with some words, which an outlet puts between marks."""
    at = NOON + hours(hour)
    item = an_item(str(number), source_id=source_id, text=f"Notice {number}. {words}.", published_at=at)
    if source_id in {"voice", "second"}:
        return item, ()
    quote = a_quote(f"quote {number}", text=words, source_id=source_id)
    told = replace(quote, item_id=item.id, published_at=at, received_at=item.received_at)
    return item, (told,)


def take_in(database: Database, posts: Sequence[Post]) -> None:
    """Have some items kept and read together."""
    intake = Intake(database, desk="desk")
    for item, _ in posts:
        source = next(one for one in SOURCES if one.id == item.source_id)
        state = SourceState(source.id, Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
        entry = LogEntry(source.id, Outcome.UNCHANGED, NOON, NOON)
        intake.keep([Polled(source, state, entry, Page((item,)))])
    intake.take_readings([(item, Reading(Extract(quotes=quotes))) for item, quotes in posts])


def statements(database: Database) -> list[Statement]:
    """Return all statements of a store."""
    found = results.statements_since(database, datetime(2000, 1, 1, tzinfo=UTC))
    return sorted(found, key=lambda one: (one.first_at, one.id))


def at_one_look(database: Database) -> list[Statement]:
    """Return the statements that follow from all that a store holds."""
    quotes = decode_all(database.docs("SELECT doc FROM quote"), Quote)
    items = decode_all(database.docs("SELECT doc FROM item_version"), Item)
    known = tuple(Fingerprint(one.id, one.version, one.received_at, fingerprint(one.text)) for one in items)
    own = tuple(one for one in items if one.source_id in {"voice", "second"})
    made = assess(Record(quotes=quotes, fingerprints=known, spoken=own), DIRECTORY).statements
    return sorted(made, key=lambda one: (one.first_at, one.id))


def filled(folder: str, posts: Sequence[Post], cuts: Sequence[int]) -> Database:
    """Return a store that took in ``posts`` in turns that end at ``cuts``."""
    database = open_database(Path(folder) / "store.sqlite3")
    database.write("PRAGMA synchronous = OFF")
    with database.transaction():
        sources.configure(database, SOURCES)
    begin = 0
    for end in (*sorted(set(cuts)), len(posts)):
        if end > begin:
            take_in(database, posts[begin:end])
            begin = end
    return database


POSTS = st.lists(
    st.tuples(
        st.sampled_from([source.id for source in SOURCES]),
        st.sampled_from(WORDS),
        st.integers(0, 60),
    ),
    min_size=2,
    max_size=7,
)


@settings(deadline=None, max_examples=25)
@given(POSTS, st.data())
def test_any_order_and_any_batches_give_what_one_look_gives(
    told: list[tuple[str, str, int]], data: st.DataObject
) -> None:
    posts = [post(number, *one) for number, one in enumerate(told)]
    ends = []
    for _ in range(2):
        order = data.draw(st.permutations(posts))
        cuts = data.draw(st.lists(st.integers(1, len(posts)), max_size=3))
        with tempfile.TemporaryDirectory() as folder, closing(filled(folder, order, cuts)) as database:
            ends.append(statements(database))
            assert ends[-1] == at_one_look(database)
            with database.transaction():
                tasks.set_task(database, REASSESS)
            Intake(database, desk="desk").reassess()
            assert statements(database) == ends[-1]
    assert ends[0] == ends[1]


@settings(deadline=None, max_examples=10)
@given(st.permutations([("voice", 0), ("gazette", 1), ("courier", 2)]))
def test_the_own_voice_confirms_whenever_it_comes(order: list[tuple[str, int]]) -> None:
    posts = [post(number, source_id, WORDS[0], 3 * number) for source_id, number in order]
    with tempfile.TemporaryDirectory() as folder, closing(filled(folder, posts, [1, 2])) as database:
        (statement,) = statements(database)
        assert statement.state == "confirmed"
        assert statement.witness is not None
        assert statement.witness.url == "http://voice.invalid/0"


@pytest.mark.parametrize("order", [("voice", "gazette"), ("gazette", "voice")])
def test_a_speech_too_long_to_compare_whole_is_found_by_its_beginning(order: tuple[str, str]) -> None:
    beginning = " ".join(f"w{number}" for number in range(400))
    rest = " ".join(f"unforgettable{number}" for number in range(150))
    words = {"voice": beginning, "gazette": f"{beginning} {rest}"}
    posts = [post(number, name, words[name], number) for number, name in enumerate(order)]
    with tempfile.TemporaryDirectory() as folder, closing(filled(folder, posts, [1])) as database:
        (statement,) = statements(database)
        assert statement.state == "confirmed"


@pytest.mark.parametrize(("days", "state"), [(1, "altered"), (5, "awaiting")])
def test_other_words_count_only_near_the_time_and_the_same_words_for_a_week(days: int, state: str) -> None:
    for words, expected in ((WORDS[0], "confirmed"), (WORDS[1], state)):
        posts = [post(0, "gazette", WORDS[0], 0), post(1, "voice", words, 24 * days)]
        with tempfile.TemporaryDirectory() as folder, closing(filled(folder, posts, [1])) as database:
            (statement,) = statements(database)
            assert statement.state == expected
