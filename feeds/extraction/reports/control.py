"""What a sentence says beside its events of whose hands a place is in, and of attacks beaten back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.model import Caveat, Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.speakers.speakers import Speaker

_DENIAL_REACH = 3
"""Tokens before such a phrase in which a negation undoes it: "is no longer a grey zone"."""
_BESIDE = 2
"""Tokens behind such a phrase in which its place is named: "the grey zone near Y"."""


def caveat_of(
    scene: Scene, event: Event, ref: PlaceRef, *, kind: Kind, speaker: Speaker | None
) -> Caveat | None:
    """Return what ``speaker``, None for the item's source, says beside an event of ``kind`` at a place.

    A grey zone is said of the place right behind it, or else of the one named last before it. What is
    taken may have been one, and is none any more: a seizure never has that caveat.
    """
    if event.beaten and kind is Kind.ATTACK:
        return Caveat.REPELLED if _is_done(scene, event) else None
    words = scene.reading.lexicon.control
    row = scene.sentence.row
    for phrases, caveat in ((words.unknown, Caveat.UNKNOWN_CONTROL), (words.grey, Caveat.GREY_ZONE)):
        for begin, end, _ in phrases.all(row):
            if _is_meant(scene, ref, begin, end) and _is_said_by(scene, begin, speaker):
                said = Caveat.UNKNOWN_CONTROL if _does_not_know(scene, speaker) else caveat
                return None if said is Caveat.GREY_ZONE and kind is Kind.SEIZURE else said
    return None


def _is_done(scene: Scene, event: Event) -> bool:
    """Tell whether it was beaten back, and not only tried: "failed to repel the assault"."""
    before = scene.sentence.row[max(0, event.begin - _DENIAL_REACH) : event.begin]
    return not event.negated and not scene.reading.lexicon.mood.attempt.any(before)


def _is_meant(scene: Scene, ref: PlaceRef, begin: int, end: int) -> bool:
    """Tell whether a phrase, tokens ``begin`` to ``end``, is said of ``ref``."""
    before = scene.sentence.row[max(0, begin - _DENIAL_REACH) : begin]
    if scene.reading.lexicon.mood.negation.any(before):
        return False
    earlier = [one for one in scene.refs if one.end <= begin]
    behind = [one for one in scene.refs if one.begin >= end][:1]
    meant = [one for one in behind if _stands_beside(scene, end, one)] or earlier[-1:] or behind
    return not meant or meant[0].name == ref.name


def _stands_beside(scene: Scene, end: int, ref: PlaceRef) -> bool:
    between = scene.sentence.row[end : ref.begin]
    return len(between) <= _BESIDE and all(token.word for token in between)


def _is_said_by(scene: Scene, at: int, speaker: Speaker | None) -> bool:
    frame = frame_at(scene.sentence.frames, at)
    speakers = frame.speakers if frame is not None else ()
    return not speakers or (speaker is not None and speaker.name in {one.name for one in speakers})


def _does_not_know(scene: Scene, speaker: Speaker | None) -> bool:
    """Tell whether who speaks calls a grey zone what nobody is known to control."""
    names = scene.setting.own_names if speaker is None else {speaker.name.lower()}
    agnostic = scene.reading.lexicon.control.agnostic
    return any(not agnostic.isdisjoint(name.split()) for name in names)
