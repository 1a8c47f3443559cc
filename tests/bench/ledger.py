"""What a store holds of the numbered feeds, and what is wrong with it after a kill.

The store is opened for reading only, beside whoever works on it. An entry's guid is ``FEED-NUMBER-AT``
(see :class:`tests.bench.shelves.Numbered`), and the id of source N is ``feed-N``.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_MOST_SAID = 5
_PATIENCE_S = 20
_DOCUMENTS = "SELECT rtrim(key, '0123456789') AS name, count(*), count(DISTINCT key) FROM item GROUP BY name"
_SPARE = """
    SELECT (SELECT count(*) FROM item WHERE NOT EXISTS
               (SELECT 1 FROM item_version WHERE item_id = item.id AND item_version.version = item.version)),
           (SELECT count(*) FROM item_version) - (SELECT count(*) FROM item)
"""
_MISREAD = """
    SELECT key, count(report.id) AS reports FROM item LEFT JOIN report ON item_id = item.id
    GROUP BY item.id HAVING reports <> (key LIKE '%-0')
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store holds."""

    check: str
    """``ok``, or what SQLite's own check found."""
    states: Mapping[int, int]
    """The number of the document that the stored state of a feed names, by feed; 0 for none."""
    entries: Mapping[tuple[int, int], int]
    """How many entries of a document are kept, by feed and number."""
    doubles: int
    """Items of the same guid, and versions, beyond the first; no entry ever changes."""
    orphans: int
    """Items without their latest version."""


@dataclass(frozen=True, slots=True)
class Served:
    """What the server knows."""

    entries: int
    """In each document of its own."""
    served: Mapping[int, int]
    """The last number served, by feed."""
    acknowledged: Mapping[int, int]
    """The highest number that a request named as stored, by feed."""


def kept_in(store: Path, *, thorough: bool) -> Kept:
    """Read a store; ``thorough`` checks indexes too, which takes longer."""
    with closing(_opened(store)) as database:
        (check,) = database.execute(f"PRAGMA {'integrity' if thorough else 'quick'}_check").fetchone()
        documents = database.execute(_DOCUMENTS).fetchall()
        ((orphans, spare),) = database.execute(_SPARE)
        states = database.execute("SELECT source_id, doc FROM source_state").fetchall()
    return Kept(
        check=str(check),
        states={_feed_of(source_id): _number_of(doc) for source_id, doc in states},
        entries={_document_of(name): count for name, count, _ in documents},
        doubles=sum(count - different for _, count, different in documents) + spare,
        orphans=orphans,
    )


def faults_in(kept: Kept, known: Served) -> list[str]:
    """Return what is wrong with a store, as sentences, at most a few of each kind; empty: nothing."""
    faults = [] if kept.check == "ok" else [f"SQLite finds it damaged: {kept.check}"]
    if kept.doubles:
        faults.append(f"{kept.doubles} items or versions are there once more")
    if kept.orphans:
        faults.append(f"{kept.orphans} items lack their latest version")
    for kind in (_not_whole(kept, known), _lost(kept, known), _beyond(kept, known)):
        found = list(kind)
        faults += found[:_MOST_SAID]
        faults += [f"and {len(found) - _MOST_SAID} more"] if len(found) > _MOST_SAID else []
    return faults


def waiting_in(store: Path) -> int:
    """Return how many items wait to be read for what they say."""
    with closing(_opened(store)) as database:
        return int(database.execute("SELECT count(*) FROM item WHERE read_version < version").fetchone()[0])


def misread_in(store: Path) -> list[str]:
    """Return what is wrong with what was read out of a store in which no item waits.

    The first entry of each document makes one report, and no other makes any.
    """
    with closing(_opened(store)) as database:
        wrong = database.execute(_MISREAD).fetchall()
    return [f"{len(wrong)} items have too few or too many reports: {wrong[0]}"] if wrong else []


def _not_whole(kept: Kept, known: Served) -> Iterator[str]:
    for (feed, number), count in kept.entries.items():
        if count != known.entries:
            yield f"document {number} of feed {feed} is there in part: {count} of {known.entries} entries"
    for feed, number in kept.states.items():
        if number and (feed, number) not in kept.entries:
            yield f"feed {feed} is said to stand at document {number}, of which nothing is there"


def _lost(kept: Kept, known: Served) -> Iterator[str]:
    for feed, number in known.acknowledged.items():
        if kept.states.get(feed, 0) < number:
            yield f"feed {feed} had acknowledged document {number} and stands at {kept.states.get(feed, 0)}"


def _beyond(kept: Kept, known: Served) -> Iterator[str]:
    """Find entries beyond their feed's state, and more than one poll beyond the last acknowledged."""
    newest: dict[int, int] = {}
    for feed, number in kept.entries:
        newest[feed] = max(number, newest.get(feed, 0))
    for feed, number in newest.items():
        state = kept.states.get(feed, 0)
        acknowledged, served = known.acknowledged.get(feed, 0), known.served.get(feed, 0)
        if number != state:
            yield f"feed {feed} has entries of document {number}, its state stands at {state}"
        if state not in {acknowledged, served}:
            yield f"feed {feed} stands at {state}; acknowledged {acknowledged}, served {served}"


def _opened(store: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=_PATIENCE_S)


def _feed_of(source_id: str) -> int:
    return int(source_id.removeprefix("feed-"))


def _document_of(name: str) -> tuple[int, int]:
    feed, number = name.rstrip("-").split("-")
    return int(feed), int(number)


def _number_of(doc: bytes) -> int:
    etag = str(json.loads(doc)["etag"])
    return int(etag.strip('"').rpartition("-")[2] or 0)
