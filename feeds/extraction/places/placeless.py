"""What has a capital and is no place: names of those who speak, acronyms, the first word of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.places.banks import has_bank
from feeds.extraction.text.quotations import MARKS

if TYPE_CHECKING:
    from feeds.extraction.places.places import Scan
    from feeds.extraction.words.tokens import Token

_LONGEST_ACRONYM = 5
_STRONG = 3
"""Tokens of "strong point «" before a name."""


def is_nobodys(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an unknown name, tokens ``at`` to ``end``, is none of a place."""
    return _speaks(scan, at, end) or _is_acronym(scan, at, end)


def only_opens(scan: Scan, at: int, name: str) -> bool:
    """Tell whether the capital of an adjective before a class is only that of the sentence: "This sector"."""
    ends = tuple(one.partition(" ")[0] for one in scan.lexicon.places.elided.values())
    return at == 0 and bool(ends) and not name.partition(" ")[0].lower().endswith(ends)


def _speaks(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an unknown name is somebody's: behind a rank or role, or of one who speaks in the item."""
    row, roles = scan.row, scan.lexicon.roles.words
    if row[at].low in roles or (at and row[at - 1].low in roles):
        return True
    words = [token.low for token in row[at:end]]
    if len(words) == 1 and is_voice(scan, row[at]):
        return True
    return any(" ".join(words[first:]) in scan.speaking for first in range(len(words)))


def is_voice(scan: Scan, token: Token) -> bool:
    """Tell whether a word is the name of somebody who speaks for a side."""
    return any(token.low in side.voices for side in scan.lexicon.sides.values())


def _is_acronym(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a name is a few capitals that are no place where names have cases: "СОУ"."""
    said = scan.row[at].said
    short = end == at + 1 and 1 < len(said) <= _LONGEST_ACRONYM and said.isupper()
    return short and scan.lexicon.grammar.free_order and not scan.titled


def is_no_name(scan: Scan, token: Token) -> bool:
    """Tell whether an unknown word is for forces, a place abroad, or in letters that names here lack."""
    free = scan.lexicon.grammar.free_order
    abroad = token.low.startswith(scan.lexicon.places.abroad)
    return abroad or (
        free and (token.low in scan.lexicon.actors.forces or (token.said.isascii() and token.said.isalpha()))
    )


def is_thing(scan: Scan, at: int, end: int, *, kind: str) -> bool:
    """Tell whether what follows makes a name a street, a unit, an owner, or a number."""
    row, words = scan.row, scan.lexicon.places
    called = _names_operation(scan, at, end)
    following = row[end].low if end < len(row) else ""
    if called or (kind and not (kind in words.settlement and following in words.settlement)):
        return called
    of_town = following in words.settlement and any(one.low in words.of for one in row[end + 1 : end + 2])
    if of_town and scan.lexicon.grammar.has_articles:
        return True  # "the Donetsk town of X"
    if row[end - 1].low in words.features or (following in words.features and not _is_site(scan, at, end)):
        return True
    if row[end - 1].possessive and not (_part_of_place(scan, end) or has_bank(scan, end)):
        return True
    of_feature = at > 1 and row[at - 2].low in words.features and not _is_part(scan, at - 2)
    inside = row[at - 1].low in words.nearer
    if of_feature and not inside and words.of and row[at - 1].low in scan.lexicon.attribution.particles:
        return True
    return any(letter.isdigit() for token in row[at:end] for letter in token.said)


def _is_site(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a town stands before forces that act in it, "in X a battalion of", where cases tell."""
    row, words = scan.row, scan.lexicon
    led = at > 0 and row[at - 1].low in words.places.nearer and words.grammar.free_order
    return led and row[end].low in words.actors.forces and not is_adjective(row[end - 1], words.language)


def _names_operation(scan: Scan, at: int, end: int) -> bool:
    """Tell whether an undertaking is only called after a place: "the X offensive", "the X area push"."""
    row, words = scan.row, scan.lexicon
    end += any(token.low in words.places.dropped for token in row[end : end + 1])
    called = any(token.low in words.actors.operations for token in row[end : end + 1])
    return called and at > 0 and row[at - 1].low in words.actors.articles


def _is_part(scan: Scan, at: int) -> bool:
    """Tell whether a word in small letters is a part of what is named behind it: "the center of X"."""
    return not scan.row[at].capital and scan.lexicon.places.parts.at(scan.row, at) is not None


def names_thing(scan: Scan, at: int) -> bool:
    """Tell whether an unknown name in quotation marks is that of a part of a place: "the quarter «X»"."""
    row = scan.row
    marked = at > 1 and row[at - 1].said in MARKS and scan.lexicon.grammar.free_order
    town = at > 1 and row[at - 2].low in scan.lexicon.places.settlement
    strong = at >= _STRONG and scan.lexicon.places.parts.at(row, at - 3) is not None  # "the strong point «X»"
    return marked and row[at - 2].word and (strong or not town)


def _part_of_place(scan: Scan, at: int) -> bool:
    """Tell whether a part of a place follows its possessive: "X's western outskirts"."""
    words = scan.lexicon
    at += at < len(scan.row) and scan.row[at].low in words.compass.words
    low = scan.row[at].low if at < len(scan.row) else ""
    if low in words.places.dropped:
        return True
    told = words.roles.agents | words.attribution.assertions
    if low in words.actors.belongings - told and words.grammar.has_articles:
        return True  # "X's defences"
    return words.grammar.has_articles and any(
        words.places.parts.at(scan.row, one) is not None for one in range(at, min(len(scan.row), at + 2))
    )
