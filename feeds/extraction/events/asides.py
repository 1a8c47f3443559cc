"""Deeds that are named and not told: since when something is so, what is aimed at, what it was like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.extraction.events.clauses import frame_at
from feeds.extraction.words.marks import DASHES
from feeds.model import Kind

if TYPE_CHECKING:
    from feeds.extraction.events.clauses import Clauses, Hit

_NEAR = 4
_SINCE_REACH = 8
"""Tokens of "since Russian troops there" before a verb."""
_AIM_REACH = 6
"""Tokens of "to force a hasty Russian" before a noun."""
_DESCRIBED_REACH = 5
"""Tokens of "for the town of X was" behind "battle"."""
_HEADING_REACH = 7
"""Tokens of "#1 - Southern Axis:" behind "effort"."""
_PARTING = DASHES | {":"}


def is_since(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a deed only says since when something is so: "since Russia launched its offensive"."""
    row, words = scene.row, scene.lexicon
    since = words.mood.once & words.dates.later
    first = max(hit.clause, hit.begin - _SINCE_REACH)
    at = next((at for at in range(hit.begin - 1, first - 1, -1) if row[at].low in since), None)
    if at is None or scene.word_before(at) in words.mood.helping:
        return False
    timed = words.dates.months.keys() | words.dates.weekdays.keys() | words.figures.numbers.keys()
    between = row[at + 1 : hit.begin]
    return not any(
        not token.word or token.low in timed or token.low in words.dates.parts - words.actors.articles
        or token.said.isdecimal()
        for token in between
    )  # fmt: skip


def is_aimed_at(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a noun is what "to force a Russian" aims at: not said to be done; English alone."""
    row, words = scene.row, scene.lexicon
    if not words.grammar.has_articles or hit.trigger.repelled:
        return False
    first = max(hit.clause, hit.begin - _AIM_REACH)
    at = next((at for at in range(hit.begin - 3, first - 1, -1) if row[at].low in words.mood.to), None)
    if at is None or row[at + 1].capital or row[at + 1].low in words.actors.articles:
        return False
    led = row[at + 2].low in words.actors.articles | words.attribution.possessors
    before = row[max(hit.clause, at - _NEAR) : at + 1]
    done = words.mood.achieved.any(before) or words.mood.attempt.any(before)
    return led and not done and all(token.word for token in row[at : hit.begin])


def is_gerund_subject(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a gerund begins a statement, whose subject it is: "crossing the river could help"."""
    words, before = scene.lexicon.attribution, scene.word_before(hit.begin)
    gerund = scene.lexicon.mood.is_active_form(scene.row[hit.begin].low)
    frame = frame_at(scene.frames, hit.begin)
    first = frame is not None and frame.begin == hit.begin
    opened = first or hit.begin == hit.clause or before in words.clauses | words.verbs
    return gerund and opened and scene.lexicon.grammar.has_articles


def is_land_held(scene: Clauses, hit: Hit) -> bool:
    """Tell whether "under X's control" right behind a noun only says which land is meant; English alone."""
    words, before = scene.lexicon, scene.word_before(hit.begin)
    land = words.actors.belongings | words.places.settlement | words.places.coarse | words.places.dropped
    beneath = scene.row[hit.begin].low in words.grammar.beneath
    return beneath and before in land and words.grammar.has_articles


def only_describes(scene: Clauses, hit: Hit) -> bool:
    """Tell whether it is only told what fighting was like: "the battle of X was among the longest"."""
    words = scene.lexicon
    if hit.trigger.kind is not Kind.FIGHTING or not (hit.trigger.noun and words.grammar.free_order):
        return False
    near = scene.row[hit.end : hit.end + _DESCRIBED_REACH]
    was = next((at for at, token in enumerate(near) if token.low in words.mood.passive), None)
    if was is None or any(not token.word for token in near[:was]):
        return False
    ends = words.grammar.passive_endings
    return not any(
        token.low.endswith(ends) for token in (*near[was + 1 : was + 2], *near[max(0, was - 1) : was])
    )


def is_headed_aim(scene: Clauses, hit: Hit) -> bool:
    """Tell whether a bare verb is an aim in a heading: "Main Effort #2 - Capture X and push into Y"."""
    row, words = scene.row, scene.lexicon.mood
    if not hit.trigger.base or not words.undertakings:
        return False
    for at in range(hit.begin - 1):
        if row[at].low in words.undertakings:
            behind = range(at + 1, min(at + _HEADING_REACH, hit.begin))
            marked = next((one for one in behind if not row[one].word and row[one].said in _PARTING), None)
            return marked is not None and row[marked + 1].capital
    return False
