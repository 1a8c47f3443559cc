"""Who may collect into a store: one process at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from feeds.errors import FrontwatchError, StoreError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self


class LeaseHeldError(FrontwatchError):
    """Another collector works on this store."""


class Lease:
    """A lock beside the store, given back by the system when its holder ends, however it ends."""

    def __init__(self, store: Path) -> None:
        """Make the lease of the store at ``store``, not yet taken."""
        self._store = store
        self._lock = FileLock(store.with_name(store.name + ".lock"))

    def __enter__(self) -> Self:
        """Take the lease; raises LeaseHeldError where another process has it."""
        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            if not os.access(self._store.parent, os.W_OK | os.X_OK):
                raise StoreError(f"{self._store}: nothing can be written there.") from error
            raise LeaseHeldError(f"{self._store}: another collector is working on this store.") from error
        except OSError as error:
            raise StoreError(
                f"{self._store}: the lock beside it can't be made ({error.strerror})."
            ) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lease back."""
        self._lock.release()

    def is_free(self) -> bool:
        """Tell whether a collector could take the lease now."""
        try:
            with self:
                return True
        except LeaseHeldError:
            return False
