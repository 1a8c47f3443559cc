"""What the commands do; each takes what the command line named and returns the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.exits import CANNOT
from tui.cli.steps import Steps

if TYPE_CHECKING:
    from argparse import Namespace

    from feeds.model import Board
    from feeds.service import Service


def _has_terminal() -> bool:
    """Tell whether the dashboard can be shown, and say what to do where it can't."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return True
    sys.stderr.write("frontwatch: the dashboard needs a terminal; once --plain and demo --once print text.\n")
    return False


def dashboard(named: Namespace) -> int:
    """Open the dashboard, with a collector beside it."""
    if not _has_terminal():
        return CANNOT
    from tui.app import run_app  # noqa: PLC0415

    def open_service() -> Service:
        # Called after the first paint, which need not wait for the store's libraries.
        from feeds.service.launch import Launch  # noqa: PLC0415
        from feeds.service.screen import open_service  # noqa: PLC0415

        return open_service(Launch(named.config, named.store))

    return run_app(open_service)


def demo(named: Namespace) -> int:
    """Show the fictional scenario, or print it."""
    from feeds.service.demo import LABEL, live_demo, replayed_demo  # noqa: PLC0415

    if named.once or named.plain:
        return _print(replayed_demo(port=named.port), label=LABEL)
    if not _has_terminal():
        return CANNOT
    with live_demo(port=named.port) as open_service:
        # Imported with the collector already starting beside it.
        from tui.app import run_app  # noqa: PLC0415

        return run_app(open_service, label=LABEL)


def collect(named: Namespace) -> int:
    """Collect without a screen, for ever or once."""
    from feeds.service import collecting  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    launch = Launch(named.config, named.store, urls=named.urls, allowed=tuple(named.allow_private))
    if not named.once:
        collecting.collect(launch)
        return 0
    sys.stdout.write(f"{collecting.collect_once(launch)}\n")
    return 0


def rebuild(named: Namespace) -> int:
    """Compute all that follows from items and decisions again."""
    from feeds.service.launch import Launch  # noqa: PLC0415
    from feeds.service.rebuilding import rebuild as rebuilt  # noqa: PLC0415

    with Steps() as steps:
        sentence = rebuilt(Launch(named.config, named.store), told=steps.show)
    sys.stdout.write(f"{sentence}\n")
    return 0


def export(named: Namespace) -> int:
    """Print the board of now or of a past moment with all that it rests on."""
    from feeds.service import exporting  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415
    from tui.views.exported import export_as_text  # noqa: PLC0415

    found = exporting.export(Launch(named.config, named.store), named.as_of)
    sys.stdout.write(f"{exporting.as_json(found)}\n" if named.json else export_as_text(found))
    return 0


def status(named: Namespace) -> int:
    """Print how the polling goes."""
    from feeds.service.launch import Launch  # noqa: PLC0415
    from feeds.service.status import as_json, status_of  # noqa: PLC0415
    from tui.views.status import status_as_text  # noqa: PLC0415

    found = status_of(Launch(named.config, named.store))
    sys.stdout.write(f"{as_json(found)}\n" if named.json else status_as_text(found))
    return 0


def once(named: Namespace) -> int:
    """Poll every source once and print the board; the exit code tells what was found."""
    from feeds.service import headless  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    code, board = headless.poll_once(Launch(named.config, named.store))
    return _print(board) or code


def about(_: Namespace) -> int:
    """Say what the program is made of."""
    from feeds.service.about import about as told  # noqa: PLC0415
    from tui.views.about import about_as_text  # noqa: PLC0415

    sys.stdout.write(about_as_text(told()))
    return 0


def check(named: Namespace) -> int:
    """Say what is wrong with the configuration, all of it; themes and keys are known to the screen only."""
    from feeds.service import ConfigError, headless  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415
    from tui.rules import furnishing_of  # noqa: PLC0415

    launch = Launch(named.config, named.store)
    try:
        good = headless.check(launch)
        problems = furnishing_of(headless.screen_rules(launch)).faults
    except ConfigError as error:
        problems = error.problems
    if problems:
        sys.stderr.writelines(f"{problem}\n" for problem in problems)
        return CANNOT
    sys.stdout.write(f"{good}\n")
    return 0


def _print(board: Board, *, label: str = "") -> int:
    from tui.views.plain import board_as_text  # noqa: PLC0415

    sys.stdout.write(board_as_text(board, label=label))
    sys.stdout.flush()
    return 0
