"""What each term asks of a claim, of a quote and of a question; None: it says nothing of such."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from feeds.filtering.figures import has_grade, has_km
from feeds.filtering.loosely import SaidIn, folded_words
from feeds.filtering.oblasts import UNKNOWN, naming
from feeds.filtering.values import comparison, span_of
from feeds.model import WEAKEST_FIRST, Claim, Facet, Question, StandingLevel, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from feeds.model import Board, Term

    Ask = Callable[[Board, datetime, Collection[str]], "Asked"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one term asks, before it is negated."""

    claim: Callable[[Claim], bool] | None = None
    statement: Callable[[Statement], bool] | None = None
    question: Callable[[Question], bool] | None = None


def asked_by(term: Term, board: Board, now: datetime) -> Asked:
    """Return what ``term`` asks of the things on ``board`` at the moment ``now``."""
    return _ASKING[term.facet](board, now, term.values)


def _oblast(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = {None if value == UNKNOWN else value for value in values}
    patterns = [naming(value) for value in values if value != UNKNOWN]

    def is_named(*texts: str) -> bool:
        folded = " ".join(word for text in texts for word in folded_words(text))
        return any(pattern.search(folded) for pattern in patterns)

    return Asked(
        lambda claim: claim.oblast in wanted,
        lambda one: is_named(one.text, one.speaker, one.affiliation or ""),
        lambda one: is_named(one.asked, *one.askers),
    )


def _place(_: Board, __: datetime, values: Collection[str]) -> Asked:
    said = SaidIn(values)
    return Asked(
        lambda claim: _is_placed(claim, said),
        lambda one: said[one.text],
        lambda one: said[one.asked],
    )


def _is_placed(claim: Claim, said: SaidIn) -> bool:
    """Tell whether a claim's place is said; asked of every claim, so it is told apart step by step."""
    if said[claim.place]:
        return True
    if claim.located is not None:
        return said[claim.located.name]
    return any(said[place.name] for place in claim.place_candidates)


def _side(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = frozenset(values)
    return Asked(lambda claim: claim.side in wanted)


def _kind(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = frozenset(values)
    return Asked(lambda claim: claim.kind in wanted)


def _standing(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = {level for value in values for level in _levels(value)}
    return Asked(lambda claim: claim.standing.level in wanted)


def _levels(value: str) -> Collection[StandingLevel]:
    sign, level = comparison(value)
    at = WEAKEST_FIRST.index(StandingLevel(level))
    return {
        "": WEAKEST_FIRST[at : at + 1],
        ">": WEAKEST_FIRST[at + 1 :],
        ">=": WEAKEST_FIRST[at:],
        "<": WEAKEST_FIRST[:at],
        "<=": WEAKEST_FIRST[: at + 1],
    }[sign]


def _grade(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = frozenset(grade for value in values for grade in has_grade(value))
    return Asked(lambda claim: (claim.reliability, claim.credibility) in wanted)


def _km(_: Board, __: datetime, values: Collection[str]) -> Asked:
    tests = [has_km(value) for value in values]
    is_so = tests[0] if len(tests) == 1 else lambda one: any(test(one) for test in tests)
    return Asked(lambda claim: any(map(is_so, claim.distances)))


def _by(_: Board, __: datetime, values: Collection[str]) -> Asked:
    said = SaidIn(values)
    return Asked(
        lambda claim: _is_told(claim, said),
        lambda one: said[one.speaker] or said[one.affiliation or ""],
        lambda one: said[one.asked] or any(said[name] for name in one.askers),
    )


def _is_told(claim: Claim, said: SaidIn) -> bool:
    for origin in claim.origins:
        if said[origin.name]:
            return True
    return said[claim.standing.by or ""]


def _source(board: Board, _: datetime, values: Collection[str]) -> Asked:
    said = SaidIn(values)
    meant = [one for one, _ in board.sources if said[one.title] or said[one.id] or one.id in values]
    ids = frozenset(one.id for one in meant)
    said.update((one.title, True) for one in meant)
    return Asked(
        lambda claim: any(said[origin.name] for origin in claim.origins),
        lambda one: not ids.isdisjoint(one.carriers),
        lambda one: not ids.isdisjoint(one.source_ids) or one.source_id in ids,
    )


def _state(_: Board, __: datetime, values: Collection[str]) -> Asked:
    wanted = frozenset(values)
    return Asked(
        statement=lambda one: one.state in wanted,
        question=lambda one: one.state in wanted or (bool(one.dismissed_by) and "dismissed" in wanted),
    )


def _since(_: Board, now: datetime, values: Collection[str]) -> Asked:
    since = min(_moment(value, now) for value in values)
    return Asked(
        lambda claim: claim.last_at >= since or claim.standing.at >= since,
        lambda one: one.last_at >= since or one.state_at >= since,
        lambda one: one.asked_at >= since or one.state_at >= since,
    )


def _moment(value: str, now: datetime) -> datetime:
    span = span_of(value)
    return now - span if span is not None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def _word(_: Board, __: datetime, values: Collection[str]) -> Asked:
    said = SaidIn(values)
    return Asked(
        lambda claim: _is_placed(claim, said) or _is_told(claim, said) or said[claim.oblast or ""],
        lambda one: any(said[text] for text in (one.text, one.speaker, one.affiliation or "", one.via or "")),
        lambda one: said[one.asked] or any(said[name] for name in one.askers),
    )


_ASKING: Mapping[Facet, Ask] = {
    Facet.OBLAST: _oblast,
    Facet.PLACE: _place,
    Facet.SIDE: _side,
    Facet.KIND: _kind,
    Facet.STANDING: _standing,
    Facet.GRADE: _grade,
    Facet.KM: _km,
    Facet.BY: _by,
    Facet.SOURCE: _source,
    Facet.STATE: _state,
    Facet.SINCE: _since,
    Facet.WORD: _word,
}
