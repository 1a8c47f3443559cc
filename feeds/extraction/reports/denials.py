"""Denials of what the sentences before report: "The ministry denied these claims."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.evidence import evidence
from feeds.extraction.speakers.sides import phrase_side
from feeds.extraction.speakers.summed_up import behind_summary
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.found import Found
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.reports.scene import Setting
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.words.tokens import Token

_MOST_MEANT = 40
"""Reports that one denial reaches back over, so that reading stays linear."""
_MOST_WORDS = 6
"""Words of "This is a fake."."""
_SHORT = 2
"""Words of "a fake" behind "called"."""
_OBJECT_REACH = 6
"""Tokens after a denial in which its object is named: "denied all of these reports"."""


def denied(
    reading: Reading, sentence: Sentence, earlier: Sequence[Found], setting: Setting, *, beside: bool = False
) -> tuple[Found, ...]:
    """Return the reports just before ``sentence`` anew, negated, for whoever denies them in it.

    Meant are those of its paragraph, or else of the last sentence of the paragraph before it.
    Empty where nobody denies a claim, or none was made.
    """
    found: list[Found] = []
    anew = reading.lexicon.attribution.anew
    told = [
        begin
        for begin, _, _ in sentence.triggers
        if not any(one.low in anew for one in sentence.row[max(0, begin - 2) : begin])
    ]
    told = told if beside else []
    for frame in sentence.frames:
        untrue = reading.lexicon.mood.refuted.any(sentence.row) and not sentence.triggers
        untrue = untrue or _calls_untrue(reading, sentence, frame)
        if told and any(frame.begin <= begin < frame.end for begin in told):
            continue
        if (frame.negated or untrue) and frame.speakers and _of_claims(reading, sentence, frame):
            meant = [] if _of_another(reading, sentence, earlier) else _meant(sentence, earlier)
            here = [one for one in meant if one.sentence is sentence]
            if _after_which(reading, sentence, frame):
                meant = here[-1:]
            elif _summed_up(reading, sentence, frame):
                meant = here
            found.extend(_negated(reading, sentence, frame, meant=meant, setting=setting))
    return tuple(found)


def taken_back(found: list[Found], sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Return ``found`` with what the sentence before told negated, if this one only calls it untrue."""
    last = found[-1].sentence if found else None
    words = sum(token.word for token in sentence.row)
    near = last is not None and sentence.paragraph - last.paragraph <= 1 and words <= _MOST_WORDS
    plain = lexicon.grammar.free_order and not (sentence.triggers or sentence.frames or sentence.quotation)
    if not (near and plain and lexicon.mood.refuted.any(sentence.row)):
        return found
    own = (one.sentence is last and one.speaker is None for one in found)
    return [replace(one, negated=True) if meant else one for one, meant in zip(found, own, strict=True)]


def _calls_untrue(reading: Reading, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether "called untrue" alone is what somebody says of another's claims, where order is free."""
    said = sentence.row[max(0, frame.begin - 1) : frame.end]
    short = reading.lexicon.grammar.free_order and frame.end - frame.begin <= _SHORT
    return short and reading.lexicon.mood.refuted.any(said)


def _of_claims(reading: Reading, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether what is denied is only called a claim, and so was told before."""
    row, words = sentence.row, reading.lexicon.attribution
    if reading.lexicon.grammar.free_order and not sentence.triggers:
        # The object may stand on either side of the verb, or within what names who denies it.
        return frame.backward or any(token.low in words.assertions | words.anew for token in row)
    passive = frame.end <= frame.who_begin
    near = row[: frame.who_begin] if passive else row[frame.who_end : frame.who_end + _OBJECT_REACH]
    told_of = [at for at, token in enumerate(near) if token.low in words.assertions | words.anew]
    named = any(not _is_of_else(near[at + 1 :], reading.lexicon) for at in told_of)
    return (
        named
        or _after_which(reading, sentence, frame)
        or _summed_up(reading, sentence, frame)
        or (not passive and bool(near) and near[0].low in words.pronouns)
    )


def _is_of_else(behind: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether "of encirclement" tells what denied claims are of; "of the ministry" tells whose."""
    of = bool(behind) and behind[0].low in lexicon.places.of and lexicon.grammar.has_articles
    return (
        of
        and len(behind) > 1
        and behind[1].word
        and not behind[1].capital
        and (behind[1].low not in lexicon.actors.articles)
    )


def _after_which(reading: Reading, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether ", which X denies" tells of what stands right before it."""
    row, relatives = sentence.row, reading.lexicon.attribution.relatives
    return frame.who_begin > 1 and row[frame.who_begin - 1].low in relatives


def _summed_up(reading: Reading, sentence: Sentence, frame: Frame) -> bool:
    """Tell whether ", a claim X denies" tells of what its sentence says before it."""
    at = frame.who_begin
    return at > 0 and behind_summary(sentence.row, at, reading.lexicon) == at


def _of_another(reading: Reading, sentence: Sentence, earlier: Sequence[Found]) -> bool:
    """Tell whether what is denied was claimed right before, and is no report; where order is free."""
    at = next((at for at, one in enumerate(reading.sentences) if one is sentence), 0)
    before = reading.sentences[at - 1] if at else None
    if before is None or before.paragraph != sentence.paragraph or not reading.lexicon.grammar.free_order:
        return False
    claimed = any(frame.speakers and not (frame.weak or frame.backward) for frame in before.frames)
    return claimed and not any(one.sentence in (before, sentence) for one in earlier)


def _meant(sentence: Sentence, earlier: Sequence[Found]) -> list[Found]:
    recent = earlier[-_MOST_MEANT:]
    here = [one for one in recent if one.sentence.paragraph == sentence.paragraph]
    last = recent[-1].sentence if recent else None
    if not here and last is not None and last.paragraph == sentence.paragraph - 1:
        here = [one for one in recent if one.sentence is last]
    return [one for one in here if not one.negated and one.kind is not Kind.FIGHTING]


def _negated(
    reading: Reading, sentence: Sentence, frame: Frame, *, meant: Sequence[Found], setting: Setting
) -> Iterator[Found]:
    for one in meant:
        for speaker in frame.speakers:
            other = one.speaker is None or one.speaker.name != speaker.name
            if other and phrase_side(speaker.phrase, reading.lexicon) is not one.side:
                yield replace(
                    one,
                    speaker=None if speaker.name.lower() in setting.own_names else speaker,
                    evidence=evidence((), speaker, reading.lexicon, source_class=setting.source_class),
                    negated=True,
                    distance=None,
                    area=None,
                    sentence=sentence,
                    rule="denial",
                    trigger_span=None,
                    place_span=None,
                    caveat=None,
                )
