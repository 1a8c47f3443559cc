"""What is told and is no report: quiet directions, attackers who only went back to where they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene


def is_quiet(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether a direction is told to be quiet, which is no report."""
    free = scene.reading.lexicon.grammar.free_order
    quiet = event.negated and (event.kind is Kind.ATTACK if free else event.kind is Kind.FIGHTING)
    return quiet and all(ref.coarse for ref in refs)


def is_retreat(scene: Scene, event: Event) -> bool:
    """Tell whether attackers only went back: "the attack was beaten off, and the enemy withdrew"."""
    tried = (one for one in scene.events if one.kind is Kind.ATTACK and one.begin < event.begin)
    free = scene.reading.lexicon.grammar.free_order
    before = scene.memory.told
    back = event.kind is Kind.WITHDRAWAL and free
    if back and before is not None and before.kind is Kind.ATTACK and not scene.refs:
        return not event.sides or set(event.sides) == set(before.sides)
    back = back and bool(event.sides)
    return back and any(not one.sides or set(one.sides) == set(event.sides) for one in tried)
