"""Speech that dashes set off instead of marks, as newspapers print it, where order is free."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.extraction.words.marks import DASHES

if TYPE_CHECKING:
    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.speakers import Speaker


def dashed(reading: Reading) -> dict[int, tuple[Speaker, ...]]:
    """Return who says each paragraph that begins with a dash, named at its end: ", - said X".

    Also the paragraph that ends in a comma before a line of its own, "- said X".
    """
    found: dict[int, tuple[Speaker, ...]] = {}
    for before, sentence in pairwise(reading.outer):
        if sentence.paragraph != before.paragraph and before.row[-1].said == "," and _is_tag(sentence):
            found[before.paragraph] = sentence.frames[0].speakers
    for sentence in reading.outer:
        tag = _tag_behind(sentence)
        if tag is not None and reading.text[reading.paragraphs[sentence.paragraph].start] in DASHES:
            found.setdefault(sentence.paragraph, tag.speakers)
    return found


def _is_tag(sentence: Sentence) -> bool:
    """Tell whether a sentence is nothing but "said X"."""
    frames = sentence.frames
    return len(frames) == 1 and bool(frames[0].speakers) and _names_all(sentence, frames[0])


def _names_all(sentence: Sentence, frame: Frame) -> bool:
    rest = sentence.row[frame.who_end :]
    return frame.who_begin == 0 and not any(token.word for token in rest)


def _tag_behind(sentence: Sentence) -> Frame | None:
    """Return the frame of ", - said X" that all of a sentence stands before; None without one."""
    for frame in sentence.frames:
        at = frame.who_begin
        dash = 0 < at <= len(sentence.row) and sentence.row[at - 1].said in DASHES
        if frame.speakers and frame.begin == 0 and dash and not frame.weak:
            return frame
    return None
