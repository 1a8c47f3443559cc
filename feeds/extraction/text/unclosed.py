"""Quotations of which a writer forgot one mark, told by who says them behind a dash: "…“, – said X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Piece = tuple[Span, bool]
    """A quotation in one paragraph, and whether it was left open."""

_WORDS = r"([^\W\d_]+)(?:\s+([^\W\d_]+))?"
_BEHIND = re.compile(rf"[,.!?…]\s{{0,3}}[–—-]\s{{1,3}}{_WORDS}")
"""Who says it, behind words that no mark closes."""
_LONELY = re.compile(rf"(?<=\S)[“”»\"″][,.]?\s{{0,3}}[–—-]\s{{1,3}}{_WORDS}")
"""Likewise behind a mark that closes."""
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", "…", ":"})
_AGAIN = re.compile(r"\s[–—-]\s")
"""A dash behind who says it: speech goes on there."""


def mended(text: str, paragraph: Span, pieces: Iterable[Piece], says: frozenset[str]) -> list[Piece]:
    """Return the ``pieces`` of a paragraph, those told by one mark alone among them.

    One that nothing closes ends where a verb of ``says`` stands behind a dash; a closing mark before such a
    verb ends what the paragraph begins with, where no piece before it has somebody who says it.
    """
    found = list(pieces)
    if found and found[-1][1]:
        span = found[-1][0]
        end = _said_at(text, span, says)
        return [*found[:-1], (Span(span.start, end), False)] if end is not None else found
    return _from_the_head(text, paragraph, found, says)


def _said_at(text: str, span: Span, says: frozenset[str]) -> int | None:
    """Return where speech that is left open ends; None where nobody says it behind, or it goes on."""
    told = [one for one in _BEHIND.finditer(text, span.start, span.end) if _says(one, says)]
    if not told or _AGAIN.search(text, told[-1].end(), span.end):
        return None
    return told[-1].start() + 1


def _from_the_head(text: str, paragraph: Span, pieces: list[Piece], says: frozenset[str]) -> list[Piece]:
    """Let a closing mark that stands alone end what begins with its paragraph."""
    for match in _LONELY.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        if not _says(match, says):
            continue
        before = [span for span, _ in pieces if span.end <= at]
        closes = any(span.start <= at <= span.end for span, _ in pieces)
        start = _head(text, paragraph, before)
        if closes or start is None or at <= start:
            return pieces
        kept = [one for one in pieces if one[0].end < start]
        return [*kept, (Span(start, at), False), *pieces[len(before) :]]
    return pieces


def _head(text: str, paragraph: Span, before: Sequence[Span]) -> int | None:
    """Return where the speech that a lonely mark ends begins: at the head, or a mark, of a sentence.

    None where it may begin anywhere.
    """
    for span in before:
        opens = text[paragraph.start : span.start - 1].rstrip()[-1:] in _SENTENCE_ENDS
        if opens and not _LONELY.match(text, span.end):
            return span.start
    head = text[paragraph.start : paragraph.start + 1]
    return paragraph.start if head.isupper() and not before else None


def _says(match: re.Match[str], says: frozenset[str]) -> bool:
    return any(word and word.lower() in says for word in match.groups())
