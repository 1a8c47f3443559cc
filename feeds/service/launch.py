"""With what configuration, store and clock a process works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.clock import Clock, clock_from_spec
from feeds.errors import ConfigError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from feeds.config import Configuration
    from feeds.config.addresses import Network


@dataclass(frozen=True, slots=True)
class Launch:
    """What the command line named; None where it named nothing and the defaults stand."""

    config: Path | None = None
    store: Path | None = None
    clock_spec: str = ""
    label: str = ""
    urls: Path | None = None
    """A list of addresses to poll in the place of the configured sources, into a store that is named."""
    allowed: tuple[str, ...] = ()
    """Private ranges of addresses that may be polled; with a list of addresses only."""

    @property
    def clock(self) -> Clock:
        """The one clock of the process."""
        return clock_from_spec(self.clock_spec)

    def watch(self) -> Configuration:
        """Return the configuration, loaded; the built-in one is put in its place on the first run.

        Raises ConfigError where it can't be used, where a named file is not there, and where the
        command line names what does not go together.
        """
        # Imported here because checking costs a tenth of a second that the first paint can't spare.
        from feeds.config import Watch, default_config_path, ensure  # noqa: PLC0415

        if self.urls is not None:
            return self._fixed_list(self.urls)
        if self.allowed:
            raise ConfigError(
                ["--allow-private goes with --urls; otherwise name the range in [network] allow."]
            )
        path = self.config or default_config_path()
        if self.config is None:
            ensure(path)
        return Watch(path)

    def store_path(self, watch: Configuration) -> Path:
        """Return where the store is: as named here, else in the configuration, else the data folder."""
        from feeds.config import default_store_path  # noqa: PLC0415

        return self.store or watch.current.store.path or default_store_path()

    def existing_store(self) -> Path:
        """Return where the store is that a command only looks at; raises StoreError where there is none."""
        path = self.store or self._configured_store()
        if not is_there(path):
            raise StoreError(f"{path}: there is no store here; frontwatch collect makes one.")
        return path

    def _configured_store(self) -> Path:
        """Return where the store is by the configuration, which is not made where there is none."""
        from feeds.config import default_config_path, default_store_path  # noqa: PLC0415

        if self.config is None and not default_config_path().exists():
            return default_store_path()
        return self.store_path(self.watch())

    def _fixed_list(self, urls: Path) -> Configuration:
        from feeds.config import FixedList, load_urls  # noqa: PLC0415

        if self.store is None:
            raise ConfigError(["--urls needs --store FILE: a list has a store of its own."])
        return FixedList(urls, load_urls(urls), allow=networks_of(self.allowed))


def is_there(store: Path) -> bool:
    """Tell whether there is a store; raises StoreError where its folder can't be looked into."""
    try:
        return store.exists()
    except OSError as error:
        raise StoreError(f"{store}: the store can't be looked at ({error.strerror}).") from error


def networks_of(ranges: Iterable[str]) -> tuple[Network, ...]:
    """Return the private ranges that the command line named; raises ConfigError for anything else."""
    from feeds.config import private_network  # noqa: PLC0415

    try:
        return tuple(map(private_network, ranges))
    except ValueError as error:
        raise ConfigError([f"--allow-private: expected {error}"]) from error
