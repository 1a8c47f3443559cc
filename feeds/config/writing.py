"""Adding sources to the user's configuration file, without touching a byte of what stands there."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.config.loading import MAX_BYTES, content_of, settings_of, why
from feeds.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.config.settings import SourceSettings


def append_sources(path: Path, sources: Sequence[SourceSettings]) -> None:
    """Add ``[[sources]]`` tables at the end of the configuration in ``path``; all or none of them.

    What stands there stays as it is, byte for byte, and so do the file's permissions and a link that
    leads to it. The new file is there whole or not at all. Raises ConfigError, and changes nothing,
    where the file can't be read, could not be loaded afterwards (an id is taken) or can't be written.
    """
    before = content_of(path)
    after = before + _separation(before) + _tables(sources, before)
    if len(after) > MAX_BYTES:
        raise ConfigError([f"{path}: expected at most {MAX_BYTES // 1_000_000} MB, found more"])
    settings_of(after, path)
    try:
        _replace(path.resolve(), after)
    except OSError as error:
        raise ConfigError([f"{path}: can't be written: {why(error)}"]) from error


def table_of(source: SourceSettings) -> str:
    """Return a ``[[sources]]`` table in TOML with all keys that differ from their defaults."""
    values = source.entries()
    # Texts, lists, numbers and truth values without control characters read the same in JSON and in TOML.
    lines = (f"{key} = {json.dumps(_short(value), ensure_ascii=False)}\n" for key, value in values.items())
    return f"[[sources]]\n{''.join(lines)}"


def _short(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _separation(before: bytes) -> bytes:
    if not before or before.endswith((b"\n\n", b"\n\r\n")):
        return b""
    line = _end_of_line(before)
    return line if before.endswith(b"\n") else line + line


def _tables(sources: Sequence[SourceSettings], before: bytes) -> bytes:
    text = "\n".join(table_of(source) for source in sources)
    return text.encode().replace(b"\n", _end_of_line(before))


def _end_of_line(content: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in content else b"\n"


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".frontwatch-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), path.stat().st_mode & 0o7777)
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _make_lasting(path.parent)


def _make_lasting(folder: Path) -> None:
    """Write the name down too, so that it survives a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
