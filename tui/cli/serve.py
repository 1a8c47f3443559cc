"""The dashboard in a browser: ``frontwatch serve``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.exits import CANNOT

if TYPE_CHECKING:
    from argparse import Namespace

_HIGHEST_PORT = 65_535


def serve(named: Namespace) -> int:
    """Serve the dashboard, or the demo, on this machine until interrupted."""
    if not 0 < named.port <= _HIGHEST_PORT:
        return _refuse(f"{named.port} is no port; expected a number from 1 to {_HIGHEST_PORT}.")
    try:
        from tui.browser import HOST, BoardServer  # noqa: PLC0415
    except ImportError:
        return _refuse("a browser needs the extra 'web': pip install 'frontwatch[web]'")
    _check(named)
    try:
        BoardServer(_command(named), port=named.port).run()
    except OSError as error:
        why = error.strerror or str(error)
        return _refuse(f"{HOST}:{named.port} can't be served on ({why}); --port N takes another.")
    return 0


def _check(named: Namespace) -> None:
    """Raise ConfigError now, and not on each page, where the configuration can't be used."""
    if named.what != "demo":
        from feeds.service.launch import Launch  # noqa: PLC0415

        Launch(named.config, named.store).watch()


def _command(named: Namespace) -> list[str]:
    """Return the words of the command that runs behind each page."""
    command = [sys.executable, "-m", "tui.cli"]
    if named.what == "demo":
        return [*command, "demo"]
    for option, value in (("--config", named.config), ("--store", named.store)):
        command += [option, str(value.absolute())] if value is not None else []
    return command


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"frontwatch: {sentence}\n")
    return CANNOT
