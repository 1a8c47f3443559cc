"""With what configuration, store and clock a process works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.clock import Clock, clock_from_spec

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.config import Watch


@dataclass(frozen=True, slots=True)
class Launch:
    """What the command line named; None where it named nothing and the defaults stand."""

    config: Path | None = None
    store: Path | None = None
    clock_spec: str = ""
    label: str = ""

    @property
    def clock(self) -> Clock:
        """The one clock of the process."""
        return clock_from_spec(self.clock_spec)

    def watch(self) -> Watch:
        """Return the configuration, loaded; the built-in one is put in its place on the first run.

        Raises ConfigError where it can't be used, or where a named file is not there.
        """
        # Imported here because checking costs a tenth of a second that the first paint can't spare.
        from feeds.config import Watch, default_config_path, ensure  # noqa: PLC0415

        path = self.config or default_config_path()
        if self.config is None:
            ensure(path)
        return Watch(path)

    def store_path(self, watch: Watch) -> Path:
        """Return where the store is: as named here, else in the configuration, else the data folder."""
        from feeds.config import default_store_path  # noqa: PLC0415

        return self.store or watch.current.store.path or default_store_path()
