"""Who says what, sentence after sentence of one item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.dates.dates import days
from feeds.extraction.reports.named_later import name_holders
from feeds.extraction.reports.voices import lend_voices
from feeds.extraction.speakers.attribution import frames
from feeds.extraction.speakers.frames import apart
from feeds.extraction.speakers.passing import with_outlets
from feeds.extraction.speakers.subjects import Spoken
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from feeds.extraction.lexicons.doing import Trigger
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.speakers import Speaker

_FEWEST_NESTED = 2
"""Tokens of a trigger that may hold another."""


def frame_sentences(reading: Reading, published: date, title: str = "") -> None:
    """Find who says what in all sentences of an item; whoever its ``title`` cites was heard first."""
    places = frozenset(reading.mentions)
    lexicon = reading.lexicon
    titled = _hear_title(reading, published, title) if title else ()
    for sentence in reading.sentences:
        sentence.triggers = tuple(
            _innermost(sentence, one, lexicon) for one in lexicon.triggers.all(sentence.row)
        )
        sentence.days = tuple(days(sentence.row, published, lexicon))
        triggers = [(begin, end) for begin, end, _ in sentence.triggers]
        spoken = Spoken(sentence.row, lexicon, reading.cast, triggers, sentence.days, places)
        sentence.frames = apart(with_outlets(frames(spoken), spoken))
    _name_makers(reading.outer, lexicon)
    name_holders(reading)
    lend_voices(reading, titled)


def _hear_title(reading: Reading, published: date, title: str) -> tuple[Speaker, ...]:
    """Let whoever a title cites be the one that "he" and "the statement" mean before another speaks.

    Whoever signs or heads it, "…, — X" and "X: …", is returned: all of the item is what X says.
    """
    row, lexicon = tokens(title), reading.lexicon
    triggers = [(begin, end) for begin, end, _ in lexicon.triggers.all(row)]
    cast = replace(reading.cast, text=title, heard=[], headings=[])
    told = frames(Spoken(row, lexicon, cast, triggers, days(row, published, lexicon)))
    named = [one for frame in told for one in frame.speakers if one.name not in lexicon.attribution.pronouns]
    if lexicon.grammar.free_order:
        reading.cast.heard.extend(named[:1])
    last = told[-1] if told else None
    signs = last is not None and last.begin == 0 and last.end >= last.who_begin > 0
    heads = last is not None and last.who_begin == 0 and row[last.begin - 1].said == ":"
    return last.speakers if last is not None and (signs or heads) and not last.negated else ()


def _innermost(
    sentence: Sentence, hit: tuple[int, int, Trigger], lexicon: Lexicon
) -> tuple[int, int, Trigger]:
    """Return the trigger that beats an attack back within a longer one: "go on | beating off attacks"."""
    begin, end, trigger = hit
    if end - begin <= _FEWEST_NESTED or trigger.repelled:
        return hit
    for at in range(begin + 1, end):
        inner = lexicon.triggers.at(sentence.row, at)
        if inner is not None and inner[1].repelled:
            return at, inner[0], inner[1]
    return hit


def _name_makers(outer: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Give what only "the statement", or "he", says to the first one named behind: nobody was before."""
    unnamed = lexicon.attribution.works | lexicon.attribution.pronouns
    maker: tuple[Speaker, ...] = ()
    for sentence in reversed(outer):
        for frame in sentence.frames:
            if frame.speakers and frame.speakers[0].name not in unnamed:
                maker = frame.speakers
        sentence.frames = tuple(
            replace(frame, speakers=maker)
            if maker and frame.speakers and frame.speakers[0].name in unnamed
            else frame
            for frame in sentence.frames
        )


def spoken_of(reading: Reading, sentence: Sentence) -> Spoken:
    """Return a sentence for the names in it alone: no triggers and no days are told."""
    return Spoken(sentence.row, reading.lexicon, reading.cast, (), (), frozenset(reading.mentions))
