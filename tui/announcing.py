"""Telling the desktop of something by way of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from feeds.model import Channel
from tui.views.lines import clamp, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

_LONGEST = 200
_ESC, _BELL, _END = "\x1b", "\x07", "\x1b\\"


def osc(channel: Channel, title: str, text: str, environ: Mapping[str, str]) -> str:
    """Return the escape sequence that makes a terminal notify the desktop; empty for other channels.

    OSC 9 has one text, OSC 777 a title and a text. tmux passes it on where ``allow-passthrough`` is on,
    and wants it wrapped.
    """
    said = clamp(printable(text), _LONGEST)
    sequences = {
        Channel.OSC9: f"{_ESC}]9;{said}{_BELL}",
        Channel.OSC777: f"{_ESC}]777;notify;{printable(title).replace(';', ',')};{said}{_BELL}",
    }
    sequence = sequences.get(channel, "")
    if sequence and environ.get("TMUX"):
        return f"{_ESC}Ptmux;{sequence.replace(_ESC, _ESC * 2)}{_END}"
    return sequence


def write_to_terminal(app: App[Any], sequence: str) -> None:
    """Write ``sequence`` past everything that draws, as the bell does; nothing where there is no terminal.

    Textual has no public way to it, so this is the one place that takes the private one.
    """
    driver = app._driver  # noqa: SLF001
    if driver is not None and not app.is_headless:
        driver.write(sequence)
        driver.flush()
