"""Keeping a collector at work on the store while a screen is open.

The collector is a process of its own. Where another process holds the store's lease, nothing is
started, and a look every few seconds takes over when that one has ended. A collector that was
started here ends when this process does, however it ends: it waits for its standard input to close.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.errors import FrontwatchError
from feeds.store.lease import Lease

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import IO

_LONGEST_LINE = 300
_STOPPED_S = 10.0
"""Between two looks of the supervisor: longer, and it was not at work itself, as after Ctrl+Z."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the supervisor waits for what, in real seconds."""

    first_s: float = 0.0
    """Before the first collector is started."""
    look_s: float = 0.5
    """Between two looks at a collector at work."""
    lease_s: float = 3.0
    """Between two looks at a lease that another process holds."""
    restart_s: float = 1.0
    """Before a dead collector is started again; doubled each time it dies young."""
    longest_restart_s: float = 30.0
    """At most that, and a collector that lived longer did not die young."""
    grace_s: float = 3.0
    """For a collector to end by itself."""
    silence_s: float = 90.0
    """Without a sign of life, after which a collector is taken to hang, and killed."""


class Supervisor:
    """Starts a collector, starts it again when it dies, and ends it in the end."""

    def __init__(self, command: Sequence[str], store: Path, *, patience: Patience | None = None) -> None:
        """Supervise ``command``, a collector that ends with its standard input, on ``store``."""
        self._command = list(command)
        self._patience = patience or Patience()
        self._lease = Lease(store)
        self._stopping = threading.Event()
        self._trouble = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._supervise, name="supervisor", daemon=True)

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End the collector that was started here and wait for it, a few seconds at most."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2 * self._patience.grace_s)

    def call(self) -> None:
        """Have the collector that was started here look at once for what was decided and asked.

        One that was not started here, or has just ended, finds it by itself a moment later.
        """
        process = self._process
        if process is not None and process.stdin is not None:
            with suppress(OSError, ValueError):
                os.write(process.stdin.fileno(), b"\n")

    def trouble(self) -> str:
        """Return why no collector is at work, or what it complained of last; empty when all is well."""
        return self._trouble

    def _supervise(self) -> None:
        patience = self._patience
        restart_s = patience.restart_s
        self._stopping.wait(patience.first_s)
        while not self._stopping.is_set():
            if not self._may_start():
                self._stopping.wait(patience.lease_s)
                continue
            if self._collector_lived_s() > patience.longest_restart_s:
                restart_s = patience.restart_s
            self._stopping.wait(restart_s)
            restart_s = min(2 * restart_s, patience.longest_restart_s)

    def _may_start(self) -> bool:
        try:
            free = self._lease.is_free()
        except FrontwatchError as error:
            self._trouble = str(error)
            return False
        self._trouble = self._trouble if free else ""
        return free

    def _collector_lived_s(self) -> float:
        """Run one collector as :meth:`_run_collector`; 0 where the system can't start it."""
        try:
            return self._run_collector()
        except OSError as error:
            self._trouble = f"The collector can't be started: {error.strerror}."
            return 0.0

    def _run_collector(self) -> float:
        """Run one collector to its end and return how many seconds it lived."""
        began = time.monotonic()
        said: list[str] = []
        pulse = _Pulse()
        # Leaving the process closes its pipes, of which weeks of restarts must not pile up.
        with _start(self._command) as self._process:
            process = self._process
            listeners = [
                threading.Thread(target=_listen, args=(process.stderr, said), daemon=True),
                threading.Thread(target=pulse.follow, args=(process.stdout,), daemon=True),
            ]
            for listener in listeners:
                listener.start()
            while process.poll() is None and not self._stopping.wait(self._patience.look_s):
                self._trouble = "".join(said)
                if pulse.silent_s() > self._patience.silence_s:
                    said[:] = [f"it gave no sign of life for {self._patience.silence_s:g} s"]
                    process.kill()
                    break
            if process.poll() is None:
                _end(process, grace_s=self._patience.grace_s)
            for listener in listeners:
                listener.join(self._patience.grace_s)
        self._process = None
        if not self._stopping.is_set():
            reason = "".join(said) or f"exit code {process.returncode}"
            self._trouble = f"The collector stopped and is being started again: {reason}"
        return time.monotonic() - began


def collector_command(arguments: Sequence[str]) -> list[str]:
    """Return the command line of a collector that ends with its standard input."""
    return [sys.executable, "-m", "feeds.service.child", *arguments]


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Keys such as Ctrl+C are for the screen; the collector is ended through its input.
        start_new_session=True,
    )


class _Pulse:
    """When a process last gave a sign of life: any output does."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard_at = self._looked_at = clock()

    def follow(self, stream: IO[bytes]) -> None:
        """Listen until the process ends."""
        while os.read(stream.fileno(), 4096):
            self._heard_at = self._clock()

    def silent_s(self) -> float:
        """Return the seconds since the last sign, without those in which nobody could listen.

        It is asked again and again; a long gap between two times is that this process was stopped.
        """
        now = self._clock()
        if now - self._looked_at > _STOPPED_S:
            self._heard_at += now - self._looked_at
        self._looked_at = now
        return now - self._heard_at


def _listen(stream: IO[bytes], said: list[str]) -> None:
    """Keep the last line that was said, and nothing before it; an empty one says that all is well."""
    for line in stream:
        said[:] = [line.decode("utf-8", "replace").strip()[:_LONGEST_LINE]]


def _end(process: subprocess.Popen[bytes], *, grace_s: float) -> None:
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(timeout=grace_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
