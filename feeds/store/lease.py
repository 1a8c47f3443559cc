"""Who may collect into a store: one process at a time."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from feeds.errors import FrontwatchError, StoreError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from filelock import BaseFileLock

_WAIT_S = 1.0
"""For the lease: longer than a look at it takes, which holds it for an instant."""


class LeaseHeldError(FrontwatchError):
    """Another collector works on this store."""


class Lease:
    """A lock beside the store, given back by the system when its holder ends, however it ends."""

    def __init__(self, store: Path, *, wait_s: float = _WAIT_S) -> None:
        """Make the lease of the store at ``store``, not yet taken; taking it waits ``wait_s`` at most."""
        self._store = store
        self._path = store.with_name(store.name + ".lock")
        self._lock: BaseFileLock | None = None
        self._wait_s = wait_s

    def __enter__(self) -> Self:
        """Take the lease; raises LeaseHeldError where another process has it."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - a dashboard takes no lease

        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            self._lock = self._lock or FileLock(self._path)
            self._lock.acquire(timeout=self._wait_s)
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
        if self._lock is not None:
            self._lock.release()

    def is_free(self) -> bool:
        """Tell at once whether nobody has the lease; makes no file and needs no leave to write.

        Looks do not get in each other's way, and a collector that starts meanwhile waits for them.
        Raises StoreError where the lock is there and can't be looked at.
        """
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            return True
        except OSError as error:
            raise self._unseen(error) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError as error:
            raise self._unseen(error) from error
        finally:
            os.close(descriptor)
        return True

    def _unseen(self, error: OSError) -> StoreError:
        return StoreError(f"{self._store}: the lock beside it can't be looked at ({error.strerror}).")
