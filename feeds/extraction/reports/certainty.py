"""How firmly a sentence tells what it tells: what it leaves open, and what it only calls a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.reports.scene import Scene

_BEHIND = 3
"""Tokens behind an event in which what leaves it open may stand: "advanced there, apparently"."""
_VERB_REACH = 4
"""Tokens between whoever says something and the verb by which they do."""


def hedge_of(scene: Scene, event: Event) -> str:
    """Return the words by which a sentence leaves open whether an event took place; empty for none."""
    begin = max((one.end for one in scene.events if one.end <= event.begin), default=0)
    # Between two events it is said of the second one.
    is_last = event is scene.events[-1]
    row = scene.sentence.row[begin : event.end + (_BEHIND if is_last else 0)]
    frame = frame_at(scene.sentence.frames, event.begin)
    # "A blogger reportedly from there said" leaves open who says it, and not what.
    who = (
        range(frame.who_begin - begin, frame.who_end - begin) if frame is not None and frame.speakers else ()
    )
    found = [
        (first, last)
        for first, last, _ in scene.reading.lexicon.certainty.hedges.all(row)
        if first not in who
    ]
    if not found:
        return ""
    first, last = found[-1]
    return " ".join(token.said for token in row[first:last])


def is_claimed(scene: Scene, event: Event) -> bool | None:
    """Tell whether a sentence calls it somebody's claim; None where its verb may mean that or not."""
    frame = frame_at(scene.sentence.frames, event.begin)
    if frame is None or not frame.speakers:
        return False
    row, words = scene.sentence.row, scene.reading.lexicon.certainty
    # The verb stands beside the name, or between its parts: "X claimed on Friday", "said X".
    begin = frame.end if frame.end <= frame.who_begin else max(0, frame.who_begin - _VERB_REACH)
    end = frame.begin if frame.begin >= frame.who_end else frame.who_end + _VERB_REACH
    said = row[begin:end]
    if words.claiming.any(said):
        return True
    return None if words.declaring.any(said) else False


def is_foothold(scene: Scene, event: Event) -> bool:
    """Tell whether an advance is told as ground that is held now: "gained a foothold"."""
    said = scene.sentence.row[event.begin : event.end]
    return event.kind is Kind.ADVANCE and scene.reading.lexicon.certainty.footholds.any(said)
