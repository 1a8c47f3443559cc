"""What speakers tell of themselves: "claimed to have taken", "its forces", "announced gains"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.acting import is_by_own
from feeds.extraction.events.clauses import frame_at
from feeds.extraction.events.nominal import of_speaker
from feeds.extraction.speakers.sides import adjective_sides

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from feeds.extraction.events.clauses import Clauses, Hit
    from feeds.extraction.speakers.frames import Frame
    from feeds.model import Side

_ANNOUNCED_REACH = 8
"""Tokens of "announced on Monday the"."""


def announcers(scene: Clauses, hit: Hit) -> tuple[Side, ...]:
    """Return the side of those who announce a gain that is nobody else's: "X claims gains"; English alone.

    A noun that opens a clause, "said gains in X were", is no such gain, nor what was lost: "the fall of".
    """
    words, frame = scene.lexicon, frame_at(scene.frames, hit.begin)
    lost = scene.row[hit.begin].low.startswith(words.actors.losing)
    if not (hit.noun and words.grammar.has_articles) or lost or frame is None or frame.is_lent:
        return ()
    between, behind = scene.row[frame.who_end : hit.begin], scene.words_after(hit.end, _ANNOUNCED_REACH)
    apart = words.attribution.clauses | words.attribution.joins
    days = _named_days(scene)
    told = scene.row[frame.who_end - 1].low in words.attribution.verbs and len(between) <= _ANNOUNCED_REACH
    plain = told and all(
        token.word and token.low not in apart and (not token.capital or token.low in days)
        for token in between
    )
    clause = any(token.low in words.mood.helping for token in behind)
    return of_speaker(scene, hit) if plain and not clause else ()


def speaker_itself(scene: Clauses, hit: Hit, floor: int, *, frame: Frame | None) -> tuple[Side, ...]:
    """Read "its forces", and "claimed to have taken", as the speaker's side."""
    headed = frame is not None and frame.weak and not frame.is_lent and scene.lexicon.grammar.has_articles
    if headed and frame is not None and frame.who_end < hit.begin:
        floor = max(floor, frame.who_end + 1)  # "according to X, its troops"
    between = scene.row[floor : hit.begin]
    itself = scene.lexicon.attribution.auxiliaries | scene.lexicon.mood.passive
    itself |= scene.lexicon.dates.parts | _named_days(scene)  # "claimed on Saturday to have taken"
    adverbs = scene.lexicon.mood.adverb_endings
    nobody = not hit.noun and all(
        token.low in itself or token.said.isdecimal() or (bool(adverbs) and token.low.endswith(adverbs))
        for token in between
    )
    unit = not hit.noun and any(
        token.low in scene.lexicon.actors.forces
        and (not at or between[at - 1].low not in scene.lexicon.grammar.definite)
        for at, token in enumerate(between)
    )
    own = is_by_own(scene, floor, hit.begin)
    if own and (frame is None or not frame.speakers) and scene.lexicon.grammar.has_articles:
        owner = adjective_sides(between, scene.lexicon, alignment=scene.alignment)
        return owner if len(owner) == 1 else ()
    meant = nobody or unit or own
    if frame is None or (frame.weak and not headed) or not frame.speakers or not meant:
        return ()
    return of_speaker(scene, hit)


def _named_days(scene: Clauses) -> AbstractSet[str]:
    """Return the names of weekdays and months."""
    return scene.lexicon.dates.weekdays.keys() | scene.lexicon.dates.months.keys()
