"""All that was known at a moment, from what the store holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment import Record
from feeds.model import Decision
from feeds.store import former
from feeds.store.codec import decode_all
from feeds.store.held import Holding

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.store.database import Database


def known_at(database: Database, moment: datetime, holding: Holding | None = None) -> Record:
    """Return what items said and analysts had decided by ``moment``.

    An item counts from when its version was received, however much later it was read, and as it is
    read today: a version that was read again, because places or decisions on places changed, or by
    ``frontwatch rebuild``, counts as if it had been read so at once. All else is as it was: later
    versions, deletions and decisions are left out. ``holding`` spares reading what was read before.
    """
    held = (holding or Holding()).read(database)
    replaced = former.at(database, moment)
    then = replaced.values()
    made = database.docs("SELECT doc FROM decision WHERE at <= ?", (moment.timestamp(),))
    record = Record(
        reports=(
            *(one for one in held.reports if one.item_id not in replaced),
            *(one for said in then for one in said.reports),
        ),
        quotes=(
            *(one for one in held.quotes if one.item_id not in replaced),
            *(one for said in then for one in said.quotes),
        ),
        pending=(
            *(one for one in held.pending if one.item_id not in replaced),
            *(one for said in then for one in said.pending),
        ),
        decisions=decode_all(made, Decision),
        fingerprints=held.fingerprints,
        spoken=held.spoken,
    )
    return record.known_at(moment)
