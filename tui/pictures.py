"""A picture of the screen, as SVG and as text."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from textual.screen import Screen

_MOST_IN_A_SECOND = 100


def screen_text(screen: Screen[object]) -> str:
    """Return what stands on the screen, row by row, without blanks at the ends.

    Textual has no public way to it, so this is the one place that takes the private one.
    """
    strips = screen._compositor.render_strips()  # noqa: SLF001
    return "\n".join(strip.text.rstrip() for strip in strips)


def save_picture(folder: Path, at: datetime, svg: str, text: str) -> Path:
    """Write both into ``folder``, which is made, and return the path of the SVG; the text lies beside it.

    The names tell the moment ``at``, in UTC; nothing is overwritten. Raises OSError where it can't be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / f"frontwatch-{at:%Y-%m-%d-%H%M%S}{f'-{number}' if number > 1 else ''}.svg"
        if number == _MOST_IN_A_SECOND:
            break
        with suppress(FileExistsError):
            with path.open("x", encoding="utf-8") as file:
                file.write(svg)
            path.with_suffix(".txt").write_text(f"{text}\n", encoding="utf-8")
            return path
    raise FileExistsError(path)
