"""What ``frontwatch extract`` does."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.cli.exits import CANNOT

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from feeds.service.extraction import Told
    from tui.views.lines import Part

_SHADES = {
    "heading": "1",
    "dim": "2",
    "found": "33",
    "point": "1;4;33",
    "unmatched": "35",
}
"""Of tones: numbers of SGR. What they tell stands in brackets and words too."""
_COLOURLESS = {**_SHADES, "found": "", "point": "1;4", "unmatched": ""}


def extract(named: Namespace) -> int:
    """Read a text, a page or JSON lines, and print what they say."""
    from feeds.service import extraction  # noqa: PLC0415
    from feeds.service.launch import Launch  # noqa: PLC0415

    reader = extraction.reader(Launch(named.config), published=named.published, source=named.source)
    is_input = str(named.file) == "-"
    if is_input and sys.stdin.isatty():
        sys.stderr.write("Reads what is typed or pasted here; Ctrl-D on a line of its own ends it.\n")
    show = _as_line if named.json else _shown()
    problems: list[str] = []
    for told in extraction.told_in(
        extraction.content(named.file), "input" if is_input else named.file.name, reader
    ):
        if isinstance(told, str):
            problems.append(told)
        else:
            sys.stdout.write(show(told))
            sys.stdout.flush()
            _warn(told)
    return _complain("standard input" if is_input else str(named.file), problems)


def _complain(name: str, problems: Sequence[str]) -> int:
    """Say in one sentence what could not be read, if anything."""
    if not problems:
        return 0
    from tui.views.lines import counted, printable  # noqa: PLC0415

    others = f", and {counted(len(problems) - 1, 'line')} more that can't be read" if problems[1:] else ""
    sys.stderr.write(printable(f"frontwatch: {name}: {problems[0]}{others}.") + "\n")
    return CANNOT


def _warn(told: Told) -> None:
    """Say that the end of a text was not read, where that is so."""
    if told.is_cut:
        from tui.views.lines import printable  # noqa: PLC0415

        read = f"only its first {len(told.item.text):,} characters were read"
        sys.stderr.write(printable(f"frontwatch: {told.document.id}: {read}.") + "\n")


def _as_line(told: Told) -> str:
    return f"{told.as_line()}\n"


def _shown() -> Callable[[Told], str]:
    """Return what writes a document with its marks, in colours where they can be seen."""
    from tui.views.extracts import told_lines  # noqa: PLC0415
    from tui.views.lines import printable  # noqa: PLC0415

    shades = _shades()

    def shaded(part: Part) -> str:
        text, shade = printable(part.text), shades.get(part.tone, "")
        return f"\x1b[{shade}m{text}\x1b[0m" if shade and text else text

    def shown(told: Told) -> str:
        lines = told_lines(told.item, told.source, told.found, language=told.language, name=told.document.id)
        return "".join(f"{''.join(map(shaded, line.cells[0]))}\n" for line in lines) + "\n"

    return shown


def _shades() -> dict[str, str]:
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return {}
    return _COLOURLESS if os.environ.get("NO_COLOR") else _SHADES
