"""What the commands do; each takes what the command line named and returns the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from feeds.model import ExportFormat
from tui import garbage
from tui.cli.exits import CANNOT
from tui.cli.steps import Steps
from tui.terminal import is_in_browser, lacking_words, paint_often

if TYPE_CHECKING:
    from argparse import Namespace

    from feeds.model import Board, Filter
    from feeds.service import Service


def _has_terminal() -> bool:
    """Tell whether the dashboard can be shown, and say what to do where it can't."""
    lacking = "" if is_in_browser() else lacking_words()
    if lacking:
        sys.stderr.write(f"frontwatch: {lacking}; once --plain and demo --once --plain print text.\n")
    return not lacking


def dashboard(named: Namespace) -> int:
    """Open the dashboard, with a collector beside it."""
    if not _has_terminal():
        return CANNOT
    garbage.put_off()
    paint_often()
    from tui.app import EXIT_FOR_DEMO, run_app  # noqa: PLC0415

    def open_service() -> Service:
        # Called after the first paint, which need not wait for the store's libraries.
        from feeds.service.launch import Launch  # noqa: PLC0415
        from feeds.service.screen import open_service  # noqa: PLC0415

        return open_service(Launch(named.config, named.store))

    while (code := run_app(open_service)) == EXIT_FOR_DEMO:
        _live_demo(port=0)
    return code


def demo(named: Namespace) -> int:
    """Show the fictional scenario, or print it."""
    if named.once or named.plain:
        from feeds.service.demo import LABEL, replayed_demo  # noqa: PLC0415

        wanted = _filter(named)
        return _print(replayed_demo(port=named.port), wanted, label=LABEL)
    return _live_demo(port=named.port) if _has_terminal() else CANNOT


def _live_demo(*, port: int) -> int:
    garbage.put_off()
    paint_often()
    from feeds.service.demo import LABEL, live_demo  # noqa: PLC0415

    with live_demo(port=port) as open_service:
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
    """Give the board of now or of a past moment away, with all that it rests on."""
    from feeds.service import exporting  # noqa: PLC0415
    from feeds.service.files import text_of, write_file  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415
    from tui.views.exporting import exported_words, format_of  # noqa: PLC0415

    told = format_of(named.output.name) if named.output else None
    form = named.format or (ExportFormat.JSON if named.json else told or ExportFormat.MARKDOWN)
    found = exporting.export(Launch(named.config, named.store), named.as_of, wanted=_filter(named))
    if named.output is None:
        # Neither the locale's encoding nor an end of line of its own may get at what others read.
        sys.stdout.buffer.write(text_of(found, form).encode("utf-8", "replace"))
        return 0
    write_file(named.output, text_of(found, form), replacing=named.overwrite)
    sys.stdout.write(f"Written: {exported_words(found)}, to {named.output}\n")
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

    wanted = _filter(named)
    with Steps() as steps:
        steps.show("Polling every source once …")
        code, board = headless.poll_once(Launch(named.config, named.store))
    return _print(board, wanted) or code


def version(_: Namespace) -> int:
    """Say which version this is."""
    from importlib import metadata  # noqa: PLC0415 - a start need not wait for it

    sys.stdout.write(f"frontwatch {metadata.version('frontwatch')}\n")
    return 0


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


def _filter(named: Namespace) -> Filter:
    """Return the filter that the command line names; raises FilterError where it is none."""
    from feeds.service import parse_filter  # noqa: PLC0415

    return parse_filter(named.filter)


def _print(board: Board, wanted: Filter, *, label: str = "") -> int:
    from feeds.service import filtered  # noqa: PLC0415
    from tui.views.plain import board_as_text  # noqa: PLC0415

    shown = filtered(board, wanted, board.at)
    sys.stdout.write(board_as_text(shown, label, filter_line=wanted.line))
    sys.stdout.flush()
    return 0
