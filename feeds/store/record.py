"""All that was known at a moment, from what the store holds now."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.assessment import Fingerprint, Record
from feeds.model import Decision, Item, Pending, Quote, Report
from feeds.store import former, sources
from feeds.store.codec import decode_all

if TYPE_CHECKING:
    from feeds.store.database import Database


def known_at(database: Database, moment: datetime) -> Record:
    """Return what items said and analysts had decided by ``moment``.

    An item counts from when its version was received, however much later it was read, and as it is
    read today: a version that was read again, because places or decisions on places changed, or by
    ``frontwatch rebuild``, counts as if it had been read so at once. All else is as it was: later
    versions, deletions and decisions are left out.
    """
    replaced = former.at(database, moment)
    then = replaced.values()
    reports = decode_all(database.docs("SELECT doc FROM report"), Report)
    quotes = decode_all(database.docs("SELECT doc FROM quote"), Quote)
    pending = decode_all(database.docs("SELECT doc FROM pending"), Pending)
    made = database.docs("SELECT doc FROM decision WHERE at <= ?", (moment.timestamp(),))
    record = Record(
        reports=(
            *(one for one in reports if one.item_id not in replaced),
            *(one for said in then for one in said.reports),
        ),
        quotes=(
            *(one for one in quotes if one.item_id not in replaced),
            *(one for said in then for one in said.quotes),
        ),
        pending=(
            *(one for one in pending if one.item_id not in replaced),
            *(one for said in then for one in said.pending),
        ),
        decisions=decode_all(made, Decision),
        fingerprints=_fingerprints(database, moment),
        spoken=_spoken(database, moment),
    )
    return record.known_at(moment)


def _spoken(database: Database, moment: datetime) -> tuple[Item, ...]:
    """Return what had been received from sources that are somebody's own voice."""
    voices = json.dumps([source.id for source in sources.known(database) if source.voices])
    query = """SELECT item_version.doc FROM item_version JOIN item ON item.id = item_id
               WHERE received_at <= ? AND source_id IN (SELECT value FROM json_each(?))"""
    return decode_all(database.docs(query, (moment.timestamp(), voices)), Item)


def _fingerprints(database: Database, moment: datetime) -> tuple[Fingerprint, ...]:
    rows = database.rows(
        """SELECT item_id, version, received_at, hashes FROM fingerprint
           JOIN item_version USING (item_id, version) WHERE received_at <= ?""",
        (moment.timestamp(),),
    )
    return tuple(
        Fingerprint(
            str(item_id), int(str(version)), datetime.fromtimestamp(float(str(received_at)), UTC), hashes
        )
        for item_id, version, received_at, hashes in rows
        if isinstance(hashes, bytes)
    )
