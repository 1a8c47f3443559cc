"""Where in a text words stand in quotation marks, with marks of all kinds, nested and left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.extraction.text.unclosed import mended
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = '“”„«»"″'
"""Without one of these there is no quotation."""
_MARK = re.compile(f"[{MARKS}]")
_ONCE = re.compile(rf'(?!(?<!\S)"")[{MARKS}]')
"""Likewise, of two that open together the second only."""
_OPENERS = frozenset("“„«")
_CLOSERS = frozenset("”»″")
_SENTENCE_END = re.compile(r"[.!?…,][\"”’»]*$")
_SENTENCES = re.compile(r"[.!?…]\s+[^\W\d_a-zа-яёіїєґ]")
"""One sentence behind another."""
_COLON_BEFORE = re.compile(r":\s{1,2}$")
_DASH_BEHIND = re.compile(r"[,.]?\s{0,3}[-–—]\s")
"""Behind a closing mark: who says it is told next, as Ukrainian and Russian writers do."""
_ASIDE = re.compile(
    r"[,.!?…]\s+[–—-]\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?[^–—\n«»“”\"]{0,160}?"
    r"(?:[«“\"][^–—\n«»“”\"]{1,60}[»”\"][^–—\n«»“”\"]{0,60}?)?[.,]\s+[–—-]\s+"
)
"""Within one pair of marks: ", – said X to the agency «Y». –"."""
_NEVER_BEFORE_SPEECH = frozenset(",.;:!?)]")
_ENDS = frozenset({"", " ", ",", ".", ":", ";", ")", "\n", *_CLOSERS})
"""What stands behind a mark that closes."""
_MOST_SIGNS = 8
"""Signs, such as bullets, before a quotation at the head of a line."""
_GAP_PARAGRAPHS = 3
"""Paragraphs after one that leaves a quotation open among which it may be closed."""
_FEWEST_WORDS = 4
UNMARKED = str.maketrans(dict.fromkeys(MARKS, " "))
"""Blanks all marks."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks, which are not part of it; several spans where other words part them."""

    spans: tuple[Span, ...]
    paragraph: int
    """In which it begins."""
    speech: bool
    """Whether it is speech of its own, not a piece of the sentence around it."""

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.spans[-1].end


def quotations(
    text: str, paragraphs: Sequence[Span], *, says: frozenset[str] = frozenset()
) -> tuple[Quotation, ...]:
    """Return the outermost quotations of ``text`` in order; ``says`` are verbs of saying.

    A quotation left open at the end of a paragraph goes on where the next begins with an opening
    mark, or where one soon after has a closing mark before any other; else it ends with its
    paragraph. Straight marks open after a blank or a bracket.
    """
    found: list[Quotation] = []
    left_open = False
    for number, paragraph in enumerate(paragraphs):
        inside = left_open and _closes_soon(text, paragraphs[number : number + _GAP_PARAGRAPHS])
        for span, open_end in mended(text, paragraph, _pieces(text, paragraph, inside=inside), says):
            if left_open and span.start <= paragraph.start + 1:
                last = found.pop()
                found.append(Quotation((*last.spans, span), last.paragraph, last.speech))
            else:
                found.append(Quotation((span,), number, _is_speech(text, span)))
            left_open = open_end
        if text[paragraph.start : paragraph.start + 1] not in _OPENERS | {'"'} and not _ends_open(
            text, found, paragraph
        ):
            left_open = False
    return tuple(_without_asides(text, one, says) if one.speech else one for one in found)


def _without_asides(text: str, quotation: Quotation, says: frozenset[str]) -> Quotation:
    """Take out who speaks where it is told within the marks, between dashes."""
    spans: list[Span] = []
    for span in quotation.spans:
        start = span.start
        for match in _ASIDE.finditer(text, span.start, span.end):
            if any(word and word.lower() in says for word in match.groups()):
                spans.append(Span(start, match.start() + 1))
                start = match.end()
        spans.append(Span(start, span.end))
    return Quotation(tuple(spans), quotation.paragraph, quotation.speech)


def _closes_soon(text: str, paragraphs: Sequence[Span]) -> bool:
    """Tell whether the first of ``paragraphs`` with marks has a closing one too many."""
    for paragraph in paragraphs:
        depth = 0
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            depth += 1 if _opens(text, match, paragraph, inside=True) else -1
            if depth < 0:
                return True
        if _MARK.search(text, paragraph.start, paragraph.end):
            return False
    return False


def is_mark(sign: str) -> bool:
    """Tell whether ``sign`` is one quotation mark."""
    return bool(_MARK.fullmatch(sign))


def words_of(text: str, quotation: Quotation) -> str:
    """Return the words of a quotation, its pieces joined by a blank."""
    return " ".join(" ".join(text[span.start : span.end].split()) for span in quotation.spans)


def long_enough(said: str) -> bool:
    """Tell whether quoted words are more than scare quotes: four words at least."""
    return len(_WORD.findall(said)) >= _FEWEST_WORDS


def _ends_open(text: str, found: Sequence[Quotation], paragraph: Span) -> bool:
    return bool(found) and found[-1].end >= paragraph.start + len(
        text[paragraph.start : paragraph.end].rstrip()
    )


def _pieces(text: str, paragraph: Span, *, inside: bool) -> Iterator[tuple[Span, bool]]:
    """Yield the outermost quotations of one paragraph, and whether each was left open.

    ``inside`` tells that the paragraph begins within one.
    """
    opened, depth = (paragraph.start, 1) if inside else (-1, 0)
    told = closed = -1
    for match in _ONCE.finditer(text, paragraph.start, paragraph.end):
        if _opens(text, match, paragraph, inside=depth > 0):
            depth += 1
            opened = match.end() if depth == 1 else opened
        elif depth:
            depth -= 1
            closed = match.start()
            told = _told_behind(text, match, told if told > opened else -1)
            if depth == 0:
                yield Span(opened, match.start()), False
        elif opened < 0 and match.group() in _CLOSERS and _DASH_BEHIND.match(text, match.end()):
            opened = match.end()
            yield Span(paragraph.start, match.start()), False  # the opening mark was forgotten
    told = _closing_two(text, opened, told=told, last=closed)
    if depth and told > opened:
        yield Span(opened, told), False
    elif depth:
        end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
        yield Span(opened, max(opened, end)), True


def _closing_two(text: str, opened: int, *, told: int, last: int) -> int:
    """Return the mark that closes the quotation from ``opened`` on and one within it, as writers often do.

    That is ``told``, behind which it is told who speaks, or the ``last`` one where small letters begin
    what somebody is called: «head of the «service» NAME.
    """
    named = told <= opened < last and text[opened : opened + 1].islower()
    return last if named else told


def _told_behind(text: str, match: re.Match[str], told: int) -> int:
    """Return the closing mark behind which it is told who speaks; of several the first with a comma."""
    if told >= 0 and text[told + 1 : told + 2] == ",":
        return told
    return match.start() if _DASH_BEHIND.match(text, match.end()) else -1


def _opens(text: str, match: re.Match[str], paragraph: Span, *, inside: bool) -> bool:
    mark = match.group()
    if mark in _OPENERS:
        # German and Russian writers close with the mark that opens in English.
        closing = inside or (match.start() > paragraph.start and not text[match.start() - 1].isspace())
        return not (mark == "“" and closing and text[match.end() : match.end() + 1] in _ENDS)
    if mark in _CLOSERS:
        # A closing mark where nothing is open, right before a word, is a slip for an opening one.
        return not inside and match.start() > paragraph.start and text[match.start() - 1] == " "
    if not inside and _COLON_BEFORE.search(text, max(paragraph.start, match.start() - 3), match.start()):
        return True
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before == mark and not inside:
        return after.isupper()  # the blank behind a closing mark was forgotten
    return (before.isspace() or before in "([—–-") and not (after.isspace() or after in _NEVER_BEFORE_SPEECH)


def _begins_line(text: str, at: int) -> bool:
    """Tell whether no word stands before place ``at`` in its line."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - _MOST_SIGNS) : at]
    return not any(sign.isalnum() for sign in line)


def _is_speech(text: str, span: Span) -> bool:
    said = text[span.start : span.end].strip()
    if not said or not long_enough(said):
        return False
    begins = said[0].isupper() or not said[0].isalpha()
    ended = _SENTENCE_END.search(said) is not None or _SENTENCES.search(said) is not None
    closed = ended or text[span.end + 1 : span.end + 2] in {"", "\n"}
    closed = closed or _DASH_BEHIND.match(text, span.end + 1) is not None
    closed = closed or (
        text[span.end + 1 : span.end + 2] in {",", "."} and _begins_line(text, span.start - 1)
    )
    return begins and closed
