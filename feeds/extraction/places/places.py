"""The places that a sentence names, in the form in which a report gives them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import agreeing, is_declined
from feeds.extraction.places.adjectives import (
    elided,
    elided_area,
    is_proper,
    island,
    joins_towns,
    like_direction,
    names_class,
    river,
    two_words,
)
from feeds.extraction.places.areas import area_before, names_oblast, only_areas
from feeds.extraction.places.banks import bank_before, on_bank, with_article
from feeds.extraction.places.borders import with_borders
from feeds.extraction.places.compounds import compound
from feeds.extraction.places.cues import before_article, has_outskirts, is_cued
from feeds.extraction.places.facilities import facility, names_part
from feeds.extraction.places.highways import with_highways
from feeds.extraction.places.landmarks import without_bearings, without_bounds
from feeds.extraction.places.lists import (
    along_roads,
    heads_areas,
    shared_class,
    with_left_out_class,
    with_shared_origin,
    without_starts,
)
from feeds.extraction.places.nominative import base_of, is_plain, native
from feeds.extraction.places.placeless import (
    is_no_name,
    is_nobodys,
    is_thing,
    is_voice,
    names_thing,
    only_opens,
)
from feeds.extraction.places.reference import settled, without_owners
from feeds.extraction.words.marks import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token
    from feeds.geography import Gazetteer, Mention
    from feeds.model import Place

_HEADLINE = 5
_MOST_CAPITALS = 0.7
"""Words of a headline at least, and the share of them from which capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place named by the tokens ``begin`` to ``end`` of a sentence."""

    begin: int
    end: int
    name: str
    """As the item has it, with its class ("Kursk region"), a plural class made singular."""
    candidates: tuple[Place, ...]
    """What the gazetteer knows under this name; empty where it knows nothing."""
    start: int
    """Where the name begins in the item."""
    coarse: bool = False
    """Whether it is a direction, a raion or an oblast."""
    road: bool = False
    origin: bool = False
    """Whether the sentence says "from" it."""
    goal: bool = False
    """Whether the sentence says "to" it."""
    plain: bool = False
    """Whether its name stands in the nominative, as told by the word before it."""
    land: bool = False
    """Whether it is a part of a country, in no one oblast."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence about to be read for places."""

    row: Sequence[Token]
    lexicon: Lexicon
    gazetteer: Gazetteer
    mentions: Mapping[int, Mention]
    """Of the whole item, by where they start."""
    blocked: frozenset[int]
    """Tokens that name who speaks, so no place."""
    taken: frozenset[int]
    """Tokens that are part of a trigger, so of no name: matters in headlines, where all is capital."""
    openers: frozenset[int]
    """Tokens at which the object of a trigger begins."""
    speaking: frozenset[str] = frozenset()
    """Names of people and outlets that speak or are spoken to in the item, lower case: no places."""
    titled: bool = False
    """Whether it is a headline in capitals, in which they tell nothing."""


def places(scan: Scan) -> tuple[PlaceRef, ...]:
    """Return the places in order: "COMPASS of X near Y" is Y, "COMPASS of X" alone is X.

    Reference towns in brackets never come here: brackets are blanked before. A name that the
    gazetteer does not know counts where a cue, a class ("Kreminna line") or a list makes it one.
    """
    scan = replace(scan, titled=_titled(scan.row))
    found: list[PlaceRef] = []
    at = 0
    while at < len(scan.row):
        token = scan.row[at]
        ref, at = _read(scan, at, found[-1] if found else None)
        if ref is not None:
            whole = compound(scan, token, ref) if scan.lexicon.grammar.free_order else None
            found += [whole] if whole is not None else [ref, *_joined(scan, token, ref)]
    found = without_starts(scan, along_roads(scan, with_shared_origin(scan, with_highways(scan, found))))
    found = with_left_out_class(scan, shared_class(scan, found))
    found = with_borders(scan, found)
    return tuple(without_owners(scan, settled(scan, without_bounds(scan, without_bearings(scan, found)))))


def _titled(row: Sequence[Token]) -> bool:
    words = [token.capital for token in row if token.word]
    return len(words) >= _HEADLINE and sum(words) > _MOST_CAPITALS * len(words)


def _joined(scan: Scan, token: Token, ref: PlaceRef) -> Iterator[PlaceRef]:
    """Yield the places whose names go on in the same word: "the line X-Y"."""
    if token.said.isascii() or not any(dash in token.said for dash in DASHES):
        return
    for start in range(token.start + 1, token.end):
        known = scan.mentions.get(start)
        if known is not None and not only_areas(known.candidates):
            name = scan.gazetteer.base_form(known.form, known.candidates, scan.lexicon.language)
            yield replace(ref, name=name, candidates=known.candidates, start=start)


def _read(scan: Scan, at: int, last: PlaceRef | None) -> tuple[PlaceRef | None, int]:
    """Read the name at token ``at``, if one stands there; return it and the token to go on from."""
    known = scan.mentions.get(scan.row[at].start)
    if at in scan.blocked or at in scan.taken:
        return None, at + 1
    if scan.lexicon.grammar.free_order:
        alone = elided_area(scan, at, last) or elided(scan, at, last)
        if alone is not None:
            return _direction(scan, at, alone), at + 1
        if known is None and (pair := _pair(scan, at)) is not None:
            return pair, pair.end
        if (named := _behind_noun(scan, at)) is not None:
            return named, named.end
    if known is not None and is_declined(known.form, scan.lexicon) and not _classed(scan, at, known):
        return _inflected(scan, at, known)
    return _spelled(scan, at, known, last) if _may_begin(scan, at, known) else (None, at + 1)


def _behind_noun(scan: Scan, at: int) -> PlaceRef | None:
    """Read a name by the noun beside it alone: a river, works, or an island, of which the noun is a part.

    Works are as roads: a settlement beside them is where it was.
    """
    if bank := bank_before(scan, at):
        return PlaceRef(at, at + 1, bank, (), scan.row[at].start, coarse=True, road=True)
    if (works := facility(scan, at)) is not None:
        return PlaceRef(at, works[1], works[0], (), scan.row[at].start, road=True)
    if (water := river(scan, at)) is not None:
        name, end = water
        known = scan.gazetteer.named(name)
        same = scan.gazetteer.base_form(name, known, scan.lexicon.language) == name
        return PlaceRef(at, end, name, known if same else (), scan.row[at].start, road=True)
    name = island(scan, at)
    return PlaceRef(at, at + 1, name, scan.gazetteer.named(name), scan.row[at].start) if name else None


def _direction(scan: Scan, at: int, found: tuple[str, tuple[Place, ...]]) -> PlaceRef:
    return PlaceRef(at, at + 1, found[0], found[1], scan.row[at].start, coarse=True)


def _pair(scan: Scan, at: int) -> PlaceRef | None:
    """Read an adjective that the gazetteer does not know with the known name behind it: "Steppe Town"."""
    row = scan.row
    behind = scan.mentions.get(row[at + 1].start) if at + 1 < len(row) and row[at].capital else None
    if behind is None or only_areas(behind.candidates) or not _may_begin(scan, at, None):
        return None
    name = two_words(scan, at, behind)
    if not name:
        return None
    end = at + 2
    while end < len(row) and row[end].start < behind.span.end:
        end += 1
    origin = before_article(scan, at) in scan.lexicon.places.origins
    return PlaceRef(at, end, name, scan.gazetteer.named(name), row[at].start, origin=origin)


def _classed(scan: Scan, at: int, known: Mention) -> bool:
    """Tell whether a name is only the adjective of an area: "the X bridgehead"."""
    alone = " " not in known.form and scan.lexicon.grammar.free_order and not only_areas(known.candidates)
    return alone and names_class(scan, at)


def _spelled(
    scan: Scan, at: int, known: Mention | None, last: PlaceRef | None
) -> tuple[PlaceRef | None, int]:
    """Read a name by its capital letters and the words around it."""
    row = scan.row
    name_end = _name_end(scan, at)
    class_end, kind = _class(scan, at, name_end)
    end = max(name_end, class_end)
    if is_thing(scan, at, name_end, kind=kind) or (not kind and names_part(scan, at)):
        return None, end
    name = _named(scan, at, end, kind=kind)
    if not kind and (area := area_before(scan, at, name)):
        name, kind = area, area.split()[-1]
    unknown = (
        two_words(scan, at, None) if end == at + 2 and not kind and scan.lexicon.grammar.free_order else ""
    )
    name, candidates = base_of(scan, name)
    name = unknown if unknown and not candidates else name
    if kind and not candidates:
        candidates = like_direction(scan, name)
    if not candidates and names_thing(scan, at):
        return None, end
    if not candidates and (only_opens(scan, at, name) if kind else is_nobodys(scan, at, name_end)):
        return None, end
    part = known is not None and row[name_end - 1].end > known.span.end and not candidates
    if not (kind or (known and not part) or is_cued(scan, at, name_end, last)):
        return None, end
    ref = PlaceRef(
        begin=at,
        end=_after_dropped(scan, end),
        name=name,
        candidates=candidates,
        start=row[at].start,
        coarse=only_areas(candidates) or (bool(kind) and _is_coarse(scan, row[at:end], kind)),
        road=kind in scan.lexicon.places.roads or _on_road(scan, at),
        origin=before_article(scan, at) in scan.lexicon.places.origins and not _off(scan, at),
        goal=before_article(scan, at) in scan.lexicon.mood.to,
    )
    ref = on_bank(scan, with_article(scan, ref))
    return ref, ref.end


def _is_coarse(scan: Scan, named: Sequence[Token], kind: str) -> bool:
    """Tell whether a name with its class is that of an area: "the A-B Oblast border area" as well."""
    coarse = scan.lexicon.places.coarse
    return kind in coarse or any(token.low in coarse for token in named[1:])


def _inflected(scan: Scan, at: int, known: Mention) -> tuple[PlaceRef | None, int]:
    """Read a name that the gazetteer has found in any of its cases, with the word for its class."""
    row = scan.row
    end = at + 1
    while end < len(row) and row[end].start < known.span.end:
        end += 1
    area = only_areas(known.candidates) and scan.lexicon.grammar.free_order
    if not area and is_thing(scan, at, end, kind=""):
        return None, end
    plain = is_plain(scan, at, known)
    ref = PlaceRef(
        begin=at,
        end=_after_dropped(scan, end),
        name=known.form if plain else native(scan, known),
        candidates=known.candidates,
        start=row[at].start,
        coarse=only_areas(known.candidates) or names_oblast(known.candidates),
        road=_on_road(scan, at),
        origin=before_article(scan, at) in scan.lexicon.places.origins and not _off(scan, at),
        plain=plain,
    )
    return ref, ref.end


def _on_road(scan: Scan, at: int) -> bool:
    """Tell whether "the road", or a river, stands before a name, where order is free."""
    return at > 0 and scan.row[at - 1].low in scan.lexicon.places.roads and scan.lexicon.grammar.free_order


def _off(scan: Scan, at: int) -> bool:
    """Tell whether a word before the preposition makes it tell where, not whence: "к западу от"."""
    where = scan.lexicon.compass.words | scan.lexicon.places.beside | scan.lexicon.figures.units.keys()
    return at > 1 and scan.row[at - 2].low in where


def _may_begin(scan: Scan, at: int, known: Mention | None) -> bool:
    token = scan.row[at]
    if not token.capital or _side_name(scan, token.low):
        beside = known is not None and _beside_capital(scan, at, known)
        classed = _class(scan, at, at + 1)[1] != "" or _after_dropped(scan, at + 1) > at + 1
        return beside or (known is not None and classed and token.capital)
    if at == 0 and token.said.isupper() and len(scan.row) > 1 and scan.row[1].said in DASHES:
        return False  # a dateline
    if known is None and (scan.titled or is_no_name(scan, token)):
        return False
    if known is None and (
        token.low in scan.lexicon.actors.governing | scan.lexicon.places.cues or is_voice(scan, token)
    ):
        return False
    if token.low in scan.lexicon.dates.months or token.low in scan.lexicon.dates.weekdays:
        return False
    return is_proper(token) and (
        known is not None or token.low not in scan.lexicon.places.never or _wind_name(scan, at)
    )


def _beside_capital(scan: Scan, at: int, known: Mention) -> bool:
    """Tell whether the name of a side is a town here: "north of Kyiv", "Kyiv and B Oblasts"."""
    row, words = scan.row, scan.lexicon
    led = at > 0 and (row[at - 1].low in words.places.capital_near or _off_wind(scan, at))
    led = led or has_outskirts(scan, at)
    led = led or heads_areas(scan, at)
    town = led and _side_name(scan, row[at].low) and not only_areas(known.candidates)
    return town and (not row[at].possessive or has_outskirts(scan, at))


def _off_wind(scan: Scan, at: int) -> bool:
    """Tell whether "north of" stands before the name at token ``at``."""
    row, words = scan.row, scan.lexicon
    return at > 1 and row[at - 1].low in words.places.of and row[at - 2].low in words.compass.words


def _wind_name(scan: Scan, at: int) -> bool:
    """Tell whether a wind begins a name: "Southern Slobozhanshchyna", but not "Northern Group"."""
    row, words = scan.row, scan.lexicon
    if row[at].low not in words.compass.words or at + 1 >= len(row) or not row[at + 1].capital:
        return False
    following = row[at + 1].low
    area = scan.mentions.get(row[at + 1].start)
    if area is not None and only_areas(area.candidates) and words.grammar.free_order:
        return False  # "in the North of X Oblast"
    return not (
        following in words.places.never or following in words.places.features or _side_name(scan, following)
    )


def _side_name(scan: Scan, low: str) -> bool:
    sides = scan.lexicon.sides.values()
    articles = scan.lexicon.grammar.has_articles
    return any(
        low in side.names or low in side.adjectives or (articles and low in side.forces) for side in sides
    )


def _name_end(scan: Scan, at: int) -> int:
    """Return the token after the last capitalised word of the name that begins at ``at``."""
    row, words = scan.row, scan.lexicon.places
    known = scan.mentions.get(row[at].start)
    end = at + 1
    while end < len(row) and known is not None and row[end].start < known.span.end:
        end += 1
    while end < len(row) and row[end].capital and is_proper(row[end]) and not row[end - 1].possessive:
        if end in scan.taken | scan.blocked:
            break
        if row[end].low in words.never or words.kept.at(row, end) is not None:
            break
        if row[end].start in scan.mentions and (known is not None or scan.lexicon.grammar.free_order):
            break
        end += 1
    return end


def _class(scan: Scan, at: int, end: int) -> tuple[int, str]:
    """Return where the class after a name ends and its last word; ``("", end)`` where there is none."""
    row, words = scan.row, scan.lexicon.places
    if end < len(row) and not row[end - 1].possessive:
        hit = words.kept.at(row, end)
        if hit is not None and row[end].low in words.settlement and hit[0] == end + 1 < len(row):
            hit = words.kept.at(row, hit[0]) or hit
        if hit is not None:
            return hit[0], row[hit[0] - 1].low
        if row[end].low in words.joined and joins_towns(scan, at, end):
            return end + 1, row[end].low
    inside = row[end - 1].low
    return (end, inside) if end - 1 > at and words.kept.at(row, end - 1) is not None else (end, "")


def _after_dropped(scan: Scan, end: int) -> int:
    row = scan.row
    return end + (end < len(row) and row[end].low in scan.lexicon.places.dropped)


def _named(scan: Scan, at: int, end: int, *, kind: str) -> str:
    row = scan.row
    words = [token.said for token in row[at:end]]
    words[-1] = words[-1][:-2] if row[end - 1].possessive else words[-1]
    if kind in scan.lexicon.places.plural:
        words[-1] = scan.lexicon.places.plural[kind]
    if kind and len(words) > 1:
        words[:-1] = agreeing(row[at : end - 1], words[-1], scan.lexicon.language)
    joined = [word if number == 0 else f" {word}" for number, word in enumerate(words)]
    return "".join(joined)
