"""Entries of one document that would be known by the same key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from feeds.formats.links import canonical_link
from feeds.model import stable_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from feeds.formats.drafts import Draft


def without_doubles(drafts: Sequence[Draft], versioned: Collection[str]) -> list[Draft]:
    """Return ``drafts`` in their order with a key of its own for each, and true doubles only once.

    What shares a key is parted by link, and by title where the links are one too: some feeds give
    all entries the guid or the link of their site. Keys in ``versioned`` stand for versions of one
    article, of which the first is kept. What has no key, or nothing but a key, is numbered.
    """
    groups: dict[str, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.key, []).append(draft)
    parted = {key: _Parting.of(group) for key, group in groups.items() if key and len(group) > 1}
    numbers: Counter[str] = Counter()
    kept: dict[str, Draft] = {}
    for draft in drafts:
        key = draft.key
        if not key or not (draft.url or draft.title or draft.text):
            key = key or stable_id(draft.title, _instant(draft.published_at))
            numbers[key] += 1
            key = f"{key} {numbers[key]}" if numbers[key] > 1 else key
        elif key in parted and key not in versioned:
            key = parted[key].key_of(draft)
        kept.setdefault(key, draft if key == draft.key else replace(draft, key=key))
    return list(kept.values())


def _instant(moment: datetime | None) -> str:
    """Write a moment the same in whatever zone it was given."""
    return str(moment.timestamp()) if moment else ""


@dataclass(frozen=True, slots=True)
class _Parting:
    """By what the entries that share a key are told apart."""

    by_link: bool
    by_title: bool

    @classmethod
    def of(cls, sharing: Sequence[Draft]) -> _Parting:
        links = {canonical_link(draft.url) for draft in sharing}
        titles = {draft.title for draft in sharing}
        return cls(len(links) > 1, len(titles) > 1 and len(links) < len(sharing))

    def key_of(self, draft: Draft) -> str:
        key = f"{draft.key} {canonical_link(draft.url)}" if self.by_link else draft.key
        return f"{key} {stable_id(draft.title)}" if self.by_title else key
