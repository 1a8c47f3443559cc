"""The collector as the process that a supervisor starts: ``python -m feeds.service.child``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from feeds.errors import FrontwatchError
from feeds.service.collecting import collect
from feeds.service.launch import Launch
from feeds.service.priority import give_way


def main() -> int:
    """Collect until standard input ends; 2 and one sentence where that can't be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--clock", default="")
    named = parser.parse_args()
    give_way()
    try:
        collect(Launch(named.config, named.store, named.clock), until_input_ends=True)
    except FrontwatchError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
