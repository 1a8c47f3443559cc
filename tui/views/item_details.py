"""The page of an item, with what it says marked in its text, and that of what was not understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.views.ages import age, ago, moment
from tui.views.calling import called
from tui.views.details import Page
from tui.views.extracts import found_lines, marked_lines
from tui.views.facts import class_words, fact, section
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, counted, text_line
from tui.views.links import item_links, with_first
from tui.views.versions import version_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from feeds.model import Item, ItemDetail, Span, UnmatchedDetail

_LONGEST_SENTENCE = 2_000


def item_page(detail: ItemDetail, now: datetime) -> Page:
    """Return an item with its whole text, what was found marked in it, and a line on each thing found."""
    item, source = detail.item, detail.source
    lines = [
        text_line("title", Part(clamp(item.title or "An item without a title"), Tone.HEADING), flows=True),
        Line(
            "source",
            (
                (
                    Part(f"{'source':<10}", Tone.DIM),
                    Part(clamp(source.title, 120), Tone.STRONG),
                    Part(f"  {class_words(source)}", Tone.DIM),
                ),
            ),
            target=Target(Subject.SOURCE, source.id),
            indent=2,
        ),
        *_facts(item, now),
    ]
    if detail.is_read:
        lines += section("What was found", _indented(found_lines(item.text, detail.said)))
    else:
        words = "This version has not been read for what it says yet."
        lines.append(text_line("unread", Part(words, Tone.WAITING), flows=True, indent=2))
    lines += section("Text", _indented(marked_lines(item.text, detail.said)))
    lines += version_lines(detail, now)
    return Page("Item", Target(Subject.ITEM, item.id), tuple(lines), links=with_first([("", item.url)]))


def unmatched_page(detail: UnmatchedDetail, now: datetime) -> Page:
    """Return the sentences of a source that were not understood, under the items that they stand in."""
    source = detail.source
    days = counted(detail.days, "day")
    lost = counted(detail.sentences, "sentence")
    lines = [
        text_line("title", Part(clamp(source.title, 200), Tone.HEADING), flows=True),
        text_line(
            "count",
            Part(
                f"{lost} of the last {days} not understood: each seems to say that something was done, but "
                f"by which side or where could not be told. {called('list.open')} opens the whole item."
            ),
            flows=True,
        ),
    ]
    for item, sentences in detail.items:
        lines.append(text_line(f"before:{item.id}", Part("")))
        lines += _lost(item, sentences, now)
    if not detail.items:
        lines.append(text_line("none", Part("There is nothing to read here.", Tone.DIM)))
    links = item_links(item for item, _ in detail.items)
    return Page("Not understood", Target(Subject.UNMATCHED, source.id), tuple(lines), links=links)


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    return (replace(line, indent=2) for line in lines)


def _facts(item: Item, now: datetime) -> Iterator[Line]:
    estimated = ", as the source gives no time" if item.published_estimated else ""
    yield fact("published", f"{moment(item.published_at)}, {ago(item.published_at, now)}{estimated}")
    if item.forwarded_from:
        yield fact("from", clamp(item.forwarded_from, 120))
    if item.version > 1:
        yield fact("edited", f"version {item.version}, received {moment(item.received_at)}")
    if item.vanished_at:
        yield fact("vanished", moment(item.vanished_at))
    if item.url:
        yield fact("address", clamp(item.url))


def _lost(item: Item, sentences: Sequence[Span], now: datetime) -> Iterator[Line]:
    whole = Target(Subject.ITEM, item.id)
    yield Line(
        f"item:{item.id}",
        (
            (
                Part(f"{age(item.published_at, now):>6}  ", Tone.DIM),
                Part(clamp(item.title or item.text, 120), Tone.STRONG),
            ),
        ),
        target=whole,
        indent=2,
    )
    for number, span in enumerate(sentences, start=1):
        said = clamp(item.text[span.start : span.end], _LONGEST_SENTENCE)
        line = text_line(f"item:{item.id}:u{number}", Part(said, Tone.UNMATCHED), flows=True, indent=10)
        yield replace(line, target=whole)
