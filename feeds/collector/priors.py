"""What is known of sources before their items are read, from the record: see :mod:`feeds.geography.prior`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment import in_force
from feeds.geography.folding import fold
from feeds.geography.prior import Prior, Settled
from feeds.store import decisions, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from feeds.model import Decision, Item, Place, Report, Source
    from feeds.store import Database

_LATELY = timedelta(hours=48)
_MOST_RECENT = 20


def priors_for(database: Database, items: Sequence[Item], known: Mapping[str, Source]) -> dict[str, Prior]:
    """Return what is known of the sources of ``items``, by their ids; nothing of them: no entry.

    It is taken as of the items' own time, so that reading them later, or again, gives the same. Asks
    the store three times at most, however many items and sources there are.
    """
    newest: dict[str, datetime] = {}
    for item in items:
        newest[item.source_id] = max(item.published_at, newest.get(item.source_id, item.published_at))
    being_read = frozenset(item.id for item in items)
    recent = _recent(database, newest, being_read)
    settled = _settled(database, newest, being_read)
    priors = {
        source_id: Prior(
            oblasts=frozenset(known[source_id].oblasts),
            recent=recent.get(source_id, ()),
            settled=settled.get(source_id, ()),
        )
        for source_id in newest
    }
    return {source_id: prior for source_id, prior in priors.items() if prior != Prior()}


def _recent(
    database: Database, newest: Mapping[str, datetime], being_read: frozenset[str]
) -> dict[str, tuple[Place, ...]]:
    """Return what sources named lately, but for the items that are read: they would hold themselves."""
    spans = {one: (at - _LATELY, at) for one, at in newest.items()}
    named = places.named_in(database, spans, besides=being_read)
    return {source_id: _each_once(every) for source_id, every in named.items()}


def _each_once(every: Iterable[Place]) -> tuple[Place, ...]:
    first: dict[str, Place] = {}
    for place in every:
        first.setdefault(place.id, place)
    return tuple(first.values())[:_MOST_RECENT]


def _settled(
    database: Database, source_ids: Iterable[str], being_read: frozenset[str]
) -> dict[str, tuple[Settled, ...]]:
    """Return what analysts settled, without what they settled of the very items that are read.

    Those must be read as they stand: the decision is laid over that, and it needs something to hold on.
    """
    made = {
        decision.id: (decision, report)
        for decision, report in places.decisions_of(database, tuple(source_ids))
    }
    if not made:
        return {}
    targets = {decision.target for decision, _ in made.values()}
    found: dict[str, list[Settled]] = {}
    for decision, report in _latest(in_force(decisions.on(database, targets)), made):
        if report.item_id not in being_read and decision.place_id:
            one = Settled(fold(report.place), report.oblast, decision.place_id)
            found.setdefault(report.source_id, []).append(one)
    return {source_id: tuple(settled) for source_id, settled in found.items()}


def _latest(
    standing: Sequence[Decision], made: Mapping[str, tuple[Decision, Report]]
) -> Iterator[tuple[Decision, Report]]:
    """Yield the latest decision for each source, name and oblast: no older one takes its place."""
    seen: set[tuple[str, str, str | None]] = set()
    for decision in reversed(standing):
        if decision.id in made:
            _, report = made[decision.id]
            key = (report.source_id, fold(report.place), report.oblast)
            if key not in seen:
                seen.add(key)
                yield decision, report
