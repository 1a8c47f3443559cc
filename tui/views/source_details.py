"""The detail page of a source: how its polling goes, what its polls came to, what it published last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.model import Health, Outcome
from tui.views.ages import age, ago, moment, until
from tui.views.calling import called
from tui.views.details import Page
from tui.views.facts import after, class_words, fact, section, spaced
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, counted, text_line
from tui.views.links import item_links
from tui.views.silence import silence, silent_part
from tui.views.status import span
from tui.views.words import health_part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.model import Item, LogEntry, Source, SourceDetail, SourceState

_LOG_SHOWN = 30


def source_page(detail: SourceDetail, now: datetime) -> Page:
    """Return all that is known of a source."""
    source, state = detail.source, detail.state
    lines = [
        text_line("title", Part(clamp(source.title, 200), Tone.HEADING), flows=True),
        _state(state),
        *_about(source),
        *_polling(detail, now),
    ]
    if detail.log:
        lines += section("Log", (_logged(entry, now) for entry in detail.log[:_LOG_SHOWN]))
    lines += section("Latest items", ())
    lines += [_item(item, detail.unmatched.get(item.id, 0), now) for item in detail.items]
    if not detail.items:
        words = "Nothing has come from this source yet. Press r to poll it now."
        lines.append(text_line("none", Part(words, Tone.DIM)))
    links = (*item_links(detail.items), ("", source.url))
    return Page("Source", Target(Subject.SOURCE, source.id), tuple(lines), links=links)


def _state(state: SourceState) -> Line:
    quiet = silence(state)
    if quiet is None:
        return text_line("state", health_part(state.health), Part(after("  ", state.reason)), flows=True)
    words = f"  it answers, but has been {quiet.words}"
    return text_line("state", silent_part(), Part(words), flows=True)


def _about(source: Source) -> Iterator[Line]:
    why = after(": ", source.why)
    yield fact("id", f"{clamp(source.id, 64)}, {spaced(source.kind)}")
    yield fact("about", f"{class_words(source)}, reliability {clamp(source.reliability, 3)}{why}")
    if source.voices:
        yield fact("voice of", clamp(", ".join(source.voices), 240))
    if source.licence:
        kept = "" if source.redistribute else "; not to be passed on"
        yield fact("licence", f"{clamp(source.licence, 200)}{kept}")
    yield fact("address", clamp(source.url))


def _polling(detail: SourceDetail, now: datetime) -> Iterator[Line]:
    source, state = detail.source, detail.state
    yield fact("last good", f"{ago(state.last_good_at, now)}, last tried {ago(state.last_tried_at, now)}")
    every = f"every {span(detail.every_s)} when all goes well"
    paused = state.health is Health.PAUSED
    planned = "none while it is paused" if paused else f"{until(state.next_at, now)}, {every}"
    yield fact("next poll", planned)
    if state.leave_alone_until is not None and state.leave_alone_until > now:
        yield fact("held back", f"its site asked to be left alone until {moment(state.leave_alone_until)}")
    if state.moved_to:
        yield fact("moved to", clamp(state.moved_to))
    yield fact("failures", f"{state.failures} in a row")
    habit = f", one every {span(state.habit_s)}" if state.habit_s else ""
    lately = f", {state.rhythm.items:,} in the last 7 days" if state.rhythm else ""
    yield fact("kept", f"{counted(state.items, 'item')}{lately}{habit}")
    lost = f"{counted(state.unmatched, 'sentence')} of the last 7 days not understood"
    shows = f"; {called('detail.unmatched')} shows them" if state.unmatched else ""
    yield replace(fact("unmatched", f"{lost}{shows}"), target=Target(Subject.UNMATCHED, source.id))


def _logged(entry: LogEntry, now: datetime) -> Line:
    times = f" ×{entry.times} since {moment(entry.first_at)}" if entry.times > 1 else ""
    tone = Tone.DEGRADED if entry.outcome in (Outcome.FAILED, Outcome.UNREAD) else Tone.DIM
    return text_line(
        f"log:{entry.first_at}:{entry.outcome}:{entry.reason}",
        Part(f"{age(entry.last_at, now):>6}  ", Tone.DIM),
        Part(_outcome(entry), tone),
        Part(times, Tone.DIM),
        flows=True,
        indent=2,
    )


def _outcome(entry: LogEntry) -> str:
    counts = ((entry.new, "new"), (entry.edited, "edited"), (entry.vanished, "vanished"))
    found = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"{found or entry.outcome}{after(': ', entry.reason)}"


def _item(item: Item, unmatched: int, now: datetime) -> Line:
    lost = f"  {counted(unmatched, 'sentence')} not understood" if unmatched else ""
    edited = f"  edited, version {item.version}" if item.version > 1 else ""
    gone = "  vanished" if item.vanished_at else ""
    estimated = "~" if item.published_estimated else ""
    words = clamp(item.title or item.text, 200)
    parts = (
        Part(f"{estimated}{age(item.published_at, now):>6}  ", Tone.DIM),
        Part(words),
        Part(edited + gone, Tone.WARNING),
        Part(lost, Tone.UNMATCHED),
    )
    target = Target(Subject.ITEM, item.id)
    return Line(f"item:{item.id}", (parts,), target=target, flows=True, indent=2)
