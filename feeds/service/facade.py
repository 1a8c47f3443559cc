"""Reading the board and writing decisions; every method may be called from any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import (
        Board,
        Change,
        ClaimDetail,
        Decision,
        DecisionKind,
        Export,
        Filter,
        Found,
        ItemDetail,
        QuestionDetail,
        SavedView,
        ScreenRules,
        SourceDetail,
        StatementDetail,
        UnmatchedDetail,
    )


class Exports(Protocol):
    """What is given away of a board."""

    def of(self, wanted: Filter, as_of: datetime | None = None, *, days: int | None = None) -> Export:
        """Return what is ``wanted`` of the board of a moment, with all that it rests on.

        None: of now, and looking back as configured.
        """


class Finder(Protocol):
    """What helps to find one's way."""

    def search(self, query: str, as_of: datetime | None = None) -> Found:
        """Return the items, claims and statements that have all words of ``query``, best first.

        ``as_of``: those that were known at a past moment.
        """

    def views(self) -> tuple[SavedView, ...]:
        """Return the saved views by name."""

    def save_view(self, name: str, line: str) -> None:
        """Keep a filter under a name, in the place of what was there; an empty ``line`` forgets it."""


class Pages(Protocol):
    """Single things; with ``as_of`` as they were known at that moment, and a moment to come is now."""

    def claim(self, claim_id: str, as_of: datetime | None = None) -> ClaimDetail | None:
        """Return a claim with all that it rests on; None where there is none of that id."""

    def statement(self, statement_id: str, as_of: datetime | None = None) -> StatementDetail | None:
        """Return a statement with its wordings; None where there is none of that id."""

    def question(self, question_id: str, as_of: datetime | None = None) -> QuestionDetail | None:
        """Return a question with what was decided on it; None where there is none of that id."""

    def source(self, source_id: str) -> SourceDetail | None:
        """Return a source with its latest items; None where there is none of that id."""

    def item(self, item_id: str, as_of: datetime | None = None) -> ItemDetail | None:
        """Return the latest version of an item with what it says; None where there is none."""

    def unmatched(self, source_id: str) -> UnmatchedDetail | None:
        """Return what of a source's items was not understood of late; None where there is no such source."""


class Personal(Protocol):
    """What of a desk's own screen is kept beside the board."""

    def screen(self) -> ScreenRules:
        """Return how the screen is to look, which keys it has, and what it tells of by itself."""

    def recall(self, name: str) -> str:
        """Return what was last remembered under ``name``; empty where nothing was."""

    def remember(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name`` for the next time that this desk's dashboard is opened."""


class Service(Pages, Finder, Personal, Protocol):
    """What a screen may ask for."""

    label: str
    """``DEMO`` while the demo runs, else empty; shown at all times."""

    @property
    def exports(self) -> Exports:
        """What gives boards away."""

    def now(self) -> datetime:
        """Return the present moment of the program's one clock, in UTC."""

    def revision(self) -> object:
        """Return a value that differs from the last one when the board may have changed; cheap."""

    def snapshot(self, as_of: datetime | None = None, *, days: int | None = None) -> Board:
        """Return the board as it stands now, or as it stood at a past moment.

        ``days`` is what it looks back on; None: as configured.
        """

    def changes(self, since: datetime, until: datetime | None = None) -> tuple[Change, ...]:
        """Return what changed on the board from one moment to another; None: to now."""

    def decide(self, kind: DecisionKind, target: str, *, why: str = "") -> Decision:
        """Keep what an analyst said of the claim, statement or decision of id ``target``."""

    def settle(self, claim_id: str, place_id: str, *, why: str = "") -> Decision:
        """Keep which of its candidates a claim's place is; empty ``place_id``: none of them."""

    def merge(self, claim_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a claim and the one of ``into_id`` are one, with the place and kind of the latter."""

    def split(self, report_id: str, *, why: str = "") -> Decision:
        """Keep that a report is no part of the claim it was put in."""

    def move(self, report_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a report belongs to the claim of ``into_id``."""

    def undo(self) -> Decision | None:
        """Take back the analyst's own last decision in force and return it; None where there is none."""

    def poll_now(self, source_id: str | None = None) -> None:
        """Ask the collector to poll one source, or all, at once."""

    def pause(self, source_id: str, *, paused: bool) -> None:
        """Have the collector leave a source out, or take it up again."""

    def close(self) -> None:
        """Give back the store, and end a collector that was started for this service."""
