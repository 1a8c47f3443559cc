"""The demo's sources and their collector as one process: ``python -m feeds.service.demo_child``.

It serves the story on the port that the configuration of the demo names, tells an empty store what
happened until now, and goes on as any collector does, until standard input ends. Then it takes store
and configuration along, as whoever started it may have been killed and can't.
"""

from __future__ import annotations

import argparse
import os
import select
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.demo import DemoServer, load_story
from feeds.errors import FrontwatchError
from feeds.service.headless import collect
from feeds.service.launch import Launch
from feeds.service.priority import give_way
from feeds.service.telling import StoryClock, tell
from feeds.store import items, open_database

if TYPE_CHECKING:
    from collections.abc import Sequence

GRACE_S = 2.0
"""From the end of standard input, for what is at work to end in good order.

Less than the supervisor's :attr:`Patience.grace_s`, which kills what is still there: nobody would
take the files along.
"""


class _LeftError(Exception):
    """Whoever started this process is gone, or wants its end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve and collect until standard input ends; 2 and one sentence where that can't be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--clock", default="")
    parser.add_argument("--port", type=int)
    named = parser.parse_args(arguments)
    give_way()
    threading.Thread(target=_end_with_input, args=(named.config, named.store), daemon=True).start()
    try:
        _serve_and_collect(Launch(named.config, named.store, named.clock), named.store, named.port)
    except FrontwatchError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except _LeftError:
        pass
    finally:
        if _has_input_ended():
            _take_along(named.config, named.store)
    return 0


def _serve_and_collect(launch: Launch, store: Path, port: int) -> None:
    story = load_story()
    clock = StoryClock(story.starts_at, launch.clock)
    with DemoServer(story, clock, port):
        with closing(open_database(store)) as database:
            if not items.total(database):
                tell(database, launch.watch(), clock, story.live_from, alive=_live)
        clock.told_to = None
        collect(launch, until_input_ends=True)


def _live() -> None:
    """Give the supervisor a sign of life, between two steps of the story; raises _LeftError without one."""
    if _has_input_ended():
        raise _LeftError
    try:
        sys.stdout.write(".")
        sys.stdout.flush()
    except BrokenPipeError:
        raise _LeftError from None


def _has_input_ended(wait_ms: int | None = 0) -> bool:
    """Tell whether the other end of standard input is closed; None waits until it is."""
    watch = select.poll()
    watch.register(sys.stdin.fileno(), 0)
    return bool(watch.poll(wait_ms))


def _end_with_input(config: Path, store: Path) -> None:
    """End the process soon after its input, whatever it is at: a step of the story may take long."""
    _has_input_ended(None)
    time.sleep(GRACE_S)
    _take_along(config, store)
    os._exit(0)


def _take_along(config: Path, store: Path) -> None:
    """Remove what was made for this demo, and its folder where nothing else lies in it."""
    with suppress(OSError):
        for path in (config, *store.parent.glob(f"{store.name}*")):
            path.unlink(missing_ok=True)
        store.parent.rmdir()


if __name__ == "__main__":
    sys.exit(main())
