"""An analyst's own words: whether there are any, and what is wrong with them.

Apart from the lexicons, which take longer to load than a look into a folder takes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

State: TypeAlias = tuple[tuple[str, int, int], ...]
"""Names, times and sizes of the files of a folder."""


def problems_in(folder: Path) -> tuple[str, ...]:
    """Return what is wrong with an analyst's own lexicons, each with its file; nothing without any."""
    if not state_of(folder):
        return ()
    from feeds.extraction.lexicons.loading import loaded  # noqa: PLC0415 - few desks have words of their own

    return loaded(folder).problems


def state_of(folder: Path) -> State:
    """Return what tells the files of a folder from what they were; empty without any."""
    # Asked for every document, so without the objects of pathlib.
    try:
        with os.scandir(folder) as files:
            found = [(file.name, file.stat()) for file in files if file.name.endswith(".toml")]
    except OSError:
        return ()
    return tuple(sorted((name, told.st_mtime_ns, told.st_size) for name, told in found))
