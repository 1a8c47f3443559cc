"""The sentence that something was read from, marked in the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.lines import Part, Tone, clamp

if TYPE_CHECKING:
    from feeds.model import Span

AROUND = 160
"""Characters shown before and after the sentence, within its paragraph."""
_LONGEST_SENTENCE = 2000


def excerpt(text: str, span: Span) -> tuple[Part, ...]:
    """Return ``text[span]`` as found words between what stands around it; any span will do."""
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    before = text[max(0, start - AROUND) : start].rpartition("\n\n")[2]
    after = text[end : end + AROUND].partition("\n\n")[0]
    parts = [Part(clamp(text[start:end], _LONGEST_SENTENCE), Tone.FOUND)]
    if before.strip():
        cut = "…" if start - len(before) > 0 and text[start - len(before) - 1] != "\n" else ""
        parts.insert(0, Part(f"{cut}{clamp(before)} ", Tone.DIM))
    if after.strip():
        cut = "…" if len(after) == AROUND else ""
        parts.append(Part(f" {clamp(after)}{cut}", Tone.DIM))
    return tuple(parts)
