"""Banks of rivers: "the left bank of the Oskil", "the Dnipro's eastern bank", "на левом берегу Днепра"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import agreeing

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef, Scan

_MOST_AFTER = 3
"""Tokens behind a river in "the Oskil's left bank"."""


def on_bank(scan: Scan, ref: PlaceRef) -> PlaceRef:
    """Return the bank that ``ref`` names the river of, else ``ref``; settlements are told before it."""
    row = scan.row
    if of_bank(scan, ref.begin):
        bank = _of(scan, ref.begin) - 1
        begin = bank - (bank > 0 and _which(scan, bank - 1))
        said = " ".join(token.said for token in row[begin : ref.begin])
        return replace(ref, begin=begin, name=f"{said} {ref.name}", candidates=(), coarse=True, road=True)
    stop = _bank_end(scan, ref.end)
    if stop is None:
        return ref
    of = min(scan.lexicon.places.of)
    said = " ".join(token.said for token in row[ref.end : stop])
    name = f"{said} {of} {ref.name}"
    return replace(ref, end=stop, name=name, candidates=(), coarse=True, road=True)


def bank_before(scan: Scan, at: int) -> str:
    """Return the bank told before a river, where cases tell: "на левом берегу Днепра"; "" where none is."""
    row, words = scan.row, scan.lexicon
    led = at > 1 and row[at].capital and _is_bank(scan, at - 1) and _which(scan, at - 2)
    if not (led and words.grammar.free_order):
        return ""
    bank = min(words.places.banks, key=len)
    (which,) = agreeing(row[at - 2 : at - 1], bank, words.language)
    return f"{which.lower()} {bank} {row[at].said}"


def with_article(scan: Scan, ref: PlaceRef) -> PlaceRef:
    """Return a name behind "the" with no noun behind it as that of a river: "near A on the Dnipro"."""
    row, words = scan.row, scan.lexicon
    alone = ref.begin > 0 and row[ref.begin - 1].low in words.grammar.definite and not ref.coarse
    alone = alone and row[ref.begin - 1].low not in words.attribution.clauses
    alone = alone and words.places.kept.at(row, ref.end - 1) is None
    if not (alone and words.grammar.has_articles) or scan.titled:
        return ref
    following = row[ref.end] if ref.end < len(row) else None
    led = words.places.cues | words.actors.governing | words.attribution.auxiliaries | words.mood.helping
    led = led | words.attribution.clauses | words.attribution.relatives | words.attribution.likewise
    listed = following is not None and (following.said == "," or following.low in words.attribution.joins)
    bare = row[ref.end - 1].capital and (following is None or not following.word or following.low in led)
    bare = bare and not listed
    return replace(ref, coarse=True, road=True) if bare and not ref.road else ref


def of_bank(scan: Scan, at: int) -> bool:
    """Tell whether "the left bank of the" stands before token ``at``."""
    of = _of(scan, at)
    return of > 0 and scan.row[of].low in scan.lexicon.places.of and _is_bank(scan, of - 1)


def has_bank(scan: Scan, end: int) -> bool:
    """Tell whether "left bank" stands at token ``end``, behind the possessive of a river."""
    return _bank_end(scan, end) is not None


def _of(scan: Scan, at: int) -> int:
    """Return the token before ``at`` that is no article."""
    return at - 1 - (at > 0 and scan.row[at - 1].low in scan.lexicon.actors.articles)


def _bank_end(scan: Scan, end: int) -> int | None:
    if not 0 < end < len(scan.row) or not scan.row[end - 1].possessive:
        return None
    near = range(end, min(len(scan.row), end + _MOST_AFTER))
    bank = next((at for at in near if not _which(scan, at)), end)
    return bank + 1 if _is_bank(scan, bank) else None


def _is_bank(scan: Scan, at: int) -> bool:
    return scan.row[at].low in scan.lexicon.places.banks


def _which(scan: Scan, at: int) -> bool:
    low = scan.row[at].low
    return low in scan.lexicon.compass.words or low in scan.lexicon.places.flanks
