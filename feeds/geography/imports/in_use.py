"""Which gazetteer is in use: an imported one that fits this frontwatch, else the shipped one."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import platformdirs

from feeds.errors import FormatError
from feeds.geography.gazetteer import Gazetteer, load_gazetteer
from feeds.geography.imports.note import read_note

if TYPE_CHECKING:
    from pathlib import Path

_SHIPPED = ("settlements.tsv.gz", "regions.toml", "raions.tsv", "forms.bin")
_AGAIN = "frontwatch gazetteer import"
"""What makes an imported gazetteer anew from what is kept of it."""
OUTDATED = f"The imported gazetteer is of another frontwatch and is not used: import again ({_AGAIN})."
UNREADABLE = f"The imported gazetteer can't be read and is not used: import the files again ({_AGAIN} FILE)."


def user_folder() -> Path:
    """Return where the imported gazetteer is: in the user's folder for data (XDG)."""
    return platformdirs.user_data_path("frontwatch") / "gazetteer"


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


def usable(folder: Path) -> tuple[Path | None, str]:
    """Return the folder to read, None where the shipped gazetteer is to be used, and why, as a sentence.

    The sentence is empty where nothing was imported. Only the note beside the data is read.
    """
    if not os.path.lexists(folder):
        return None, ""
    try:
        made = folder.resolve(strict=True)
        note = read_note(made)
    except (FormatError, OSError):
        return None, UNREADABLE
    if note.shipped != shipped_mark():
        return None, OUTDATED
    return made, ""


@cache
def shipped_mark() -> str:
    """Return what tells the shipped data of this frontwatch from that of others."""
    data = resources.files("feeds.geography").joinpath("data")
    mark = 0
    for name in _SHIPPED:
        mark = zlib.crc32(data.joinpath(name).read_bytes(), mark)
    return f"{mark:08x}"


@lru_cache(maxsize=1)
def _loaded(folder: Path, _inode: int, _changed_ns: int) -> Gazetteer:
    made, _ = usable(folder)
    if made is not None:
        with suppress(FormatError, OSError):
            return load_gazetteer(made)
    return load_gazetteer()
