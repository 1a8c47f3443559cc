"""Who really says so, which claim a report joins, and where that claim stands.

Invariant: pure functions over reports, quotes, sources and decisions. The order in which things
arrive never changes a result: every function sorts what it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.lazy import loader

if TYPE_CHECKING:
    from feeds.assessment.attribution import claim_line
    from feeds.assessment.bearing import may_change
    from feeds.assessment.cases import BESIDE_DAYS, Case, Placed, cases_among, cases_of
    from feeds.assessment.changes import changes_between
    from feeds.assessment.claims import claims_of, fold_claims
    from feeds.assessment.clusters import Spot, adopter, cluster_of, openings, reach_of
    from feeds.assessment.comparison import MOST_QUOTED
    from feeds.assessment.copies import Fingerprint, fingerprint
    from feeds.assessment.decisions import in_force
    from feeds.assessment.directory import Directory
    from feeds.assessment.figures import common_range
    from feeds.assessment.filing import Level, claim_key, level_of, open_place, other_side_key, spot_of, spots
    from feeds.assessment.names import speaker_key
    from feeds.assessment.places import settle
    from feeds.assessment.questions import ANSWERED_WITHIN, fold_questions, question_key, topic_of, topics_of
    from feeds.assessment.quoting import statement_line
    from feeds.assessment.record import Assessment, Memory, Record, assess, cases_in, settled
    from feeds.assessment.relays import relays_of
    from feeds.assessment.revisions import completed, revise
    from feeds.assessment.statements import fold_statements
    from feeds.assessment.utterances import marks_of, may_be_one, telling
    from feeds.assessment.witnesses import SAID_WITHIN, marks_heard, voice_keys, witness_of

__all__ = [
    "ANSWERED_WITHIN",
    "BESIDE_DAYS",
    "MOST_QUOTED",
    "SAID_WITHIN",
    "Assessment",
    "Case",
    "Directory",
    "Fingerprint",
    "Level",
    "Memory",
    "Placed",
    "Record",
    "Spot",
    "adopter",
    "assess",
    "cases_among",
    "cases_in",
    "cases_of",
    "changes_between",
    "claim_key",
    "claim_line",
    "claims_of",
    "cluster_of",
    "common_range",
    "completed",
    "fingerprint",
    "fold_claims",
    "fold_questions",
    "fold_statements",
    "in_force",
    "level_of",
    "marks_heard",
    "marks_of",
    "may_be_one",
    "may_change",
    "open_place",
    "openings",
    "other_side_key",
    "question_key",
    "reach_of",
    "relays_of",
    "revise",
    "settle",
    "settled",
    "speaker_key",
    "spot_of",
    "spots",
    "statement_line",
    "telling",
    "topic_of",
    "topics_of",
    "voice_keys",
    "witness_of",
]

_HOMES = {
    "claim_line": "attribution",
    "may_change": "bearing",
    "BESIDE_DAYS": "cases",
    "Case": "cases",
    "Placed": "cases",
    "cases_among": "cases",
    "cases_of": "cases",
    "changes_between": "changes",
    "claims_of": "claims",
    "fold_claims": "claims",
    "Spot": "clusters",
    "adopter": "clusters",
    "cluster_of": "clusters",
    "openings": "clusters",
    "reach_of": "clusters",
    "MOST_QUOTED": "comparison",
    "Fingerprint": "copies",
    "fingerprint": "copies",
    "in_force": "decisions",
    "Directory": "directory",
    "common_range": "figures",
    "Level": "filing",
    "claim_key": "filing",
    "level_of": "filing",
    "open_place": "filing",
    "other_side_key": "filing",
    "spot_of": "filing",
    "spots": "filing",
    "speaker_key": "names",
    "settle": "places",
    "ANSWERED_WITHIN": "questions",
    "fold_questions": "questions",
    "question_key": "questions",
    "topic_of": "questions",
    "topics_of": "questions",
    "statement_line": "quoting",
    "Assessment": "record",
    "Memory": "record",
    "Record": "record",
    "assess": "record",
    "cases_in": "record",
    "settled": "record",
    "relays_of": "relays",
    "completed": "revisions",
    "revise": "revisions",
    "fold_statements": "statements",
    "marks_of": "utterances",
    "may_be_one": "utterances",
    "telling": "utterances",
    "SAID_WITHIN": "witnesses",
    "marks_heard": "witnesses",
    "voice_keys": "witnesses",
    "witness_of": "witnesses",
}
# A dashboard opens the store with a few of these, and assesses nothing.
__getattr__ = loader(__name__, _HOMES)
