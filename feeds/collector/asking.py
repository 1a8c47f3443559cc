"""Joining what is asked into questions, and closing them by what the asked publish."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from feeds.assessment import ANSWERED_WITHIN, fold_questions, question_key, topic_of, topics_of
from feeds.model import Alignment, SourceClass
from feeds.store import decisions, findings, results

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.assessment import Directory
    from feeds.model import Pending, Report
    from feeds.store import Database

_SIDES = {
    (SourceClass.OFFICIAL, Alignment.RUSSIAN): ("Russia",),
    (SourceClass.OFFICIAL, Alignment.UKRAINIAN): ("Ukraine",),
}
"""Whole sides for which a source speaks."""


def put_asked(database: Database, pending: Iterable[Pending]) -> frozenset[str]:
    """Keep pending statements of items whose reports are kept; returns the keys of their questions."""
    groups: dict[str, list[Pending]] = defaultdict(list)
    for one in pending:
        said = findings.of_item(database, one.item_id).reports
        groups[question_key(one.asked, topic_of(one, said))].append(one)
    findings.put_pending(database, groups)
    return frozenset(groups)


def keys_answered(source_id: str, reports: Iterable[Report], directory: Directory) -> frozenset[str]:
    """Return the keys of the questions that reports of one source may answer."""
    source = directory.source(source_id)
    if source is None:
        return frozenset()
    names = {*source.voices, *_SIDES.get((source.source_class, source.alignment), ())}
    topics = {topic for report in reports for topic in topics_of(report)}
    return frozenset(question_key(name, topic) for name in names for topic in topics)


def ask(database: Database, key: str, directory: Directory) -> None:
    """Compute the questions of a key again."""
    pending = findings.pending_by_key(database, key)
    said: dict[str, Report] = {}
    for one in pending:
        own = findings.of_item(database, one.item_id).reports
        said |= {report.id: report for report in (*own, *_answers(database, one, directory))}
    made = decisions.on(database, (one.id for one in pending))
    results.replace_questions(database, key, fold_questions(pending, said.values(), made, directory))


def _answers(database: Database, one: Pending, directory: Directory) -> Iterable[Report]:
    until = one.asked_at + ANSWERED_WITHIN
    for source in directory.answering(one.asked):
        yield from findings.reports_of_source(database, source.id, one.asked_at, until)
