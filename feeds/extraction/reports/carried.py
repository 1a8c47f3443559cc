"""What a sentence tells of the places of the one before it, in languages that leave much out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.areas import counted
from feeds.extraction.words.marks import DASHES_OR_MINUS
from feeds.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.found import Found
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.reports.scene import Memory, Scene
    from feeds.extraction.words.tokens import Token

_OF_REACH = 3
"""Tokens of "four of these"."""
_SEVERAL_REACH = 3
"""Tokens before "settlements" among which "both" or "these" stands."""
_NEAR = 2
"""Paragraphs behind the one that names several settlements in which they are still meant."""
_HEADING = 4
"""Words of a line that only names a place, to tell of it in those behind it."""
_PARTING = DASHES_OR_MINUS | {":"}
_OPENING = 2
"""Tokens at the head of a sentence among which "in particular" begins."""


def keep_told(scene: Scene, found: Sequence[Found]) -> None:
    """Remember what a sentence told last, and all settlements that it names."""
    memory = scene.memory
    last = found[-1] if found else None
    event = next((one for one in reversed(scene.events) if last and one.kind is last.kind), None)
    memory.told = replace(event, sides=(last.side,)) if event is not None and last is not None else None
    listed = [] if found else sorted(filter(_may_be_listed, scene.events), key=lambda one: one.noun)
    memory.unplaced = listed[0] if listed else None
    many = scene.reading.lexicon.places.many
    if not found and any(token.low in many for token in scene.sentence.row):
        memory.told = next((one for one in reversed(scene.events) if _may_be_listed(one)), None)
        memory.told_at = ()
    here = [ref for ref in scene.refs if memory.told is not None and _is_of(ref, found, memory.told.kind)]
    memory.told_at = tuple(here) if here else (memory.told_at if memory.told is not None else ())
    remember_settlements(memory, scene.refs, scene.sentence.paragraph)


def _may_be_listed(event: Event) -> bool:
    """Tell whether the next sentence may say where: "Took 37 settlements. Among them are A and B"."""
    one = len(event.sides) == 1 and event.sides[0] is not Side.BOTH
    return one and not event.negated


def _is_of(ref: PlaceRef, found: Sequence[Found], kind: Kind) -> bool:
    return any(one.kind is kind and one.place.lower() == ref.name.lower() for one in found)


def remember_settlements(memory: Memory, refs: Sequence[PlaceRef], paragraph: int) -> None:
    """Remember the settlements of a sentence that names some, and its last direction."""
    coarse = [ref for ref in refs if ref.coarse and not ref.road]
    if coarse:
        kind = coarse[-1].name.split()[-1]
        memory.directions = tuple(ref for ref in coarse if ref.name.split()[-1] == kind)
        memory.direction_at = paragraph
    fine = tuple(ref for ref in refs if not (ref.coarse or ref.road))
    memory.directions_alone = not fine if coarse else memory.directions_alone
    if fine:
        memory.settlements, memory.settlements_at = fine, paragraph


def elaborates(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a sentence only says more closely where: "In particular, near X and Y"."""
    return _namely_end(row, lexicon) > 0


def _namely_end(row: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the token behind "among them are" at the head of a sentence; 0 for none.

    "They are" and "the villages are" say so only right before a name: "they are located near X" does not.
    """
    being = lexicon.mood.being | lexicon.mood.passive
    small = lexicon.actors.articles | lexicon.places.settlement
    for at in range(min(_OPENING, len(row))):
        hit = lexicon.places.namely.at(row, at)
        if hit is not None:
            end = hit[0]
            names = end < len(row) and (row[end].capital or row[end].low in small)
            return end if names or row[end - 1].low not in being else 0
    return 0


def only_lists(row: Sequence[Token], refs: Sequence[PlaceRef], lexicon: Lexicon) -> bool:
    """Tell whether a sentence is but a direction and a list: "In the X direction - near A, B"."""
    if not (refs and lexicon.grammar.free_order and refs[0].coarse and refs[0].end < len(row)):
        return False
    small = lexicon.places.cues | lexicon.places.settlement | lexicon.attribution.joins
    inside = {at for ref in refs for at in range(ref.begin, ref.end)}
    rest = (token for at, token in enumerate(row) if at not in inside and token.word)
    parted = row[refs[0].end].said in _PARTING
    return parted and all(
        token.low in small or token.low in lexicon.figures.numbers or token.said.isdecimal() for token in rest
    )


def only_says_where(row: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a sentence says more closely where, and no verb of its own tells anything else."""
    told = row[max(_OPENING + 1, _namely_end(row, lexicon)) :]
    verbs = (one for one in told if one.low.endswith(lexicon.mood.verb_endings) and not one.capital)
    return elaborates(row, lexicon) and all(one.low in lexicon.places.settlement for one in verbs)


def several(scene: Scene, event: Event, end: int) -> tuple[PlaceRef, ...]:
    """Return the settlements named together that "both villages", "these areas" mean before token ``end``."""
    row, words = scene.sentence.row, scene.reading.lexicon.places
    if not 0 <= scene.sentence.paragraph - scene.memory.settlements_at <= _NEAR:
        return ()
    articles = scene.reading.lexicon.grammar.has_articles
    classes = words.many if articles else words.settlement
    for at in range(event.clause, end):
        own = any(token.low in words.of for token in row[at + 1 : at + 2])  # "the areas of six villages"
        meant = row[at].low in classes or (row[at].low in words.sectors and not own)
        if meant and any(
            token.low in words.several for token in row[max(event.clause, at - _SEVERAL_REACH) : at]
        ):
            some = articles and counted(scene, row[max(event.clause, at - _OF_REACH) : at - 1])
            return () if some else scene.memory.settlements  # "four of these villages"
    return ()


def gone_on(scene: Scene, number: int) -> tuple[PlaceRef, ...]:
    """Return the places of the sentence before, where one without any goes on: "Had no success."."""
    event, told = scene.events[number], scene.memory.told
    listed = scene.sentence.row[-1].said == ":"
    if number or scene.refs or told is None or listed or not scene.reading.lexicon.grammar.omits_subject:
        return ()
    same = not event.sides or set(event.sides) <= set(told.sides)
    onward = event.kind is Kind.ADVANCE and told.kind in {Kind.ATTACK, Kind.ADVANCE} and not event.beaten
    onward = onward or (event.kind is Kind.REDEPLOYMENT and told.kind in {Kind.ATTACK, Kind.FIGHTING})
    if event.kind is Kind.WITHDRAWAL and told.kind in {Kind.FIGHTING, Kind.ADVANCE, Kind.SEIZURE}:
        same = onward = bool(event.sides) and not set(event.sides) & set(told.sides)
    near = scene.memory.sides_in == scene.sentence.paragraph
    return scene.memory.told_at if same and onward and near else ()


def leads(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence ends in a colon, so that its places are the topic of what follows."""
    return sentence.row[-1].said == ":" and reading.lexicon.grammar.free_order


def names_only(reading: Reading, sentence: Sentence, refs: Sequence[PlaceRef]) -> bool:
    """Tell whether a line only names places, and what they are: "Near the village of X"."""
    places, row = reading.lexicon.places, sentence.row
    classes = {at for at, token in enumerate(row) if token.low in places.settlement}
    classes |= {at for at in range(len(row)) if places.parts.at(row, at) is not None}
    words = sum(token.word for at, token in enumerate(row) if at not in classes)
    return words <= _HEADING and words - sum(ref.end - ref.begin for ref in refs) <= 1
