"""From what a line stands for to the page of its detail; asks the service, so not for the event loop."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from tui.views.ages import short_moment
from tui.views.details import claim_page, missing_page, statement_page
from tui.views.gathered import gathered_page
from tui.views.item_details import item_page, unmatched_page
from tui.views.lines import Subject, Target
from tui.views.place_details import place_page
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

    Of a past board it shows what was known then, says so in its title, and counts ages to that
    moment. Raises FrontwatchError where the store can't be read.
    """
    as_of = board.as_of if board and target.subject not in _AS_NOW else None
    now = service.now()
    if target.subject is Subject.CLAIMS:
        page = gathered_page(target, board, as_of or now)
    elif target.subject is Subject.PLACE:
        page = (place_page(target.id, board, as_of or now) if board else None) or missing_page(target)
    else:
        page = _page(target, service, as_of, as_of or now)
    return replace(page, title=f"{page.title} · as of {short_moment(as_of, now)}") if as_of else page


def _page(target: Target, service: Service, as_of: datetime | None, now: datetime) -> Page:
    pages: dict[Subject, tuple[Callable[[str], Any], Callable[[Any, datetime], Page]]] = {
        Subject.CLAIM: (partial(service.claim, as_of=as_of), claim_page),
        Subject.STATEMENT: (partial(service.statement, as_of=as_of), statement_page),
        Subject.PENDING: (partial(service.question, as_of=as_of), question_page),
        Subject.ITEM: (partial(service.item, as_of=as_of), item_page),
        Subject.SOURCE: (service.source, source_page),
        Subject.UNMATCHED: (service.unmatched, unmatched_page),
    }
    if target.subject not in pages:
        return missing_page(target)
    ask, draw = pages[target.subject]
    detail = ask(target.id)
    return missing_page(target, then=as_of is not None) if detail is None else draw(detail, now)
