"""On which evidence a report rests, by its own words."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.words.tokens import tokens
from feeds.model import Evidence, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.reports.found import Found
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.words.tokens import Token

_OWN_VOICE = {
    SourceClass.ASSESSOR: Evidence.ANALYST,
    SourceClass.GEOLOCATOR: Evidence.ANALYST,
    SourceClass.OFFICIAL: Evidence.OFFICIAL,
    SourceClass.LOCAL_OFFICIAL: Evidence.OFFICIAL,
    SourceClass.MILBLOGGER: Evidence.MILBLOGGER,
}
_MOST_CACHED = 2048
STRENGTH = (
    Evidence.GEOLOCATED, Evidence.MILBLOGGER, Evidence.ANALYST, Evidence.OFFICIAL, Evidence.UNATTRIBUTED,
)  # fmt: skip
"""The order in which evidence is read, first first; of two kinds for one report the first stays."""


def evidence(
    row: Sequence[Token], speaker: Speaker | None, lexicon: Lexicon, *, source_class: SourceClass | None
) -> Evidence:
    """Return the evidence of a statement: ``row`` are the words up to its trigger.

    Pictures with a location come first, then what the claimant is; a claimant of whom nothing is
    known is unattributed, and so is the own voice of a source that is neither official, an
    assessor nor a blogger.
    """
    if lexicon.evidence.geolocated.any(row):
        return Evidence.GEOLOCATED
    if speaker is None:
        return _OWN_VOICE.get(source_class, Evidence.UNATTRIBUTED) if source_class else Evidence.UNATTRIBUTED
    return _kind_of(speaker, lexicon)


@lru_cache(maxsize=_MOST_CACHED)
def _kind_of(speaker: Speaker, lexicon: Lexicon) -> Evidence:
    """Return on what evidence the words of a claimant rest; an item often hears one of them again."""
    if lexicon.grammar.free_order and lexicon.publishers.assessor.any(tokens(speaker.name)):
        return Evidence.ANALYST  # whatever it is told through: "the channel of the institute"
    if lexicon.grammar.free_order and _is_office(speaker, lexicon):
        return Evidence.OFFICIAL  # likewise "the channel of the ministry"
    if _is_press(speaker, lexicon):
        return Evidence.UNATTRIBUTED  # whose own name may be a channel's too: "the paper X"
    if speaker.name in lexicon.attribution.works:
        return Evidence.UNATTRIBUTED  # "in the summary", of nobody named
    named = _words_on(speaker, lexicon)
    kinds = (
        (Evidence.MILBLOGGER, lexicon.evidence.milblogger),
        (Evidence.ANALYST, lexicon.evidence.analyst),
        (Evidence.OFFICIAL, lexicon.evidence.official),
        # Who publishes can be a claimant as well, and is often known by name alone.
        (Evidence.OFFICIAL, lexicon.publishers.official),
        (Evidence.ANALYST, lexicon.publishers.assessor),
        *(((Evidence.MILBLOGGER, lexicon.publishers.channel),) if lexicon.grammar.free_order else ()),
    )
    found = (kind for row in named for kind, phrases in kinds if phrases.any(row))
    kind = next(found, Evidence.UNATTRIBUTED)
    blogs = lexicon.grammar.free_order and lexicon.evidence.milblogger.any(tokens(speaker.name))
    return Evidence.MILBLOGGER if kind is Evidence.ANALYST and blogs else kind


def _is_press(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether a claimant is called a paper or an agency beside its name, and no channel."""
    role = tokens(speaker.role or "")
    label = bool(role) and role[-1].low in lexicon.attribution.labels and lexicon.grammar.free_order
    return label and lexicon.publishers.outlet.any(role) and not lexicon.evidence.milblogger.any(role)


def _is_office(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether a claimant is an office, whose channel may be told: no person with a role."""
    name, role = tokens(speaker.name), (speaker.role or "").split()
    channel = not role or role[-1] in lexicon.attribution.labels
    office = lexicon.publishers.official.at(name, 0) is not None
    return channel and office and not lexicon.evidence.milblogger.any(name)


def with_standing(
    found: Sequence[Found],
    heard: Sequence[Speaker],
    lexicon: Lexicon,
    *,
    source_class: SourceClass | None,
) -> list[Found]:
    """Give what is told of a speaker once, of all who were ``heard``, to all that they say.

    A claimant of whom nothing is known stands on what the source is, who passes on what they say.
    """
    left = {one.speaker.name for one in found if one.speaker and _is_left(one, lexicon)}
    known: dict[str, Evidence] = {}
    for speaker in heard if left else ():
        kind = _kind_of(speaker, lexicon)
        if speaker.name in left and kind is not Evidence.UNATTRIBUTED:
            known[speaker.name] = stronger(kind, known.get(speaker.name, kind))
    own = _OWN_VOICE.get(source_class, Evidence.UNATTRIBUTED) if source_class else Evidence.UNATTRIBUTED
    standing = []
    for one in found:
        if one.speaker and _is_left(one, lexicon):
            so_far = own if one.evidence is Evidence.UNATTRIBUTED else one.evidence
            standing.append(replace(one, evidence=known.get(one.speaker.name, so_far)))
        else:
            standing.append(one)
    return standing


def _is_left(one: Found, lexicon: Lexicon) -> bool:
    """Tell whether nothing is known of who claims it, or only that a name is of somebody in office."""
    by_name = one.evidence is Evidence.OFFICIAL and one.speaker is not None and not one.speaker.role
    by_name = by_name and lexicon.grammar.free_order
    if one.speaker is not None and one.speaker.name.split()[-1].lower() in lexicon.attribution.sources:
        return False  # "Ukrainian sources", who are nobody in particular
    return one.evidence is Evidence.UNATTRIBUTED or by_name


def _words_on(speaker: Speaker, lexicon: Lexicon) -> Iterator[Sequence[Token]]:
    """Yield what an item calls a speaker, and that with the name, which tells less where a role is told."""
    whole = f"{speaker.name} {speaker.phrase} {speaker.role or ''}"
    if speaker.role and lexicon.grammar.free_order:
        name = set(speaker.name.lower().split())
        yield [token for token in tokens(whole) if token.low not in name]
    yield tokens(whole)


def stronger(one: Evidence, other: Evidence) -> Evidence:
    """Return the one of two kinds of evidence that is read first."""
    return min(one, other, key=STRENGTH.index)
