"""Writing what is given away: whole or not at all, and never over a file unasked."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from feeds.errors import ExportError
from feeds.exporting import text_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["text_of", "write_file"]


def write_file(path: Path, text: str, *, replacing: bool = False) -> None:
    """Write ``text`` in UTF-8; the file is there whole or not at all.

    Raises ExportError where there is a file already, unless ``replacing``, and where it can't be written.
    """
    try:
        _write(path, text.encode("utf-8", "replace"), replacing=replacing)
    except FileExistsError as error:
        raise ExportError(f"{path}: there is such a file already; nothing was written.") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "no such name is possible"
        raise ExportError(f"{path}: can't be written ({why}).") from error


def _write(path: Path, content: bytes, *, replacing: bool) -> None:
    if not replacing and path.exists():
        raise FileExistsError
    fresh = path.with_name(f".frontwatch-{secrets.token_hex(8)}")
    # Unlike tempfile's, it gets the permissions that the user wants new files to have.
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replacing:
            fresh.replace(path)
        else:
            _name(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _name(fresh: Path, path: Path) -> None:
    """Give a new file its name, unless another one has taken it meanwhile."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # no links on this file system
        fresh.replace(path)
