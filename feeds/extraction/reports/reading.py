"""One item, taken apart: language, paragraphs, quotations, sentences, names of places and people."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import has_own_cases
from feeds.extraction.places.declined import declined_mentions
from feeds.extraction.places.meanings import Meanings
from feeds.extraction.speakers.cast import Cast, cast_of
from feeds.extraction.text.quotations import UNMARKED, Quotation, is_mark, quotations
from feeds.extraction.text.sentences import paragraphs, sentences, unmarked
from feeds.extraction.text.singles import doubled
from feeds.extraction.words.tokens import Token, tokens
from feeds.geography.prior import NO_PRIOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.extraction.dates.dates import Day
    from feeds.extraction.lexicons.doing import Trigger
    from feeds.extraction.lexicons.lexicon import Lexicon, SentenceWords
    from feeds.extraction.speakers.frames import Frame
    from feeds.geography import Gazetteer, Mention
    from feeds.geography.prior import Prior
    from feeds.model import Span


@dataclass(slots=True)
class Sentence:
    """One sentence, read for words; its frames are found when the item is read in order."""

    span: Span
    row: tuple[Token, ...]
    paragraph: int
    quotation: Quotation | None = None
    """The speech that it is part of; None outside of speech."""
    frames: tuple[Frame, ...] = ()
    triggers: tuple[tuple[int, int, Trigger], ...] = ()
    """Begin, end and meaning of each, found with the frames; so are the days."""
    days: tuple[Day, ...] = ()

    def token_at(self, place: int) -> int:
        """Return the number of the first token at or after ``place`` in the item."""
        return bisect_left(self.row, place, key=lambda token: token.start)


@dataclass(slots=True)
class Reading:
    """What an item is made of; ``text`` is the part of it that is read."""

    text: str
    lexicon: Lexicon
    paragraphs: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    """In the order of the text; those within speech after the sentence that holds them."""
    outer: tuple[Sentence, ...]
    """Those outside of speech."""
    cast: Cast
    meanings: Meanings
    mentions: dict[int, Mention] = field(default_factory=dict)
    """By where they start."""


def read(
    text: str,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    *,
    beside: Sequence[Mention] = (),
    prior: Prior = NO_PRIOR,
) -> Reading:
    """Take ``text`` apart; time and memory are linear in its length.

    ``beside`` are the names of the item's title or, where the title is read, of its text.
    """
    spans = paragraphs(text)
    text = doubled(text, spans) if lexicon.grammar.has_articles else text
    quoted = quotations(text, spans, says=lexicon.attribution.verbs)
    blank = unmarked(text)
    outer = _without(blank, quoted)
    found: list[Sentence] = []
    for number, span in enumerate(spans):
        found.extend(
            Sentence(one, tokens(outer[one.start : one.end], one.start), number)
            for one in sentences(outer, span, lexicon.sentences)
        )
    inner = [sentence for one in quoted if one.speech for sentence in _inside(blank, one, lexicon.sentences)]
    every = tuple(sorted([*found, *inner], key=lambda one: (one.span.start, -one.span.end)))
    mentions = gazetteer.find(text)
    if has_own_cases(lexicon):
        more = declined_mentions(_all_tokens(found), mentions, lexicon, gazetteer)
        mentions = tuple(sorted([*mentions, *more], key=lambda one: one.span.start))
    return Reading(
        text=text,
        lexicon=lexicon,
        paragraphs=spans,
        quotations=quoted,
        sentences=every,
        outer=tuple(found),
        cast=cast_of(text, tuple(_all_tokens(found)), lexicon),
        mentions={mention.span.start: mention for mention in mentions},
        meanings=Meanings(text, mentions, beside, [one.span for one in found], gazetteer, prior),
    )


def _all_tokens(found: Iterable[Sentence]) -> Iterable[Token]:
    for sentence in found:
        yield from sentence.row


def _inside(text: str, quotation: Quotation, words: SentenceWords) -> Iterable[Sentence]:
    for span in quotation.spans:
        for one in sentences(text, span, words):
            yield Sentence(one, tokens(text[one.start : one.end], one.start), quotation.paragraph, quotation)


def _without(text: str, quoted: Sequence[Quotation]) -> str:
    """Return ``text`` with speech blanked between English marks, and all marks of mere pieces blanked."""
    parts: list[str] = []
    at = 0
    for quotation in quoted:
        for span in quotation.spans:
            marks = "“”" if quotation.speech else "  "
            inner = text[span.start : span.end]
            said = " " * len(inner) if quotation.speech else inner.translate(UNMARKED)
            opened = marks[0] if span.start and is_mark(text[span.start - 1]) else ""
            closed = marks[1] if is_mark(text[span.end : span.end + 1]) else ""
            parts += [text[at : span.start - len(opened)], opened, said, closed]
            at = span.end + len(closed)
    parts.append(text[at:])
    return "".join(parts)
