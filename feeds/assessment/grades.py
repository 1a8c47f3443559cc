"""The Admiralty grade of a claim: how reliable who says so is, and how credible what is said.

Both scales are those of NATO STANAG 2511 (2003), annex, as AJP-2.1 carries them on: each is judged
without the other, and never are they made one figure.

Reliability is that of the most reliable source that says so, from the source list. A source whose
words others hand on is no more reliable than they are, and who is no source is ``F``.

Credibility follows from the standing:

==  =======================  ================================================================
1   confirmed by others      confirmed: by officials of both sides, or by an analyst here
2   probably true            assessed, conceded or corroborated: the standard asks for 2 where
                             independence can't be guaranteed, and from texts it never can
3   possibly true            claimed: nothing supports it, and nothing contradicts it
4   doubtful                 contested
5   improbable               denied
6   truth can't be judged    retracted: nobody says so any more
==  =======================  ================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import StandingLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.assessment.origins import Voice
    from feeds.model import Report

_CREDIBILITY = {
    StandingLevel.CONFIRMED: 1,
    StandingLevel.ASSESSED: 2,
    StandingLevel.CONCEDED: 2,
    StandingLevel.CORROBORATED: 2,
    StandingLevel.CLAIMED: 3,
    StandingLevel.CONTESTED: 4,
    StandingLevel.DENIED: 5,
    StandingLevel.RETRACTED: 6,
}


def reliability_of(affirming: Iterable[Report], voices: Mapping[str, Voice]) -> str:
    """Return the best reliability, ``A`` to ``F``, of who says so; ``F`` where nobody does."""
    return min((voices[report.id].reliability for report in affirming), default="F")


def credibility_of(level: StandingLevel) -> int:
    """Return the credibility, 1 to 6, of a claim that stands at ``level``."""
    return _CREDIBILITY[level]
