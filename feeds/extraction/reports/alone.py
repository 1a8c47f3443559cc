"""The one whose words all of an item is: nobody else is heard in it; where order is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.speakers.acronyms import is_blend_of
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.speakers import Speaker

_LEAD = 2
"""Paragraphs in which whoever says all of an item is named."""
_TOPIC_REACH = 4
"""Tokens behind a verb of saying among which "about the situation", or the report issued, begins."""


def only_speaker(reading: Reading) -> tuple[Speaker, ...]:
    """Return the person or staff of whom the lead says that they report, and nobody else is heard."""
    heard = [(frame.speakers, one) for one in reading.outer for frame in one.frames if frame.speakers]
    names = sorted({speakers[0].name for speakers, _ in heard}, key=len)
    if not names or not all(_is_named_so(one, names[-1]) for one in names):
        return ()
    speakers, lead = heard[0]
    begins = lead is reading.outer[0] and _is_channel(reading, speakers[0])
    tells = bool(lead.triggers) or _tells_whose_speech(reading, lead) or _announces(reading, lead)
    leads = lead.paragraph < _LEAD and (begins or tells)
    assesses = reading.lexicon.publishers.assessor.any(tokens(speakers[0].name))
    opens = assesses and lead is reading.outer[0] and reading.lexicon.grammar.free_order
    return speakers if opens or (leads and _may_say_all(reading, speakers[0])) else ()


def _is_named_so(shorter: str, longer: str) -> bool:
    """Tell whether two names are one's: all words of one are the other's, or it is a blend of them."""
    return set(shorter.split()) <= set(longer.split()) or is_blend_of(shorter, longer)


def assessing(reading: Reading) -> tuple[Speaker, ...]:
    """Return who assesses the war and is the one whom an item's first sentence cites; where order is free.

    What nobody else says in such an item is theirs, whoever else is heard in it.
    """
    first = reading.outer[0].frames if reading.outer and reading.lexicon.grammar.free_order else ()
    said = [one for frame in first for one in frame.speakers if not (frame.negated or frame.untrue)]
    known = reading.lexicon.publishers.assessor
    return tuple(said[:1]) if len(said) == 1 and known.any(tokens(said[0].name)) else ()


def _tells_whose_speech(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether speech stands in a sentence, which tells whose it is."""
    span = sentence.span
    return any(one.speech and span.start <= one.start <= span.end for one in reading.quotations)


def _announces(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence only says that somebody "told about the situation", or issued a report."""
    words, frame = reading.lexicon, sentence.frames[0]
    told = (
        sentence.row[frame.begin : frame.begin + _TOPIC_REACH]
        if frame.who_begin < frame.begin and not frame.untrue
        else ()
    )
    works = any(words.nouns.get(one.low, one.low) in words.attribution.works for one in told)
    led = any(one.low in words.attribution.about or one.low in words.attribution.clauses for one in told)
    return works or led or words.dates.bulletin.any(told)


def _may_say_all(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether an item may repeat one speaker only: a person, a channel, a staff, no office alone."""
    words, row = reading.lexicon, tokens(speaker.name)
    if speaker.name in reading.cast.persons or _is_channel(reading, speaker):
        return True
    organised = words.publishers.official.any(row) or words.publishers.assessor.any(row)
    return organised and (row[0].low not in words.roles.words or sum(one.capital for one in row) > 1)


def _is_channel(reading: Reading, speaker: Speaker) -> bool:
    """Tell whether a speaker is called a channel beside its name."""
    return reading.lexicon.evidence.milblogger.any(tokens(speaker.phrase)) and bool(speaker.role)


def signing(reading: Reading, titled: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return who signs the title, by the name that the text gives; () where others are heard as well."""
    heard = {one.name: one for each in reading.outer for frame in each.frames for one in frame.speakers}
    if not titled or len(heard) > 1:
        return ()
    name, office = titled[0].name, tokens(titled[0].name)[0].low in reading.lexicon.roles.words
    same = all(_is_named_so(*sorted((one, name), key=len)) for one in heard)
    return tuple(heard.values()) if office else titled if same else ()
