"""Whose "we" and whose "enemy" a sentence has: the one who is quoted, who is cited, or the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.sides import phrase_side
from feeds.model import Alignment, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.extraction.lexicon import Lexicon
    from feeds.extraction.reading import Sentence
    from feeds.extraction.scene import Memory, Setting
    from feeds.extraction.speakers import Speaker

_ALIGNMENTS = {Side.UKRAINE: Alignment.UKRAINIAN, Side.RUSSIA: Alignment.RUSSIAN}


def standpoint(sentence: Sentence, lexicon: Lexicon, setting: Setting, memory: Memory) -> Alignment | None:
    """Return the alignment that words such as "our forces" are to be read by; None where none is known.

    Within quotation marks it is the speaker's. Elsewhere a source that takes a side speaks for itself,
    and one that takes none uses the words of whoever it cites.
    """
    if sentence.quotation is None and setting.alignment in _ALIGNMENTS.values():
        return setting.alignment
    for speaker in _speakers(sentence, memory):
        phrase = f"{speaker.phrase} {speaker.role or ''} {speaker.name}".lower()
        side = phrase_side(phrase, lexicon)
        if side is not None:
            return _ALIGNMENTS.get(side, setting.alignment)
    return setting.alignment


def _speakers(sentence: Sentence, memory: Memory) -> Iterator[Speaker]:
    if sentence.quotation is not None:
        quoted = memory.speaker_by_quote.get(sentence.quotation.start)
        if quoted is not None:
            yield quoted
    for frame in sentence.frames:
        yield from frame.speakers[:1]
    if memory.bulletin is not None:
        yield memory.bulletin
