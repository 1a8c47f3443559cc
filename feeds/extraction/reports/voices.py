"""Who is speaking in each sentence of an item whose own words name nobody, and why.

A sentence that says who speaks keeps to that. For the others the rules are asked one after another,
and the first that names somebody holds: `_NEAR` tells it by the sentences beside, `_far` by all of the
item. What an item says itself is kept from the latter: what it recalls, and what stands behind that.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.alone import assessing, only_speaker, signing
from feeds.extraction.reports.carried import elaborates
from feeds.extraction.reports.dashes import dashed
from feeds.extraction.reports.recalls import opens_recall
from feeds.extraction.reports.staffs import staff_alone
from feeds.extraction.speakers.frames import Why, lent
from feeds.extraction.speakers.outlets import through
from feeds.extraction.speakers.sites import is_outlet_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.words.tokens import Token

    _Rule = Callable[["_Item", int], tuple[Speaker, ...]]
    _Voice = tuple[Why, tuple[Speaker, ...]]

_LEAD = 2
"""Paragraphs after the first in which "this was reported by X" makes all of the item X's words."""
_ADDS_REACH = 6
"""Tokens at the head of a sentence among which "also" tells that it goes on."""
_MOST_BEFORE = 12
"""Sentences that "this was reported by X" reaches back over."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item whose sentences are given their voices; sentences go by their numbers."""

    outer: Sequence[Sentence]
    lexicon: Lexicon
    headings: Sequence[tuple[int, tuple[Speaker, ...]]]
    headline: bool
    """Whether the first sentence is a headline that cites somebody."""
    dashed: Mapping[int, tuple[Speaker, ...]]
    """By paragraph."""
    meant: Mapping[int, tuple[Speaker, ...]]
    """By sentence: who is told behind it to have reported it."""
    lead: tuple[Speaker, ...] = ()
    """Who is told in the lead to have reported all of it."""
    lead_at: int = 0
    """The sentence that tells so."""
    recalls: frozenset[int] = frozenset()
    """Sentences that the item adds by itself."""
    tail: int = 0
    """The first of them after the lead: behind it, what nobody else says is the item's own."""

    def adds(self, number: int) -> bool:
        """Tell whether a sentence that names nobody is what the item itself adds."""
        return number >= self.tail or number in self.recalls


def lend_voices(reading: Reading, titled: tuple[Speaker, ...]) -> None:
    """Give the sentences that name nobody to whoever is speaking there; ``titled`` signs the title."""
    item = _item_of(reading)
    for number, speakers in item.meant.items():
        _let_deny(item.outer[number], speakers)
    for number in _open(item):
        _lend(item.outer[number], ((why, rule(item, number)) for why, rule in _NEAR))
    left = [number for number in _open(item) if not item.adds(number)]
    far = [voice] if left and (voice := _first(_far(reading, item, titled))) else []
    begins = _first_heard(item) if far and far[0][0] is Why.ALONE and not titled else 0
    for number in left:
        if number >= begins:
            _lend(item.outer[number], far)


def _first_heard(item: _Item) -> int:
    """Return the sentence from which on the only one heard may say all, where order is free; else 0.

    A headline, or a lead, that stands before it and names nobody is the item's own.
    """
    body = range(item.headline, len(item.outer))
    heard = (at for at in body if any(frame.speakers for frame in item.outer[at].frames))
    return next(heard, 0) if item.lexicon.grammar.free_order else 0


def _far(reading: Reading, item: _Item, titled: tuple[Speaker, ...]) -> Iterator[_Voice]:
    """Yield who may say all of an item: the first who is named does."""
    yield Why.OPENED, _opened(item.outer)
    yield Why.LEAD, item.lead
    yield Why.OPENED, assessing(reading)
    yield Why.WHOLE, reading.cast.author if reading.cast.whole else ()
    yield Why.ALONE, _alone(reading, titled)


def _first(voices: Iterable[_Voice]) -> _Voice | None:
    return next((voice for voice in voices if voice[1]), None)


def _item_of(reading: Reading) -> _Item:
    outer, lexicon = reading.outer, reading.lexicon
    free = lexicon.grammar.free_order
    backward = [
        (number, frame.speakers)
        for number, sentence in enumerate(outer)
        for frame in sentence.frames
        if frame.backward and frame.speakers
    ]
    if free:
        backward = _passed_on(outer, backward, lexicon)
    leads = [one for one in backward if outer[one[0]].paragraph <= _LEAD]
    meant: dict[int, tuple[Speaker, ...]] = {}
    for number, speakers in backward:
        for before in _meant(outer, number):
            meant[before] = speakers
    lead_at, lead = leads[0] if leads else (0, ())
    lead = _spoken_for(reading, lead_at) or lead
    recalls = frozenset(at for at, sentence in enumerate(outer) if opens_recall(sentence.row, lexicon))
    headings = _headings(reading) if free else reading.cast.headings
    return _Item(
        outer=outer,
        lexicon=lexicon,
        headings=headings,
        headline=len(headings) < len(reading.cast.headings),
        dashed=dashed(reading) if free else {},
        meant=meant,
        lead=lead,
        lead_at=lead_at,
        recalls=recalls,
        tail=min((one for one in recalls if one > lead_at), default=len(outer)),
    )


def _passed_on(
    outer: Sequence[Sentence], backward: Sequence[tuple[int, tuple[Speaker, ...]]], lexicon: Lexicon
) -> list[tuple[int, tuple[Speaker, ...]]]:
    """Return who reported what stands before; "OUTLET passes this on" tells how others were heard."""
    kept: list[tuple[int, tuple[Speaker, ...]]] = []
    for number, speakers in backward:
        here = [at for at in _meant(outer, number) if any(one.speakers for one in outer[at].frames)]
        if not is_outlet_name(speakers[0].name, lexicon) or not here:
            kept.append((number, speakers))
            continue
        through_it = tuple(through(frame, speakers[0].name) for frame in outer[here[-1]].frames)
        outer[here[-1]].frames = through_it
        outer[number].frames = tuple(one for one in outer[number].frames if one.speakers != speakers)
        heard = {at: frame.speakers for at in here for frame in through_it if frame.backward}
        kept = [(at, heard.get(at, one)) for at, one in kept]
    return kept


def _headings(reading: Reading) -> Sequence[tuple[int, tuple[Speaker, ...]]]:
    """Return the headings that name who says what follows: no first line of its own, "X: A is taken".

    Where the item tells further down what X says, that line is only its headline.
    """
    found, outer = reading.cast.headings, reading.outer
    first = bool(found) and bool(outer) and found[0][0] == outer[0].span.start and not reading.cast.whole
    headline = first and outer[0].row[-1].said != ":"
    said = (one.name for sentence in outer[1:] for frame in sentence.frames for one in frame.speakers)
    told = headline and any(name == found[0][1][0].name for name in said)
    return found[1:] if told else found


def _spoken_for(reading: Reading, number: int) -> tuple[Speaker, ...]:
    """Return the organisation that reports the news itself, where the lead's sentence only repeats it.

    "The ministry reported A. This was announced by its spokesman": A is the ministry's.
    """
    before = reading.outer[number - 1] if number else None
    frames = (
        before.frames if before is not None and before.paragraph == reading.outer[number].paragraph else ()
    )
    said = [one for frame in frames if frame.who_begin == 0 and not frame.weak for one in frame.speakers]
    return tuple(said[:1]) if said and not said[0].role and said[0].name not in reading.cast.persons else ()


def _meant(outer: Sequence[Sentence], number: int) -> range:
    """Return the sentences that "this" means: those before in the paragraph, or the paragraph before."""
    here = outer[number].paragraph
    first = max(0, number - _MOST_BEFORE)
    same = [at for at in range(first, number) if outer[at].paragraph == here]
    if not same and number > first:
        same = [at for at in range(first, number) if outer[at].paragraph == outer[number - 1].paragraph]
    return range(same[0], number) if same else range(0)


def _opened(outer: Sequence[Sentence]) -> tuple[Speaker, ...]:
    frames = outer[0].frames if outer else ()
    opening = [one for one in frames if one.weak and one.who_begin == 0 and one.speakers]
    return opening[0].speakers[:1] if opening else ()


def _open(item: _Item) -> Iterator[int]:
    """Yield the sentences that nobody is heard to say, and that were not said elsewhere."""
    unheard = item.lexicon.attribution.unheard
    for number, sentence in enumerate(item.outer):
        heard = any(frame.speakers or _keeps_silent(sentence, frame) for frame in sentence.frames)
        if not (heard or any(token.low in unheard for token in sentence.row)):
            yield number


def _keeps_silent(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether what is not said is all that a sentence tells: no clause before it tells anything."""
    told = [end for _, end, _ in sentence.triggers if end <= frame.who_begin]
    apart = bool(told) and any(token.said == "," for token in sentence.row[told[0] : frame.who_begin])
    return frame.unsaid and not apart


def _lend(sentence: Sentence, voices: Iterable[_Voice]) -> None:
    voice = _first(voices)
    if voice is not None:
        sentence.frames = (*sentence.frames, lent(voice[1], len(sentence.row), voice[0]))


def _let_deny(sentence: Sentence, speakers: tuple[Speaker, ...]) -> None:
    """Let whoever reports it be the one who says that another's claim is untrue."""
    sentence.frames = tuple(
        replace(frame, deniers=speakers) if frame.untrue and not frame.deniers else frame
        for frame in sentence.frames
    )


def _before(item: _Item, number: int, *, apart: bool) -> Sequence[Frame]:
    """Return the frames of the sentence before that tell who speaks; ``apart``: also of another paragraph."""
    before = item.outer[number - 1] if number else None
    if before is None or not 0 <= item.outer[number].paragraph - before.paragraph <= apart:
        return ()
    return [frame for frame in before.frames if frame.speakers]


def _in_dashes(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.dashed.get(item.outer[number].paragraph, ())


def _is_meant(item: _Item, number: int) -> tuple[Speaker, ...]:
    return item.meant.get(number, ())


def _goes_on(item: _Item, number: int) -> tuple[Speaker, ...]:
    """Let those go on of whom the sentence before says "according to X", or that it only adds to.

    Where the lead's speaker says the item, whoever else is named in a paragraph goes on in it. What the
    item recalls is nobody's of them.
    """
    if number in item.recalls:
        return ()
    free, row = item.lexicon.grammar.free_order, item.outer[number].row
    adds = _adds_to_it(item, row)
    listing = elaborates(row, item.lexicon) and (free or item.lexicon.places.namely.at(row, 0) is not None)
    opens = listing or (free and adds == 0)
    closer = opens or (free and adds is not None)
    kept = bool(item.lead) and number > item.lead_at + 1
    going = [
        frame
        for frame in _before(item, number, apart=opens)
        if closer or (free and frame.weak) or (kept and frame.end > frame.begin)
    ]
    return going[-1].speakers if going else ()


def _adds_to_it(item: _Item, row: Sequence[Token]) -> int | None:
    """Return the token at which "besides" or "also" stands near the head of a sentence; None for none."""
    besides = item.lexicon.attribution.besides
    return next((at for at in range(min(_ADDS_REACH, len(row))) if besides.at(row, at) is not None), None)


def _is_headed(item: _Item, number: int) -> tuple[Speaker, ...]:
    above = bisect_left(item.headings, item.outer[number].span.start, key=lambda one: one[0])
    return item.headings[above - 1][1] if above and not item.adds(number) else ()


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
"""Who speaks by what stands beside a sentence; the first that names somebody holds."""
