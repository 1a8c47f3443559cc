"""Which staff or ministry an item only passes on: the bulletin of one organisation, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.speakers import Speaker, speakers
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence

_OFTEN = 4
"""Times that an item cites the one person of whom all of it is."""
_LEAD = 2
"""Paragraphs in which whoever says all of an item is named."""


def staff_alone(reading: Reading, titled: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return the organisation that a title is signed by, a heading or the lead cites, and nobody else.

    Outlets that pass it on are nobody else. Empty for people: what else an item says is then its own.
    """
    if not any(one.triggers and not any(frame.speakers for frame in one.frames) for one in reading.outer):
        return ()  # nobody's words are left to be somebody's
    heard = [
        (frame.speakers[0], one)
        for one in reading.outer
        for frame in one.frames
        if frame.speakers and not _is_outlet(frame.speakers[0], reading.lexicon)
    ]
    told = next((one for one in reading.outer if one.triggers), None)
    leads = [speaker for speaker, one in heard[:1] if one is told and one.paragraph < _LEAD]
    signed = [one for one in titled[:1] if _is_staff(reading, one)]
    named = [*signed, *_headed(reading), *leads]
    whole = max(named, key=lambda one: len(one.name), default=None)
    if whole is None or not (_is_staff(reading, whole) or _is_interviewed(reading, whole, heard)):
        return ()
    others = (*named, *(one for one, _ in heard))
    return (whole,) if all(_same(one, whole, reading.lexicon) for one in others) else ()


def _is_interviewed(reading: Reading, speaker: Speaker, heard: Sequence[tuple[Speaker, Sentence]]) -> bool:
    """Tell whether an item begins "according to X" and comes back to X again and again."""
    first = heard[0][1] if heard else None
    person = speaker.name in reading.cast.persons and len(heard) >= _OFTEN
    return person and first is not None and any(frame.weak and frame.speakers for frame in first.frames)


def _headed(reading: Reading) -> Sequence[Speaker]:
    """Return whom a heading names: "Operational information from the General Staff as of 18:00:"."""
    first: Sentence | None = reading.outer[0] if reading.outer else None
    words = reading.lexicon
    if first is None or first.row[-1].said != ":":
        return ()
    led = words.places.origins | words.places.of | words.attribution.by
    begin = next((at + 1 for at, token in enumerate(first.row) if token.low in led), 0)
    ends = (at for at in range(begin, len(first.row)) if not first.row[at].capital)
    small = words.attribution.particles | words.actors.articles
    end = next((at for at in ends if first.row[at].low not in small), begin)
    return speakers(first.row[begin:end], words) if begin else ()


def _is_outlet(speaker: Speaker, lexicon: Lexicon) -> bool:
    row = tokens(speaker.name)
    return lexicon.publishers.outlet.any(row) and not lexicon.publishers.official.any(row)


def _is_staff(reading: Reading, speaker: Speaker) -> bool:
    row = tokens(speaker.name)
    office = row[-1].low in reading.lexicon.roles.words  # "an army colonel"
    official = reading.lexicon.publishers.official.any(row) or reading.lexicon.evidence.official.any(row)
    return speaker.name not in reading.cast.persons and not speaker.role and official and not office


def _same(one: Speaker, whole: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether a name is a part of the whole one, or only "the report"."""
    said, longer = set(one.name.lower().split()), set(whole.name.lower().split())
    return said <= longer or (one.name.islower() and not said & lexicon.roles.words)
