"""Who says what, sentence after sentence of one item."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.dates.dates import days
from feeds.extraction.reports.carried import elaborates
from feeds.extraction.reports.dashes import lend_speech
from feeds.extraction.reports.staffs import staff_alone
from feeds.extraction.speakers.attribution import frames
from feeds.extraction.speakers.frames import Frame
from feeds.extraction.speakers.subjects import Spoken
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from feeds.extraction.lexicons.doing import Trigger
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.speakers import Speaker

_LEAD = 2
"""Paragraphs after the first in which "this was reported by X" makes all of the item X's words."""
_FEWEST_NESTED = 2
"""Tokens of a trigger that may hold another."""
_MOST_BEFORE = 12
"""Sentences that "this was reported by X" reaches back over."""


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
        found = frames(Spoken(sentence.row, lexicon, reading.cast, triggers, sentence.days, places))
        inside = sentence.quotation is not None
        sentence.frames = tuple(frame for frame in found if not (inside and frame.is_lent))
    _name_makers(reading.outer, lexicon)
    if lexicon.grammar.free_order:
        lend_speech(reading)
    _reach_back(reading.outer, lexicon)
    if lexicon.grammar.free_order:
        _go_on(reading.outer, lexicon)
    if reading.cast.whole:
        _lend(reading.outer, reading.cast.author, lexicon)
    elif lexicon.grammar.free_order:
        _lend(reading.outer, _only_speaker(reading) or _signing(reading, titled), lexicon)
    else:
        _lend(reading.outer, staff_alone(reading, titled), lexicon)


def _hear_title(reading: Reading, published: date, title: str) -> tuple[Speaker, ...]:
    """Let whoever a title cites be the one that "he" and "the statement" mean before another speaks.

    Whoever signs or heads it, "…, — X" and "X: …", is returned: all of the item is what X says.
    """
    row, lexicon = tokens(title), reading.lexicon
    triggers = [(begin, end) for begin, end, _ in lexicon.triggers.all(row)]
    cast = replace(reading.cast, text=title, heard=[])
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


def _go_on(outer: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Let those go on, to the end of the paragraph, of whom a sentence says "according to X".

    Whoever spoke goes on in a sentence that only says more closely where: "In particular, …".
    """
    for before, sentence in pairwise(outer):
        closer = elaborates(sentence.row, lexicon)
        going = [frame for frame in before.frames if (frame.weak or closer) and frame.speakers]
        if going and before.paragraph == sentence.paragraph:
            _lend((sentence,), going[-1].speakers, lexicon)


def _reach_back(outer: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Give the sentences before "this was reported by X" to X, where nobody else says them."""
    for number, sentence in enumerate(outer):
        backward = [frame for frame in sentence.frames if frame.backward and frame.speakers]
        if backward:
            first = sentence.paragraph <= _LEAD
            if first:
                _keep_to_paragraphs(outer[number + 1 :], lexicon)
            _lend(outer if first else tuple(_meant(outer, number)), backward[0].speakers, lexicon)


def _keep_to_paragraphs(outer: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Let whoever is named in a paragraph go on in it: only the others are of whom all the item is."""
    for before, sentence in pairwise(outer):
        going = [frame for frame in before.frames if frame.speakers and frame.end > frame.begin]
        if going and before.paragraph == sentence.paragraph and before.quotation is None:
            _lend((sentence,), going[-1].speakers, lexicon)


def _only_speaker(reading: Reading) -> tuple[Speaker, ...]:
    """Return the person or staff of whom the lead says that they report, and nobody else is heard."""
    heard = [(frame.speakers, one) for one in reading.outer for frame in one.frames if frame.speakers]
    names = sorted({speakers[0].name for speakers, _ in heard}, key=len)
    if not names or any(not set(one.split()) <= set(names[-1].split()) for one in names):
        return ()
    speakers, lead = heard[0]
    leads = lead.paragraph < _LEAD and (bool(lead.triggers) or _tells_whose_speech(reading, lead))
    assesses = reading.lexicon.publishers.assessor.any(tokens(speakers[0].name))
    opens = assesses and lead is reading.outer[0] and reading.lexicon.grammar.free_order
    return speakers if opens or (leads and _may_say_all(reading, speakers[0])) else ()


def _tells_whose_speech(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether speech stands in a sentence, which tells whose it is."""
    span = sentence.span
    return any(one.speech and span.start <= one.start <= span.end for one in reading.quotations)


def _may_say_all(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether an item may repeat one speaker only: a person, a channel, a staff, no office alone."""
    words, row = reading.lexicon, tokens(speaker.name)
    if speaker.name in reading.cast.persons:
        return True
    channel = words.evidence.milblogger.any(tokens(speaker.phrase)) and bool(speaker.role)
    return channel or (row[0].low not in words.roles.words and words.publishers.official.any(row))


def _signing(reading: Reading, titled: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return who signs the title, by the name that the text gives; () where others are heard as well."""
    heard = {one.name: one for each in reading.outer for frame in each.frames for one in frame.speakers}
    if not titled or len(heard) > 1:
        return ()
    name, office = titled[0].name, tokens(titled[0].name)[0].low in reading.lexicon.roles.words
    return tuple(heard.values()) if office else titled if heard.keys() <= {name} else ()


def _meant(outer: Sequence[Sentence], number: int) -> Iterator[Sentence]:
    """Yield the sentences that "this" means: those before in the paragraph, or the paragraph before."""
    here = outer[number].paragraph
    before = outer[max(0, number - _MOST_BEFORE) : number]
    same = [one for one in before if one.paragraph == here]
    yield from same or [one for one in before if before and one.paragraph == before[-1].paragraph]


def _lend(sentences: Sequence[Sentence], speakers: tuple[Speaker, ...], lexicon: Lexicon) -> None:
    """Let speakers say what nobody else is heard to say, and what was not said elsewhere."""
    unheard = lexicon.attribution.unheard
    for one in sentences if speakers else ():
        elsewhere = any(token.low in unheard for token in one.row)
        if not (elsewhere or any(frame.speakers or frame.unsaid for frame in one.frames)):
            one.frames = (*one.frames, Frame(speakers, 0, len(one.row), 0, 0, weak=True))
