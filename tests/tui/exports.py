"""An export of a board that was made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import (
    Export,
    ExportedClaim,
    ExportedQuote,
    ExportedReport,
    ExportedStatement,
    Health,
    Silence,
)
from tests.tui import boards

if TYPE_CHECKING:
    from feeds.model import Board, Claim, Statement


def exported(board: Board) -> Export:
    """Return the export of ``board``: each claim with one report, each statement with one quote."""
    return Export(
        schema=1,
        at=board.at,
        window_days=board.window_days,
        filter_line="",
        withheld=tuple(source.title for source, _ in board.sources if not source.redistribute),
        claims=tuple(map(_claim, board.claims)),
        statements=tuple(map(_statement, board.statements)),
        questions=board.pending,
        decisions=(),
        sources=tuple(source for source, _ in board.sources),
        silent=tuple(
            Silence(source.id, source.title, state.health, state.reason, state.last_good_at)
            for source, state in board.sources
            if state.health is not Health.GOOD
        ),
        attribution=("Places: invented.",),
    )


def _claim(claim: Claim) -> ExportedClaim:
    report = ExportedReport(boards.report(), boards.item().url, boards.SENTENCE)
    grade = f"{claim.reliability}{claim.credibility}"
    line = f"{claim.origins[0].name} says so of {claim.place}."
    return ExportedClaim(claim, grade, line, (report,), ())


def _statement(statement: Statement) -> ExportedStatement:
    quote = ExportedQuote(boards.quote("quote-1", statement.text), boards.item().url)
    return ExportedStatement(statement, f"{statement.speaker} said: “{statement.text}”.", (quote,))
