"""Who says what an event tells, on what evidence, and who only denies it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.certainty import hedge_of, is_claimed, is_foothold
from feeds.extraction.reports.control import caveat_of
from feeds.extraction.reports.evidence import evidence
from feeds.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.found import Found
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.words.tokens import Token


def told_by_each(scene: Scene, event: Event, ref: PlaceRef, one: Found) -> Iterator[Found]:
    """Yield a report once for everyone who says it; who only denies it has it negated."""
    frame = frame_at(scene.sentence.frames, event.begin)
    row = scene.sentence.row
    head = row[frame.begin if frame and not frame.weak else 0 : event.begin]
    if frame is not None:
        head = (*head, *row[frame.who_begin : frame.who_end])
    cased = scene.reading.lexicon.grammar.free_order
    behind = row[event.end :] if cased and event is scene.events[-1] else ()
    if scene.reading.lexicon.evidence.geolocated.any(behind):
        head = (*head, *behind)
    hedge, claimed, foothold = hedge_of(scene, event), is_claimed(scene, event), is_foothold(scene, event)
    for speaker, denies in _speakers(scene, event):
        kind = _evidence(scene, head, speaker)
        beside = caveat_of(scene, event, ref, kind=one.kind, speaker=speaker)
        negated = one.negated is not denies
        yield replace(
            one,
            hedge=hedge,
            claimed=claimed,
            foothold=foothold,
            speaker=speaker,
            evidence=kind,
            negated=negated,
            caveat=beside,
        )


def _evidence(scene: Scene, head: Sequence[Token], speaker: Speaker | None) -> Evidence:
    """Read the evidence; "the footage" goes on from the sentence before."""
    pictures = any(token.low in scene.reading.lexicon.evidence.pictures for token in head)
    if scene.memory.geolocated and pictures and speaker is None:
        return Evidence.GEOLOCATED
    return evidence(head, speaker, scene.reading.lexicon, source_class=scene.setting.source_class)


def _speakers(scene: Scene, event: Event) -> tuple[tuple[Speaker | None, bool], ...]:
    """Return who says it, and whether only to deny it; the item's own source, and nobody, are None."""
    frame: Frame | None = frame_at(scene.sentence.frames, event.begin)
    said: tuple[Speaker | None, ...] = frame.speakers if frame is not None else ()
    quotation = scene.sentence.quotation
    if not said and quotation is not None:
        said = (scene.memory.speaker_by_quote.get(quotation.start),)
    own = scene.setting
    if not said:
        said = (None,)
    words = scene.reading.lexicon.attribution
    nobody = own.own_names | words.pronouns | words.author
    told = [(None if one is None or one.name.lower() in nobody else one, False) for one in said]
    return (*told, *((one, True) for one in _deniers(scene, frame)))


def _deniers(scene: Scene, frame: Frame | None) -> tuple[Speaker | None, ...]:
    """Return who denies what others claim; whoever is quoted, or the item itself, where it is only untrue."""
    if frame is None or frame.deniers or not frame.untrue:
        return frame.deniers if frame is not None else ()
    others = [one for one in scene.sentence.frames if one.speakers and one is not frame]
    quotation = scene.sentence.quotation
    if others or quotation is None:
        return others[-1].speakers if others else (None,)
    return (scene.memory.speaker_by_quote.get(quotation.start),)
