"""Words around a name by which it is a place, and whence or whither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.lexicons.endings import NEUTER, VERBAL_NOUNS
from feeds.extraction.places.banks import has_bank, of_bank
from feeds.extraction.places.lists import MOST_BETWEEN, is_list_mark

if TYPE_CHECKING:
    from feeds.extraction.places.places import PlaceRef, Scan

_CLASS_REACH = 4
"""Tokens of "the much-contested eastern" before "town of"."""


def before_article(scan: Scan, at: int) -> str:
    """Return the word before the name at token ``at`` and its article: "from" of "from the town of X"."""
    place = at - 1
    words = scan.lexicon
    if words.grammar.has_articles and at > 1 and scan.row[at - 1].low in words.places.of:
        towns = scan.row[at - 2].low in words.places.settlement
        place = _article_before(scan, at - 2) if towns else place
    winds = words.compass.words if words.grammar.has_articles else frozenset()
    place -= place > 0 and scan.row[place].low in winds  # "from eastern X"
    while place >= 0 and (scan.row[place].low in scan.lexicon.actors.articles or _owns(scan, place)):
        place -= 1
    if words.grammar.free_order:
        place = _before_class(scan, place)
    near = place > 0 and scan.row[place].low in words.places.beside and words.grammar.has_articles
    place -= near and scan.row[place - 1].low in words.places.origins
    return scan.row[place].low if place >= 0 else ""


def _owns(scan: Scan, at: int) -> bool:
    """Tell whether a country only tells whose a place is: "from Ukraine's X region"; English alone."""
    token = scan.row[at]
    return token.possessive and token.capital and scan.lexicon.grammar.has_articles


def _before_class(scan: Scan, place: int) -> int:
    """Return the token "from" before "the area of the village of" at token ``place``, else that token."""
    row, words, first = scan.row, scan.lexicon.places, place
    while first >= 0 and (row[first].low in words.settlement or row[first].low in words.coarse):
        first -= 1
    area = any(token.low in words.coarse for token in row[first + 1 : place + 1])
    off = first > 0 and row[first - 1].low in scan.lexicon.compass.words | words.beside
    return first if area and first >= 0 and row[first].low in words.origins and not off else place


def _article_before(scan: Scan, at: int) -> int:
    """Return the article among the words right before "town" at token ``at``, else the token before it."""
    near = range(at - 1, max(-1, at - 1 - _CLASS_REACH), -1)
    return next((one for one in near if scan.row[one].low in scan.lexicon.actors.articles), at - 1)


def is_cued(scan: Scan, at: int, end: int, last: PlaceRef | None) -> bool:
    """Tell whether the words around the unknown name at tokens ``at`` to ``end`` make it a place."""
    row, words = scan.row, scan.lexicon.places
    if at == 0 or _is_done_to(scan, at, end):
        return _is_done_to(scan, at, end)
    before = row[at - 1].low
    road = before in words.roads and scan.lexicon.grammar.free_order
    if road or _continues(scan, last, at) or before in words.settlement or at in scan.openers:
        return True
    if before in scan.lexicon.compass.words or _classed(scan, at, end):
        return True
    if before in words.of:
        return _names_part(scan, at - 2)
    off = at > 1 and before in words.origins and row[at - 2].low in scan.lexicon.compass.words
    return off or (before in words.cues and not is_list_mark(row[at - 1], scan.lexicon))


def _is_done_to(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a village called by a neuter adjective stands right before what was done: "X was taken".

    A noun that the adjective may go with does not stand there.
    """
    row, language = scan.row, scan.lexicon.language
    if end != at + 1 or end not in scan.taken or not (row[at].capital and row[at].low.endswith(NEUTER)):
        return False
    goes_with = row[end].low.endswith(VERBAL_NOUNS)
    return not goes_with and is_adjective(row[at], language) and bool(scan.gazetteer.named(row[at].said))


def _classed(scan: Scan, at: int, end: int) -> bool:
    """Tell whether "village", or a bank, makes a name a place: "X village", "the bank of the X"."""
    if not scan.lexicon.grammar.has_articles:
        return False
    settlement = any(token.low in scan.lexicon.places.settlement for token in scan.row[end : end + 1])
    article = scan.row[at - 1].low in scan.lexicon.actors.articles
    return settlement or has_bank(scan, end) or (article and of_bank(scan, at))


def _names_part(scan: Scan, at: int) -> bool:
    """Tell whether "of" at the token after ``at`` names a place: "south of", "outskirts of", "capture of"."""
    if at < 0:
        return False
    low, words = scan.row[at].low, scan.lexicon.places
    part = low in scan.lexicon.compass.words or low in words.settlement or low in words.dropped
    part = part or words.parts.at(scan.row, at) is not None
    return part or at + 1 in scan.openers or words.kept.at(scan.row, at) is not None


def _continues(scan: Scan, last: PlaceRef | None, at: int) -> bool:
    """Tell whether only list marks stand between the last place and token ``at``."""
    if last is None:
        return False
    between = scan.row[last.end : at]
    return 0 < len(between) <= MOST_BETWEEN and all(is_list_mark(token, scan.lexicon) for token in between)


def has_outskirts(scan: Scan, at: int) -> bool:
    """Tell whether "the outskirts of" stands before the name at token ``at``, or its outskirts behind it."""
    row, dropped = scan.row, scan.lexicon.places.dropped
    led = at > 1 and row[at - 1].low in scan.lexicon.places.of and row[at - 2].low in dropped
    behind = row[at + 1 : at + 3] if row[at].possessive else ()
    return led or any(token.low in dropped for token in behind)
