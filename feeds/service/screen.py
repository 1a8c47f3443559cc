"""Opening the façade for a screen, with a collector at work behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.service.indexer import Indexer
from feeds.service.reading import StoreService
from feeds.service.supervisor import Patience, Supervisor, collector_command
from feeds.store import open_database

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.service.launch import Launch


_FIRST_S = 0.5
"""Before the collector is started: until the board is there, it has the machine to itself."""


def open_service(launch: Launch, supervisor: Supervisor | None = None) -> StoreService:
    """Return the façade over the launch's store, and see to it that a collector works on it.

    ``supervisor``, where given, is at work on that store already. Raises FrontwatchError where
    configuration or store can't be used.
    """
    watch = launch.watch()
    path = launch.store_path(watch)
    database = open_database(path)
    if supervisor is None:
        supervisor = supervise(watch.path, path, launch.clock_spec)
    indexer = Indexer(path)
    indexer.start()
    return StoreService(
        database, watch, launch.clock, label=launch.label, supervisor=supervisor, indexer=indexer
    )


def supervise(config: Path, store: Path, clock_spec: str) -> Supervisor:
    """Return a supervisor that has begun to keep a collector at work."""
    arguments = ["--config", str(config), "--store", str(store), "--clock", clock_spec]
    supervisor = Supervisor(collector_command(arguments), store, patience=Patience(first_s=_FIRST_S))
    supervisor.start()
    return supervisor
