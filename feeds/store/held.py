"""All findings that the store holds, read again only where something was written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from feeds.assessment import Fingerprint
from feeds.model import Item, Pending, Quote, Report
from feeds.store import sources
from feeds.store.codec import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.store.database import Database

Noun = TypeVar("Noun", Report, Quote, Pending, Item)

_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds at one moment of its own; what each item says is as of its last version."""

    reports: tuple[Report, ...]
    quotes: tuple[Quote, ...]
    pending: tuple[Pending, ...]
    fingerprints: tuple[Fingerprint, ...]
    spoken: tuple[Item, ...]
    """All versions of the items of sources that are somebody's own voice."""


class Holding:
    """Reads all findings, so that what stands as before is the very same object."""

    def __init__(self) -> None:
        self._state: object = None
        self._held: Held | None = None
        self._known: dict[bytes, object] = {}
        """The nouns that were read last, by the digests of their documents."""

    def read(self, database: Database) -> Held:
        """Return all that ``database`` holds now."""
        state = database.state_seen()
        if self._held is None or state != self._state:
            before, self._known = self._known, {}
            self._held = Held(
                self._nouns(database.docs("SELECT doc FROM report"), Report, before),
                self._nouns(database.docs("SELECT doc FROM quote"), Quote, before),
                self._nouns(database.docs("SELECT doc FROM pending"), Pending, before),
                _fingerprints(database),
                self._nouns(_spoken(database), Item, before),
            )
            self._state = state
        return self._held

    def _nouns(
        self, docs: Iterable[bytes], kind: type[Noun], before: dict[bytes, object]
    ) -> tuple[Noun, ...]:
        return tuple(self._noun(doc, kind, before) for doc in docs)

    def _noun(self, doc: bytes, kind: type[Noun], before: dict[bytes, object]) -> Noun:
        digest = blake2b(doc, digest_size=_DIGEST_BYTES).digest()
        known = before.get(digest)
        noun = known if isinstance(known, kind) else decode(doc, kind)
        self._known[digest] = noun
        return noun


def _spoken(database: Database) -> list[bytes]:
    voices = json.dumps([source.id for source in sources.known(database) if source.voices])
    query = """SELECT item_version.doc FROM item_version JOIN item ON item.id = item_id
               WHERE source_id IN (SELECT value FROM json_each(?))"""
    return database.docs(query, (voices,))


def _fingerprints(database: Database) -> tuple[Fingerprint, ...]:
    rows = database.rows(
        """SELECT item_id, version, received_at, hashes FROM fingerprint
           JOIN item_version USING (item_id, version)"""
    )
    return tuple(
        Fingerprint(
            str(item_id), int(str(version)), datetime.fromtimestamp(float(str(received_at)), UTC), hashes
        )
        for item_id, version, received_at, hashes in rows
        if isinstance(hashes, bytes)
    )
