"""Who is speaking in each sentence of an item whose own words name nobody, and why.

A sentence that says who speaks keeps to that. For the others the rules are asked one after another,
and the first that names somebody holds: `_NEAR` tells it by the sentences beside, `_FAR` by all of the
item. What an item says itself is kept from them: asides, and what stands behind the first of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.alone import only_speaker, signing
from feeds.extraction.reports.carried import elaborates
from feeds.extraction.reports.dashes import dashed
from feeds.extraction.reports.staffs import staff_alone
from feeds.extraction.speakers.frames import Why, lent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.speakers import Speaker

    _Rule = Callable[["_Item", int], tuple[Speaker, ...]]

_LEAD = 2
"""Paragraphs after the first in which "this was reported by X" makes all of the item X's words."""
_MOST_BEFORE = 12
"""Sentences that "this was reported by X" reaches back over."""
_OPENING = 2
"""Tokens at the head of a sentence among which an aside begins."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item whose sentences are given their voices; sentences go by their numbers."""

    outer: Sequence[Sentence]
    lexicon: Lexicon
    headings: Sequence[tuple[int, tuple[Speaker, ...]]]
    dashed: Mapping[int, tuple[Speaker, ...]]
    """By paragraph."""
    meant: Mapping[int, tuple[Speaker, ...]]
    """By sentence: who is told behind it to have reported it."""
    lead: tuple[Speaker, ...] = ()
    """Who is told in the lead to have reported all of it."""
    lead_at: int = 0
    """The sentence that tells so."""
    tail: int = 0
    """The first sentence behind which nobody is taken to go on, as the item adds what it knows itself."""
    whole: tuple[Speaker, ...] = ()
    """Whom a source line names."""
    alone: tuple[Speaker, ...] = ()
    """The only one who is heard."""


def lend_voices(reading: Reading, titled: tuple[Speaker, ...]) -> None:
    """Give the sentences that name nobody to whoever is speaking there; ``titled`` signs the title."""
    item = _item_of(reading)
    _apply(item, _NEAR)
    _apply(replace(item, alone=_alone(reading, titled)), _FAR)


def _item_of(reading: Reading) -> _Item:
    outer, lexicon = reading.outer, reading.lexicon
    free = lexicon.grammar.free_order
    backward = [
        (number, frame.speakers)
        for number, sentence in enumerate(outer)
        for frame in sentence.frames
        if frame.backward and frame.speakers
    ]
    leads = [one for one in backward if outer[one[0]].paragraph <= _LEAD]
    meant: dict[int, tuple[Speaker, ...]] = {}
    for number, speakers in backward:
        for before in _meant(outer, number):
            meant[before] = speakers
    lead_at, lead = leads[0] if leads else (0, ())
    return _Item(
        outer=outer,
        lexicon=lexicon,
        headings=reading.cast.headings,
        dashed=dashed(reading) if free else {},
        meant=meant,
        lead=lead,
        lead_at=lead_at,
        tail=_tail(outer, lexicon),
        whole=reading.cast.author if reading.cast.whole else (),
    )


def _meant(outer: Sequence[Sentence], number: int) -> range:
    """Return the sentences that "this" means: those before in the paragraph, or the paragraph before."""
    here = outer[number].paragraph
    first = max(0, number - _MOST_BEFORE)
    same = [at for at in range(first, number) if outer[at].paragraph == here]
    if not same and number > first:
        same = [at for at in range(first, number) if outer[at].paragraph == outer[number - 1].paragraph]
    return range(same[0], number) if same else range(0)


def _tail(outer: Sequence[Sentence], lexicon: Lexicon) -> int:
    """Return the number of the first aside behind the lead, "we recall that"; else that of all sentences."""
    return len(outer)
    asides = lexicon.attribution.asides
    for number, sentence in enumerate(outer):
        near = range(min(_OPENING, len(sentence.row)))
        if number and any(asides.at(sentence.row, at) is not None for at in near):
            return number
    return len(outer)


def _apply(item: _Item, rules: Sequence[tuple[Why, _Rule]]) -> None:
    """Ask the rules of all sentences in order, so that whoever is given a sentence can go on in the next."""
    for number, sentence in enumerate(item.outer):
        if not _is_open(sentence, item.lexicon):
            continue
        for why, rule in rules:
            speakers = rule(item, number)
            if speakers:
                sentence.frames = (*sentence.frames, lent(speakers, len(sentence.row), why))
                break


def _is_open(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether nobody is heard to say a sentence, and it was not said elsewhere."""
    elsewhere = any(token.low in lexicon.attribution.unheard for token in sentence.row)
    return not (elsewhere or any(frame.speakers or frame.unsaid for frame in sentence.frames))


def _before(item: _Item, number: int) -> Sequence[Frame]:
    """Return the frames of the sentence before in the same paragraph that tell who speaks."""
    before = item.outer[number - 1] if number else None
    if before is None or before.paragraph != item.outer[number].paragraph:
        return ()
    return [frame for frame in before.frames if frame.speakers]


def _in_dashes(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.dashed.get(item.outer[number].paragraph, ())


def _is_meant(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.meant.get(number, ())


def _goes_on(item: _Item, number: int) -> tuple[Speaker, ...]:
    """Let those go on of whom the sentence before says "according to X", or that it only says closer.

    Where the lead's speaker says the item, whoever else is named in a paragraph goes on in it.
    """
    free = item.lexicon.grammar.free_order
    closer = free and elaborates(item.outer[number].row, item.lexicon)
    kept = bool(item.lead) and number > item.lead_at + 1
    going = [
        frame
        for frame in _before(item, number)
        if closer or (free and frame.weak) or (kept and frame.end > frame.begin)
    ]
    return going[-1].speakers if going else ()


def _is_headed(item: _Item, number: int) -> tuple[Speaker, ...]:
    start = item.outer[number].span.start
    above = [speakers for at, speakers in item.headings if at < start]
    return above[-1] if above else ()


def _is_lead(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.lead


def _is_whole(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.whole


def _is_alone(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.alone


def _alone(reading: Reading, titled: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Return the only one who is heard in an item, where all of it may be what they say."""
    if not reading.lexicon.grammar.free_order:
        return staff_alone(reading, titled)
    return only_speaker(reading) or signing(reading, titled)


_NEAR: tuple[tuple[Why, _Rule], ...] = (
    (Why.HEADED, _is_headed),
    (Why.DASHED, _in_dashes),
    (Why.MEANT, _is_meant),
    (Why.GOES_ON, _goes_on),
)
"""Rules that tell by what stands beside a sentence, first first."""
_FAR: tuple[tuple[Why, _Rule], ...] = (
    (Why.LEAD, _is_lead),
    (Why.WHOLE, _is_whole),
    (Why.ALONE, _is_alone),
)
"""Rules that tell by all of the item, asked of what is left."""
