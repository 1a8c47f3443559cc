"""The command line; the app and the collector are imported only where a command needs them."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from feeds.model import Board
    from feeds.service import Service

CANNOT = 2
"""Exit code where a command can't do its work; one sentence on standard error says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (default: the program's own) name; return the exit code."""
    from feeds.service import FrontwatchError  # noqa: PLC0415

    named = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = named.command
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


def parser() -> argparse.ArgumentParser:
    """Return the command line with all its commands."""
    line = argparse.ArgumentParser(
        prog="frontwatch",
        description="Watches a front line from open sources. Without a command: opens the dashboard.",
    )
    line.add_argument("--version", action="version", version=f"frontwatch {version('frontwatch')}")
    _add_places(line, default=None)
    line.set_defaults(command=_dashboard)
    commands = line.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("demo", help="show a fictional fortnight, without any network")
    demo.add_argument("--once", action="store_true", help="play it through, print the board and exit")
    demo.add_argument("--plain", action="store_true", help="the same as --once")
    demo.add_argument("--port", type=int, default=0, help="serve the scenario on this port (default: any)")
    demo.set_defaults(command=_demo)

    collect = commands.add_parser("collect", help="poll the sources without a screen")
    collect.set_defaults(command=_collect)

    once = commands.add_parser("once", help="poll every source once and print the board")
    once.add_argument("--plain", action="store_true", help="print linear text (the default)")
    once.set_defaults(command=_once)

    check = commands.add_parser("check", help="say what is wrong with the configuration")
    check.set_defaults(command=_check)

    for command in (collect, once, check):
        _add_places(command, default=argparse.SUPPRESS)
    return line


def _add_places(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """Take the options before and after the command alike."""
    parser.add_argument("--config", type=Path, default=default, metavar="FILE", help="configuration file")
    parser.add_argument(
        "--store", type=Path, default=default, metavar="FILE", help="SQLite file to keep all in"
    )


def _has_terminal() -> bool:
    """Tell whether the dashboard can be shown, and say what to do where it can't."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return True
    sys.stderr.write("frontwatch: the dashboard needs a terminal; once --plain and demo --once print text.\n")
    return False


def _dashboard(named: argparse.Namespace) -> int:
    if not _has_terminal():
        return CANNOT
    from tui.app import run_app  # noqa: PLC0415

    def open_service() -> Service:
        # Called after the first paint, which need not wait for the store's libraries.
        from feeds.service.launch import Launch  # noqa: PLC0415
        from feeds.service.screen import open_service  # noqa: PLC0415

        return open_service(Launch(named.config, named.store))

    return run_app(open_service)


def _demo(named: argparse.Namespace) -> int:
    from feeds.service.demo import LABEL, live_demo, replayed_demo  # noqa: PLC0415

    if named.once or named.plain:
        return _print(replayed_demo(port=named.port), label=LABEL)
    if not _has_terminal():
        return CANNOT
    with live_demo(port=named.port) as open_service:
        # Imported with the collector already starting beside it.
        from tui.app import run_app  # noqa: PLC0415

        return run_app(open_service, label=LABEL)


def _collect(named: argparse.Namespace) -> int:
    from feeds.service.headless import collect  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    collect(Launch(named.config, named.store))
    return 0


def _once(named: argparse.Namespace) -> int:
    from feeds.service.headless import poll_once  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    outcome, board = poll_once(Launch(named.config, named.store))
    return _print(board) or outcome


def _check(named: argparse.Namespace) -> int:
    from feeds.service import ConfigError  # noqa: PLC0415
    from feeds.service.headless import check  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    try:
        sys.stdout.write(f"{check(Launch(named.config, named.store))}\n")
    except ConfigError as error:
        sys.stderr.writelines(f"{problem}\n" for problem in error.problems)
        return CANNOT
    return 0


def _print(board: Board, *, label: str = "") -> int:
    from tui.views.plain import board_as_text  # noqa: PLC0415

    sys.stdout.write(board_as_text(board, label=label))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
