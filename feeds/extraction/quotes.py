"""Quotes: quotations with the one who says them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.clauses import frame_at
from feeds.extraction.quotations import long_enough, words_of
from feeds.model import Span

if TYPE_CHECKING:
    from feeds.extraction.quotations import Quotation
    from feeds.extraction.reading import Reading
    from feeds.extraction.speakers import Speaker


_LOOK_BACK = 12
"""Sentences before a quotation among which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class QuoteFound:
    """A quotation with its speaker, before it becomes the model's."""

    text: str
    speaker: Speaker | None
    start: int
    span: Span
    speech: bool
    paragraph: int


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
    for one in found:
        if joined and _goes_on(joined[-1], one, names=reading.lexicon.grammar.free_order):
            last = joined.pop()
            joined.append(
                replace(last, text=f"{last.text} {one.text}", span=Span(last.span.start, one.span.end))
            )
        elif long_enough(one.text):
            joined.append(one)
    return tuple(joined)


def _goes_on(last: QuoteFound, one: QuoteFound, *, names: bool) -> bool:
    """Tell whether two quotations are one; ``names`` tells that names stand between marks."""
    same = last.speaker is not None and one.speaker is not None and last.speaker.name == one.speaker.name
    return (
        same
        and last.speech
        and last.paragraph == one.paragraph
        and (one.speech or _is_piece(one.text, names=names))
    )


def _is_piece(said: str, *, names: bool) -> bool:
    """Tell whether a few quoted words go on with speech."""
    name = names and not said[:1].islower() and not said.endswith((".", ",", "!", "?", "…"))
    return not (name or long_enough(said))


def _found(reading: Reading, quotation: Quotation, last: QuoteFound | None) -> QuoteFound:
    return QuoteFound(
        text=words_of(reading.text, quotation),
        speaker=_speaker(reading, quotation, last),
        start=quotation.start,
        span=Span(quotation.start, quotation.end),
        speech=quotation.speech,
        paragraph=quotation.paragraph,
    )


def _speaker(reading: Reading, quotation: Quotation, last: QuoteFound | None) -> Speaker | None:
    """Return who the sentence around a quotation names; else who spoke last, right before."""
    number = _around(reading, quotation)
    if number is not None:
        sentence = reading.outer[number]
        at = sentence.token_at(quotation.start - 1 if quotation.speech else quotation.start)
        named = reading.lexicon.grammar.free_order and not quotation.speech
        if named and any(one.who_begin <= at < one.who_end for one in sentence.frames):
            return None  # what somebody is called: "the leader of the movement «…»"
        frame = frame_at(sentence.frames, at)
        if frame is not None and frame.speakers:
            return frame.speakers[0]
        if not quotation.speech:
            return _before(reading, number)
    if last is not None and quotation.speech and quotation.paragraph - last.paragraph <= 1:
        return last.speaker
    return reading.cast.author[0] if reading.cast.author and quotation.speech else None


def _before(reading: Reading, number: int) -> Speaker | None:
    """Return who speaks last in the sentences before, in the same paragraph or the one before it."""
    first = reading.outer[number].paragraph - 1
    for other in reversed(reading.outer[max(0, number - _LOOK_BACK) : number]):
        speaking = [frame for frame in other.frames if frame.speakers]
        if speaking:
            return speaking[-1].speakers[0] if other.paragraph >= first else None
    return None


def _around(reading: Reading, quotation: Quotation) -> int | None:
    """Return the number of the sentence that holds a quotation, outside of speech."""
    number = bisect_right(reading.outer, quotation.start, key=lambda one: one.span.start) - 1
    return number if number >= 0 and quotation.start <= reading.outer[number].span.end else None
