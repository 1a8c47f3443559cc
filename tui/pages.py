"""From what a line stands for to the page of its detail; asks the service, so not for the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.views.details import claim_page, missing_page, statement_page
from tui.views.lines import Subject
from tui.views.questions import question_page
from tui.views.source_details import source_page

if TYPE_CHECKING:
    from feeds.model import Board
    from feeds.service import Service
    from tui.views.details import Page
    from tui.views.lines import Target


class PageReady(Message):
    """The page of a detail has been made."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page


def page_of(target: Target, service: Service, board: Board | None) -> Page:
    """Return the page about ``target``; one that says so where it is no longer there.

    Raises FrontwatchError where the store can't be read.
    """
    now = service.now()
    if target.subject is Subject.CLAIM and (claim := service.claim(target.id)):
        return claim_page(claim, now)
    if target.subject is Subject.STATEMENT and (statement := service.statement(target.id)):
        return statement_page(statement, now)
    if target.subject is Subject.SOURCE and (source := service.source(target.id)):
        return source_page(source, now)
    if target.subject is Subject.PENDING and board:
        for question in board.pending:
            if question.id == target.id:
                return question_page(question, [source for source, _ in board.sources], now)
    return missing_page(target)
