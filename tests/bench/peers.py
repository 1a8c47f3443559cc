"""The feed readers that the collector is measured against, each as whole processes, installed on the spot.

newsboat comes from the system's packages (``apt-get``, as root), reader from the package registry into
an environment of its own. What can't be installed is left out, and a sentence says why.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from tests.bench.measuring import measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.bench.measuring import Measured

AT_ONCE = 20
"""Threads that the peers load with."""
READER = ("reader>=3.26,<4", "sgmllib3k")
"""reader's own copy of feedparser needs sgmllib, which feedparser itself no longer brings along."""
_INSTALLING_S = 600
_ADD = """
import sys
from reader import make_reader
reader = make_reader(sys.argv[1])
for url in open(sys.argv[2]):
    reader.add_feed(url.strip())
"""
_UPDATE = f"""
import sys
from reader import make_reader
make_reader(sys.argv[1]).update_feeds(scheduled=False, workers={AT_ONCE})
"""
_COUNT = """
import sys
from reader import make_reader
print(make_reader(sys.argv[1]).get_entry_counts().total)
"""


class NotInstalledError(Exception):
    """A peer can't be had here; says why."""


class Product(Protocol):
    """Something that polls a list of feeds into a store of its own."""

    name: str
    loads_before_validators: int
    """Whole loads after which it keeps the feeds' validators."""

    def prepare(self, folder: Path, urls: Sequence[str]) -> None:
        """Begin anew in an empty folder; not measured."""

    def poll(self) -> Measured:
        """Poll all feeds once."""

    def items(self) -> int:
        """Return how many entries are stored."""


class Newsboat:
    """newsboat from the system's packages, reloading once without its screen."""

    name: str = "newsboat"
    # Version 2.21 keeps the validators of a feed from its second load on.
    loads_before_validators = 2

    def __init__(self) -> None:
        """Install it where it is missing; raises NotInstalledError."""
        if shutil.which("newsboat") is None:
            for command in (["apt-get", "update"], ["apt-get", "install", "-y", "newsboat"]):
                _run(command)
        self._folder: Path | None = None

    def prepare(self, folder: Path, urls: Sequence[str]) -> None:
        """Write its list and its configuration."""
        folder.mkdir()
        (folder / "urls").write_text("\n".join(urls) + "\n", encoding="ascii")
        (folder / "config").write_text(f"reload-threads {AT_ONCE}\n", encoding="ascii")
        self._folder = folder

    def poll(self) -> Measured:
        """Reload all."""
        folder = _prepared(self._folder)
        command = ["newsboat", "-u", str(folder / "urls"), "-C", str(folder / "config")]
        command += ["-c", str(folder / "cache.db"), "-x", "reload"]
        return measure(command, environment={**os.environ, "HOME": str(folder)})

    def items(self) -> int:
        """Count the entries in its cache."""
        with closing(sqlite3.connect(_prepared(self._folder) / "cache.db")) as cache:
            (count,) = cache.execute("SELECT count(*) FROM rss_item").fetchone()
        return int(count)


class ReaderLibrary:
    """The library ``reader`` from the package registry, updating all feeds."""

    name: str = "reader"
    loads_before_validators = 1

    def __init__(self, home: Path) -> None:
        """Install it into an environment at ``home``; raises NotInstalledError."""
        _run(["uv", "venv", "--quiet", "--python", sys.executable, str(home)])
        self._python = str(home / "bin" / "python")
        _run(["uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", self._python, *READER])
        self._store: Path | None = None

    def prepare(self, folder: Path, urls: Sequence[str]) -> None:
        """Add the feeds, which is not part of a poll."""
        folder.mkdir()
        (folder / "urls").write_text("\n".join(urls) + "\n", encoding="ascii")
        self._store = folder / "reader.sqlite"
        _run([self._python, "-c", _ADD, str(self._store), str(folder / "urls")])

    def poll(self) -> Measured:
        """Update all feeds."""
        return measure([self._python, "-c", _UPDATE, str(_prepared(self._store))])

    def items(self) -> int:
        """Ask it how many entries it has."""
        return int(_run([self._python, "-c", _COUNT, str(_prepared(self._store))]))


def _prepared(path: Path | None) -> Path:
    assert path is not None, "prepare() comes first"
    return path


def _run(command: Sequence[str]) -> str:
    try:
        ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_INSTALLING_S)
    except (OSError, subprocess.SubprocessError) as error:
        said = str(getattr(error, "stderr", "") or "").strip().splitlines()
        raise NotInstalledError(f"{command[0]} did not work: {said[-1] if said else error}") from error
    return ran.stdout
