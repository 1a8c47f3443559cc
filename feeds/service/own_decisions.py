"""What the analyst of a desk decides, and takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.errors import StoreError
from feeds.model import Decision, DecisionKind
from feeds.store import decisions

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.config import Configuration
    from feeds.store import Database


class OwnDecisions:
    """The part of a service that writes decisions.

    What finds the reports they are about is loaded with the first of them: no board waits for it.
    """

    _database: Database
    _watch: Configuration

    def now(self) -> datetime:
        """Return the present moment of the program's one clock, in UTC."""
        raise NotImplementedError

    def decide(self, kind: DecisionKind, target: str, *, why: str = "") -> Decision:
        """Keep what an analyst said of the claim, statement or decision of id ``target``.

        A decision on a claim or statement is kept on its first report or quote, so that it still
        stands when more join. Raises StoreError where there is no such target, or it can't be kept.
        """
        return self._keep(kind, self._anchor(target), why)

    def settle(self, claim_id: str, place_id: str, *, why: str = "") -> Decision:
        """Keep which of its candidates a claim's place is; empty ``place_id``: none of them.

        The decision is kept on the claim's first report that may mean the place. Raises StoreError
        where there is none, or it can't be kept.
        """
        from feeds.service.deciding import first_meaning  # noqa: PLC0415

        return self._keep(
            DecisionKind.PLACE, first_meaning(self._database, claim_id, place_id), why, place_id=place_id
        )

    def merge(self, claim_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a claim and the one of ``into_id`` are one, with the place and kind of the latter.

        Raises StoreError where either is not there, where they are one already, or it can't be kept.
        """
        if claim_id == into_id:
            raise StoreError("That is one claim already; nothing was decided.")
        return self._keep(DecisionKind.MERGE, self._anchor(claim_id), why, other=self._anchor(into_id))

    def split(self, report_id: str, *, why: str = "") -> Decision:
        """Keep that a report is no part of the claim it was put in; raises StoreError as :meth:`merge`."""
        return self._keep(DecisionKind.SPLIT, self._known_report(report_id), why)

    def move(self, report_id: str, into_id: str, *, why: str = "") -> Decision:
        """Keep that a report belongs to the claim of ``into_id``; raises StoreError as :meth:`merge`."""
        other = self._anchor(into_id)
        return self._keep(DecisionKind.MOVE, self._known_report(report_id), why, other=other)

    def undo(self) -> Decision | None:
        """Take back the analyst's own last decision in force and return it; None where there is none."""
        from feeds.assessment import in_force  # noqa: PLC0415

        settings = self._watch.current
        made = in_force(decisions.of_desk(self._database, settings.desk))
        own = [decision for decision in made if decision.by == settings.analyst]
        if not own:
            return None
        self.decide(DecisionKind.UNDO, own[-1].id)
        return own[-1]

    def _anchor(self, target: str) -> str:
        from feeds.service.deciding import anchor_of  # noqa: PLC0415

        return anchor_of(self._database, target)

    def _known_report(self, report_id: str) -> str:
        from feeds.service.deciding import known_report  # noqa: PLC0415

        return known_report(self._database, report_id)

    def _keep(
        self, kind: DecisionKind, target: str, why: str, *, place_id: str = "", other: str = ""
    ) -> Decision:
        from feeds.model import stable_id  # noqa: PLC0415

        settings = self._watch.current
        at = self.now()
        told = (settings.desk, at.isoformat(), kind, target, why)
        decision = Decision(
            id=stable_id("decision", *told, *filter(None, [place_id, other])),
            desk=settings.desk,
            by=settings.analyst,
            at=at,
            kind=kind,
            target=target,
            why=why,
            place_id=place_id,
            other=other,
        )
        with self._database.transaction():
            decisions.append(self._database, decision)
        self._call()
        return decision

    def _call(self) -> None:
        """Let the collector know at once that something was written for it."""
        raise NotImplementedError
