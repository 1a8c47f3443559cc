"""What the program is made of, and whose work its data is."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from tui.views.facts import section
from tui.views.lines import Line, Part, Tone, text_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import About

_WIDTH = 78
_CODE = "Free software under the MIT licence. The data it ships has the licences told here."


def about_lines(about: About) -> Iterator[Line]:
    """Return the page: the program, then each part of its data; texts flow."""
    yield text_line("about:program", Part(f"frontwatch {about.version}", Tone.HEADING))
    yield text_line("about:code", Part(_CODE), flows=True, indent=2)
    for part in about.sections:
        yield from section(
            part.title,
            (
                text_line(f"about:{part.title}:{number}", Part(words), flows=True, indent=2)
                for number, words in enumerate(part.paragraphs)
            ),
        )


def about_as_text(about: About) -> str:
    """Return the same as text of at most 78 columns, but for an address that is longer."""
    blocks = [f"frontwatch {about.version}\n{_filled(_CODE)}"]
    blocks += ["\n".join((part.title, *map(_filled, part.paragraphs))) for part in about.sections]
    return "\n\n".join(blocks) + "\n"


def _filled(words: str) -> str:
    return fill(
        words, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
