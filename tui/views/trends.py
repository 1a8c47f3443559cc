"""Whether a claim has lately come in, risen or fallen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.model import Changed, StandingLevel
from tui.views.lines import Part, Tone

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Claim

LATELY = timedelta(days=1)
"""What came in or changed so long ago counts as a trend."""

FIRMNESS = (
    StandingLevel.CONFIRMED,
    StandingLevel.ASSESSED,
    StandingLevel.CONCEDED,
    StandingLevel.CORROBORATED,
    StandingLevel.CLAIMED,
    StandingLevel.CONTESTED,
    StandingLevel.DENIED,
    StandingLevel.RETRACTED,
)
"""For the order on the screen only; the rules of standing are the assessment's."""
FIRMNESS_RANKS = {level: rank for rank, level in enumerate(FIRMNESS)}
"""0 for the firmest."""

TREND_MEANINGS = {
    Changed.NEW: "first reported within the last day",
    Changed.RISEN: "its standing is firmer than a day ago",
    Changed.FALLEN: "its standing is weaker than a day ago",
}
_PARTS = {
    Changed.NEW: Part("● new", Tone.STRONG, "●"),
    Changed.RISEN: Part("▲ risen", Tone.GOOD, "▲"),
    Changed.FALLEN: Part("▼ fallen", Tone.WARNING, "▼"),
}
_NONE = Part("")


def trend(claim: Claim, now: datetime) -> Changed | None:
    """Return ``NEW``, ``RISEN`` or ``FALLEN`` within the last day before ``now``; None for neither.

    New is what nobody had published before, so that what a first start brings of past weeks is not.
    What stands now is compared with what stood a day ago, whatever was between; a claim whose history
    begins later than that counts as unchanged.
    """
    since = now - LATELY
    if claim.first_at > since and all(origin.first_at > since for origin in claim.origins):
        return Changed.NEW
    if claim.standing.at <= since:
        return None
    before = next((one for one in reversed(claim.history) if one.at <= since), None)
    if before is None or before.level is claim.standing.level:
        return None
    firmer = FIRMNESS_RANKS[claim.standing.level] < FIRMNESS_RANKS[before.level]
    return Changed.RISEN if firmer else Changed.FALLEN


def trend_part(which: Changed | None) -> Part:
    """Return ``▲ risen``, in short ``▲``; nothing for None."""
    return _PARTS[which] if which is not None else _NONE
