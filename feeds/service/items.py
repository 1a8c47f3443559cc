"""Items in detail: what one says, those of a source, and what of them was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from feeds.model import Extract, ItemDetail, Pending, Quote, Report, SourceDetail, UnmatchedDetail
from feeds.service.showing import every_s, shown_log, shown_source, shown_state
from feeds.service.states import RECENT
from feeds.store import items, log, sources, unmatched

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from feeds.model import Item, Source, SourceState
    from feeds.service.details import Known
    from feeds.store import Database

Finding = TypeVar("Finding", Report, Quote, Pending)

_MOST_ITEMS = 100
_MOST_VERSIONS = 20
"""Versions before the latest one that are shown."""


def item_detail(database: Database, known: Known, item_id: str) -> ItemDetail | None:
    """Return an item with what the latest version that is known says; None where none of that id is."""
    versions = known.versions([item_id])
    if not versions:
        return None
    item = versions[-1]
    source = _known(database, item.source_id)
    if source is None:
        return None
    is_read = items.read_version(database, item_id) >= item.version
    return ItemDetail(item, source, _said(database, known, item), is_read, versions[-1 - _MOST_VERSIONS : -1])


def source_detail(database: Database, source: Source, state: SourceState) -> SourceDetail:
    """Return a source with its latest items, in a state that is in force."""
    latest = items.latest(database, source.id, limit=_MOST_ITEMS)
    return SourceDetail(
        source=shown_source(source),
        state=shown_state(state),
        every_s=every_s(source, state),
        items=latest,
        log=shown_log(log.of_source(database, source.id)),
        unmatched=unmatched_in(database, latest),
    )


def unmatched_detail(database: Database, source_id: str, now: datetime) -> UnmatchedDetail | None:
    """Return what of a source's recent items was not understood; None where there is no such source."""
    source = _known(database, source_id)
    if source is None:
        return None
    since = now - RECENT
    lost = unmatched.of_source(database, source_id, since=since, limit=_MOST_ITEMS)
    kept = [(items.one(database, one.item_id), one) for one in lost]
    return UnmatchedDetail(
        source=source,
        days=RECENT.days,
        sentences=unmatched.counts(database, [source_id], since=since).get(source_id, 0),
        items=tuple(
            (item[0], one.sentences) for item, one in kept if item and _is_of(item[0], one.item_version)
        ),
    )


def unmatched_in(database: Database, shown: Iterable[Item]) -> dict[str, int]:
    """Return how many sentences were not understood of those of some items that have any, by id."""
    lost = ((item, unmatched.of_item(database, item.id)) for item in shown)
    return {item.id: len(one.sentences) for item, one in lost if one and _is_of(item, one.item_version)}


def _known(database: Database, source_id: str) -> Source | None:
    found = next((one for one in sources.known(database) if one.id == source_id), None)
    return shown_source(found) if found is not None else None


def _said(database: Database, known: Known, item: Item) -> Extract:
    """Return what a version says; what a deletion took back it says all the same."""
    said = known.said_in(item.id)
    lost = unmatched.of_item(database, item.id)
    return Extract(
        reports=_of_version(said.reports, item),
        quotes=_of_version(said.quotes, item),
        pending=_of_version(said.pending, item),
        unmatched=lost.sentences if lost is not None and _is_of(item, lost.item_version) else (),
    )


def _of_version(found: Iterable[Finding], item: Item) -> tuple[Finding, ...]:
    own = (one for one in found if _is_of(item, one.item_version))
    standing = (one for one in own if one.withdrawn_at is None or item.vanished_at is not None)
    return tuple(sorted(standing, key=lambda one: (one.span.start, one.id)))


def _is_of(item: Item, version: int) -> bool:
    return item.version == version
