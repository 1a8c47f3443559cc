"""Read a configuration file, or put the built-in one in its place."""

from __future__ import annotations

import os
import tempfile
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from feeds.config.places import lines_of
from feeds.config.problems import doubles_in, line_of, sentence
from feeds.config.settings import Settings
from feeds.config.tables import TableError
from feeds.errors import ConfigError

if TYPE_CHECKING:
    from feeds.config.tables import Problem
    from feeds.model import Source

MAX_BYTES = 5_000_000
_APP = "frontwatch"
_FILE = "frontwatch.toml"
_LEXICONS = "lexicons"


def default_config_path() -> Path:
    """Return where the configuration is where none is named: in the user's folder for them (XDG)."""
    return platformdirs.user_config_path(_APP) / _FILE


def default_store_path() -> Path:
    """Return where the store is where none is named: in the user's folder for data (XDG)."""
    return platformdirs.user_data_path(_APP) / "frontwatch.sqlite3"


def own_words_folder(path: Path) -> Path:
    """Return where an analyst's own lexicons are: beside the configuration at ``path``, if anywhere."""
    return path.parent / _LEXICONS


def load(path: Path) -> Settings:
    """Return the checked configuration in ``path``.

    Raises ConfigError with every problem at once, each with file, key, what was expected and what
    was found; for broken TOML with line and column.
    """
    return settings_of(content_of(path), path)


def settings_of(content: bytes, path: Path) -> Settings:
    """Return the checked configuration in the bytes of ``path``; raises ConfigError as :func:`load`."""
    text = text_of(content, path)
    raw = _raw(path, text)
    doubles = list(doubles_in(raw))
    try:
        settings = Settings.read(raw)
    except TableError as error:
        raise _config_error(path, text, raw, [*error.problems, *doubles]) from error
    if doubles:
        raise _config_error(path, text, raw, doubles)
    return settings


def ensure(path: Path) -> bool:
    """Put the built-in list at ``path`` unless something is there; return whether it was put there.

    Folders are made. The file is there whole or not at all, and never replaces another. Raises
    ConfigError where it can't be written.
    """
    if path.exists():
        return False
    built_in = _built_in()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _write_new(path, built_in)
    except OSError as error:
        raise ConfigError([f"{path}: can't be written: {why(error)}"]) from error


@cache
def built_in_sources() -> tuple[Source, ...]:
    """Return the sources of the built-in list, also where the user has a list of their own."""
    return settings_of(_built_in(), Path(_FILE)).model_sources()


def _built_in() -> bytes:
    return resources.files("feeds.config").joinpath(_FILE).read_bytes()


def _write_new(path: Path, content: bytes) -> bool:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".frontwatch-") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        Path(file.name).chmod(0o644)
        try:
            # A link, unlike a renaming, fails where another process was quicker.
            os.link(file.name, path)
        except FileExistsError:
            return False
    return True


def content_of(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file of the user's, at most ``most``; raises ConfigError for all else."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise ConfigError([f"{path}: can't be read: {why(error)}"]) from error
    if len(content) > most:
        raise ConfigError([f"{path}: expected at most {most // 1_000_000} MB, found more"])
    return content


def text_of(content: bytes, path: Path) -> str:
    """Return UTF-8 as text with plain ends of lines; raises ConfigError where it is something else."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path}: expected UTF-8, found other bytes at byte {error.start}"]) from error


def _raw(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: expected TOML: {error}"]) from error
    except (RecursionError, ValueError) as error:
        raise ConfigError([f"{path}: expected TOML, found nesting or numbers beyond reason"]) from error


def _config_error(path: Path, text: str, raw: dict[str, Any], problems: list[Problem]) -> ConfigError:
    lines = lines_of(text)
    problems.sort(key=lambda problem: line_of(problem, lines))
    return ConfigError([f"{path}: {sentence(problem, raw, lines)}" for problem in problems])


def why(error: OSError) -> str:
    """Return what the system says of a file, in small letters."""
    return (error.strerror or type(error).__name__).lower()
