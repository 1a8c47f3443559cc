"""Names, passwords and keys, from the environment or from a file that only its owner can read.

The file has the names of the variables in small letters and without ``FRONTWATCH_``, such as
``acled_username = "…"``. It is read anew each time, so that a mended one needs no restart.
"""

from __future__ import annotations

import os
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.fetching.results import Failed

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "secrets.toml"
_NAMED_BY = "FRONTWATCH_SECRETS"
_PREFIX = "FRONTWATCH_"
_MAX_BYTES = 100_000
_LONGEST = 1_000
_OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that no message, log or traceback shows."""

    value: str = field(repr=False)


def find_secrets(
    names: tuple[str, ...], environ: Mapping[str, str], folder: Path
) -> dict[str, Secret] | Failed | None:
    """Return the secrets that the variables ``names`` hold, by name; None where one is not set at all.

    What the environment lacks is looked for in the file that ``FRONTWATCH_SECRETS`` names, or else in
    ``secrets.toml`` in ``folder``. Failed says what is wrong with a file that is there, or was named.
    """
    found = {name: environ[name] for name in names if environ.get(name)}
    if len(found) < len(names):
        written = _read(_path(environ, folder), is_named=bool(environ.get(_NAMED_BY)))
        if isinstance(written, Failed):
            return written
        found = {**{name: written[_key(name)] for name in names if written.get(_key(name))}, **found}
    for name in found:
        if not _is_sound(found[name]):
            return Failed(f"{name} is longer than {_LONGEST} characters or has some that can't be printed")
    return {name: Secret(found[name]) for name in names} if len(found) == len(names) else None


def _path(environ: Mapping[str, str], folder: Path) -> Path:
    named = environ.get(_NAMED_BY)
    return Path(named) if named else folder / FILE


def _key(name: str) -> str:
    return name.removeprefix(_PREFIX).lower()


def _is_sound(value: str) -> bool:
    return len(value) <= _LONGEST and value.isprintable()


def _read(path: Path, *, is_named: bool) -> dict[str, str] | Failed:
    try:
        # Not to wait for the other end, were it a pipe.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError:
        return Failed(f"there is no file where {_NAMED_BY} says") if is_named else {}
    except (OSError, ValueError) as error:
        return Failed(f"{path.name} can't be read: {_why(error)}")
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            return Failed(f"{path.name} is not a file")
        if status.st_mode & _OF_OTHERS:
            return Failed(f"{path.name} may be read by others: chmod 600")
        return _parsed(path.name, file.read(_MAX_BYTES))


def _parsed(name: str, content: bytes) -> dict[str, str] | Failed:
    try:
        raw = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        # Without the parser's own words, which repeat the line.
        return Failed(f"{name} is not TOML in UTF-8")
    return {key: value for key, value in raw.items() if isinstance(value, str)}


def _why(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or "no such path").lower()
