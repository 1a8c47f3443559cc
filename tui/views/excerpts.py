"""The sentence that something was read from, marked in the words around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone, clamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.model import Span

AROUND = 160
"""Characters shown before and after the sentence, within its paragraph."""
_LONGEST_SENTENCE = 2000


def excerpt(text: str, span: Span, words: Sequence[Span] = ()) -> tuple[Part, ...]:
    """Return ``text[span]`` as found words between what stands around it; any span will do.

    ``words`` are the parts of it that are told apart.
    """
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    before = text[max(0, start - AROUND) : start].rpartition("\n\n")[2]
    after = text[end : end + AROUND].partition("\n\n")[0]
    parts = list(_found(text, start, min(end, start + _LONGEST_SENTENCE), words))
    if end > start + _LONGEST_SENTENCE:
        parts.append(Part("…", Tone.FOUND))
    if before.strip():
        cut = "…" if start - len(before) > 0 and text[start - len(before) - 1] != "\n" else ""
        parts.insert(0, Part(f"{cut}{clamp(before)} ", Tone.DIM))
    if after.strip():
        cut = "…" if len(after) == AROUND else ""
        parts.append(Part(f" {clamp(after)}{cut}", Tone.DIM))
    return tuple(parts)


def _found(text: str, start: int, end: int, words: Sequence[Span]) -> Iterator[Part]:
    inside = [word for word in words if start <= word.start < word.end <= end]
    if start == end:
        yield Part("", Tone.FOUND)
    cuts = sorted({start, end, *(word.start for word in inside), *(word.end for word in inside)})
    for begin, stop in pairwise(cuts):
        is_word = any(word.start <= begin < word.end for word in inside)
        yield Part(_flat(text[begin:stop]), Tone.POINT if is_word else Tone.FOUND)


def _flat(text: str) -> str:
    """Return a piece of text on one line, with the blanks at its ends, that part it from others, kept."""
    before, after = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return f"{before}{' '.join(text.split())}{after}" if text.strip() else before
