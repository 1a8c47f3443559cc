"""What a desk is told of while nobody looks: pure, from two boards and the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from feeds.model import Changed, Confirmation, Health, Occasion, Reply
from tui.views.calling import called
from tui.views.lines import clamp, counted, printable
from tui.views.silence import silence
from tui.views.words import SIDE_WORDS, area_words, distance_words, place_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from feeds.model import Board, Change, Claim, NotifyRules, Question, Statement

_HOUR = timedelta(hours=1)
_MOST_KEPT = 200
_SHOWN_OF_KEPT = 5
_QUOTE_STATES: dict[Confirmation, Occasion] = {
    Confirmation.MATCHED: Occasion.MATCHED_QUOTE,
    Confirmation.CONFIRMED: Occasion.CONFIRMED_QUOTE,
    Confirmation.ALTERED: Occasion.ALTERED_QUOTE,
}
_TURNED = frozenset({Changed.RISEN, Changed.FALLEN})


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was told so far, and what waits to be told."""

    told_at: tuple[datetime, ...] = ()
    """When each sentence of the last hour was told."""
    held: int = 0
    """How many were held back because too many had been told in that hour."""
    kept: tuple[str, ...] = ()
    """The first of those that came in the quiet hours."""
    kept_count: int = 0
    """How many came in the quiet hours."""


def told_now(
    found: tuple[str, ...], rules: NotifyRules, now: datetime, ledger: Ledger, zone: tzinfo | None = None
) -> tuple[tuple[str, ...], Ledger]:
    """Return the sentences to tell at ``now`` of those just ``found``, and the ledger after that.

    In the quiet hours, by the clock of ``zone`` (None: the machine's), nothing is told; what came is
    told as a summary at the first call after them. Of more than ``most_per_hour`` sentences in an hour
    the rest is told as a number, as soon as there is room for it.
    """
    if _is_quiet(rules, now.astimezone(zone)):
        kept = (*ledger.kept, *found)[:_MOST_KEPT]
        return (), replace(ledger, kept=kept, kept_count=ledger.kept_count + len(found))
    recent = tuple(at for at in ledger.told_at if now - _HOUR < at <= now)
    waiting = (*_morning(ledger), *found)
    room = rules.most_per_hour - len(recent)
    held = ledger.held + len(waiting)
    if room <= 0 or not held:
        return (), Ledger(recent, held)
    # The last sentence of an hour is the number of those that are held back.
    fits = len(waiting) if ledger.held == 0 and len(waiting) <= room else min(len(waiting), room - 1)
    left = held - fits
    told = (*waiting[:fits], *([_and_more(left, alone=not fits)] if left else []))
    return told, Ledger((*recent, *(now for _ in told)))


def _is_quiet(rules: NotifyRules, local: datetime) -> bool:
    if rules.quiet is None:
        return False
    first, last = rules.quiet
    at = local.time()
    return first <= at < last if first <= last else at >= first or at < last


def _morning(ledger: Ledger) -> Iterator[str]:
    if ledger.kept_count:
        shown = " ".join(ledger.kept[:_SHOWN_OF_KEPT])
        more = ledger.kept_count - min(len(ledger.kept), _SHOWN_OF_KEPT)
        rest = f" {_and_more(more)}" if more else ""
        yield f"In the quiet hours, {ledger.kept_count:,}: {shown}{rest}"


def _and_more(number: int, *, alone: bool = False) -> str:
    more = f"{number:,} more; {called('board.changes')} lists them."
    return more if alone else f"And {more}"


def happenings(before: Board, after: Board, changes: Iterable[Change], rules: NotifyRules) -> tuple[str, ...]:
    """Return what ``rules`` want told of what became of ``before``, as sentences without line breaks.

    ``changes`` are those between the two boards.
    """
    found = [*_of_board(after, tuple(changes), rules), *_of_sources(before, after, rules)]
    return tuple(printable(sentence) for sentence in found)


def _of_board(after: Board, changes: tuple[Change, ...], rules: NotifyRules) -> Iterator[str]:
    if not changes:
        return
    claims = {claim.id: claim for claim in after.claims}
    statements = {statement.id: statement for statement in after.statements}
    questions = {question.id: question for question in after.pending}
    for change in changes:
        if change.subject_id in claims:
            yield from _of_claim(change, claims[change.subject_id], rules)
        elif change.subject_id in statements:
            yield from _of_statement(change, statements[change.subject_id], rules)
        elif change.subject_id in questions:
            yield from _of_question(change, questions[change.subject_id], rules)


def _of_claim(change: Change, claim: Claim, rules: NotifyRules) -> Iterator[str]:
    elsewhere = rules.oblasts and claim.oblast not in rules.oblasts
    if claim.dismissed_by or elsewhere:
        return
    level = claim.standing.level
    is_new = change.what is Changed.NEW
    turned = is_new or change.what in _TURNED
    if turned and level.value in rules.on:
        was = "" if is_new else f" (was {change.was})"
        yield f"{_claim_words(claim)} is {'' if is_new else 'now '}{level}{was}."
    elif is_new and Occasion.NEW_CLAIM in rules.on:
        yield f"New: {_claim_words(claim)} is {level}."


def _claim_words(claim: Claim) -> str:
    where = [clamp(place_words(claim.place, claim.located), 60)]
    where += [clamp(claim.oblast, 40)] if claim.oblast else []
    figures = [*map(distance_words, claim.distances), *map(area_words, claim.areas)]
    what = [SIDE_WORDS[claim.side], str(claim.kind), *figures[:1]]
    return f"{', '.join(where)}: {', '.join(what)}"


def _of_statement(change: Change, statement: Statement, rules: NotifyRules) -> Iterator[str]:
    words = f"“{clamp(statement.text, 120)}”"
    speaker = clamp(statement.speaker, 60)
    occasion = _QUOTE_STATES.get(statement.state)
    if occasion in rules.on and (change.what in _TURNED or change.what is Changed.NEW):
        yield f"{speaker}'s words are {statement.state}: {words}"
    elif change.what is Changed.NEW and Occasion.NEW_QUOTE in rules.on:
        yield f"New quote of {speaker}: {words}"


def _of_question(change: Change, question: Question, rules: NotifyRules) -> Iterator[str]:
    if change.what is Changed.ANSWERED and Occasion.ANSWER in rules.on:
        word = "has answered" if question.state is Reply.ANSWERED else "has declined to answer"
        yield f"{clamp(question.asked, 60)} {word}."


def _of_sources(before: Board, after: Board, rules: NotifyRules) -> Iterator[str]:
    if before.sources is after.sources:
        return
    was = {source.id: state for source, state in before.sources}
    for source, state in after.sources:
        earlier, title = was.get(source.id), clamp(source.title, 60)
        if earlier is None:
            continue
        fails = state.health is Health.DEGRADED and earlier.health is not Health.DEGRADED
        if fails and Occasion.FAILING_SOURCE in rules.on:
            yield f"{title} fails: {clamp(state.reason, 160)}"
        gap = silence(state) if Occasion.SILENT_SOURCE in rules.on else None
        if gap is not None and silence(earlier) is None:
            yield f"{title} is {gap.words}."


def summary(sentences: tuple[str, ...]) -> str:
    """Return ``sentences`` as a title for what takes one line only."""
    return sentences[0] if len(sentences) == 1 else f"{counted(len(sentences), 'change')}: {sentences[0]}"
