"""The demo's sources and their collector as one process: ``python -m feeds.service.demo_child``.

It serves the story on the port that the configuration of the demo names, tells an empty store what
happened until now, and goes on as any collector does, until standard input ends.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from feeds.demo import DemoServer, load_story
from feeds.errors import FrontwatchError
from feeds.service.headless import collect
from feeds.service.launch import Launch
from feeds.service.priority import give_way
from feeds.service.telling import StoryClock, tell
from feeds.store import items, open_database


def main() -> int:
    """Serve and collect until standard input ends; 2 and one sentence where that can't be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--clock", default="")
    parser.add_argument("--port", type=int)
    named = parser.parse_args()
    give_way()
    launch = Launch(named.config, named.store, named.clock)
    story = load_story()
    clock = StoryClock(story.starts_at, launch.clock)
    try:
        with DemoServer(story, clock, named.port):
            with closing(open_database(named.store)) as database:
                if not items.total(database):
                    tell(database, launch.watch(), clock, story.live_from, alive=_live)
            clock.told_to = None
            collect(launch, until_input_ends=True)
    except FrontwatchError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _live() -> None:
    """Give the supervisor a sign of life."""
    sys.stdout.write(".")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
