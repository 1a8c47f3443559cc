"""What an item said before it was edited: each older version, and what the next one changed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.views.ages import ago, moment
from tui.views.differences import EXPLAINED, changes
from tui.views.facts import section
from tui.views.lines import Part, Tone, text_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.model import Item, ItemDetail
    from tui.views.lines import Line


def version_lines(detail: ItemDetail, now: datetime) -> Iterator[Line]:
    """Yield, under a heading, what each edit changed, the latest first; nothing where there was none."""
    if not detail.versions:
        return
    yield from section("What was edited", ())
    edits = list(pairwise((*detail.versions, detail.item)))
    for before, after in reversed(edits):
        yield from _edit(before, after, now)
    first = detail.versions[0]
    words = f"version {first.version}, received {moment(first.received_at)}"
    yield text_line(f"version:{first.version}", Part(words, Tone.DIM), indent=2)
    yield text_line("version:key", Part(EXPLAINED, Tone.DIM), flows=True, indent=2)


def _edit(before: Item, after: Item, now: datetime) -> Iterator[Line]:
    key = f"version:{after.version}"
    when = f"version {after.version}, received {moment(after.received_at)}, {ago(after.received_at, now)}"
    own = f"; edited {moment(after.edited_at)} by its own account" if after.edited_at else ""
    yield text_line(key, Part(when, Tone.STRONG), Part(own, Tone.DIM), flows=True, indent=2)
    title, text = changes(before.title, after.title), changes(before.text, after.text)
    if title:
        yield text_line(f"{key}:title", Part("title: ", Tone.DIM), *title, flows=True, indent=4)
    if text:
        yield text_line(f"{key}:text", *text, flows=True, indent=4)
    if not title and not text:
        words = "back after it had vanished" if before.vanished_at else "the same words, set another way"
        yield text_line(f"{key}:same", Part(words, Tone.DIM), indent=4)
