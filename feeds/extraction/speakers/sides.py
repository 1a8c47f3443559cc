"""Who acts: the sides that a sentence names, and whether as the one who acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.extraction.lexicons.cases import is_adjective
from feeds.extraction.words.marks import DASHES
from feeds.extraction.words.tokens import tokens
from feeds.model import Alignment, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.words.tokens import Token

_MOST_CACHED = 2048
ALIGNED = frozenset({Alignment.UKRAINIAN, Alignment.RUSSIAN})
_NEXT = 3
_CHAIN = 12
"""Tokens behind "units" in which it is told whose they are: next to it, or as far as forces are named."""
_REACH = 9
"""Words between a nation and its forces: "the Russian 2nd Motorized Rifle Division"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Forces named by the tokens ``begin`` to ``end``."""

    begin: int
    end: int
    sides: tuple[Side, ...]
    governed: bool
    """Whether a preposition makes it no subject: "against Russian forces"."""
    oblique: bool = False
    """Whether its case makes it none."""
    unnamed: bool = False
    """Whether only words for forces stand there, which are one's own in an aligned source."""


def enemy_of(alignment: Alignment | None) -> Side:
    """Return who "the enemy" is to a source; without an alignment it is Ukraine's."""
    return Side.UKRAINE if alignment is Alignment.RUSSIAN else Side.RUSSIA


def own_side(alignment: Alignment | None) -> Side:
    """Return who "we" are to a source; without an alignment, Ukraine."""
    return opposite(enemy_of(alignment))


def opposite(side: Side) -> Side:
    """Return who fights against ``side``; both fight against both."""
    return {Side.UKRAINE: Side.RUSSIA, Side.RUSSIA: Side.UKRAINE}.get(side, Side.BOTH)


def actors(row: Sequence[Token], lexicon: Lexicon, *, alignment: Alignment | None) -> tuple[Actor, ...]:
    """Return all forces that ``row`` names, in order, without overlap.

    "Russian forces" acts, "Russian positions" does not; "Ukraine" does where no preposition
    governs it. ``alignment`` tells who "the enemy" is; without it, it is Ukraine's.
    """
    found: list[Actor] = []
    beginnings = _beginnings(lexicon)
    at = 0
    while at < len(row):
        likely = row[at].low in beginnings
        actor = None
        if likely and not (_is_near_capital(row, at, lexicon) or _is_town(row, at, lexicon)):
            actor = _actor(row, at, lexicon, alignment=alignment)
        if actor is not None:
            begin = _led(row, actor.begin, lexicon, floor=found[-1].end if found else 0)
            oblique = _belongs(row, begin, lexicon) or _oblique(row[begin : actor.end], lexicon)
            oblique = oblique and not _counted(row, begin, lexicon)
            governed = actor.governed or _governed(row, begin, lexicon)
            if governed and _has(row, actor.end, lexicon):
                governed = oblique = False
            found.append(replace(actor, begin=begin, governed=governed, oblique=oblique))
        at = actor.end if actor is not None else at + 1
    return tuple(found)


def _is_near_capital(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the name of a side is the city that it is ruled from, where cases tell: "near Kyiv".

    Behind a noun, "towards", a city has a case of its own: in "on the X direction Y attacked", Y acts.
    """
    if not (at and lexicon.grammar.free_order) or row[at - 1].low not in lexicon.places.capital_near:
        return False
    led = row[at - 1].low in lexicon.actors.governing
    apart = row[at].said.isupper() or not (led or _oblique(row[at : at + 1], lexicon))
    return not apart and any(row[at].low in side.names for side in lexicon.sides.values())


def _is_town(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the name of a side is that of a settlement: "the villages of Azov and X", by case."""
    led = at > 0 and row[at - 1].low in lexicon.places.settlement and lexicon.grammar.free_order
    return led and any(row[at].low in side.names for side in lexicon.sides.values())


@lru_cache(maxsize=16)
def _beginnings(lexicon: Lexicon) -> frozenset[str]:
    """Return the words with which the name of forces may begin: most words are none of them."""
    acting = lexicon.actors
    phrases = [acting.ours, acting.enemy, acting.own, *(side.phrases for side in lexicon.sides.values())]
    names = [side.names | side.adjectives | side.forces for side in lexicon.sides.values()]
    return frozenset().union(*names, *(one.beginnings for one in phrases))


def _led(row: Sequence[Token], at: int, lexicon: Lexicon, *, floor: int) -> int:
    """Return where the words for forces begin that a name goes with: "units of the army of X".

    Those before token ``floor`` belong to somebody else.
    """
    if not (row[at].low in lexicon.grammar.indeclinable or _oblique(row[at : at + 1], lexicon)):
        return at
    place = at
    while place > floor and _goes_on(row[place - 1], lexicon):
        place -= 1
        at = place if _is_unnamed(row[place], lexicon) else at
    return at


def _has(row: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Tell whether those whose name ends before token ``end`` have what follows: "у ворога є успіхи"."""
    return any(token.low in lexicon.grammar.having for token in row[end : end + 1])


def _is_unnamed(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is one for forces that no side is named by."""
    return token.low in lexicon.actors.forces and _nation(token, lexicon) is None


def _belongs(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a name that looks alike in all cases tells whose positions stand before it."""
    plain = row[at].low in lexicon.grammar.indeclinable
    area = at > 1 and row[at - 1].low in lexicon.places.coarse and row[at - 2].capital  # "in X Oblast the Y"
    return plain and at > 0 and row[at - 1].low in lexicon.actors.belongings and not area


def _counted(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number makes a genitive a subject: "more than 200 soldiers", "there came some 20"."""
    if not at or not lexicon.grammar.free_order or not _is_number(row, at - 1, lexicon):
        return False
    head = at - 1
    while head >= 0 and _measures(row, head, lexicon):
        head -= 1
    if head < 0 or row[head].low in lexicon.attribution.clauses:
        return True
    if row[head].low.endswith(lexicon.grammar.counting_endings):
        return True
    if row[head].low in lexicon.actors.forces and row[head + 1].low in lexicon.places.origins:
        return True  # "a group of 12 soldiers"
    opened = row[0].low in lexicon.attribution.openings
    return row[head].said == "," and opened and not any(token.said == "," for token in row[:head])


def _is_number(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    words = lexicon.figures
    return row[at].said.isdecimal() or row[at].low in words.numbers or row[at].low in words.vague


def _measures(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number, or what goes before one, stands at token ``at``: "from 20 to about 30"."""
    words = lexicon.figures
    bounds = (words.at_least, words.at_most, words.about)
    ranged = row[at].said in DASHES or row[at].low in lexicon.places.origins
    return ranged or _is_number(row, at, lexicon) or any(one.at(row, at) is not None for one in bounds)


def _oblique(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell by its first word whether an actor stands in a case in which it is no subject."""
    low, grammar = row[0].low, lexicon.grammar
    return low not in grammar.nominative and (low in grammar.oblique or low.endswith(grammar.oblique_endings))


def adjective_sides(
    row: Sequence[Token], lexicon: Lexicon, *, alignment: Alignment | None
) -> tuple[Side, ...]:
    """Return the sides whose adjective or possessive stands in ``row``: "purported Ukrainian gains"."""
    found: list[Side] = []
    for at, token in enumerate(row):
        side = _nation(token, lexicon)
        adjective = side is not None and (token.possessive or token.low in lexicon.sides[side].adjectives)
        if lexicon.actors.enemy.at(row, at) is not None:
            side, adjective = enemy_of(alignment), True
        owns = at + 1 < len(row) and row[at + 1].low in lexicon.actors.belongings
        if side is not None and adjective and not owns and side not in found:
            found.append(side)
    return tuple(found)


@lru_cache(maxsize=_MOST_CACHED)
def phrase_side(phrase: str, lexicon: Lexicon) -> Side | None:
    """Return the one side that the lower-case words of ``phrase`` name; None for none or both."""
    row = tokens(phrase)
    for side, named in lexicon.sides.items():
        if named.phrases.any(row):
            return side
    whole = {token.low for token in row}
    for words in (whole, {part for word in whole for part in word.split("-")}):
        found = [
            side
            for side, named in lexicon.sides.items()
            if words & (named.names | named.adjectives | named.forces | named.voices)
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _nation(token: Token, lexicon: Lexicon) -> Side | None:
    for side, named in lexicon.sides.items():
        if token.low in named.names or token.low in named.adjectives or token.low in named.forces:
            return side
    return None


def _actor(row: Sequence[Token], at: int, lexicon: Lexicon, *, alignment: Alignment | None) -> Actor | None:
    own = lexicon.actors.ours.at(row, at)
    if own is not None and alignment in ALIGNED:
        return Actor(at, own[0], (own_side(alignment),), _governed(row, at, lexicon))
    enemy = lexicon.actors.enemy.at(row, at)
    if enemy is not None:
        owned = lexicon.grammar.has_articles and _owns(row, enemy[0], lexicon)
        end = enemy[0]
        while lexicon.grammar.has_articles and end < len(row) and row[end].low in lexicon.actors.forces:
            end += 1  # "enemy units"
        return None if owned else Actor(at, end, (enemy_of(alignment),), _governed(row, at, lexicon))
    return _of_side(row, at, lexicon) or _own(row, at, lexicon, alignment=alignment)


def _of_side(row: Sequence[Token], at: int, lexicon: Lexicon) -> Actor | None:
    """Read forces by the name of their side: "defence forces", "Russian troops"."""
    for named_side, words in lexicon.sides.items():
        hit = words.phrases.at(row, at)
        if hit is not None:
            return Actor(at, hit[0], (named_side,), _governed(row, at, lexicon))
    side = _nation(row[at], lexicon)
    if side is None:
        return None
    token, named = row[at], lexicon.sides[side]
    if token.low in named.forces:
        owner = _owner(row, at + 1, lexicon)
        end = at + 1 if owner is None else at + 2
        return Actor(at, end, (owner or side,), _governed(row, at, lexicon))
    sides, begin = _joined(row, at, side, lexicon=lexicon)
    # Where cases tell whose forces are, a state with forces behind it acts itself: "Росія вивела війська".
    alone = lexicon.grammar.free_order and token.low in named.names
    forces = None if alone else _forces(row, begin, lexicon)
    if forces is not None:
        return Actor(at, forces, sides, _governed(row, at, lexicon))
    acts = token.low in named.names and not token.possessive and not _only_where(row, at, lexicon)
    return Actor(at, at + 1, (side,), _governed(row, at, lexicon)) if acts else None


def _owner(row: Sequence[Token], at: int, lexicon: Lexicon) -> Side | None:
    """Return the side whose name right behind forces tells whose they are: "marines of X"."""
    free = lexicon.grammar.free_order and at < len(row)
    sides = lexicon.sides.items()
    return next((side for side, words in sides if free and row[at].low in words.names), None)


def _owns(row: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Tell whether the name of forces that ends before token ``end`` only says whose something is."""
    return end < len(row) and row[end].low in lexicon.actors.belongings


def _only_where(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a country is only where something lies: "eastern Ukraine", "the region of Ukraine"."""
    if not lexicon.grammar.has_articles or not at:
        return False
    before = row[at - 1].low
    of = before in lexicon.places.of and at > 1 and row[at - 2].low not in lexicon.actors.forces
    return of or before in lexicon.compass.words


def _own(row: Sequence[Token], at: int, lexicon: Lexicon, *, alignment: Alignment | None) -> Actor | None:
    """Read "soldiers took the height" as one's own in an aligned source, "units of the army of X" as X's."""
    hit = lexicon.actors.own.at(row, at)
    if hit is None or (at and row[at - 1].low in lexicon.attribution.possessives):
        return None
    last = hit[0]
    while last < len(row) and _goes_on(row[last], lexicon):
        last += 1
    side = _nation(row[last], lexicon) if last < len(row) and last - at <= _CHAIN else None
    if side is not None and lexicon.grammar.free_order and last > hit[0]:
        return Actor(at, last + 1, (side,), _governed(row, at, lexicon))
    following = row[hit[0] : hit[0] + _NEXT]
    named = any(_nation(token, lexicon) or lexicon.actors.enemy.any([token]) for token in following)
    if named or alignment not in ALIGNED:
        return None
    return Actor(at, hit[0], (own_side(alignment),), _governed(row, at, lexicon), unnamed=True)


def _goes_on(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word can be part of what says whose units are meant: "of the 155th brigade of"."""
    if _nation(token, lexicon) is not None:
        return False
    number = token.said[0].isdecimal() or token.said == "-" or len(token.said) == 1
    return number or token.low in lexicon.actors.forces or is_adjective(token, lexicon.language)


def is_of_units(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word or mark can stand in a list of units, of whose side nothing is said yet."""
    marks = token.said == "," or token.low in lexicon.attribution.joins
    known = lexicon.actors.belongings | lexicon.actors.governing
    return marks or (token.low not in known and _goes_on(token, lexicon))


def _joined(row: Sequence[Token], at: int, side: Side, *, lexicon: Lexicon) -> tuple[tuple[Side, ...], int]:
    """Read "Ukrainian and Russian" as both; return the sides and the last nation's token.

    Likewise, where cases tell, "not only Ukrainian, but also Russian".
    """
    behind = at + 1
    if lexicon.grammar.free_order and row[behind : behind + 1] and row[behind].said == ",":
        behind += 2
    if behind + 1 < len(row) and row[behind].low in lexicon.attribution.joins:
        other = _nation(row[behind + 1], lexicon)
        if other is not None and other is not side:
            return (side, other), behind + 1
    return (side,), at


def _forces(row: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Return the token after the forces that belong to the nation at token ``at``."""
    named = lexicon.grammar.free_order and any(row[at].low in side.names for side in lexicon.sides.values())
    end = None
    bracketed = _bracketed(row, at, lexicon)
    for place in range(at + 1, min(at + 1 + _REACH + len(bracketed), len(row))):
        low = row[place].low
        if place in bracketed:
            continue
        own = low in lexicon.actors.forces
        apart = named and not own and not _goes_on(row[place], lexicon)
        if (
            apart
            or not row[place].word
            or low in lexicon.actors.belongings
            or (low in lexicon.roles.words and not own)
        ):
            break
        if own and not _only_what_for(row, place + 1, lexicon):
            end = place + 1
        elif _parts(low, lexicon, named=end is not None) and not _joins_adjective(row, place, lexicon):
            break
    return end


def _bracketed(row: Sequence[Token], at: int, lexicon: Lexicon) -> range:
    """Return where a name shortened in brackets stands behind a nation: "Russian airborne (VDV) troops"."""
    behind = range(at + 1, min(at + 1 + _REACH, len(row) - 2))
    opened = next((place for place in behind if row[place].said == "("), None)
    if opened is None or row[opened + 2].said != ")" or not lexicon.grammar.has_articles:
        return range(0)
    return range(opened, opened + 3)


def _only_what_for(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a town behind a word for forces makes it an adjective: "a military hub"; English alone."""
    town = at < len(row) and row[at].low in lexicon.places.settlement
    return town and lexicon.grammar.has_articles


def _joins_adjective(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "and" at token ``at`` joins a second adjective of some forces: "Russian and allied"."""
    if row[at].low not in lexicon.attribution.joins:
        return False
    behind = row[at + 1 : at + 3]
    if lexicon.grammar.has_articles:
        named = len(behind) > 1 and behind[0].capital and _nation(behind[0], lexicon) is None
        return named and behind[1].low in lexicon.actors.forces
    adjective = len(behind) > 1 and is_adjective(behind[0], lexicon.language)
    return adjective and _nation(behind[0], lexicon) is None and behind[1].low in lexicon.actors.forces


def _parts(low: str, lexicon: Lexicon, *, named: bool) -> bool:
    """Tell whether a word ends the name of a force; "of" goes on only once its noun stands."""
    if low in lexicon.places.of:
        return False
    saying = lexicon.attribution.verbs | lexicon.attribution.denials
    ends = low in lexicon.actors.governing or low in saying
    apart = lexicon.attribution.auxiliaries | lexicon.attribution.clauses
    ends = ends or (lexicon.grammar.has_articles and low in apart)
    return named or ends or low in lexicon.attribution.joins


def _governed(row: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    before = at - 1
    while before >= 0 and row[before].low in lexicon.actors.articles:
        before -= 1
    if before >= 1 and lexicon.grammar.has_articles and row[before].capital and row[before].word:
        before -= _nation(row[at], lexicon) is not None and row[at].possessive
    if before >= 1 and lexicon.grammar.has_articles and row[before].low in lexicon.places.of:
        return row[before - 1].low in lexicon.actors.belongings | lexicon.compass.words
    return before >= 0 and row[before].low in lexicon.actors.governing
