"""What was asked and of whom, by how many, and whether it was answered since.

An answer is what the asked party publishes in its own voice on the same place, or, where the question
names none, on the same kind of event in the same oblast. What others tell of it is none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.assessment.decisions import in_force
from feeds.assessment.names import is_party, speaker_key
from feeds.assessment.wording import names_of, party_of
from feeds.model import DecisionKind, Question, Reply, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory
    from feeds.model import Decision, Pending, Report, Source

ANSWERED_WITHIN = timedelta(days=14)
"""After a question, for which what its party says of the place is an answer to it."""
_ONE_QUESTION = timedelta(days=7)
"""From the first asking, within which others ask the same."""


@dataclass(frozen=True, slots=True)
class _Close:
    """What ended a question."""

    state: Reply
    published_at: datetime
    received_at: datetime
    reason: str
    item_id: str
    source_id: str


def question_key(asked: str, topic: str) -> str:
    """Return what all share that may be one question: whom it was put to, and what it is about.

    >>> question_key("Kyiv", "p") == question_key("Ukrainian officials", "p")
    True
    """
    return f"{party_of(asked) if is_party(asked) else speaker_key(asked)}|{topic}"


def topics_of(report: Report) -> tuple[str, ...]:
    """Return what a report may answer: of its place, then of its kind of event in its oblast."""
    place = (report.located.id,) if report.located else ()
    return (*place, f"{report.kind} {report.oblast}") if report.oblast else place


def topic_of(pending: Pending, said: Iterable[Report]) -> str:
    """Return what a question is about: the first topic of the report that stands nearest before it.

    ``said`` are the reports of its item; where there are none, it is about what its item alone tells.
    """
    at = pending.span.start
    standing = [report for report in said if topics_of(report)]
    nearest = min(
        standing,
        key=lambda one: (one.span.start > at, abs(at - one.span.start), one.id),
        default=None,
    )
    return topics_of(nearest)[0] if nearest is not None else pending.item_id


def fold_questions(
    pending: Iterable[Pending],
    reports: Iterable[Report],
    decisions: Iterable[Decision],
    directory: Directory,
) -> tuple[Question, ...]:
    """Return the questions that ``pending`` make, oldest first.

    ``reports`` are those of the items that ask, and of the asked parties' own voices.
    """
    asked = [one for one in pending if one.withdrawn_at is None]
    said = list(reports) if asked else []
    by_item: dict[str, list[Report]] = defaultdict(list)
    by_source: dict[str, list[Report]] = defaultdict(list)
    for report in said:
        by_item[report.item_id].append(report)
        if report.withdrawn_at is None and not report.forwarded_from:
            by_source[report.source_id].append(report)
    groups: dict[tuple[str, str], list[Pending]] = defaultdict(list)
    for one in asked:
        topic = topic_of(one, by_item[one.item_id])
        groups[question_key(one.asked, topic), topic].append(one)
    dismissals = {one.target: one for one in in_force(decisions) if one.kind is DecisionKind.DISMISS}
    found = [
        question
        for (_, topic), group in groups.items()
        for question in _Asking(topic, by_source, dismissals, directory).questions(group)
    ]
    return tuple(sorted(found, key=lambda one: (one.asked_at, one.id)))


@dataclass(frozen=True, slots=True)
class _Asking:
    """What is known of one topic."""

    topic: str
    said: Mapping[str, Sequence[Report]]
    """By source, what stands and is its own."""
    dismissals: Mapping[str, Decision]
    directory: Directory

    def questions(self, asked: Iterable[Pending]) -> Iterator[Question]:
        """Yield what was asked of one party; what is asked after an answer is another question."""
        group: list[Pending] = []
        for one in sorted(asked, key=lambda pending: (pending.asked_at, pending.id)):
            if group and not self._goes_on(group, one):
                yield self._question(group)
                group = []
            group.append(one)
        if group:
            yield self._question(group)

    def _goes_on(self, group: Sequence[Pending], one: Pending) -> bool:
        close = self._close(group)
        is_open = close is None or one.asked_at <= close.published_at
        return is_open and one.asked_at - group[0].asked_at <= _ONE_QUESTION

    def _question(self, group: Sequence[Pending]) -> Question:
        first = min(group, key=lambda one: (one.received_at, one.id))
        close = self._close(group)
        known = min(one.received_at for one in group)
        dismissal = next((self.dismissals[one.id] for one in group if one.id in self.dismissals), None)
        return Question(
            id=stable_id("question", group[0].id),
            asked=max((one.asked for one in group), key=lambda name: (len(name), name)),
            askers=tuple(dict.fromkeys(one.by for one in group if one.by)),
            source_ids=tuple(dict.fromkeys(one.source_id for one in group)),
            pending_ids=tuple(one.id for one in group),
            asked_at=group[0].asked_at,
            state=close.state if close else Reply.OPEN,
            state_at=max(known, close.received_at) if close else first.received_at,
            reason=close.reason if close else self._still_open(group),
            item_id=close.item_id if close else "",
            source_id=close.source_id if close else "",
            dismissed_by=dismissal.by if dismissal else "",
        )

    def _close(self, group: Sequence[Pending]) -> _Close | None:
        """Return the first answer to a question; else the first refusal; None where there is neither."""
        refused = next((one for one in group if one.refused), None)
        answer = self._answer(group)
        if answer is not None:
            source, report = answer
            place = report.located.name if report.located else report.oblast or report.place
            said = f"{source.title}, {group[0].asked}'s own voice, spoke of {place} after that."
            return _closed(Reply.ANSWERED, report.published_at, report, said)
        if refused is None:
            return None
        told = f"Declined to comment, {self._title(refused.source_id)} reports."
        return _closed(Reply.DECLINED, refused.asked_at, refused, told)

    def _answer(self, group: Sequence[Pending]) -> tuple[Source, Report] | None:
        asked_at = group[0].asked_at
        found = [
            (report.published_at, report.id, source, report)
            for source in self.directory.answering(group[0].asked)
            for report in self.said.get(source.id, ())
            if asked_at < report.published_at <= asked_at + ANSWERED_WITHIN
            and self.topic in topics_of(report)
            and self._is_own_word(report, source)
        ]
        if not found:
            return None
        _, _, source, report = min(found, key=lambda one: one[:2])
        return source, report

    def _is_own_word(self, report: Report, source: Source) -> bool:
        if report.claimant is None:
            return True
        return any(one.id == source.id for one in self.directory.speaking(report.claimant))

    def _still_open(self, group: Sequence[Pending]) -> str:
        voices = [source.title for source in self.directory.answering(group[0].asked)]
        if not voices:
            return "None of the sources is its own voice, so that an answer would not be seen."
        return f"Nothing on it since in {names_of(voices)}."

    def _title(self, source_id: str) -> str:
        source = self.directory.source(source_id)
        return source.title if source else source_id


def _closed(state: Reply, at: datetime, by: Report | Pending, reason: str) -> _Close:
    return _Close(state, at, by.received_at, reason, by.item_id, by.source_id)
