"""Paragraphs and sentences, by an own splitter that knows abbreviations and footnote marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*[·•▪\-–—*] )")
_END = re.compile(
    r"[.!?…]+[\"”’»)\]]*(?:\[[\dxvilc]{1,7}\])*(?=\s|$)|(?<=[.!?])(?:\[[\dxvilc]{1,7}\])+(?=\s|$)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|etc|approx|н|п|нп|с|м|г|пгт|смт|ст|ул|вул|им|ім|обл|р|рр|гг|тис|тыс|млн|т|д|др|ін|e\.g|i\.e|U\.S|U\.K|U\.N))\.$"
)
_FOOTNOTE = re.compile(r"\[(?:\d{1,4}|[xvilc]{1,9})\]")
_BRACKET = re.compile(r"\([^()\n]{0,300}\)")
_LONGEST = 3_000
"""Characters; what has no sentence end for so long is cut, so that reading stays linear."""
_BULLET = re.compile(r"[·•▪\-–—*]\s+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``: parted by blank lines, bullets each their own; none is blank."""
    found = []
    start = 0
    for match in _BREAK.finditer(text):
        found.append(Span(start, match.start()))
        start = match.end()
    found.append(Span(start, len(text)))
    return tuple(span for span in found if text[span.start : span.end].strip())


def sentences(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of one paragraph, without the blanks between them."""
    bullet = _BULLET.match(text, within.start)
    start = bullet.end() if bullet and bullet.end() < within.end else within.start
    for match in _END.finditer(text, start, within.end):
        if _ends(text, start, match, within.end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, within.end)


def unmarked(text: str) -> str:
    """Return ``text`` with footnote marks and brackets made blank, every other character in place.

    Reference towns in brackets are never places, and a footnote mark would glue two sentences.
    """
    blank = _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)
    for _ in range(2):  # a bracket within a bracket is as deep as texts go
        blank = _BRACKET.sub(lambda match: " " * len(match.group()), blank)
    return blank


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    if _ABBREVIATION.search(text, max(start, match.start() - 8), match.start() + 1):
        return False
    rest = text[match.end() : min(limit, match.end() + 3)].lstrip()
    return not rest or not rest[0].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    for begin in range(start, end, _LONGEST):
        said = text[begin : min(end, begin + _LONGEST)]
        left = len(said) - len(said.lstrip())
        if said.strip():
            yield Span(begin + left, begin + left + len(said.strip()))
