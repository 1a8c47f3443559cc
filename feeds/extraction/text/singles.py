"""Single quotation marks, as British newsrooms set them, turned into double ones; lengths stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.extraction.text.quotations import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.model import Span

_OPENING = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\W\d_])")
"""Before a letter, and behind none: no apostrophe."""
_CLOSING = re.compile(r"(?<=[.,!?…])[’'](?!\w)|(?<=[^\W_])[’'](?=[\s,.;:!?)\]–—]|$)")
_STRONG = ".,!?…"
"""Signs behind which no apostrophe stands."""
_DOUBLE = frozenset(MARKS)


def may_quote(text: str) -> bool:
    """Tell whether a single mark may open speech in ``text``; apostrophes within words do not."""
    return "‘" in text or " '" in text or "\n'" in text or text.startswith("'")


def doubled(text: str, paragraphs: Sequence[Span]) -> str:
    """Return ``text`` with its single quotation marks made double, sign for sign.

    Left alone are apostrophes, also those of plurals, "the soldiers’ trench", and paragraphs with double
    marks, in which single ones stand for words within speech.
    """
    if not may_quote(text):
        return text
    changed = {at: mark for one in paragraphs for at, mark in _marks(text, one)}
    return "".join(changed.get(at, sign) for at, sign in enumerate(text)) if changed else text


def _marks(text: str, paragraph: Span) -> Iterator[tuple[int, str]]:
    """Yield where the marks of one paragraph stand, and what they become."""
    said = text[paragraph.start : paragraph.end]
    if not _DOUBLE.isdisjoint(said):
        return
    opened = _OPENING.search(said)
    while opened is not None:
        closed = _closing(said, opened)
        if closed is None:
            if opened.group() == "‘" and text[paragraph.end :].lstrip()[:1] == "‘":
                yield paragraph.start + opened.start(), "“"  # speech goes on in the next paragraph
            return
        yield paragraph.start + opened.start(), "“"
        yield paragraph.start + closed, "”"
        opened = _OPENING.search(said, closed + 1)


def _closing(said: str, opened: re.Match[str]) -> int | None:
    """Return the mark that closes a quotation; None where none does.

    That of a plural, "the soldiers’ trench", closes one only where no other does before the next opens.
    """
    following = _OPENING.search(said, opened.end())
    end = following.start() if following is not None else len(said)
    alike = (one for one in _CLOSING.finditer(said, opened.end(), end) if _is_pair(opened, one))
    plural: int | None = None
    for one in alike:
        before = said[one.start() - 1]
        if before in _STRONG or before != "s" or not said[one.end() : one.end() + 1].isspace():
            return one.start()
        plural = one.start() if plural is None else plural
    return plural


def _is_pair(opened: re.Match[str], closed: re.Match[str]) -> bool:
    return (opened.group() == "'") == (closed.group() == "'")
