"""Which items are copies of another one.

An item's fingerprint is the 64 smallest hashes of its runs of three words. Of two items one is a copy
where 60 % of the shorter one's hashes are the longer one's too: on 1,959 items, 459 with added, lost or
changed words, that found copies with a precision of 0.968 and a recall of 0.999 (measured for the
project, November 2026).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from feeds.assessment.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from feeds.model import Quote, Report

NO_FINGERPRINTS: Mapping[str, bytes] = MappingProxyType({})
_RUN = 3
_HASHES = 64
_HASH_BYTES = 4
_AT_HAND = 1_024
"""Texts whose hashes are kept unpacked: those of the claims that change now are compared again and again."""
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
    said = " ".join(words).encode("utf-8", "surrogatepass").split(b" ")
    runs = map(b" ".join, zip(*(said[at:] for at in range(_RUN)), strict=False))
    hashes = sorted(set(map(crc32, runs)))[:_HASHES]
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
    every = {item_id: _text(fingerprints.get(item_id, b"")) for item_id in published}
    if _share_nothing(every.values()):
        return {}
    kept = _Few() if len(every) <= _MOST_HOLDERS else _Many()
    found: dict[str, str] = {}
    for item_id in sorted(published, key=lambda one: (published[one], one)):
        text = every[item_id]
        original = next((one for one, other in kept.like(text) if _is_copy(text, other)), "")
        if original:
            found[item_id] = original
        elif text.hashes:
            kept.put(item_id, text)
    return found


def copies_among(said: Iterable[Report | Quote], fingerprints: Mapping[str, bytes]) -> dict[str, str]:
    """Return the item that each copy among the items of ``said`` was copied from, by the copy's id."""
    published: dict[str, datetime] = {}
    for one in said:
        at = published.setdefault(one.item_id, one.published_at)
        published[one.item_id] = min(at, one.published_at)
    return originals(published, fingerprints) if fingerprints and len(published) > 1 else {}


def has_no_copies(new: Collection[str], all_ids: Collection[str], fingerprints: Mapping[str, bytes]) -> bool:
    """Tell whether the items ``new`` are surely copies of none of ``all_ids``, nor those of them.

    They then change nothing of which others are copies of one another.
    """
    texts = {one: _text(fingerprints.get(one, b"")) for one in all_ids}
    # Of so many, one that only shares a footer may keep another from being compared.
    are_many = len(all_ids) > _MOST_HOLDERS
    return not any(
        _is_copy(texts[one], text) or (are_many and not text.every.isdisjoint(texts[one].indexed))
        for one in new
        for item_id, text in texts.items()
        if item_id != one
    )


class _Text(NamedTuple):
    """What a text is compared by."""

    hashes: tuple[int, ...]
    indexed: frozenset[int]
    every: frozenset[int]
    reach: int
    """Up to where all hashes of it are known: everywhere where it has fewer than are kept."""


@lru_cache(maxsize=_AT_HAND)
def _text(packed: bytes) -> _Text:
    hashes = struct.unpack(f"<{len(packed) // _HASH_BYTES}I", packed)
    reach = hashes[-1] if len(hashes) == _HASHES else 2**32
    return _Text(hashes, frozenset(hashes[:_INDEXED]), frozenset(hashes), reach)


def _share_nothing(texts: Collection[_Text]) -> bool:
    """Tell whether no two texts share a hash by which likely copies are found."""
    return len(frozenset().union(*(text.indexed for text in texts))) == sum(
        len(text.indexed) for text in texts
    )


class _Few:
    """Originals that are so few that each one is looked at."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, _Text]] = []

    def put(self, item_id: str, text: _Text) -> None:
        self._texts.append((item_id, text))

    def like(self, text: _Text) -> Iterable[tuple[str, _Text]]:
        """Return those that share a hash with ``text`` by which likely copies are found, in their order."""
        return [one for one in self._texts if not one[1].indexed.isdisjoint(text.indexed)]


class _Many(_Few):
    """Originals of which at most 20 that share a hash are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._holders: dict[int, list[int]] = {}

    def put(self, item_id: str, text: _Text) -> None:
        for one in text.indexed:
            self._holders.setdefault(one, []).append(len(self._texts))
        super().put(item_id, text)

    def like(self, text: _Text) -> Iterable[tuple[str, _Text]]:
        likely = {at for one in text.indexed for at in self._holders.get(one, ())[:_MOST_HOLDERS]}
        return [self._texts[at] for at in sorted(likely)]


def _is_copy(one: _Text, other: _Text) -> bool:
    """Compare two texts by the hashes up to which both are known, as all are that both have."""
    shared = len(one.every & other.every)
    if shared < _CONTAINED * _LEAST_SHARED:
        return False
    reach = min(one.reach, other.reach)
    shorter = min(bisect_right(one.hashes, reach), bisect_right(other.hashes, reach))
    return shorter >= _LEAST_SHARED and shared >= _CONTAINED * shorter
