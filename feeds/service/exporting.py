"""The board of a moment with all that it rests on, to be given away: ``frontwatch export``."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.assessment import Directory
from feeds.filtering import filtered
from feeds.model import Export, Filter, Health, Quiet, Silence, SourceState, quiet_of
from feeds.service.past import board_of
from feeds.service.releasing import Release, items_behind
from feeds.service.showing import shown_source, shown_state
from feeds.service.states import shown_states
from feeds.store import look_into, sources
from feeds.store.record import known_at

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.clock import Clock
    from feeds.config import Configuration
    from feeds.service.launch import Launch
    from feeds.store import Database

SCHEMA = 1
_HOUR_S = 3600
_ALL = Filter()
_PLACES = (
    "Places: contains data from GeoNames (https://www.geonames.org), CC BY 4.0, and names of Ukraine's "
    "codifier KATOTTG; a point is only as exact as its precision says."
)
_STANDINGS = (
    "Standings and grades follow by rule from what the sources say; frontwatch assesses nothing itself."
)


def export(launch: Launch, as_of: datetime | None = None, *, wanted: Filter = _ALL) -> Export:
    """Return what is ``wanted`` of the board as it was at a moment, or is now, with all that it rests on.

    The store is only looked at. Raises StoreError where there is none, or it is not of this version.
    """
    path = launch.existing_store()
    with closing(look_into(path)) as database:
        return StoredExports(database, launch.watch(), launch.clock).of(wanted, as_of)


class StoredExports:
    """Gives away what an open store holds."""

    def __init__(self, database: Database, watch: Configuration, clock: Clock) -> None:
        self._database, self._watch, self._clock = database, watch, clock

    def of(self, wanted: Filter, as_of: datetime | None = None, *, days: int | None = None) -> Export:
        """Return what is ``wanted`` of the board of a moment; a moment to come is now.

        ``days`` is what it looks back on; None: as configured.
        """
        now, days = self._clock.now(), days or self._watch.current.window.days
        moment = min(as_of or now, now)
        record, known = known_at(self._database, moment), sources.known(self._database)
        whole = board_of(record, Directory(known), moment, days)
        # The filter knows sources by their titles too; of their states it asks nothing.
        titled = tuple((source, SourceState(source.id)) for source in known)
        board = filtered(replace(whole, sources=titled), wanted, moment)
        release = Release(record, known, items_behind(self._database, board, record))
        return Export(
            schema=SCHEMA,
            at=moment,
            window_days=days,
            filter_line=wanted.line,
            withheld=tuple(sorted(one.title for one in known if not one.redistribute)),
            claims=tuple(map(release.claim, board.claims)),
            statements=tuple(map(release.statement, board.statements)),
            questions=board.pending,
            decisions=tuple(sorted(record.decisions, key=lambda one: (one.at, one.id))),
            sources=tuple(sorted(map(shown_source, known), key=lambda one: one.id)),
            silent=_silent(self._database, now) if moment == now else (),
            attribution=(_PLACES, _STANDINGS),
        )


def _silent(database: Database, now: datetime) -> tuple[Silence, ...]:
    """Return the sources that fail, wait for an answer, are paused, or bring nothing beyond their habit."""
    listed = sources.configured(database)
    states = shown_states(database, listed, now)
    found = []
    for source in listed:
        state = shown_state(states[source.id])
        quiet = quiet_of(state)
        reason = _quiet_words(quiet) if quiet else state.reason
        if quiet or state.health is not Health.GOOD:
            found.append(Silence(source.id, source.title, state.health, reason, state.last_good_at))
    return tuple(found)


def _quiet_words(quiet: Quiet) -> str:
    nothing, usual = round(quiet.quiet_s / _HOUR_S), quiet.usual_s / _HOUR_S
    usually = f"usual is an item every {usual:.1f} hours"
    return f"It answers, and has brought nothing for {nothing} hours; {usually}."
