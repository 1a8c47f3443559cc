"""What the program is made of, and whose work its data is: the notice that is shipped beside the data."""

from __future__ import annotations

from importlib import resources
from importlib.metadata import version

from feeds.model import About, Section


def about() -> About:
    """Return the program's version and the shipped notice, section by section."""
    notice = resources.files("feeds.geography").joinpath("data/NOTICE").read_text(encoding="utf-8")
    return About(version("frontwatch"), sections_of(notice))


def sections_of(notice: str) -> tuple[Section, ...]:
    """Return the sections of a notice: blank lines part them, the first line is the title.

    Every further line is a paragraph. Empty for an empty notice.
    """
    found = []
    for block in notice.split("\n\n"):
        title, *paragraphs = [line.strip() for line in block.splitlines() if line.strip()] or [""]
        if title:
            found.append(Section(title, tuple(paragraphs)))
    return tuple(found)
