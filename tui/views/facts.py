"""Lines that all detail pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.lines import Line, Part, Tone, clamp, text_line
from tui.views.words import ALIGNMENT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.model import Source

_NAME_CELLS = 10


def section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield a heading with a blank line before it, and ``lines``."""
    yield text_line(f"before:{title}", Part(""))
    yield text_line(f"heading:{title}", Part(title.upper(), Tone.HEADING))
    yield from lines


def fact(name: str, value: str, *, key: str = "") -> Line:
    """Return a named value on a line; ``key`` tells facts of one name apart."""
    parts = Part(f"{name:<{_NAME_CELLS}}", Tone.DIM), Part(value)
    return text_line(key or f"fact:{name}", *parts, flows=True, indent=2, hang=_NAME_CELLS)


def class_words(source: Source) -> str:
    """Return what a source is: ``Russian state media``."""
    return f"{ALIGNMENT_WORDS[source.alignment]} {spaced(source.source_class)}"


def spaced(term: str) -> str:
    """Return a term of the model as words."""
    return term.replace("_", " ")


def after(before: str, text: str | None) -> str:
    """Return ``text`` with ``before`` in front of it, or nothing where there is no text."""
    return f"{before}{clamp(text, 240)}" if text else ""
