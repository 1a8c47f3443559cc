"""Who really says so, which claim a report joins, and where that claim stands.

Invariant: pure functions over reports, quotes, sources and decisions. The order in which things
arrive never changes a result: every function sorts what it is given.
"""

from __future__ import annotations

from feeds.assessment.claims import claim_key, fold_claims, in_force, open_place
from feeds.assessment.origins import Directory
from feeds.assessment.places import settle
from feeds.assessment.revisions import completed, revise
from feeds.assessment.statements import fold_statements, speaker_key

__all__ = [
    "Directory",
    "claim_key",
    "completed",
    "fold_claims",
    "fold_statements",
    "in_force",
    "open_place",
    "revise",
    "settle",
    "speaker_key",
]
