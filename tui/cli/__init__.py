"""The command line; the app and the collector are imported only where a command needs them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.exits import CANNOT
from tui.cli.line import named_by
from tui.cli.signed import joined
from tui.garbage import leave_at_the_end

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (default: the program's own) name; return the exit code."""
    from feeds.service import FrontwatchError  # noqa: PLC0415

    leave_at_the_end()
    named = named_by(joined(sys.argv[1:] if arguments is None else arguments))
    command: Callable[[Namespace], int] = named.command
    try:
        return command(named)
    except FrontwatchError as error:
        sys.stderr.write(f"frontwatch: {error}\n")
        return CANNOT
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of the pipe has gone; closing keeps Python from writing to it once more.
        sys.stderr.close()
        return CANNOT
