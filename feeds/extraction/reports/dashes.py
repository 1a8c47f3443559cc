"""Speech that dashes set off instead of marks, as newspapers print it, where order is free."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.reports.reading import Reading, Sentence
    from feeds.extraction.speakers.frames import Frame

_DASHES = frozenset("-–—")


def lend_speech(reading: Reading) -> None:
    """Give a paragraph that begins with a dash to whoever is named at its end, ", - said X".

    Also the paragraph that ends in a comma before a line of its own, "- said X".
    """
    for before, sentence in pairwise(reading.outer):
        if sentence.paragraph != before.paragraph and before.row[-1].said == "," and _is_tag(sentence):
            _lend(reading.outer, before.paragraph, sentence.frames[0])
    for sentence in reading.outer:
        tag = _tag_behind(sentence)
        if tag is not None and reading.text[reading.paragraphs[sentence.paragraph].start] in _DASHES:
            _lend(reading.outer, sentence.paragraph, tag)


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
        dash = 0 < at <= len(sentence.row) and sentence.row[at - 1].said in _DASHES
        if frame.speakers and frame.begin == 0 and dash and not frame.weak:
            return frame
    return None


def _lend(outer: Sequence[Sentence], paragraph: int, tag: Frame) -> None:
    for one in outer:
        if one.paragraph == paragraph and not any(frame.speakers or frame.unsaid for frame in one.frames):
            one.frames = (
                *one.frames,
                replace(tag, begin=0, end=len(one.row), who_begin=0, who_end=0, weak=True),
            )
