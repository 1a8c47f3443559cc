"""The collector under ``kill -9`` at random moments: what its store holds after each.

Run ``uv run python -m tests.bench.kills``; 200 kills take some ten minutes. It prints every fault and the
figures, and ends with 1 where an assertion did not hold. ``--seed`` repeats the moments of a run, as far
as the machine lets it.

The product collects from sixty loopback feeds that say something new at every poll
(:class:`tests.bench.shelves.Numbered`), each on a host of its own, every three seconds. After each kill:

1. SQLite's check is good (the thorough one each twentieth time);
2. whatever was acknowledged is there: the server knows, because the next request says so;
3. each document is there whole or not at all, and so is the state that names it;
4. no feed is further than one poll beyond what it acknowledged;
5. the next start goes on, nothing is there twice;
6. the first request comes soon after the start, and no child outlives its parent.

Each second kill comes at the instant of a write to the store, between one transaction and the next.
In each fifth round a child of the collector is killed alone first: the collector must go on polling.
In the end the feeds stand still, and it runs on until it has all and every item was read; each has the
reports that it should have.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.feed_server import ROOT, FeedServer
from tests.bench.ledger import Served, faults_in, kept_in, misread_in, waiting_in
from tests.bench.measuring import family

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FEEDS = 60
ENTRIES = 20
_PATIENCE_S = 30.0
_REST_S = 900.0
"""To read what hundreds of short lives have left unread."""
_LOOK_S = 0.02
_MOST_SAID = 500
_LONGEST_ORPHAN_S = 6.0
"""A child may finish the document that it is at, for which it has five seconds."""
_LATEST_KILL_S = 1.2
"""After the first request; by then all feeds that were due have been asked."""
_MOST_WRITES = 40
_THOROUGH_EVERY = 20
_CHILD_EVERY = 5
_GOES_ON = 10
"""Requests after the death of a child that show that the collector goes on."""


@dataclass(slots=True)
class Tally:
    """What the rounds came to."""

    faults: list[str] = field(default_factory=list)
    starts_s: list[float] = field(default_factory=list)
    """From exec to the first request that the server saw."""
    orphans_s: list[float] = field(default_factory=list)
    """How long the last child outlived its parent."""
    children_killed: int = 0
    in_mid_poll: int = 0
    """Kills while a document had been served that was not stored yet."""


class Killing:
    """Rounds of starting, killing and looking, on one store."""

    def __init__(self, server: FeedServer, folder: Path, *, entries: int, seed: int) -> None:
        """Write the configuration for all feeds of ``server`` into ``folder``."""
        self.tally = Tally()
        self.store = folder / "store.sqlite3"
        self._server = server
        self._entries = entries
        self._chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        self._config = folder / "frontwatch.toml"
        self._config.write_text(configuration(server.urls), encoding="utf-8")
        self._errors = folder / "errors"
        self._noted: set[str] = set()
        self._mark = f"KILLED_BY={os.getpid()}-{folder}"

    def round(self, number: int) -> None:
        """Start the collector, kill it, and note what is wrong then; ``number`` counts from 1."""
        process = self._start()
        if number % _CHILD_EVERY == 0:
            self._kill_a_child(number, process)
        if number % 2:
            time.sleep(self._chance.uniform(0, _LATEST_KILL_S))
        else:
            self._await_writes(self._chance.randint(1, _MOST_WRITES))
        process.kill()
        process.wait()
        if process.returncode != -signal.SIGKILL:
            self._note(number, f"the collector ended by itself with {process.returncode}: {self._said()}")
        self.tally.orphans_s.append(self._outlived(number))
        known = known_to(self._server, entries=self._entries)
        kept = kept_in(self.store, thorough=number % _THOROUGH_EVERY == 0)
        self.tally.in_mid_poll += any(kept.states.get(feed, 0) < last for feed, last in known.served.items())
        for fault in faults_in(kept, known):
            self._note(number, fault)

    def come_to_rest(self) -> None:
        """Let the collector get and read all there is, end it in order, and look again."""
        self._server.ask("still")
        process = self._start()
        rested = _until(self._has_all, _REST_S) and _until(lambda: waiting_in(self.store) == 0, _REST_S)
        process.send_signal(signal.SIGTERM)
        code = process.wait(_PATIENCE_S)
        if not rested or code != 0:
            self._note(0, f"the last run got all: {rested}, and ended with {code}: {self._said()}")
        known = known_to(self._server, entries=self._entries)
        for fault in (*faults_in(kept_in(self.store, thorough=True), known), *misread_in(self.store)):
            self._note(0, fault)

    def start_and_kill(self) -> None:
        """Start the collector and kill it at its first request."""
        process = self._start()
        process.kill()
        process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        self._server.ask("mark")
        command = [sys.executable, "-m", "tui.cli", "collect"]
        command += ["--config", str(self._config), "--store", str(self.store)]
        name, _, value = self._mark.partition("=")
        environment = {**os.environ, name: value}
        began = time.monotonic()
        with self._errors.open("wb") as errors:
            process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=errors
            )
        _until(lambda: bool(self._state()["first_at"]) or process.poll() is not None)
        self.tally.starts_s.append((self._state()["first_at"] or time.monotonic()) - began)
        return process

    def _await_writes(self, count: int) -> None:
        """Return at the instant at which the store was written to for the ``count``-th time from now on."""
        log = self.store.with_name(self.store.name + "-wal")
        deadline = time.monotonic() + _LATEST_KILL_S
        seen = _written(log)
        while count and time.monotonic() < deadline:
            now = _written(log)
            count -= now != seen
            seen = now

    def _kill_a_child(self, number: int, process: subprocess.Popen[bytes]) -> None:
        _until(lambda: len(family(process.pid)) > 1 or process.poll() is not None)
        children = family(process.pid)[1:]
        if not children:
            return
        with suppress(ProcessLookupError):
            os.kill(self._chance.choice(children), signal.SIGKILL)
        self.tally.children_killed += 1
        asked = int(self._state()["requests"])
        if not _until(lambda: int(self._state()["requests"]) >= asked + _GOES_ON):
            self._note(number, f"no further polls after the death of a child: {self._said()}")

    def _outlived(self, number: int) -> float:
        """Wait until no child of the killed collector is left, and return how long that took."""
        died = time.monotonic()
        if not _until(lambda: not _processes_with(self._mark), _LONGEST_ORPHAN_S):
            self._note(number, f"a child outlives its parent by more than {_LONGEST_ORPHAN_S:g} s")
        return time.monotonic() - died

    def _has_all(self) -> bool:
        state = self._state()
        return bool(state["served"] == state["acknowledged"])

    def _state(self) -> dict[str, Any]:
        return self._server.ask("state")

    def _said(self) -> str:
        return self._errors.read_text(encoding="utf-8", errors="replace")[-_MOST_SAID:].strip()

    def _note(self, number: int, fault: str) -> None:
        """Note a fault once: what is wrong with a store stays so in the rounds after."""
        if fault not in self._noted:
            self._noted.add(fault)
            self.tally.faults.append(f"round {number}: {fault}")


def configuration(urls: Sequence[str]) -> str:
    """Return a configuration that polls these addresses every three seconds, the least it allows."""
    sources = (
        f'[[sources]]\nid = "feed-{number}"\ntitle = "Journal {number}"\nkind = "feed"\nurl = "{url}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\ninterval_minutes = 0.05\n'
        for number, url in enumerate(urls)
    )
    return "\n".join(('[network]\nallow = ["127.0.0.0/8"]\n', *sources))


def main() -> int:
    """Kill, print, and tell by the exit code whether all held."""
    named = _named()
    with (
        tempfile.TemporaryDirectory() as folder,
        FeedServer("numbered", feeds=named.feeds, entries=named.entries) as server,
    ):
        killing = Killing(server, Path(folder), entries=named.entries, seed=named.seed)
        began = time.monotonic()
        for number in range(1, named.kills + 1):
            before = len(killing.tally.faults)
            killing.round(number)
            for fault in killing.tally.faults[before:]:
                print(fault, flush=True)
        before = len(killing.tally.faults)
        killing.come_to_rest()
        for fault in killing.tally.faults[before:]:
            print(fault)
        held = kept_in(killing.store, thorough=True)
        print(f"{sum(held.entries.values()):,} items of {len(held.entries):,} documents are stored")
        print(f"{named.kills} kills in {time.monotonic() - began:.0f} s, seed {named.seed}")
    return _print_tally(killing.tally)


def _print_tally(tally: Tally) -> int:
    starts = sorted(tally.starts_s)
    print(f"in mid-poll: {tally.in_mid_poll}; children killed alone: {tally.children_killed}")
    print(f"exec to first request: median {statistics.median(starts):.2f} s, slowest {starts[-1]:.2f} s")
    print(f"longest that a child outlived its parent: {max(tally.orphans_s, default=0):.2f} s")
    print(f"{'FAIL' if tally.faults else 'PASS'}: {len(tally.faults)} faults")
    return int(bool(tally.faults))


def known_to(server: FeedServer, *, entries: int) -> Served:
    """Return what a server of numbered feeds knows of its poller; feeds are text in its JSON."""
    state = server.ask("state")
    return Served(
        entries=entries,
        served={int(feed): int(number) for feed, number in state["served"].items()},
        acknowledged={int(feed): int(number) for feed, number in state["acknowledged"].items()},
    )


def _written(log: Path) -> tuple[int, int]:
    """Return what changes when SQLite writes to its log, even where that is used anew from its start."""
    try:
        stat = log.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def _processes_with(mark: str) -> list[int]:
    """Return the running processes that were started with ``mark`` in their environment."""
    found: list[int] = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return found


def _until(condition: Callable[[], bool], patience_s: float = _PATIENCE_S) -> bool:
    """Wait until a condition holds, and tell whether it did in time."""
    deadline = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(_LOOK_S)
    return True


def _named() -> argparse.Namespace:
    line = argparse.ArgumentParser(description="Kills the collector at random moments.")
    line.add_argument("--kills", type=int, default=200)
    line.add_argument("--feeds", type=int, default=FEEDS)
    line.add_argument("--entries", type=int, default=ENTRIES)
    line.add_argument("--seed", type=int, default=1)
    return line.parse_args()


if __name__ == "__main__":
    sys.exit(main())
