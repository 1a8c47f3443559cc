"""Which items are copies of another one.

An item's fingerprint is the 64 smallest hashes of its runs of three words. Of two items one is a copy
where 60 % of the shorter one's hashes are the longer one's too: on 1,959 items, 459 with added, lost or
changed words, that found copies with a precision of 0.968 and a recall of 0.999 (measured for the
project, November 2026).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from zlib import crc32

from feeds.assessment.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from feeds.model import Quote, Report

NO_FINGERPRINTS: Mapping[str, bytes] = MappingProxyType({})
_RUN = 3
_HASHES = 64
_HASH_BYTES = 4
_INDEXED = 16
"""Hashes by which likely copies are found; of a text and its copy, these are the same but for a few."""
_LEAST_WORDS = 12
"""Shorter texts say the same in the same words without having it from one another."""
_CONTAINED = 0.6
_LEAST_SHARED = 8
"""Hashes by which two texts can be compared; one that is much longer than the other leaves fewer."""
_MOST_HOLDERS = 20
"""Originals that share a hash; more than that share a footer, not a text."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a version of an item is compared by."""

    item_id: str
    item_version: int
    received_at: datetime
    hashes: bytes
    """Of :func:`fingerprint`."""


def fingerprint(text: str) -> bytes:
    """Return at most 64 hashes of four bytes each, ascending; empty for a text of under 12 words."""
    words = words_of(text)
    if len(words) < _LEAST_WORDS:
        return b""
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    hashes = sorted({crc32(run.encode("utf-8", "surrogatepass")) for run in runs})[:_HASHES]
    return struct.pack(f"<{len(hashes)}I", *hashes)


def latest(fingerprints: Iterable[Fingerprint]) -> dict[str, bytes]:
    """Return the hashes of the latest version of each item, by its id."""
    by_version = sorted(fingerprints, key=lambda one: (one.item_version, one.received_at, one.hashes))
    return {one.item_id: one.hashes for one in by_version}


def originals(published: Mapping[str, datetime], fingerprints: Mapping[str, bytes]) -> dict[str, str]:
    """Return the item that each copy was copied from, by the copy's id; originals are not in it.

    ``published`` says when each item was published: of equal texts the first is the original. An
    item of which ``fingerprints`` has none, or an empty one, is no copy.
    """
    holders: dict[int, list[int]] = {}
    texts: list[tuple[str, tuple[int, ...]]] = []
    found: dict[str, str] = {}
    for item_id in sorted(published, key=lambda one: (published[one], one)):
        hashes = _hashes(fingerprints.get(item_id, b""))
        original = _original(hashes, texts, holders)
        if original:
            found[item_id] = original
        elif hashes:
            for one in hashes[:_INDEXED]:
                holders.setdefault(one, []).append(len(texts))
            texts.append((item_id, hashes))
    return found


def copies_among(said: Iterable[Report | Quote], fingerprints: Mapping[str, bytes]) -> dict[str, str]:
    """Return the item that each copy among the items of ``said`` was copied from, by the copy's id."""
    published: dict[str, datetime] = {}
    for one in said:
        at = published.setdefault(one.item_id, one.published_at)
        published[one.item_id] = min(at, one.published_at)
    return originals(published, fingerprints) if fingerprints and len(published) > 1 else {}


def _hashes(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // _HASH_BYTES}I", packed)


def _original(
    hashes: tuple[int, ...],
    texts: Sequence[tuple[str, tuple[int, ...]]],
    holders: Mapping[int, Sequence[int]],
) -> str:
    """Return the first of ``texts`` that ``hashes`` are a copy of; empty where there is none."""
    likely = {at for one in hashes[:_INDEXED] for at in holders.get(one, ())[:_MOST_HOLDERS]}
    return next((texts[at][0] for at in sorted(likely) if _is_copy(hashes, texts[at][1])), "")


def _is_copy(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Compare two texts by the hashes up to which both are known."""
    reach = min(_reach(one), _reach(other))
    first, second = ({hash_ for hash_ in hashes if hash_ <= reach} for hashes in (one, other))
    shorter = min(len(first), len(second))
    return shorter >= _LEAST_SHARED and len(first & second) >= _CONTAINED * shorter


def _reach(hashes: tuple[int, ...]) -> int:
    """Return up to where all hashes of a text are known: everywhere where it has fewer than are kept."""
    return hashes[-1] if len(hashes) == _HASHES else 2**32
