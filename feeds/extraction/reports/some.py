"""Settlements taken or left that are not named: "two villages near X", "another as they near X"; English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.places.lists import is_list_mark
from feeds.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.events.clauses import Event
    from feeds.extraction.places.places import PlaceRef
    from feeds.extraction.reports.scene import Scene
    from feeds.extraction.words.tokens import Token

_REACH = 7
"""Tokens of "from two more small Ukrainian villages"."""
_NAMELY = 2
"""Tokens of "known as"."""
_TURNS = frozenset({Kind.SEIZURE, Kind.WITHDRAWAL})


def named_only(scene: Scene, event: Event, refs: Sequence[PlaceRef]) -> tuple[PlaceRef, ...]:
    """Leave out what only stands in one sentence with settlements not named: "two villages, as they near X".

    Kept are areas, "two villages in the X region", what stands for the villages right behind them, "two
    villages near X", and names put beside: "two villages, X and Y".
    """
    words = scene.reading.lexicon
    if event.kind not in _TURNS or event.passive or event.falling or not words.grammar.has_articles:
        return tuple(refs)
    some = _some_end(scene, event.begin + 1, event.end)
    kept: list[PlaceRef] = []
    last, beside = event.end, some
    for ref in refs:
        if some is not None and (ref not in scene.refs or (ref.begin < some and not ref.coarse)):
            continue
        again = _some_listed(scene, last, ref.begin)
        some, beside = (again, again) if again is not None else (some, beside)
        if some is None or beside is None or ref.coarse or _is_landmark(scene, some, ref):
            kept.append(ref)
        elif _is_put_beside(scene, beside, ref, first=beside == some):
            kept.append(ref)
            beside = ref.end
        last = ref.end
    return tuple(kept)


def stands_for_some(scene: Scene, event: Event, ref: PlaceRef) -> bool:
    """Tell whether a name stands for villages near it that are not named: "two villages near X"."""
    if event.kind not in _TURNS or event.passive or not scene.reading.lexicon.grammar.has_articles:
        return False
    some = _some_end(scene, event.begin + 1, event.end)
    return some is not None and ref in scene.refs and _is_landmark(scene, some, ref)


def _some_listed(scene: Scene, begin: int, end: int) -> int | None:
    """Return the token behind "and several villages" between two names; None without such."""
    row, words = scene.sentence.row, scene.reading.lexicon
    first = next((at for at in range(begin, end) if not is_list_mark(row[at], words)), begin)
    found = _some_end(scene, first, first) if begin < first < end else None
    return found if found is not None and found <= end else None


def _some_end(scene: Scene, begin: int, end: int) -> int | None:
    """Return the token behind "another village" or "several small towns" from ``begin`` on; else None.

    Up to token ``end`` the words belong to a trigger, "regained several villages".
    """
    words, row = scene.reading.lexicon, scene.sentence.row
    counted = False
    for at in range(begin, min(len(row), end + _REACH)):
        low = row[at].low
        if low in words.places.settlement and at >= end - 1:
            behind = row[at + 1].low if at + 1 < len(row) else ""
            named = behind in words.places.of or any(ref.begin == at + 1 for ref in scene.refs)
            return at + 1 if (counted or low in words.places.many) and not named else None
        if not _leads_to_some(scene, row[at], within=counted or at <= end):
            return None
        counted = counted or _counts(scene, row[at])
    return None


def _counts(scene: Scene, token: Token) -> bool:
    """Tell whether "another", "several" or a number leaves open which are meant."""
    words = scene.reading.lexicon.figures
    some = token.low in words.vague or token.low in words.moved or token.low in words.numbers
    return some or token.said.isdecimal()


def _leads_to_some(scene: Scene, token: Token, *, within: bool) -> bool:
    """Tell whether a token may stand in "from a string of small Ukrainian" villages.

    ``within`` tells that a preposition may: it stands in the trigger, right behind it, or behind "a string".
    """
    words = scene.reading.lexicon
    if token.low in words.grammar.definite:
        return False
    if _counts(scene, token) or token.low in words.places.of | words.places.origins:
        return within or _counts(scene, token)
    nations = any(token.low in side.adjectives for side in words.sides.values())
    small = words.places.cues | words.places.several | words.places.coarse
    return token.word and (nations or not token.capital) and token.low not in small


def _is_landmark(scene: Scene, begin: int, ref: PlaceRef) -> bool:
    """Tell whether "near the city of" alone stands between token ``begin`` and a name, and no distance."""
    words, between = scene.reading.lexicon, scene.sentence.row[begin : ref.begin]
    if not between or len(between) > _REACH or words.places.namely.any(between):
        return False
    near = words.compass.words | words.places.nearer
    return between[0].low in near and not any(
        not one.word or one.capital or one.said.isdecimal() or one.low in words.attribution.likewise
        for one in between
    )


def _is_put_beside(scene: Scene, begin: int, ref: PlaceRef, *, first: bool) -> bool:
    """Tell whether a name stands in apposition behind token ``begin``, or is listed with one that does."""
    words, between = scene.reading.lexicon, scene.sentence.row[begin : ref.begin]
    if not first:
        small = words.places.settlement | words.actors.articles | words.places.of
        return all(is_list_mark(token, words) or token.low in small for token in between)
    if words.places.namely.any(between[-_NAMELY:]) or any(token.said == ":" for token in between):
        return True
    mark = max((at for at, token in enumerate(between) if not token.word), default=None)
    led = words.places.settlement | words.actors.articles | words.places.of
    return mark is not None and all(token.low in led for token in between[mark + 1 :])
