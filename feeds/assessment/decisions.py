"""What analysts decided: which decisions hold, and which reports they put together or apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Decision, DecisionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

JOINING = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE)
"""Decisions that say which reports are one claim."""


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no later one undid, oldest first.

    An undo that is itself undone gives back what it took.
    """
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id), reverse=True)
    undone: set[str] = set()
    kept: list[Decision] = []
    for decision in ordered:
        if decision.id in undone:
            continue
        if decision.kind is DecisionKind.UNDO:
            undone.add(decision.target)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


@dataclass(slots=True)
class Group:
    """The reports of one claim, by their ids."""

    ids: set[str]
    lead: set[str]
    """Those that were there first: what joined by decision says neither where nor what it is about."""


def regrouped(groups: Iterable[Iterable[str]], decisions: Sequence[Decision]) -> list[Group]:
    """Return groups of reports after what was decided of them.

    ``decisions`` are those in force, oldest first: each finds the groups as those before it left
    them. One on a report that is in no group says nothing.
    """
    homes = {one: home for ids in groups for home in [_group(ids)] for one in home.ids}
    for decision in decisions:
        home, other = homes.get(decision.target), homes.get(decision.other)
        if home is None or decision.kind not in JOINING:
            continue
        leaving = home.ids.copy() if decision.kind is DecisionKind.MERGE else {decision.target}
        if decision.kind is DecisionKind.SPLIT:
            other = Group(set(), leaving)
        if other is not None and other is not home:
            home.ids -= leaving
            other.ids |= leaving
            homes.update(dict.fromkeys(leaving, other))
    return list({id(home): home for home in homes.values()}.values())


def _group(ids: Iterable[str]) -> Group:
    found = set(ids)
    return Group(found, found.copy())
