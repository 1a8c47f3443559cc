"""The record and what was computed from it, in one SQLite file; the only place that knows SQL.

Items, their versions and decisions are the record. Reports, quotes, pending, claims and statements
follow from it and can be computed again. Every module here holds the queries of one subject as
functions over an open :class:`~feeds.store.database.Database`; whoever writes does so inside
``with database.transaction():``, so that what belongs together is stored whole or not at all.
"""

from __future__ import annotations

from feeds.store.database import Database, look_into, open_database
from feeds.store.lease import Lease, LeaseHeldError

__all__ = ["Database", "Lease", "LeaseHeldError", "look_into", "open_database"]
