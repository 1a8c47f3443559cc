"""Items and all their versions: the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.model import WANTED, Item, stable_id
from feeds.store import changes
from feeds.store.codec import decode, decode_all, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from feeds.store.database import Database

_LATEST = "FROM item JOIN item_version ON item_id = item.id AND item_version.version = item.version"
_AT_ONCE = 500
"""Ids in one query."""
_WINDOW = 500
_WANTED_FOR = timedelta(days=1)
"""After its publication, for which an article that could not be had is asked for again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the items of one poll."""

    new: tuple[Item, ...] = ()
    edited: tuple[Item, ...] = ()
    """New versions of items that were kept already, or that had vanished and are back."""
    ids: frozenset[str] = frozenset()
    """Of all items given, under the ids that they are kept by."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What is known of a kept item without reading its words."""

    id: str
    key: str
    link: str
    digest: str
    """Empty where the item was kept before digests were."""
    is_gone: bool


def keep(
    database: Database, items: Sequence[Item], *, desk: str, silent: frozenset[str] = frozenset()
) -> Kept:
    """Keep the items of one source as they came in; each becomes a new item, a new version, or nothing.

    Nothing, where the source lists the same words as before. An item that had vanished and is back
    counts as a new version. One whose name is new may be a kept one all the same, see
    :func:`_renamed`. New items among the ids ``silent`` need not be read.
    """
    known = _known(database, items)
    new: dict[str, Item] = {}
    edited: list[Item] = []
    ids: set[str] = set()
    for item in items:
        row = known.get(item.id)
        if row is None or row.id in ids:
            new.setdefault(item.id, item if item.digest else replace(item, digest=digest_of(item)))
            ids.add(item.id)
            continue
        ids.add(row.id)
        if row.is_gone or _differs(database, row, item):
            edited.append(_next_version(database, row, item))
        elif not row.digest:
            _note_digest(database, row, item)
    _insert(database, tuple(new.values()), desk=desk, silent=silent)
    for version in edited:
        _add_version(database, version)
    return Kept(tuple(new.values()), tuple(edited), frozenset(ids))


def news(database: Database, items: Sequence[Item]) -> tuple[tuple[Item, ...], frozenset[str]]:
    """Return those of ``items`` that are not kept as they are, or whose article is still wanted.

    Beside them the ids of those of which an earlier version is kept with the whole article.
    """
    known = _known(database, items)
    fresh: list[Item] = []
    whole: set[str] = set()
    for item in items:
        row = known.get(item.id)
        if row is None or _differs(database, row, item) or _is_wanted(row, item):
            fresh.append(item)
            if row is not None and _is_whole(_last(database, row.id)):
                whole.add(item.id)
    return tuple(fresh), frozenset(whole)


def mark_vanished(database: Database, item_id: str, at: datetime) -> Item | None:
    """Mark an item as gone from its source; its words stay. None where it was marked already."""
    docs = database.docs(f"SELECT doc {_LATEST} WHERE item.id = ? AND vanished_at IS NULL", (item_id,))
    if not docs:
        return None
    gone = replace(decode(docs[0], Item), vanished_at=at)
    database.write("UPDATE item SET vanished_at = ? WHERE id = ?", (at.timestamp(), item_id))
    database.write(
        "UPDATE item_version SET doc = ? WHERE item_id = ? AND version = ?",
        (encode(gone), gone.id, gone.version),
    )
    return gone


def vanished_at(database: Database, item_id: str, version: int) -> datetime | None:
    """Return when an item was found gone while this version was its latest; None: it never was."""
    docs = database.docs("SELECT doc FROM item_version WHERE item_id = ? AND version = ?", (item_id, version))
    return decode(docs[0], Item).vanished_at if docs else None


def is_read(database: Database, item_id: str) -> bool:
    """Tell whether all versions of an item have been read for what they say."""
    return bool(database.rows("SELECT 1 FROM item WHERE id = ? AND read_version = version", (item_id,)))


def read_version(database: Database, item_id: str) -> int:
    """Return the latest version of an item that has been read for what it says; 0: none has."""
    return database.number("SELECT read_version FROM item WHERE id = ?", (item_id,))


def present(database: Database, source_id: str, *, besides: frozenset[str]) -> Mapping[str, datetime]:
    """Return keys and times of a source's 500 newest items that have not vanished, without some ids."""
    query = """SELECT id, key, published_at FROM item WHERE source_id = ? AND vanished_at IS NULL
               ORDER BY published_at DESC LIMIT ?"""
    rows = database.rows(query, (source_id, _WINDOW))
    return {
        str(key): datetime.fromtimestamp(float(str(at)), UTC)
        for item_id, key, at in rows
        if item_id not in besides
    }


def unread(database: Database, *, limit: int) -> tuple[Item, ...]:
    """Return versions to be read next for what they say, at most ``limit``.

    Of each source only those that it received first of all unread ones, so that what a source said
    before is always known when a version of it is read; among them the newest items first.
    """
    # Without the index's name all kept items are gone over for the order of their sources.
    query = """SELECT doc FROM
                 (SELECT id, version FROM
                    (SELECT id, item_version.version AS version, published_at, received_at,
                            min(received_at) OVER (PARTITION BY source_id) AS first
                     FROM item INDEXED BY item_unread
                     JOIN item_version ON item_id = id AND item_version.version > read_version
                     WHERE read_version < item.version)
                  WHERE received_at = first ORDER BY published_at DESC, id LIMIT ?) AS next
               JOIN item_version ON item_id = id AND item_version.version = next.version"""
    return decode_all(database.docs(query, (limit,)), Item)


def mark_read(database: Database, items: Iterable[Item]) -> None:
    """Note that these versions have been read, and so those before them."""
    read = tuple(items)
    rows = [(item.version, item.id, item.version) for item in read]
    database.write_many("UPDATE item SET read_version = ? WHERE id = ? AND read_version < ?", rows)
    for source_id in {item.source_id for item in read}:
        changes.note(database, changes.Subject.SOURCE, source_id)


def count_unread(database: Database) -> int:
    """Return how many items wait to be read."""
    return database.number("SELECT count(*) FROM item WHERE read_version < version")


def count(database: Database, source_id: str) -> int:
    """Return how many items of a source are kept, versions not counted."""
    return database.number("SELECT count(*) FROM item WHERE source_id = ?", (source_id,))


def count_since(database: Database, moment: datetime) -> Mapping[str, int]:
    """Return how many items published at or after a moment are kept of each source that has some."""
    query = "SELECT source_id, count(*) FROM item WHERE published_at >= ? GROUP BY source_id"
    rows = database.rows(query, (moment.timestamp(),))
    return {str(source_id): int(str(number)) for source_id, number in rows}


def total(database: Database) -> int:
    """Return how many items are kept in all."""
    return database.number("SELECT count(*) FROM item")


def latest(database: Database, source_id: str, *, limit: int) -> tuple[Item, ...]:
    """Return the latest version of a source's newest items, newest first."""
    query = f"SELECT doc {_LATEST} WHERE source_id = ? ORDER BY published_at DESC LIMIT ?"
    return decode_all(database.docs(query, (source_id, limit)), Item)


def one(database: Database, item_id: str) -> tuple[Item, bool] | None:
    """Return the latest version of an item, and whether it has been read; None where there is none."""
    rows = database.rows("SELECT read_version >= version FROM item WHERE id = ?", (item_id,))
    return (_last(database, item_id), bool(rows[0][0])) if rows else None


def published(database: Database, source_id: str, since: datetime, until: datetime) -> tuple[Item, ...]:
    """Return the latest version of what a source published from ``since`` to ``until``, both included."""
    query = f"SELECT doc {_LATEST} WHERE source_id = ? AND published_at BETWEEN ? AND ?"
    return decode_all(database.docs(query, (source_id, since.timestamp(), until.timestamp())), Item)


def versions(database: Database, item_ids: Iterable[str]) -> tuple[Item, ...]:
    """Return all versions of the items of these ids, in order of reception."""
    query = "SELECT doc FROM item_version WHERE item_id = ? ORDER BY version"
    found = [item for item_id in item_ids for item in decode_all(database.docs(query, (item_id,)), Item)]
    return tuple(sorted(found, key=lambda item: (item.received_at, item.id, item.version)))


def _has_any(database: Database, source_id: str) -> bool:
    return bool(database.rows("SELECT 1 FROM item WHERE source_id = ? LIMIT 1", (source_id,)))


def _rows_by_id(database: Database, ids: Sequence[str]) -> dict[str, _Row]:
    found: dict[str, _Row] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT id, key, link, digest, vanished_at FROM item WHERE id IN ({marks})"  # noqa: S608
        found |= {row.id: row for row in _rows(database, query, some)}
    return found


def _known(database: Database, items: Sequence[Item]) -> dict[str, _Row]:
    """Return the kept item that each of ``items`` is, by the id that it was given with."""
    if not items or not _has_any(database, items[0].source_id):
        return {}
    known = _rows_by_id(database, [item.id for item in items])
    strangers = [item for item in items if item.id not in known]
    if strangers:
        given = {item.id for item in items}
        links = Counter(item.url for item in items)
        for item in strangers:
            row = _renamed(database, item, given, is_only=links[item.url] == 1)
            if row is not None:
                known[item.id] = row
    return known


def _renamed(database: Database, item: Item, given: set[str], *, is_only: bool) -> _Row | None:
    """Return the kept item that ``item`` is under a new name; some sources give one at every poll.

    That is one of the same moment of publication, without a date of the same address, that is not
    itself among the ``given`` ones, and has the same words; or the same address and title, where no
    other item of that moment or of this poll has that address.
    """
    columns = "SELECT id, key, link, digest, vanished_at FROM item WHERE source_id = ?"
    if item.published_estimated:
        rows = _rows(database, f"{columns} AND digest = ?", (item.source_id, digest_of(item)))
        rows = [row for row in rows if row.link == item.url]
    else:
        moment = item.published_at.timestamp()
        rows = _rows(database, f"{columns} AND published_at = ?", (item.source_id, moment))
    others = [row for row in rows if row.id not in given]
    same = [row for row in others if row.digest == digest_of(item)]
    if not same and is_only and item.url:
        linked = [row for row in rows if row.link == item.url]
        same = [row for row in linked if row in others and _last(database, row.id).title == item.title]
        same = same if len(linked) == 1 else []
    return same[0] if len(same) == 1 else None


def _rows(database: Database, query: str, values: Sequence[object]) -> list[_Row]:
    rows = database.rows(query, values)
    return [
        _Row(str(item_id), str(key), str(link), str(digest), vanished_at is not None)
        for item_id, key, link, digest, vanished_at in rows
    ]


def digest_of(item: Item) -> str:
    """Return the digest of what a source listed of ``item``."""
    return item.digest or stable_id(item.title, item.text)


def _is_whole(item: Item) -> bool:
    """Tell whether an item's text is that of the article behind what its source listed."""
    return bool(item.digest) and item.digest.rstrip(WANTED) != stable_id(item.title, item.text)


def _is_wanted(row: _Row, item: Item) -> bool:
    return row.digest.endswith(WANTED) and item.received_at - item.published_at < _WANTED_FOR


def _differs(database: Database, row: _Row, item: Item) -> bool:
    if row.digest:
        is_edit = row.digest.rstrip(WANTED) != digest_of(item).rstrip(WANTED)
        return is_edit or (row.digest.endswith(WANTED) and _is_whole(item))
    # Kept before there were digests, and cleaned by other rules.
    last = _last(database, row.id)
    return _letters(last.title + last.text) != _letters(item.title + item.text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _note_digest(database: Database, row: _Row, item: Item) -> None:
    values = (digest_of(item), item.url, row.id)
    database.write("UPDATE item SET digest = ?, link = ? WHERE id = ?", values)


def _last(database: Database, item_id: str) -> Item:
    return decode(database.docs(f"SELECT doc {_LATEST} WHERE item.id = ?", (item_id,))[0], Item)


def _next_version(database: Database, row: _Row, item: Item) -> Item:
    last = _last(database, row.id)
    return replace(
        item,
        id=row.id,
        key=row.key,
        version=last.version + 1,
        published_at=last.published_at if item.published_estimated else item.published_at,
        edited_at=item.edited_at or item.received_at,
        digest=digest_of(item),
    )


def _insert(database: Database, items: Sequence[Item], *, desk: str, silent: frozenset[str]) -> None:
    rows = [
        (
            *(item.id, desk, item.source_id, item.key, item.published_at.timestamp()),
            *(item.url, item.digest, item.id in silent),
        )
        for item in items
    ]
    database.write_many(
        """INSERT INTO item (id, desk, source_id, key, version, published_at, link, digest, read_version)
           VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)""",
        rows,
    )
    _insert_versions(database, items)


def _insert_versions(database: Database, items: Sequence[Item]) -> None:
    database.write_many(
        "INSERT INTO item_version (item_id, version, received_at, doc) VALUES (?, ?, ?, ?)",
        [(item.id, item.version, item.received_at.timestamp(), encode(item)) for item in items],
    )


def _add_version(database: Database, item: Item) -> None:
    _insert_versions(database, (item,))
    database.write(
        "UPDATE item SET version = ?, vanished_at = NULL, link = ?, digest = ? WHERE id = ?",
        (item.version, item.url, item.digest, item.id),
    )
