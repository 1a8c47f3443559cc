"""Noticing at once when something is dropped into a folder."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_LOOK_AGAIN_S = 10.0
_GATHERED_MS = 250
"""Changes are told together once none came for so long. The system tells of them at once, but
watchfiles wakes each time that this has passed, as long as it watches: at its own 50 ms that took more
than polling itself (0.1 % of a core, November 2026)."""


async def changes_in(folder: str) -> AsyncIterator[None]:
    """Yield each time files in ``folder`` have changed, until closed.

    A folder that is not there, or whose file system tells nothing, is looked at again now and then.
    """
    import watchfiles  # noqa: PLC0415 - most desks have no folder

    while True:
        try:
            async for _ in watchfiles.awatch(
                _at_home(folder), step=_GATHERED_MS, recursive=False, ignore_permission_denied=True
            ):
                yield
        except (OSError, RuntimeError, ValueError):
            pass
        await asyncio.sleep(_LOOK_AGAIN_S)


def _at_home(folder: str) -> Path:
    return Path(folder).expanduser()
