"""Holding what a model proposes against the text: what does not stand there is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.dates.dates import days
from feeds.extraction.glancing import LONGEST_TEXT
from feeds.extraction.lexicons.loading import shipped
from feeds.extraction.proposals import asked_about
from feeds.extraction.reports.evidence import evidence
from feeds.extraction.reports.reading import read
from feeds.extraction.speakers.speakers import Speaker
from feeds.extraction.text.language import language_of
from feeds.extraction.text.zones import day_at_source
from feeds.extraction.words.tokens import tokens
from feeds.geography.prior import NO_PRIOR
from feeds.model import Evidence, Kind, Report, Side, Span, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.proposals import Proposal
    from feeds.extraction.reports.reading import Reading
    from feeds.geography import Gazetteer
    from feeds.geography.prior import Prior
    from feeds.model import Item, Source

RULE = "model"
"""Marks a report as a model's: the screen says so."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model was asked about, and what it is read by."""

    item: Item
    spans: Sequence[Span]
    """The sentences of the item that the rules could not complete."""
    source: Source
    prior: Prior = NO_PRIOR
    lexicons: Sequence[Lexicon] | None = None
    """None: those that are shipped."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What proposals are held against."""

    item: Item
    source: Source
    reading: Reading
    gazetteer: Gazetteer
    whole: str
    """The words of the item, its title too."""


def accepted(proposals: Sequence[Proposal], asked: Asked, gazetteer: Gazetteer) -> tuple[Report, ...]:
    """Return the reports among ``proposals`` that the sentences asked about bear out.

    The quoted words and the place must stand in one of these sentences, the claimant anywhere in the
    item; case does not count. A side is both for fighting only. All else is dropped without a word.
    """
    item, source = asked.item, asked.source
    text = item.text[:LONGEST_TEXT]
    lexicons = shipped() if asked.lexicons is None else asked.lexicons
    lexicon = language_of(text, lexicons, usual=source.language)
    reading = read(text, lexicon, gazetteer, prior=asked.prior)
    published = day_at_source(item.published_at, source, lexicon)
    known = _Known(item, source, reading, gazetteer, f"{item.title}\n{text}")
    found: dict[str, Report] = {}
    for proposal in proposals:
        span = _sentence_of(proposal, text, asked_about(asked.spans))
        if span is not None and _is_sound(proposal, known.whole):
            report = _report(proposal, known, span, _day(text, span, published, lexicon))
            found.setdefault(report.id, report)
    return tuple(found.values())


def _sentence_of(proposal: Proposal, text: str, spans: Sequence[Span]) -> Span | None:
    """Return the asked sentence in which the quoted words and, there or in them, the place stand."""
    for span in spans:
        sentence = text[span.start : span.end]
        if _stands_in(proposal.words, sentence) and _stands_in(proposal.place, sentence):
            return span
    return None


def _is_sound(proposal: Proposal, whole: str) -> bool:
    named = any(token.capital for token in tokens(proposal.place))
    sided = (proposal.side is Side.BOTH) <= (proposal.kind is Kind.FIGHTING)
    claimed = proposal.claimant is None or _stands_in(proposal.claimant, whole)
    return named and sided and claimed


def _stands_in(said: str, text: str) -> bool:
    """Tell whether the words of ``said``, one at least, follow each other in ``text``, case aside."""
    wanted = _words(said)
    return len(wanted) > len(_PARTING) and wanted in _words(text)


_PARTING = " "


def _words(text: str) -> str:
    """Return the words of a text in small letters, one blank before and behind each."""
    return _PARTING + "".join(f"{token.low.casefold()}{_PARTING}" for token in tokens(text) if token.word)


def _report(proposal: Proposal, known: _Known, span: Span, on: date | None) -> Report:
    item, reading = known.item, known.reading
    place_span = _place_span(proposal.place, reading, span)
    told = reading.meanings.at(place_span.start) if place_span is not None else None
    name = _named_as(proposal.place, reading.text[span.start : span.end])
    if told is not None and told.place is not None and not name.isascii():
        name = known.gazetteer.base_form(name, (told.place,), reading.lexicon.language)
    claimant = _claimant(proposal, known.source)
    identity = (proposal.kind, proposal.side, name, claimant or "", "not" if proposal.negated else "")
    return Report(
        id=stable_id("report", item.id, *identity),
        item_id=item.id,
        item_version=item.version,
        source_id=item.source_id,
        kind=proposal.kind,
        side=proposal.side,
        place=name,
        located=told.place if told is not None else None,
        oblast=told.oblast if told is not None else None,
        distance=None,
        area=None,
        event_on=on,
        claimant=claimant,
        via=None,
        evidence=_evidence(claimant, reading.lexicon, known.source),
        negated=proposal.negated,
        span=span,
        rule=RULE,
        published_at=item.published_at,
        received_at=item.received_at,
        forwarded_from=item.forwarded_from,
        place_because=told.reason if told is not None else f"The gazetteer knows no {name}.",
        place_candidates=told.candidates if told is not None else (),
        place_span=place_span,
    )


def _claimant(proposal: Proposal, source: Source) -> str | None:
    """Return who says it; nobody where that is the source itself."""
    claimant = (proposal.claimant or "").strip()
    return claimant if claimant and claimant.casefold() != source.title.casefold() else None


def _evidence(claimant: str | None, lexicon: Lexicon, source: Source) -> Evidence:
    speaker = Speaker(claimant) if claimant is not None else None
    return evidence((), speaker, lexicon, source_class=source.source_class)


def _named_as(place: str, sentence: str) -> str:
    """Return the words of ``place`` as ``sentence`` has them: a model may put other signs around them."""
    wanted = [token.low.casefold() for token in tokens(place) if token.word]
    row = [token for token in tokens(sentence) if token.word]
    for at in range(len(row) - len(wanted) + 1):
        group = row[at : at + len(wanted)]
        if [token.low.casefold() for token in group] == wanted:
            return sentence[group[0].start : group[-1].end]
    return place.strip()


def _place_span(place: str, reading: Reading, within: Span) -> Span | None:
    """Return where the place's name stands in the sentence, if the gazetteer knows it."""
    wanted = _words(place)
    for span in _mentioned(reading, within):
        if _words(reading.text[span.start : span.end]) == wanted:
            return span
    return None


def _mentioned(reading: Reading, within: Span) -> Iterator[Span]:
    for mention in reading.mentions.values():
        if within.start <= mention.span.start and mention.span.end <= within.end:
            yield mention.span


def _day(text: str, span: Span, published: date, lexicon: Lexicon) -> date | None:
    """Return the one day that a sentence names; None for none, and for several."""
    named = {day.on for day in days(tokens(text[span.start : span.end]), published, lexicon)}
    return named.pop() if len(named) == 1 else None
