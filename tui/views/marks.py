"""A text with what was found in it marked: brackets that need no colour, and tones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.model import Extract, Report, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text ``start`` to ``end``, and what it is called in the list below it."""

    start: int
    end: int
    label: str
    tone: Tone


def marks_of(found: Extract) -> Iterator[Mark]:
    """Yield a mark for each part that stands in the text: ``r1``, ``q1``, ``p1``, and ``u1`` unmatched."""
    groups = (
        ("r", Tone.FOUND, [one.span for one in found.reports]),
        ("q", Tone.FOUND, [one.span for one in found.quotes]),
        ("p", Tone.FOUND, [one.span for one in found.pending]),
        ("u", Tone.UNMATCHED, found.unmatched),
    )
    for letter, tone, spans in groups:
        for number, span in enumerate(spans, start=1):
            if span.start < span.end:
                yield Mark(span.start, span.end, f"{letter}{number}", tone)


def words_of(reports: Iterable[Report]) -> Iterator[Span]:
    """Yield where the triggers and the names of places stand."""
    for report in reports:
        yield from (span for span in (report.trigger_span, report.place_span) if span is not None)


def marked(text: str, marks: Iterable[Mark], words: Iterable[Span] = ()) -> tuple[tuple[Part, ...], ...]:
    """Return each line of ``text`` as parts, ``[r1 `` and ``]`` around what is marked.

    Marks of one stretch share their brackets; others may lie within each other or overlap. Any
    spans will do, and time grows with text and marks alike. ``words`` are told apart by their tone.
    """
    opening, closing = _by_place(marks, len(text))
    edges, inside = _word_edges(words, len(text)), 0
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    cuts = sorted({0, len(text), *opening, *closing, *edges, *ends, *(at + 1 for at in ends)})
    lines: list[list[Part]] = [[]]
    active: dict[str, Tone] = {}
    for at, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for mark in closing.get(at, ()):
            _add(lines[-1], "]", active.pop(mark.label, mark.tone))
        for mark in opening.get(at, ()):
            _add(lines[-1], f"[{mark.label} ", mark.tone)
            active[mark.label] = mark.tone
        inside += edges.get(at, 0)
        if text[at:end] == "\n":
            lines.append([])
        elif at < end:
            tone = next(reversed(active.values()), Tone.PLAIN)
            _add(lines[-1], text[at:end], Tone.POINT if inside and active else tone)
    return tuple(tuple(line) for line in lines)


def _add(line: list[Part], text: str, tone: Tone) -> None:
    """Add to a line, so that a bracket stays with what it stands at when the line is broken."""
    if line and line[-1].tone is tone:
        line[-1] = Part(line[-1].text + text, tone)
    else:
        line.append(Part(text, tone))


def _by_place(marks: Iterable[Mark], length: int) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """Return marks by where they open, the longest first, and by where they close, the shortest first."""
    labels: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if 0 <= mark.start < mark.end <= length:
            labels.setdefault((mark.start, mark.end), []).append(mark)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for (start, end), group in sorted(labels.items(), key=lambda entry: (entry[0][0], -entry[0][1])):
        joined = Mark(start, end, " ".join(mark.label for mark in group), group[0].tone)
        opening.setdefault(start, []).append(joined)
        closing.setdefault(end, []).insert(0, joined)
    return opening, closing


def _word_edges(words: Iterable[Span], length: int) -> dict[int, int]:
    """Return by how much the number of words around a place changes there."""
    edges: dict[int, int] = {}
    for span in set(words):
        if 0 <= span.start < span.end <= length:
            edges[span.start] = edges.get(span.start, 0) + 1
            edges[span.end] = edges.get(span.end, 0) - 1
    return edges
