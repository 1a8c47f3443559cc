"""Whose "we" and whose "enemy" a sentence has: the one who is quoted, who is cited, or the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.sides import actors, opposite, phrase_side
from feeds.model import Alignment, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.reports.scene import Memory, Setting
    from feeds.extraction.speakers.speakers import Speaker

_APART = 3
"""Tokens between "ours" and a side, at the most, that may be one and the same: "our X's men"."""
_RUSSIA = "RU"
_ALIGNMENTS = {Side.UKRAINE: Alignment.UKRAINIAN, Side.RUSSIA: Alignment.RUSSIAN}


def standpoint(reading: Reading, sentence: Sentence, setting: Setting, memory: Memory) -> Alignment | None:
    """Return the alignment that words such as "our forces" are to be read by; None where none is known.

    Within quotation marks it is the speaker's. Elsewhere a source that takes a side speaks for itself,
    and one that takes none uses the words of whoever it cites, or is against whom it sets "ours".
    """
    if sentence.quotation is None and setting.alignment in _ALIGNMENTS.values():
        return setting.alignment
    lexicon = reading.lexicon
    for speaker in _speakers(sentence, memory):
        phrase = f"{speaker.phrase} {speaker.role or ''} {speaker.name}".lower()
        side = phrase_side(phrase, lexicon)
        if side is not None:
            return _ALIGNMENTS.get(side, setting.alignment)
    faced = None if setting.alignment in _ALIGNMENTS.values() else _faced(sentence, lexicon)
    if faced is not None:
        return _ALIGNMENTS.get(opposite(faced), setting.alignment)
    abroad = sentence.quotation is not None and setting.alignment not in _ALIGNMENTS.values()
    return Alignment.RUSSIAN if abroad and _all_in_russia(reading, sentence) else setting.alignment


def _faced(sentence: Sentence, lexicon: Lexicon) -> Side | None:
    """Return the one side that a sentence names beside "ours": "X's men took the town, ours pulled back"."""
    row, words = sentence.row, lexicon.actors
    ours = [begin for begin, _, _ in words.ours.all(row)] if lexicon.grammar.free_order else []
    if not ours:
        return None
    named = [
        one for one in actors(row, lexicon, alignment=None)
        if not one.unnamed and words.enemy.at(row, one.begin) is None
    ]  # fmt: skip
    sides = {side for one in named for side in one.sides}
    apart = all(abs(one.begin - begin) > _APART for one in named for begin in ours)
    return next(iter(sides)) if len(sides) == 1 and apart else None


def _all_in_russia(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether all places that somebody unknown speaks of lie in Russia: who defends them is no enemy."""
    starts = [token.start for token in sentence.row if token.start in reading.mentions]
    meant = [told.place for at in starts if (told := reading.meanings.at(at)) is not None]
    countries = {place.country for place in meant if place is not None}
    return reading.lexicon.grammar.free_order and countries == {_RUSSIA}


def _speakers(sentence: Sentence, memory: Memory) -> Iterator[Speaker]:
    if sentence.quotation is not None:
        quoted = memory.speaker_by_quote.get(sentence.quotation.start)
        if quoted is not None:
            yield quoted
    for frame in sentence.frames:
        yield from frame.speakers[:1]
