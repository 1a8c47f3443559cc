"""The whole board as linear text, for pipes and screen readers: full words, no glyphs, no boxes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.views.ages import ago, day_span, moment, until
from tui.views.facts import after
from tui.views.gains import GAINS, stands
from tui.views.grouping import NOWHERE, changed_at, ordered
from tui.views.lens import Ordering
from tui.views.lines import clamp, counted, printable
from tui.views.locating import count_words, possible_words
from tui.views.outage import outage, sources_polled, sources_up
from tui.views.quotes import OPEN_STATES, is_open, question_words
from tui.views.silence import silence, silence_notice
from tui.views.standings import grade_sentence
from tui.views.tally import balance_words, tally_lines
from tui.views.trends import FIRMNESS, trend
from tui.views.words import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.model import Area, Board, Claim, Distance, Source, SourceState, Statement


def board_as_text(board: Board, label: str, *, filter_line: str = "") -> str:
    """Return ``board`` as paragraphs that read well aloud; ends with a newline.

    ``filter_line`` says what it was filtered by; empty: by nothing.
    """
    lines = [
        *_opening(board, label, filter_line),
        *_claims(board),
        *_quotes(board),
        *_advances(board),
        *_sources(board),
    ]
    return "\n".join(printable(line) for line in lines) + "\n"


def _opening(board: Board, label: str, filter_line: str) -> Iterator[str]:
    name = f"frontwatch, {label}" if label else "frontwatch"
    up = sources_up(board)
    days = counted(board.window_days, "day")
    yield f"{name}. {moment(board.at)}. Sources up: {up} of {sources_polled(board)}. Window: {days}."
    if filter_line:
        yield f"Only what fits the filter: {clamp(filter_line)}"
    for notice in filter(None, (*board.notices, outage(board) or silence_notice(board))):
        yield f"Notice: {clamp(notice)}"


def _claims(board: Board) -> Iterator[str]:
    yield ""
    aside = sum(bool(claim.dismissed_by) for claim in board.claims)
    put_aside = f" (and {aside} dismissed by analysts)" if aside else ""
    shown = [claim for claim in board.claims if not claim.dismissed_by]
    yield f"CLAIMS BY OBLAST: {len(shown)}{put_aside}{count_words(shown)}"
    by_oblast: dict[str, list[Claim]] = {}
    for claim in ordered(shown, Ordering.LATEST):
        by_oblast.setdefault(claim.oblast or NOWHERE, []).append(claim)
    for oblast, claims in by_oblast.items():
        counts = Counter(claim.standing.level for claim in claims)
        standings = ", ".join(f"{counts[level]} {level}" for level in FIRMNESS if counts[level])
        yield ""
        yield f"{clamp(oblast, 60)}: {standings}{balance_words(claims)}"
        for claim in claims:
            yield _claim(claim, board.at)
    if not board.claims:
        yield f"No claims in the last {counted(board.window_days, 'day')}."


def _claim(claim: Claim, now: datetime) -> str:
    """Return one claim as one line of words."""
    figures = [*map(_distance_aloud, claim.distances), *map(_area_aloud, claim.areas)]
    parts = [
        f"- {SIDE_WORDS[claim.side]}, {claim.kind}, {_place_aloud(claim)}",
        *figures,
        f"event {day_span(claim.event_from, claim.event_to)}",
        f"last said {ago(changed_at(claim), now)}{_trend_aloud(claim, now)}",
        f"{counted(len(claim.origins), 'origin')}, {counted(claim.carriers, 'carrier')}",
        f"{claim.standing.level}: {clamp(claim.standing.rule).removesuffix('.')}",
        *_doubts(claim),
        f"grade {grade_sentence(claim).replace(';', ',')}",
    ]
    return "; ".join(parts)


def _doubts(claim: Claim) -> Iterator[str]:
    unnamed = [one.name for one in claim.denials if one.name not in claim.standing.rule]
    if unnamed:
        yield f"contradicted by {clamp(', '.join(unnamed), 240)}"
    if claim.drifting:
        yield "a report says more than its origin"


def _trend_aloud(claim: Claim, now: datetime) -> str:
    which = trend(claim, now)
    return f", {which} within the last day" if which else ""


def _place_aloud(claim: Claim) -> str:
    name = clamp(claim.place, 80)
    if claim.located is not None:
        return f"{name} ({claim.located.precision})"
    return f"{name} (place not certain{after(': ', possible_words(claim))})"


def _distance_aloud(distance: Distance) -> str:
    figure = _range_aloud(distance.low_km, distance.high_km)
    return f"{figure} kilometres (said: {clamp(distance.said, 120)})"


def _area_aloud(area: Area) -> str:
    return f"{_range_aloud(area.low_km2, area.high_km2)} square kilometres (said: {clamp(area.said, 120)})"


def _range_aloud(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "an unknown number of"
    if high is None:
        return f"at least {low:.1f}"
    if low is None:
        return f"at most {high:.1f}"
    return f"{low:.1f}" if low == high else f"{low:.1f} to {high:.1f}"


def _quotes(board: Board) -> Iterator[str]:
    open_quotes = [statement for statement in board.statements if statement.state in OPEN_STATES]
    yield ""
    yield f"QUOTES AWAITING CONFIRMATION: {len(open_quotes)}"
    for statement in open_quotes:
        yield _statement(statement, board.at)
    titles = {source.id: source.title for source, _ in board.sources}
    yield ""
    waiting = [question for question in board.pending if is_open(question)]
    yield f"ASKED, NOT ANSWERED: {len(waiting)}"
    for question in waiting:
        words = question_words(question, titles)
        yield f"- {clamp(question.asked, 80)}: {words}; {ago(question.asked_at, board.at)}"


def _statement(statement: Statement, now: datetime) -> str:
    role = f", {clamp(statement.affiliation, 120)}" if statement.affiliation else ""
    carriers = counted(len(statement.carriers), "carrier")
    heard = f"first {ago(statement.said_at, now)}; {carriers}"
    said = f"- {clamp(statement.speaker, 120)}{role}: “{clamp(statement.text)}”"
    return f"{said}; {heard}; {statement.state}: {clamp(statement.reason)}"


def _advances(board: Board) -> Iterator[str]:
    gains = [claim for claim in board.claims if claim.kind in GAINS and claim.distances and stands(claim)]
    yield ""
    yield f"REPORTED ADVANCES WITH A DISTANCE: {len(gains)}"
    yield from tally_lines(board.claims)
    for claim in sorted(gains, key=lambda claim: claim.event_to):
        figures = ", ".join(map(_distance_aloud, claim.distances))
        place = _place_aloud(claim)
        yield f"- {day_span(claim.event_from, claim.event_to)}; {SIDE_WORDS[claim.side]}; {place}; {figures}"


def _sources(board: Board) -> Iterator[str]:
    yield ""
    yield f"SOURCES: {len(board.sources)}"
    for source, state in board.sources:
        yield _source(source, state, board.at)


def _source(source: Source, state: SourceState, now: datetime) -> str:
    quiet = silence(state)
    reason = f"; {quiet.words if quiet else clamp(state.reason)}" if quiet or state.reason else ""
    count = f"; {counted(state.unmatched, 'sentence')} of the last 7 days not understood"
    lost = count if state.unmatched else ""
    return (
        f"- {clamp(source.title, 120)}: {state.health}{reason}; last good {ago(state.last_good_at, now)}; "
        f"next {until(state.next_at, now)}; {counted(state.items, 'item')}{lost}"
    )
