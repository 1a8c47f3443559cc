"""Items in detail: what their latest version says, and what of a source's was not understood."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, cast

import pytest

from feeds.collector import Intake
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import Health, LogEntry, Outcome, SourceState
from feeds.service.items import item_detail, unmatched_detail, unmatched_in
from feeds.service.present import Present
from feeds.service.states import recently_unmatched
from feeds.store import Database, items, open_database, sources
from feeds.workers.tasks import Read, Reading, perform
from tests.building import NOON, a_source, an_item, hours

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from feeds.model import Item

FIRST = "Ukrainian forces advanced near Popovka in Belgorod Oblast."
SECOND = '"We hold the whole of the village now," Colonel Rada Holm told Reuters.'
LOST = "Russian forces advanced, and it rained."
GAZETTE = a_source("gazette", url="https://desk:secret@gazette.invalid/feed")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Return a store that knows one source."""
    with closing(open_database(tmp_path / "store.sqlite3")) as opened:
        with opened.transaction():
            sources.configure(opened, [GAZETTE])
        yield opened


def keep(database: Database, *found: Item) -> None:
    """Keep what a poll brought, unread."""
    state = SourceState("gazette", Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
    entry = LogEntry("gazette", Outcome.UNCHANGED, NOON, NOON)
    Intake(database, desk="desk").keep([Polled(GAZETTE, state, entry, Page(found))])


def read(database: Database, *found: Item) -> None:
    """Keep what a poll brought, and read it as the workers do."""
    keep(database, *found)
    while unread := items.unread(database, limit=99):
        readings = cast("tuple[Reading, ...]", perform(Read((GAZETTE,), unread)))
        Intake(database, desk="desk").take_readings(list(zip(unread, readings, strict=True)))


def test_an_edited_item_keeps_what_it_said_before_and_shows_the_last_twenty_of_it(
    database: Database,
) -> None:
    for number in range(1, 24):
        keep(database, an_item(text=f"{FIRST} Take {number}."))
    detail = item_detail(database, Present(database), an_item().id)
    assert detail is not None
    assert detail.item.version == 23
    assert [item.version for item in detail.versions] == list(range(3, 23))
    assert detail.versions[-1].text == f"{FIRST} Take 22."
    keep(database, an_item(key="other"))
    other = item_detail(database, Present(database), an_item(key="other").id)
    assert other is not None
    assert other.versions == ()


def test_an_item_has_all_that_it_says_in_the_order_of_its_text(database: Database) -> None:
    text = f"{LOST} {FIRST}\n\n{SECOND}"
    read(database, an_item(text=text))
    detail = item_detail(database, Present(database), an_item().id)
    assert detail is not None
    assert (detail.item.text, detail.is_read) == (text, True)
    assert detail.source.url == "https://…@gazette.invalid/feed"
    (report,), (quote,), (lost,) = detail.said.reports, detail.said.quotes, detail.said.unmatched
    assert text[report.span.start : report.span.end] == FIRST
    assert text[quote.span.start : quote.span.end] == quote.text
    assert text[lost.start : lost.end] == LOST


def test_only_the_latest_version_counts(database: Database) -> None:
    read(database, an_item(text=f"{FIRST} {LOST}"))
    edited = an_item(text=LOST, received_at=NOON + hours(1))
    keep(database, edited)
    unread = item_detail(database, Present(database), edited.id)
    assert unread is not None
    assert (unread.item.version, unread.is_read) == (2, False)
    assert (unread.said.reports, unread.said.unmatched) == ((), ())
    read(database)
    again = item_detail(database, Present(database), edited.id)
    assert again is not None
    assert (again.is_read, again.said.reports, len(again.said.unmatched)) == (True, (), 1)


def test_an_item_that_is_gone_is_shown_with_what_it_said(database: Database) -> None:
    read(database, an_item(text=FIRST))
    intake = Intake(database, desk="desk")
    state = SourceState("gazette", Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
    entry = LogEntry("gazette", Outcome.UNCHANGED, NOON + hours(1), NOON + hours(1))
    later = an_item("later", published_at=NOON + hours(1))
    earlier = an_item("earlier", published_at=NOON - hours(1))
    keep(database, earlier, later)
    page = Page((earlier, later), present=frozenset({earlier.key, later.key}))
    intake.keep([Polled(GAZETTE, state, entry, page)])
    detail = item_detail(database, Present(database), an_item().id)
    assert detail is not None
    assert detail.item.vanished_at is not None
    assert [report.place for report in detail.said.reports] == ["Popovka"]


def test_recent_sentences_are_counted_and_listed_newest_first(database: Database) -> None:
    new, older = an_item("new", text=LOST), an_item("older", text=LOST, published_at=NOON - hours(48))
    ancient = an_item("ancient", text=LOST, published_at=NOON - hours(24 * 8))
    plain = an_item("plain", text=FIRST)
    read(database, new, older, ancient, plain)
    detail = unmatched_detail(database, "gazette", NOON)
    assert detail is not None
    assert (detail.sentences, detail.days) == (2, 7)
    assert [item.id for item, _ in detail.items] == [new.id, older.id]
    states = recently_unmatched(database, sources.states(database), NOON)
    assert states["gazette"].unmatched == 2
    assert unmatched_in(database, [new, ancient, plain]) == {new.id: 1, ancient.id: 1}


def test_what_is_not_there_is_nothing(database: Database) -> None:
    assert item_detail(database, Present(database), "nowhere") is None
    assert unmatched_detail(database, "nobody", NOON) is None
    quiet = unmatched_detail(database, "gazette", NOON)
    assert quiet is not None
    assert (quiet.sentences, quiet.items) == (0, ())
