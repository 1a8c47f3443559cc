"""What was known of a source before an item of it is read: see :mod:`feeds.geography.prior`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment import in_force
from feeds.geography.folding import fold
from feeds.geography.prior import Prior, Settled
from feeds.store import decisions, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from feeds.model import Decision, Item, Place, Report, Source
    from feeds.store import Database

_LATELY = timedelta(hours=48)
_MOST_RECENT = 20


def priors_for(database: Database, items: Sequence[Item], known: Mapping[str, Source]) -> dict[str, Prior]:
    """Return what was known of its source when each of ``items`` was received, by the items' ids.

    An item of which nothing was known has no entry. What the source published in the two days before
    the item counts as far as it was received before it, so that reading later, in another order, or
    again gives the same. Asks the store three times at most, however many items and sources there are.
    """
    recent = _recent(database, items)
    settled = _settled(database, items)
    priors = {
        item.id: Prior(
            oblasts=frozenset(known[item.source_id].oblasts),
            recent=recent.get(item.id, ()),
            settled=settled.get(item.id, ()),
        )
        for item in items
    }
    return {item_id: prior for item_id, prior in priors.items() if prior != Prior()}


def _recent(database: Database, items: Sequence[Item]) -> dict[str, tuple[Place, ...]]:
    """Return what the source of each item had named lately."""
    spans = [
        places.Span(item.id, item.source_id, item.published_at - _LATELY, item.published_at, item.received_at)
        for item in items
    ]
    return {item_id: _each_once(every) for item_id, every in places.named_in(database, spans).items()}


def _each_once(every: Iterable[Place]) -> tuple[Place, ...]:
    first: dict[str, Place] = {}
    for place in every:
        first.setdefault(place.id, place)
    return tuple(first.values())[:_MOST_RECENT]


def _settled(database: Database, items: Sequence[Item]) -> dict[str, tuple[Settled, ...]]:
    """Return what analysts settled, without what they settled of the item itself.

    That must be read as it stands: the decision is laid over it, and it needs something to hold on.
    """
    made = {
        decision.id: (decision, report)
        for decision, report in places.decisions_of(database, {item.source_id for item in items})
    }
    if not made:
        return {}
    targets = {decision.target for decision, _ in made.values()}
    standing = [made[one.id] for one in in_force(decisions.on(database, targets)) if one.id in made]
    return {item.id: tuple(_settled_for(item, standing)) for item in items}


def _settled_for(item: Item, standing: Sequence[tuple[Decision, Report]]) -> Iterator[Settled]:
    """Yield the latest decision for each name and oblast that was decided on before ``item`` came.

    One that was made later corrects the former; where it is on the item itself no older one takes its
    place.
    """
    of_source = [(made, report) for made, report in standing if report.source_id == item.source_id]
    open_names = {_name(report) for made, report in of_source if made.at < item.received_at}
    for decision, report in reversed(of_source):
        if _name(report) in open_names:
            open_names.remove(_name(report))
            if report.item_id != item.id and decision.place_id:
                yield Settled(*_name(report), decision.place_id)


def _name(report: Report) -> tuple[str, str | None]:
    return fold(report.place), report.oblast
