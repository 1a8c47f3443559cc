"""One name means one place in one item: what is told once holds wherever the name stands alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.extraction.reports.found import Found


def one_sense(found: Sequence[Found]) -> list[Found]:
    """Put a place whose oblast nothing tells where the item's other reports put the same name."""
    known: dict[str, Found | None] = {}
    for one in found:
        if one.oblast:
            name = one.place.lower()
            same = name not in known or _agree(known[name], one)
            known[name] = (known.get(name) or one) if same else None
    return list(_in_sense(found, known))


def _agree(one: Found | None, other: Found) -> bool:
    return one is not None and one.oblast == other.oblast


def _in_sense(found: Iterable[Found], known: dict[str, Found | None]) -> Iterable[Found]:
    for one in found:
        told = known.get(one.place.lower())
        if told is None or one.oblast:
            yield one
        else:
            because = f"The item says elsewhere which {one.place} it means."
            candidates = one.candidates
            yield replace(
                one, located=told.located, oblast=told.oblast, because=because, candidates=candidates
            )
