"""Which gazetteer is in use: an imported one that fits this frontwatch, else the shipped one."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.geography.gazetteer import Gazetteer, load_gazetteer
from feeds.geography.imports.imported import usable, user_folder

if TYPE_CHECKING:
    from pathlib import Path


def gazetteer_in_use(folder: Path | None = None) -> Gazetteer:
    """Return the imported gazetteer, or the shipped one where there is none that can be used.

    What was imported since the last call is taken up; asking again costs a look at the folder.
    """
    place = folder or user_folder()
    try:
        state = place.stat()
    except OSError:
        return _loaded(place, 0, 0)
    return _loaded(place, state.st_ino, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _loaded(folder: Path, _inode: int, _changed_ns: int) -> Gazetteer:
    made, _ = usable(folder)
    if made is not None:
        with suppress(FormatError, OSError):
            return load_gazetteer(made)
    return load_gazetteer()
