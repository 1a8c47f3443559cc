"""The pages of single things, from the store as it stands or as of a past moment."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from feeds.service.showing import states_in_force
from feeds.service.states import shown_states
from feeds.store import sources

if TYPE_CHECKING:
    from feeds.clock import Clock
    from feeds.model import (
        ClaimDetail,
        ItemDetail,
        QuestionDetail,
        SourceDetail,
        StatementDetail,
        UnmatchedDetail,
    )
    from feeds.service.past import PastBoards
    from feeds.service.present import Present
    from feeds.service.then import Then
    from feeds.store import Database


class StorePages:
    """Makes pages; with ``as_of`` they show what was known at that moment, and a moment to come is now.

    What makes them is loaded with the first of them: no board waits for it.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        """Look up in ``database``; ``clock`` tells what is past."""
        self._database = database
        self._clock = clock

    def now(self) -> datetime:
        """Return the present moment of the program's one clock, in UTC."""
        return self._clock.now()

    def claim(self, claim_id: str, as_of: datetime | None = None) -> ClaimDetail | None:
        """Return a claim with all that it rests on; None where there is none of that id."""
        from feeds.service.details import claim_detail  # noqa: PLC0415

        known = self._known(as_of)
        claim = known.claim(claim_id)
        return claim_detail(known, claim) if claim is not None else None

    def statement(self, statement_id: str, as_of: datetime | None = None) -> StatementDetail | None:
        """Return a statement with its wordings; None where there is none of that id."""
        from feeds.service.details import statement_detail  # noqa: PLC0415

        known = self._known(as_of)
        statement = known.statement(statement_id)
        return statement_detail(known, statement) if statement is not None else None

    def question(self, question_id: str, as_of: datetime | None = None) -> QuestionDetail | None:
        """Return a question with what was decided on it; None where there is none of that id."""
        from feeds.service.details import question_detail  # noqa: PLC0415

        known = self._known(as_of)
        question = known.question(question_id)
        return question_detail(known, question) if question is not None else None

    def item(self, item_id: str, as_of: datetime | None = None) -> ItemDetail | None:
        """Return the latest version of an item with what it says; None where there is none of that id."""
        from feeds.service.items import item_detail  # noqa: PLC0415

        return item_detail(self._database, self._known(as_of), item_id)

    def source(self, source_id: str) -> SourceDetail | None:
        """Return a source with its latest items; None where there is none of that id."""
        from feeds.service.items import source_detail  # noqa: PLC0415

        known = sources.known(self._database)
        source = next((one for one in known if one.id == source_id), None)
        if source is None:
            return None
        now = self.now()
        state = states_in_force(known, shown_states(self._database, known, now), now)[source_id]
        return source_detail(self._database, source, state)

    def unmatched(self, source_id: str) -> UnmatchedDetail | None:
        """Return what of a source's items was not understood of late; None where there is no such source."""
        from feeds.service.items import unmatched_detail  # noqa: PLC0415

        return unmatched_detail(self._database, source_id, self.now())

    @cached_property
    def _past(self) -> PastBoards:
        from feeds.service.past import PastBoards  # noqa: PLC0415

        return PastBoards(self._database)

    def _known(self, as_of: datetime | None) -> Then | Present:
        """Return what was known at a past moment, or is known now."""
        from feeds.service.present import Present  # noqa: PLC0415

        return self._then(as_of) or Present(self._database)

    def _then(self, as_of: datetime | None, days: int | None = None) -> Then | None:
        """Return what was known at a past moment; None for the present, and for what is to come."""
        if as_of is None or as_of >= self.now():
            return None
        return self._past.then(as_of.astimezone(UTC), days)
