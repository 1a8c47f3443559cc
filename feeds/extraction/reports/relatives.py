"""Places that a relative clause tells of: "X, which they took", "X, around which they fight"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.extraction.reports.apposed import named_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_RELATIVE_REACH = 12
_WHITHER_REACH = 6
"""Tokens between "to which" and its verb."""


def leads_on(scene: Scene, token: Token) -> bool:
    """Tell whether a token between places is a mark of their list, or says what they are: "the village"."""
    words = scene.reading.lexicon
    return is_list_mark(token, words) or token.low in words.places.settlement or token.said == "."


def last_list(scene: Scene, refs: Sequence[PlaceRef]) -> tuple[PlaceRef, ...]:
    """Return the last place and those it is listed with: "A and B were taken"."""
    first = max(0, len(refs) - 1)
    while first > 0:
        between = scene.sentence.row[refs[first - 1].end : refs[first].begin]
        listed = bool(between) and all(leads_on(scene, token) for token in between)
        if not listed or _is_fronted(scene, refs[first - 1], between):
            break
        first -= 1
    return tuple(refs[first:])


def _is_fronted(scene: Scene, ref: PlaceRef, between: Sequence[Token]) -> bool:
    """Tell whether a comma ends "near X" before what a clause tells of another place; English alone."""
    row, words = scene.sentence.row, scene.reading.lexicon
    comma = [token.said for token in between] == [","] and words.grammar.has_articles
    return comma and ref.begin > 0 and row[ref.begin - 1].low in words.places.nearer


def antecedent(scene: Scene, event: Event) -> PlaceRef | None:
    """Return the place that a ", which" right behind it tells of: "the town of X, which they took"."""
    row, words = scene.sentence.row, scene.reading.lexicon.attribution
    for at in range(event.begin - 1, max(0, event.begin - _RELATIVE_REACH), -1):
        if row[at].low in words.relatives and row[at - 1].said == ",":
            ref = next((ref for ref in scene.refs if ref.end == at - 1), None)
            return ref or (
                named_before(scene, at - 1) if scene.reading.lexicon.grammar.has_articles else None
            )
        if row[at].low in words.clauses and scene.reading.lexicon.grammar.has_articles:
            return next((ref for ref in scene.refs if ref.end == at), None)  # "the city that X claimed"
    return None


def only_which(scene: Scene, event: Event) -> PlaceRef | None:
    """Return the place before ", which" whose verb has no other: "west of X, which they left"; English."""
    row, words = scene.sentence.row, scene.reading.lexicon
    near = range(event.begin - 1, max(0, event.begin - _WHITHER_REACH), -1)
    which = next((at for at in near if row[at].low in words.attribution.relatives), None)
    if which is None or event.noun or event.passive or not words.grammar.has_articles:
        return None
    named = any(ref.begin > which for ref in scene.refs)
    parted = any(token.said == "," for token in row[which : event.begin])
    return None if named or parted else antecedent(scene, event)


def whither(scene: Scene, event: Event) -> tuple[PlaceRef, ...]:
    """Return the places right before "to which", where an event follows that."""
    row, words = scene.sentence.row, scene.reading.lexicon.places
    near = range(max(1, event.begin - _WHITHER_REACH), event.begin)
    at = next((at for at in near if row[at].low in words.whither and row[at - 1].said == ","), None)
    before = [ref for ref in scene.refs if at is not None and ref.end <= at - 1]
    led = bool(before) and at is not None and before[-1].end == at - 1
    if led and len(before) > 1 and before[-1].coarse and not before[-2].coarse:
        before.pop()  # "the town of X in Y Oblast, to which"
    return last_list(scene, before) if led else ()


def only_antecedent(scene: Scene, event: Event, before: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    """Keep the place right before "around which" of those before an event in its clause, by case."""
    row, words = scene.sentence.row, scene.reading.lexicon
    if len(before) <= 1 or not words.grammar.free_order:
        return before
    commas = [at for at in range(before[-1].end, event.begin) if row[at].said == ","]
    if not commas or commas[0] != before[-1].end:
        return before
    which = any(token.low in words.grammar.which for token in row[commas[0] + 1 : commas[0] + 3])
    return last_list(scene, before) if which else before


def told_by_relative(scene: Scene, event: Event) -> bool:
    """Tell whether "of which" follows, so that its places stand before."""
    row, words = scene.sentence.row, scene.reading.lexicon.grammar.which
    return event.noun and any(token.low in words for token in row[event.end : event.end + 1])
