"""Outlets that people speak to, or that pass on what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import given_name, is_oblique
from feeds.extraction.lexicons.endings import OUTLETS
from feeds.extraction.speakers.sites import is_address
from feeds.extraction.speakers.subjects import HARD_MARKS
from feeds.extraction.speakers.wording import in_nominative, quoted_end, said, was_quoted
from feeds.extraction.words.tokens import tokens

if TYPE_CHECKING:
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.speakers import Speaker
    from feeds.extraction.speakers.subjects import Spoken

_FULL_NAME = 2
"""Words of a given name and a last name."""
_REACH = 16
"""Tokens behind a name among which an outlet is looked for."""


def listener_end(spoken: Spoken, begin: int, limit: int) -> int:
    """Return the token behind an outlet named from ``begin`` on, "the paper OUTLET was told"; else ``begin``.

    Only a name in foreign letters, with a capital within, or between marks is no person's.
    """
    if begin >= limit:
        return begin
    quoted, name = quoted_end(spoken, begin, limit), spoken.row[begin].said
    odd = name[:1].isupper() and (name.isascii() or sum(map(str.isupper, name)) > 1)
    return quoted if quoted > begin else begin + odd


def outlet_behind(spoken: Spoken, begin: int, limit: int) -> tuple[str | None, int]:
    """Read "on the air of OUTLET", "as OUTLET reports" behind a name; return it and the token behind it."""
    row, words = spoken.row, spoken.lexicon.attribution
    for at in range(begin, min(limit, begin + _REACH)):
        hit = words.via.at(row, at)
        parted = row[at].said == "," and at + 1 < len(row) and words.via.at(row, at + 1) is None
        if parted or words.citing.at(row, at) is not None:
            break
        if hit is not None and hit[0] < limit:
            return _outlet(spoken, hit[0], limit, oblique=row[at].low in words.openings)
    told = words.outlets.at(row, begin) if begin < limit else None
    return (_as_known(spoken, begin, told[0], oblique=True), told[0]) if told is not None else (None, begin)


def _outlet(spoken: Spoken, begin: int, limit: int, *, oblique: bool) -> tuple[str | None, int]:
    """Return the outlet named from token ``begin`` on; ``oblique`` tells that it stands in another case."""
    row, words = spoken.row, spoken.lexicon.attribution
    stop = begin
    while stop < limit and row[stop].said not in HARD_MARKS and row[stop].said not in ",.":
        stop += 1
    for at in range(begin, stop):
        hit = words.outlets.at(row, at)
        if hit is not None:
            return _as_known(spoken, at, hit[0], oblique=oblique), stop
    first = next((at for at in range(begin, stop) if row[at].capital), None)
    if first is None:
        return None, begin
    end = first
    while end < stop and (row[end].capital or spoken.lexicon.nouns.get(row[end].low) in words.labels):
        end += 1
    declined = oblique and not was_quoted(spoken, first)
    return " ".join(in_nominative(spoken, first, end, oblique=declined)), stop


def _as_known(spoken: Spoken, begin: int, end: int, *, oblique: bool) -> str:
    """Return the name of a well-known outlet; one without a noun is written as the list of them has it."""
    if not any(token.low in spoken.lexicon.nouns for token in spoken.row[begin:end]):
        return _as_listed(spoken, begin, end)
    noun = spoken.lexicon.nouns.get(spoken.row[end - 1].low, "")
    cased = noun != spoken.row[end - 1].low  # within marks a name of words has cases as well
    declined = oblique and (cased or not was_quoted(spoken, begin))
    return " ".join(in_nominative(spoken, begin, end, oblique=declined))


def _as_listed(spoken: Spoken, begin: int, end: int) -> str:
    """Return a well-known outlet's name with its first word in the nominative, where the list has it so."""
    name, word = said(spoken, begin, end), spoken.row[begin].said
    listed = spoken.lexicon.attribution.outlets
    for oblique, plain in OUTLETS if name.startswith(word) else ():
        stem = word.removesuffix(oblique)
        row = tokens(f"{stem}{plain}{name[len(word) :]}")
        if stem != word and len(stem) > len(plain) and listed.at(row, 0) is not None:
            return f"{stem}{plain}{name[len(word) :]}"
    return name


def spoken_to(spoken: Spoken, begin: int, limit: int) -> tuple[str, int] | None:
    """Read the outlet behind "in an interview with" where a speaker follows; None where none is named."""
    row, words = spoken.row, spoken.lexicon
    if begin < limit and given_name(row[begin], words.language) is not None:
        return None  # "in a talk with NAME"
    for at in range(begin, min(limit, begin + _REACH)):
        hit = words.attribution.outlets.at(row, at)
        if hit is not None and hit[0] < limit:
            labelled = words.nouns.get(row[begin].low) in words.attribution.labels
            small = labelled and not any(one.capital for one in row[begin : hit[0]])
            first = begin if small or not labelled else at
            return _as_known(spoken, first, hit[0], oblique=True), hit[0]
        glued = row[at].said == "." and at + 1 < limit and row[at].end == row[at + 1].start
        if not (row[at].capital or glued or words.nouns.get(row[at].low) in words.attribution.labels):
            return (_in_words(spoken, begin, at), at) if at > begin and row[at - 1].capital else None
    return None


def _in_words(spoken: Spoken, begin: int, end: int) -> str:
    """Return an outlet's name in the nominative, without what it is."""
    words = spoken.lexicon
    while begin < end - 1 and words.nouns.get(spoken.row[begin].low) in words.attribution.labels:
        begin += 1
    return " ".join(in_nominative(spoken, begin, end, oblique=not was_quoted(spoken, begin)))


def through(frame: Frame, outlet: str) -> Frame:
    """Return a frame whose speakers were passed on by an outlet."""
    return replace(frame, speakers=tuple(replace(one, via=one.via or outlet) for one in frame.speakers))


def is_outlet(spoken: Spoken, speaker: Speaker) -> bool:
    """Tell whether a speaker is a well-known outlet, which says little itself."""
    row = tokens(speaker.name)
    outlets = spoken.lexicon.attribution.outlets
    return bool(row) and (outlets.any(row) or is_address(speaker.name))


def only_heard(spoken: Spoken, begin: int, end: int) -> bool:
    """Tell whether only whom somebody talks with stands before a verb: "in a talk with the host NAME"."""
    row, words = spoken.row, spoken.lexicon.attribution
    hit = (words.via.at(row, begin) or words.listeners.at(row, begin)) if begin < end else None
    first = next((at for at in range(hit[0], end) if row[at].capital), end) if hit is not None else end
    named = first + _FULL_NAME == end and all(token.word for token in row[begin:end])
    return named and is_oblique(row[first], row[first + 1], spoken.lexicon.language)


def aired(spoken: Spoken, begin: int, end: int) -> str | None:
    """Return X where only "in an interview with X", or "to the agency X", stands before a verb."""
    if begin >= end:
        return None
    listens = spoken.lexicon.attribution.listeners.at(spoken.row, begin)
    stop = listener_end(spoken, listens[0], end) if listens is not None else begin
    if listens is not None and stop == end > listens[0]:
        return said(spoken, listens[0], stop)
    hit = spoken.lexicon.attribution.via.at(spoken.row, begin)
    told = spoken_to(spoken, hit[0], end + 1) if hit is not None and hit[0] < end else None
    return told[0] if told is not None and told[1] >= end else None
