"""What a user has imported: where it is, and whether it fits this frontwatch.

Apart from the gazetteer itself, which takes longer to load than such a look takes.
"""

from __future__ import annotations

import os
import zlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import platformdirs

from feeds.errors import FormatError
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
