"""Who really says so, which claim a report joins, and where that claim stands.

Invariant: pure functions over reports, quotes, sources and decisions. The order in which things
arrive never changes a result: every function sorts what it is given.
"""

from __future__ import annotations

from feeds.assessment.attribution import claim_line, statement_line
from feeds.assessment.cases import Case, cases_of
from feeds.assessment.changes import changes_between
from feeds.assessment.claims import claims_of, fold_claims
from feeds.assessment.copies import Fingerprint, fingerprint
from feeds.assessment.decisions import in_force
from feeds.assessment.directory import Directory
from feeds.assessment.filing import claim_key, open_place
from feeds.assessment.places import settle
from feeds.assessment.record import Assessment, Record, assess
from feeds.assessment.relays import relays_of
from feeds.assessment.revisions import revise
from feeds.assessment.statements import fold_statements, speaker_key

__all__ = [
    "Assessment",
    "Case",
    "Directory",
    "Fingerprint",
    "Record",
    "assess",
    "cases_of",
    "changes_between",
    "claim_key",
    "claim_line",
    "claims_of",
    "fingerprint",
    "fold_claims",
    "fold_statements",
    "in_force",
    "open_place",
    "relays_of",
    "revise",
    "settle",
    "speaker_key",
    "statement_line",
]
