"""Paragraphs and sentences, by an own splitter that knows abbreviations, footnote marks and bullets.

Channels write without full stops: a line's end and a bullet, an emoji among them, part sentences
too, also where whoever recorded a post made blanks of its line breaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feeds.extraction.words.marks import DASHES
from feeds.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.extraction.lexicons.lexicon import SentenceWords

_EMOJI = (
    "\u203c\u2049\u2600-\u2793\u27bf\u2b08-\u2bff\u25a0-\u25ff\u2022\u2023\u25e6\u2043"
    "\U0001f300-\U0001f64f\U0001f680-\U0001faff"
)
"""Bullets of channels; flags and arrows stand for words, so they are none."""
_JOINED = "\ufe0f\u200d\u20e3"
_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*[·•▪\-–—*] )")
_FOOTNOTES = r"(?:\[[\dxvilc]{1,7}\])"
_PARTING = re.compile(
    rf"""(?P<stop>[.!?…]{{1,9}}[\"”“’»)\]]{{0,9}}{_FOOTNOTES}{{0,9}}(?=\s|$)|(?<=[.!?]){_FOOTNOTES}{{1,9}}(?=\s|$))
    |(?P<glued>[.!?](?=[^\W\d_]))
    |(?P<line>\n\s*)
    |(?P<mark>[{_EMOJI}][{_EMOJI}{_JOINED}]*)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\W_][\w'’.-]{0,19}$")
_NUMBER_BEFORE = re.compile(r"\d\s?$")
_SHOWN_BACK = 20
"""Characters before a stop in which the word before it, and a number before that, are looked for."""
_FOOTNOTE = re.compile(r"\[(?:\d{1,4}|[xvilc]{1,9})\]")
_BRACKET = re.compile(r"\([^()\n]{0,300}\)")
_LONGEST = 3_000
"""Characters; what has no sentence end for so long is cut, so that reading stays linear."""
_BULLET = re.compile(rf"(?:[{_EMOJI}{_JOINED}·▪]|[-–—*]\s|\d{{1,2}}[.)]\s(?=\s*[^\W\d_])|\s)+")
_SAYING = re.compile(r"[^\W_]|[“”«»\"]")
_ADDRESS = re.compile(r"(?:[A-Z]{2,4}|НЕТ|Нет|Ru|Ру)\b")
_LONGEST_NAME = 30
_FEW_WORDS = 3
"""Characters on each side, and words, of a name between marks that has a stop within."""
_FEWEST_GLUED = 3
"""Letters before a stop without a blank behind it: fewer are an abbreviation's."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of ``text``: parted by blank lines, bullets each their own; none is blank."""
    found = []
    start = 0
    for match in _BREAK.finditer(text):
        found.append(Span(start, match.start()))
        start = match.end()
    found.append(Span(start, len(text)))
    return tuple(span for span in found if text[span.start : span.end].strip())


def sentences(text: str, within: Span, words: SentenceWords) -> Iterator[Span]:
    """Yield the sentences of one paragraph, without bullets and the blanks between them.

    What has neither a letter nor a digit nor a quotation mark is no sentence.
    """
    start = within.start
    for match in _PARTING.finditer(text, within.start, within.end):
        if match.start() >= start and _parts(text, Span(start, within.end), match, words):
            end = match.start() if match.lastgroup in {"line", "mark"} else match.end()
            yield from _trimmed(text, start, end)
            start = match.start() if match.lastgroup == "mark" else match.end()
    yield from _trimmed(text, start, within.end)


def unmarked(text: str) -> str:
    """Return ``text`` with footnote marks and brackets made blank, every other character in place.

    Reference towns in brackets are never places, and a footnote mark would glue two sentences.
    """
    blank = _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)
    for _ in range(2):  # a bracket within a bracket is as deep as texts go
        blank = _BRACKET.sub(lambda match: " " * len(match.group()), blank)
    return blank


def _parts(text: str, rest: Span, match: re.Match[str], words: SentenceWords) -> bool:
    """Tell whether a mark ends the sentence that begins at ``rest.start``."""
    following = text[match.end() : min(rest.end, match.end() + 5)].lstrip()
    if match.lastgroup == "mark":
        return _is_bullet(text, match, following)
    if following[:1] in _GOING_ON or following[:1].islower() or _in_name(text, match.start()):
        return False
    if following[:1] in DASHES and following[1:].lstrip()[:1].islower():
        return False
    if match.lastgroup == "glued":
        before = text[max(rest.start, match.start() - _FEWEST_GLUED) : match.start()]
        address = _ADDRESS.match(text, match.end()) is not None
        return len(before) == _FEWEST_GLUED and before.isalpha() and before.islower() and not address
    return match.lastgroup == "line" or not _is_abbreviation(text, rest.start, match, words)


def _in_name(text: str, at: int) -> bool:
    """Tell whether a stop stands between a pair of marks around a few words: «Вежа. Новини»."""
    opened = max(text.rfind(mark, max(0, at - _LONGEST_NAME), at) for mark in "«“„")
    if opened < 0:
        return False
    behind = (text.find(mark, at, at + _LONGEST_NAME) for mark in "»”")
    closed = min((place for place in behind if place > 0), default=-1)
    inside = text[opened + 1 : closed]
    whole = any(map(str.isalnum, text[at:closed])) and not any(mark in inside for mark in "«»“”„\n")
    return whole and len(inside.split()) <= _FEW_WORDS


def _is_bullet(text: str, match: re.Match[str], following: str) -> bool:
    """Tell whether an emoji begins another sentence: a blank before it, and no small letter behind it."""
    before = text[match.start() - 1 : match.start()]
    begins = following[:1].isupper() or following[:1].isdigit() or following[:1] in _OPENING
    return begins and (not before or before.isspace() or before in ".!?…")


def _is_abbreviation(text: str, start: int, match: re.Match[str], words: SentenceWords) -> bool:
    """Tell whether a lone full stop belongs to the word before it, and ends nothing."""
    if not match.group().startswith(".") or match.group().startswith(".."):
        return False
    head = text[max(start, match.start() - _SHOWN_BACK) : match.start()]
    last = _LAST_WORD.search(head)
    if last is None:
        return False
    word = last.group().lower()
    if word.isdigit():
        return match.start() - start < _SHOWN_BACK and not any(sign.isalpha() for sign in head)
    if word in words.closing and _NUMBER_BEFORE.search(head, 0, last.start()):
        return False
    return len(word) == 1 or "." in word[:-1] or word in words.abbreviations


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    bullet = _BULLET.match(text, start, end)
    for begin in range(bullet.end() if bullet else start, end, _LONGEST):
        said = text[begin : min(end, begin + _LONGEST)]
        left = len(said) - len(said.lstrip())
        if _SAYING.search(said):
            yield Span(begin + left, begin + left + len(said.strip()))


_GOING_ON = frozenset(",;:)")
_OPENING = frozenset('«“"„(')
