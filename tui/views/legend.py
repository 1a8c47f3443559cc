"""What each glyph on the board stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import StandingLevel
from tui.views.figures import FOOT, LIGHT_MARKS, MARKS, OPEN_ABOVE, OPEN_BELOW
from tui.views.lines import Line, Part, Tone, text_line
from tui.views.map_marks import LETTERS
from tui.views.silence import silent_part
from tui.views.sparks import LEVELS, NONE
from tui.views.trends import TREND_MEANINGS, trend_part
from tui.views.words import (
    HEALTH_GLYPHS,
    KIND_GLYPHS,
    SIDE_SHORTS,
    SIDE_WORDS,
    STATE_GLYPHS,
    drift_part,
    health_part,
    standing_part,
    state_part,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDING_MEANINGS = {
    StandingLevel.CLAIMED: "somebody says so; nobody independent supports or refutes it",
    StandingLevel.CORROBORATED: "two or more independent origins say so; each side counts as one",
    StandingLevel.CONCEDED: "the side that loses by it says so",
    StandingLevel.ASSESSED: "a named assessor says so",
    StandingLevel.CONFIRMED: "officials of both sides say so, or an analyst confirmed it here",
    StandingLevel.CONTESTED: "statements of the same thing contradict one another",
    StandingLevel.DENIED: "only denials stand against a claim without support",
    StandingLevel.RETRACTED: "its source took it back",
}
_SIGN_CELLS = 20
"""Cells of the column of signs, a blank behind the longest included."""


def legend_lines() -> Iterator[Line]:
    """Return the standings with their meanings, then all other glyphs."""
    yield text_line("legend:standing", Part("STANDING OF A CLAIM", Tone.HEADING))
    for level, meaning in STANDING_MEANINGS.items():
        yield _row(f"legend:{level}", standing_part(level), meaning)
    yield text_line("legend:glyphs", Part(""))
    yield text_line("legend:other", Part("OTHER SIGNS", Tone.HEADING))
    kinds = "  ".join(f"{glyph} {kind}" for kind, glyph in KIND_GLYPHS.items())
    sides = "  ".join(f"{short} {SIDE_WORDS[side]}" for side, short in SIDE_SHORTS.items())
    states = "  ".join(state_part(state).text for state in STATE_GLYPHS)
    health = "  ".join((*(health_part(state).text for state in HEALTH_GLYPHS), silent_part().text))
    chart = "  ".join(f"{MARKS[side]}{LIGHT_MARKS[side]} {SIDE_WORDS[side]}" for side in MARKS)
    light = "".join(LIGHT_MARKS.values())
    letters = "  ".join(f"{letter} {SIDE_WORDS[side]}" for side, letter in LETTERS.items())
    yield _row("legend:kinds", Part("kind"), kinds)
    yield _row("legend:sides", Part("side, in short"), sides)
    yield _row(
        "legend:place",
        Part("place"),
        "~ near it   (?) not certain which   (raion) (oblast) no finer than that",
    )
    yield _row(
        "legend:distance",
        Part("distance"),
        "≥ at least   ≤ at most   ~ about   + further figures in the detail",
    )
    yield _row(
        "legend:grade",
        Part("B2, grade"),
        "A to F: how reliable the best source   1 to 6: how credible what it says (NATO's scales)",
    )
    for which, meaning in TREND_MEANINGS.items():
        yield _row(f"legend:trend:{which}", trend_part(which), f"{meaning} (before the claim)")
    bars = f"claims a day by the day of the event, today last; {NONE} none (in a heading)"
    yield _row("legend:spark", Part(LEVELS), bars)
    yield _row(
        "legend:balance", Part("UA 5 : 3 RU"), "claims of each side, without those denied or retracted"
    )
    yield _row("legend:drift", drift_part(drifting=True), "a report says more than the one it was taken from")
    yield _row("legend:states", Part("statement"), states)
    yield _row("legend:health", Part("source"), health)
    missed = "answers, but has brought nothing for much longer than usual, and longer than in the last 7 days"
    yield _row("legend:silent", silent_part(), missed)
    lost = "sentences of the last 7 days that seem to report something and were not understood"
    yield _row("legend:unmatched", Part("unmatched"), lost)
    yield _row("legend:chart", Part("chart"), f"{chart}  {OPEN_ABOVE} or more  {OPEN_BELOW} or less")
    yield _row(
        "legend:backed", Part(f"chart: {light}"), "claimed or contested; the others are backed by more"
    )
    yield _row("legend:foot", Part(f"chart: {FOOT}"), "below the ranges of the chosen oblast")
    yield _row(
        "legend:map", Part("map"), f"{letters}, then the standing, the firmest of several, and how many"
    )
    yield _row("legend:near", Part("map: ~ ( ) [ ]"), "near the point, somewhere in the raion, in the oblast")
    yield _row("legend:ring", Part("map: ring, hatching"), "how far off a point may be, seen from near")


def _row(key: str, name: Part, meaning: str) -> Line:
    """Return a sign and what it stands for; what is long goes on below its beginning."""
    named = Part(f"{name.text:<{_SIGN_CELLS}}", name.tone)
    return text_line(key, named, Part(meaning), flows=True, indent=2, hang=_SIGN_CELLS)
