"""From what a line stands for to the page of its detail; asks the service, so not for the event loop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.message import Message

from tui.views.ages import short_moment
from tui.views.details import claim_page, missing_page, statement_page
from tui.views.item_details import item_page, unmatched_page
from tui.views.lines import Subject, Target
from tui.views.questions import question_page
from tui.views.source_details import source_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from feeds.model import Board
    from feeds.service import Service
    from tui.views.details import Page

_AS_NOW = frozenset({Subject.SOURCE, Subject.UNMATCHED})
"""What is always shown as it is now."""


class PageReady(Message):
    """The page of a detail has been made."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page


def page_of(target: Target, service: Service, board: Board | None) -> Page:
    """Return the page about ``target``; one that says so where it is no longer there.

    Of a past board it says so in its title, and counts ages to that moment. Raises FrontwatchError
    where the store can't be read.
    """
    as_of = board.as_of if board and target.subject not in _AS_NOW else None
    now = service.now()
    if as_of is None:
        return _page(target, service, board, now)
    page = _page(target, service, board, as_of)
    return replace(page, title=f"{page.title} · as of {short_moment(as_of, now)}")


def _page(target: Target, service: Service, board: Board | None, now: datetime) -> Page:
    pages: dict[Subject, tuple[Callable[[str], Any], Callable[[Any, datetime], Page]]] = {
        Subject.CLAIM: (service.claim, claim_page),
        Subject.STATEMENT: (service.statement, statement_page),
        Subject.SOURCE: (service.source, source_page),
        Subject.ITEM: (service.item, item_page),
        Subject.UNMATCHED: (service.unmatched, unmatched_page),
    }
    if target.subject in pages:
        ask, draw = pages[target.subject]
        detail = ask(target.id)
        return missing_page(target) if detail is None else draw(detail, now)
    for question in board.pending if board else ():
        if target == Target(Subject.PENDING, question.id):
            return question_page(question, [source for source, _ in board.sources] if board else (), now)
    return missing_page(target)
