"""Names that begin with an adjective: directions whose noun is left out, sectors, villages of two words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import agreeing
from feeds.extraction.places.areas import names_oblast
from feeds.extraction.places.declined import based
from feeds.extraction.places.lists import MOST_BETWEEN, is_list_mark
from feeds.extraction.places.reference import is_area
from feeds.extraction.words.marks import DASHES
from feeds.model import PlaceKind

if TYPE_CHECKING:
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef, Scan
    from feeds.extraction.words.tokens import Token
    from feeds.geography import Mention
    from feeds.model import Place

_PARTING = DASHES | {":"}
_AREAS_BETWEEN = 4
"""Tokens of ", and also in" between two oblasts."""
_FAR = 8
"""Tokens of "in four directions in the east and the south:"."""


@lru_cache(maxsize=16)
def _elided_ends(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.places.elided)


def elided(scan: Scan, at: int, last: PlaceRef | None) -> tuple[str, tuple[Place, ...]] | None:
    """Return the direction that an adjective alone names: "three attacks in the X direction, two in the Y".

    Also "on four directions: X, Y and Z", whose adjectives may have small letters.
    """
    row, lexicon = scan.row, scan.lexicon
    low = row[at].low
    if not at or not low.endswith(_elided_ends(lexicon)) or not _ends_group(scan, at + 1):
        return None
    if not (row[at - 1].low in lexicon.places.elided_after or _goes_on(scan, at, last)):
        return None
    end = next(one for one in lexicon.places.elided if low.endswith(one))
    adjective, _, noun = lexicon.places.elided[end].partition(" ")
    shared = last is not None and last.coarse
    if not (shared or end[-1] != adjective[-1]):
        return None  # the nominative names much else
    name = f"{row[at].said[: -len(end)]}{adjective}"
    name = name[:1].upper() + name[1:]
    candidates = scan.gazetteer.named(f"{name} {noun}")
    if not candidates or any(place.kind is not PlaceKind.DIRECTION for place in candidates):
        return None
    lends = last is not None and last.coarse and " " in last.name and not is_area(last)
    said = last.name.split()[-1] if last is not None and lends else noun
    return f"{name} {said if said in lexicon.places.coarse else noun}", candidates


@lru_cache(maxsize=16)
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def elided_area(scan: Scan, at: int, last: PlaceRef | None) -> tuple[str, tuple[Place, ...]] | None:
    """Return the oblast that an adjective alone names behind another: "in the X oblast and in the Y".

    Behind a settlement "in" leads to it: "took A and B in the Y".
    """
    row, words = scan.row, scan.lexicon
    low = row[at].low
    end = next((one for one in words.places.elided_areas if low.endswith(one)), "")
    if last is None or not end or not (row[at].capital and _ends_group(scan, at + 1)):
        return None
    small = words.places.cues | words.mood.boundaries | _words_of(words.attribution.joins)
    between = row[last.end : at]
    listed = 0 < len(between) <= _AREAS_BETWEEN and not any(
        one.word and one.low not in small for one in between
    )
    if not listed or not (is_area(last) or (between[-1].low in words.places.nearer and not last.coarse)):
        return None
    name = row[at].said[: -len(end)] + words.places.elided_areas[end]
    candidates = scan.gazetteer.named(name)
    return (name, candidates) if names_oblast(candidates) else None


def _goes_on(scan: Scan, at: int, last: PlaceRef | None) -> bool:
    """Tell whether token ``at`` stands behind a direction in a list, or behind "directions:"."""
    row = scan.row
    if row[at - 1].said in _PARTING:
        return any(token.low in scan.lexicon.places.plural for token in row[max(0, at - _FAR) : at - 1])
    if last is None or not last.coarse:
        return False
    between = row[last.end : at]
    return 0 < len(between) <= MOST_BETWEEN and all(is_list_mark(one, scan.lexicon) for one in between)


def _ends_group(scan: Scan, at: int) -> bool:
    """Tell whether no noun stands at token ``at`` that an adjective right before it may belong to."""
    if at >= len(scan.row) or at in scan.taken or at in scan.blocked:
        return True
    token, words = scan.row[at], scan.lexicon
    kinds = (words.attribution.joins, words.mood.passive, words.mood.boundaries, words.figures.numbers)
    if not token.word or token.low.isdecimal() or any(token.low in kind for kind in kinds):
        return True
    return token.low.endswith(words.mood.verb_endings)


def island(scan: Scan, at: int) -> str:
    """Return the name of an island with the word before it, "острів X"; "" where none stands there."""
    row, words = scan.row, scan.lexicon.places
    short = at > 1 and row[at - 1].said == "."
    noun = words.islands.get(row[at - 1 - short].low, "") if at and row[at].capital else ""
    if not noun or short != noun.endswith("."):
        return ""
    return " ".join([noun, *agreeing(row[at : at + 1], noun.rstrip("."), scan.lexicon.language)])


def river(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the name of a river behind the word for it, as a nominative, and the token behind the name.

    "Across the river X": a village may be called by what looks like another case of that.
    """
    row, words = scan.row, scan.lexicon
    noun = words.places.rivers.get(row[at - 1].low, "") if at and row[at].capital else ""
    if not noun:
        return None
    end = at + 1
    while end < len(row) and row[end].capital and row[end].word and end not in scan.taken | scan.blocked:
        end += 1
    oblique = row[end - 1].low.endswith(words.grammar.oblique_endings) and row[end - 1].low != noun
    named = agreeing(row[at:end], noun, words.language) if oblique else [token.said for token in row[at:end]]
    return " ".join(named), end


def names_class(scan: Scan, at: int) -> bool:
    """Tell whether the word at token ``at`` is an adjective of the class behind it: "the X bridgehead"."""
    words = scan.lexicon.places
    hit = words.kept.at(scan.row, at + 1) if at + 1 < len(scan.row) else None
    said = " ".join(token.low for token in scan.row[at + 1 : hit[0]]) if hit is not None else ""
    if not said or said in words.settlement:
        return False
    noun = words.plural.get(said, said)
    return agreeing(scan.row[at : at + 1], noun, scan.lexicon.language) != [scan.row[at].said]


def like_direction(scan: Scan, name: str) -> tuple[Place, ...]:
    """Return what is known of the direction of the same adjective, for "the X sector"."""
    nouns = {one.split()[-1] for one in scan.lexicon.places.elided.values()}
    if scan.lexicon.grammar.has_articles:
        nouns |= scan.lexicon.places.coarse - scan.lexicon.places.plural.keys()
    adjective = name.rpartition(" ")[0]
    found = (scan.gazetteer.named(f"{adjective} {noun}") for noun in sorted(nouns) if adjective)
    return next((some for some in found if some and some[0].kind is PlaceKind.DIRECTION), ())


def two_words(scan: Scan, at: int, following: Mention | None) -> str:
    """Return the name of a place of two words that the gazetteer does not know; "" where it is none.

    ``following`` is what the gazetteer knows of the second word.
    """
    row = scan.row
    if not at or not row[at - 1].word or not row[at].capital:
        return ""
    if following is None:
        noun = based(row[at + 1].said, scan.lexicon.places.endings)
    else:
        noun = scan.gazetteer.base_form(following.form, following.candidates, scan.lexicon.language)
    adjective = agreeing(row[at : at + 1], noun, scan.lexicon.language)[0]
    return f"{adjective} {noun}" if adjective != row[at].said else ""


def joins_towns(scan: Scan, at: int, end: int) -> bool:
    """Tell whether a name is that of several towns joined by dashes: "the X-Y area"."""
    inner = range(scan.row[at].start + 1, scan.row[end - 1].end)
    return any(dash in scan.row[at].said for dash in DASHES) and any(one in scan.mentions for one in inner)


def is_proper(token: Token) -> bool:
    """Tell whether every part of a hyphenated word is a name: "Finland-based" is none."""
    return all(part[:1].isupper() or part[:1].isdigit() for part in token.said.replace("–", "-").split("-"))
