"""Quotes: quotations with the one who says them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.reports.framing import spoken_of
from feeds.extraction.speakers.attribution import leading
from feeds.extraction.speakers.naming import is_telling, named
from feeds.extraction.speakers.speakers import Speaker, speakers
from feeds.extraction.speakers.subjects import subject
from feeds.extraction.text.quotations import long_enough, words_of
from feeds.extraction.words.marks import DASHES_OR_MINUS
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.text.quotations import Quotation


_INTERRUPTION = 120
"""Characters of ``" said X, a military analyst who follows the war, "``."""
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{4}[.!?]\s|\n")
"""Behind a word too long for an abbreviation."""
_MOST_WORDS = 6
"""Words of who is told to call something so: more are a clause."""
_LOOK_BACK = 12
"""Sentences before a quotation among which its speaker is looked for."""


_MARKS = 3
"""Characters of the marks around a quotation."""
_BEHIND = 4
"""Characters between a quotation and the sentence that names who says it: "», – "."""
_MARKS_BEHIND = 4
"""Tokens at most that close a quotation, with the dash before who says it: "», –"."""


@dataclass(frozen=True, slots=True)
class QuoteFound:
    """A quotation with its speaker, before it becomes the model's."""

    text: str
    speaker: Speaker | None
    start: int
    span: Span
    speech: bool
    paragraph: int
    onward: bool = False
    """Whether it is a paragraph of its own right behind the last one, and nobody else says it."""


def quotes_of(reading: Reading, *, every: bool = False) -> tuple[QuoteFound, ...]:
    """Return the quotes of an item, in order; frames must have been found before.

    The same speaker going on in the same paragraph is one quote. Fewer than four words are left
    out. With ``every`` all quotations come, unjoined and of any length.
    """
    found: list[QuoteFound] = []
    for quotation in reading.quotations:
        found.append(_found(reading, quotation, found[-1] if found else None))
    if every:
        return tuple(found)
    joined: list[QuoteFound] = []
    for one in _with_openings(reading, found):
        if joined and _goes_on(reading, joined[-1], one):
            last = joined.pop()
            joined.append(
                replace(last, text=f"{last.text} {one.text}", span=Span(last.span.start, one.span.end))
            )
        elif long_enough(one.text):
            joined.append(one)
    return tuple(joined)


def _with_openings(reading: Reading, found: Sequence[QuoteFound]) -> Iterator[QuoteFound]:
    """Yield quotations with the few words before an interruption: "“The enemy,” X said, “is gone”"."""
    opening: QuoteFound | None = None
    for one in found:
        if opening is not None and _is_interrupted(reading, opening, one):
            text = f"{opening.text} {one.text}"
            yield replace(one, text=text, span=Span(opening.span.start, one.span.end))
            opening = None
            continue
        if opening is not None:
            yield opening
        opening = None if long_enough(one.text) else one
        if opening is None:
            yield one
    if opening is not None:
        yield opening


def _goes_on(reading: Reading, last: QuoteFound, one: QuoteFound) -> bool:
    """Tell whether two quotations are one."""
    names = reading.lexicon.grammar.free_order  # which stand between marks there
    same = last.speaker is not None and one.speaker is not None and last.speaker.name == one.speaker.name
    onward = one.speech or _is_piece(one.text, names=names) or _is_interrupted(reading, last, one)
    here = last.paragraph == one.paragraph and onward
    return same and last.speech and (here or one.onward)


def _is_interrupted(reading: Reading, last: QuoteFound, one: QuoteFound) -> bool:
    """Tell whether a quotation goes on in small letters behind ", X said on Monday,", in one sentence."""
    between = reading.text[last.span.end : one.span.start]
    near = last.span.end <= one.span.start <= last.span.end + _INTERRUPTION
    ended = _ENDS_SENTENCE.search(between) is not None
    return near and not ended and last.text.endswith(",") and one.text[:1].islower()


def _is_piece(said: str, *, names: bool) -> bool:
    """Tell whether a few quoted words go on with speech."""
    name = names and not said[:1].islower() and not said.endswith((".", ",", "!", "?", "…"))
    return not (name or long_enough(said))


def _found(reading: Reading, quotation: Quotation, last: QuoteFound | None) -> QuoteFound:
    one = QuoteFound(
        text=words_of(reading.text, quotation),
        speaker=_speaker(reading, quotation, last),
        start=quotation.start,
        span=Span(quotation.start, quotation.end),
        speech=quotation.speech,
        paragraph=quotation.paragraph,
    )
    onward = last is not None and not one.speech and _is_interrupted(reading, last, one)
    if last is not None and last.speech and _is_paragraph(reading, quotation):
        return replace(one, onward=one.speaker is last.speaker and quotation.paragraph == last.paragraph + 1)
    return replace(one, speaker=last.speaker) if last is not None and onward else one


def _is_paragraph(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether nothing but a quotation stands in its paragraph; English alone."""
    span = reading.paragraphs[quotation.paragraph]
    rest = span.end - span.start - (quotation.end - quotation.start)
    return quotation.speech and rest <= _MARKS and reading.lexicon.grammar.has_articles


def _speaker(reading: Reading, quotation: Quotation, last: QuoteFound | None) -> Speaker | None:
    """Return who the sentence around a quotation names; else who spoke last, right before."""
    number = sentence_around(reading, quotation)
    if number is not None:
        sentence = reading.outer[number]
        at = sentence.token_at(quotation.start - 1 if quotation.speech else quotation.start)
        if not quotation.speech and _is_called(reading, quotation, sentence, at):
            return None
        frame = frame_at(sentence.frames, at)
        if frame is not None and frame.unsaid:
            earlier = [one for one in sentence.frames if one.speakers and one.who_end <= at]
            frame = earlier[-1] if earlier else frame
        if frame is not None and frame.speakers:
            return frame.speakers[0]
        found = _described(reading, sentence, at) or _announced(reading, number)
        found = found or _by_mark(reading, sentence, at)
        if found is None and not quotation.speech:
            return _before(reading, number)
        anew = found is None and (last is None or last.paragraph < quotation.paragraph)
        found = _person_before(reading, number) if anew else found
        found = found or _said_behind(reading, quotation) or _named_at_end(reading, sentence, at)
        found = found or (_told_before(reading, number, quotation.end) if anew and quotation.speech else None)
        if found is not None:
            return found
    if last is not None and quotation.speech and quotation.paragraph - last.paragraph <= 1:
        return last.speaker
    return reading.cast.author[0] if reading.cast.author and quotation.speech else None


def _said_behind(reading: Reading, quotation: Quotation) -> Speaker | None:
    """Return whom the sentence behind speech of several paragraphs names."""
    if len(quotation.spans) == 1 or not quotation.speech:
        return None
    number = bisect_right(reading.outer, quotation.end, key=lambda one: one.span.start) - 1
    near = reading.outer[max(0, number) : number + 2]
    last = quotation.end + _BEHIND
    behind = [one for one in near if one.span.start <= last and one.span.end > quotation.end]
    frames = [frame for one in behind for frame in one.frames if frame.speakers and not frame.weak]
    return frames[0].speakers[0] if frames else None


def _named_at_end(reading: Reading, sentence: Sentence, at: int) -> Speaker | None:
    """Return the one person in the nominative behind speech: "«…», – shares with sadness memories of X NAME".

    ``at`` is the token at which the speech ends; a verb of saying stands right behind it.
    """
    row, words, cast = sentence.row, reading.lexicon.attribution, reading.cast
    says = any(token.low in words.verbs for token in row[at : at + _MARKS_BEHIND + 1])
    if not says or not reading.lexicon.grammar.free_order or sentence.frames:
        return None
    first = row[at].start if at < len(row) else sentence.span.end
    inside = (one for one in cast.people if first <= one[0] < sentence.span.end and one[0] in cast.subjects)
    names = {name for _, name in inside}
    name = names.pop() if len(names) == 1 else None
    return Speaker(name, cast.roles.get(name), phrase=name.lower()) if name is not None else None


def _announced(reading: Reading, number: int) -> Speaker | None:
    """Return whom the paragraph before names, where a colon ends it and a quotation is all that follows."""
    if not number or any(token.word for token in reading.outer[number].row):
        return None
    before = reading.outer[number - 1]
    spoken = [frame for frame in before.frames if frame.speakers and not frame.weak]
    return spoken[-1].speakers[0] if spoken and before.row[-1].said == ":" else None


def _by_mark(reading: Reading, sentence: Sentence, at: int) -> Speaker | None:
    """Return whom a colon before a quotation, or a dash behind it, names: "so said X: «…»", "«…» – X, role".

    ``at`` is the token of its sentence at which the quotation begins; where order is free.
    """
    row = sentence.row
    if not reading.lexicon.grammar.free_order or not row:
        return None
    spoken = [frame for frame in sentence.frames if frame.speakers and frame.who_end <= at and not frame.weak]
    if spoken and 0 < at <= len(row) and row[at - 1].said == ":":
        return spoken[-1].speakers[0]
    dash = next(
        (place for place, token in enumerate(row[:_MARKS_BEHIND]) if token.said in DASHES_OR_MINUS), None
    )
    if dash is None or at > dash or sentence.frames or any(token.word for token in row[:dash]):
        return None
    if any(token.low in reading.lexicon.attribution.verbs for token in row[dash + 1 : dash + 2]):
        return None
    who = named(spoken_of(reading, sentence), dash + 1, len(row))
    ends = bool(who.speakers) and (who.end >= len(row) or row[who.end].said in {",", "."})
    told = ends and who.begin == dash + 1 and is_telling(spoken_of(reading, sentence), who)
    return reading.cast.known(who.speakers[0], row[0].start) if told else None


def _described(reading: Reading, sentence: Sentence, at: int) -> Speaker | None:
    """Return whose words stand behind "called it", or behind a colon, before token ``at``."""
    spoken = spoken_of(reading, sentence)
    row, words = sentence.row, reading.lexicon.attribution
    if not reading.lexicon.grammar.has_articles:
        return None
    colon = 0 < at <= len(row) and row[at - 1].said == ":"
    colon = colon and not any(token.low in words.headings for token in row[:at])
    verbs = (place for place in range(min(at, len(row)) - 1, 0, -1) if row[place].low in words.describing)
    verb = next(verbs, 0)
    if not verb and not colon:
        return None
    who = subject(spoken, verb, 0) if verb else None
    found = (
        speakers(row[who.begin : who.end], reading.lexicon) if who is not None else leading(spoken, at - 1)
    )
    short = bool(found) and len(found[0].name.split()) <= _MOST_WORDS
    return reading.cast.known(found[0], row[0].start) if short else None


def _person_before(reading: Reading, number: int) -> Speaker | None:
    """Return the one person whom the sentence before, in the same paragraph, tells of."""
    if not number or not reading.lexicon.grammar.has_articles:
        return None
    before, sentence = reading.outer[number - 1], reading.outer[number]
    if before.paragraph != sentence.paragraph or any(frame.speakers for frame in before.frames):
        return None
    people = {name for start, name in reading.cast.people if before.span.start <= start < before.span.end}
    if len(people) != 1:
        return None
    name = people.pop()
    return Speaker(name, reading.cast.roles.get(name), phrase=name.lower())


def _told_before(reading: Reading, number: int, end: int) -> Speaker | None:
    """Return the person whom the sentence right before names, where only speech stands here; no outlet.

    "X spoke of the front. «…»", where order is free also in the next paragraph.
    """
    near = reading.outer[number : number + _LOOK_BACK]
    beside = (one for one in near if one.span.start <= end + _BEHIND)
    if any(token.word for one in beside for token in one.row):
        return None
    before = reading.outer[number - 1] if number else None
    farthest = int(reading.lexicon.grammar.free_order)
    if before is None or reading.outer[number].paragraph - before.paragraph > farthest:
        return None
    spoken = [one for one in before.frames if one.speakers and not one.is_lent and not one.negated]
    person = bool(spoken) and spoken[-1].speakers[0].name in reading.cast.persons
    return spoken[-1].speakers[0] if person else None


def _before(reading: Reading, number: int) -> Speaker | None:
    """Return who speaks last in the sentences before, in the same paragraph or the one before it."""
    first = reading.outer[number].paragraph - 1
    for other in reversed(reading.outer[max(0, number - _LOOK_BACK) : number]):
        speaking = [frame for frame in other.frames if frame.speakers]
        if speaking:
            return speaking[-1].speakers[0] if other.paragraph >= first else None
    return None


def _is_called(reading: Reading, quotation: Quotation, sentence: Sentence, at: int) -> bool:
    """Tell whether quoted words are what one is called: "the leader of «…»", "the programme «New Houses»"."""
    if not reading.lexicon.grammar.free_order:
        return False
    if any(one.who_begin <= at < one.who_end for one in sentence.frames):
        return True
    frame = frame_at(sentence.frames, at)
    first = reading.text[quotation.start : quotation.start + 1]
    last = reading.text[: quotation.start - 1].rstrip()[-1:]
    return (frame is None or frame.is_lent) and first.isupper() and last.isalpha()


def sentence_around(reading: Reading, quotation: Quotation) -> int | None:
    """Return the number of the sentence that holds a quotation, outside of speech."""
    number = bisect_right(reading.outer, quotation.start, key=lambda one: one.span.start) - 1
    if number >= 0 and quotation.start <= reading.outer[number].span.end:
        return number
    # Without an opening mark the sentence around it begins with the closing one.
    behind = (
        number + 1 < len(reading.outer) and reading.outer[number + 1].span.start <= quotation.end + _BEHIND
    )
    return number + 1 if behind else None
