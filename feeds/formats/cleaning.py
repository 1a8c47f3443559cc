"""Make text from outside fit for a terminal, a store and a comparison.

Textual and Rich pass control characters on to the terminal (measured on Textual 8.2.8, November
2026), so every string that a source wrote goes through here once, where its item is made.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

MAX_URL = 2_000
MAX_MARKS = 4
"""Combining marks that may follow one another; no language of the sources stacks more."""

_PLAIN = re.compile(
    "["
    "\n -~\u00a1-\u00ac\u00ae-\u02ff"  # Latin
    "\u0400-\u0482\u048a-\u052f"  # Cyrillic
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116"  # dashes, quotation marks, currencies, №
    "\u2190-\u22ff\u2600-\u27bf\U0001f300-\U0001faff"  # arrows and other signs, emoji
    "]*+"
)
"""What most texts are made of: visible, composed and without marks, so that nothing is to be done."""
_LINE_ENDS = ("\r", "\v", "\f", "\x85", "\u2028")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 but blanks and line ends, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero-width, bidi marks, overrides and isolates
    "\u20e3"  # the frame of a keycap, so that it reads as its digit
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"  # fillers, variation selectors, annotations
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"  # the remaining format characters
    "\ud800-\udfff"  # lone surrogates can't be stored
    "]+"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ASTRAL_INVISIBLE = re.compile(
    "["
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags and more variation selectors
    "]+"
)
"""Apart from the others, because one set of both takes five times as long (measured November 2026)."""
_ODD_BLANK = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_BLANKS = re.compile("  +")
_GAP = re.compile("\n\n\n+")
_TOWER = re.compile(r"[^\w\s\x00-\u02ff]{31,}")
_SORTED_MARKS = 30
"""Marks in a row that are put in order; the time for that grows with the square of their number."""
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")
_URL_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')
_URL_IGNORED = re.compile("[\t\r\n]")


def clean_text(text: str, limit: int) -> str:
    """Return ``text`` as visible characters in NFC, at most ``limit`` (1 or more) of them.

    Lines keep their ends, paragraphs are parted by one blank line, blanks are folded. What is
    longer ends in "…". Cleaning twice changes nothing more.
    """
    seen = text[: 4 * limit + 64]
    if not _PLAIN.fullmatch(seen):
        seen = _visible(seen)
    return _shortened(_folded(seen), limit)


def clean_line(text: str, limit: int) -> str:
    """Return ``text`` as :func:`clean_text` does, on one line."""
    return _shortened(clean_text(text, 4 * limit + 64).replace("\n\n", " ").replace("\n", " "), limit)


def clean_url(url: str) -> str:
    """Return an http(s) address in printable characters; empty for anything else."""
    plain = _URL_IGNORED.sub("", url[: MAX_URL + 1].strip())
    try:
        parts = urlsplit(plain)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    if clean_line(plain, MAX_URL) != plain or " " in plain:
        plain = quote(plain, safe=_URL_PRINTABLE, errors="replace")
    return plain if len(plain) <= MAX_URL else ""


def _visible(text: str) -> str:
    """Return ``text`` in NFC, with plain blanks and line ends, and without what can't be seen."""
    seen = _INVISIBLE.sub("", text)
    if _ASTRAL.search(seen):
        seen = _ASTRAL_INVISIBLE.sub("", seen)
    seen = seen.replace("\u2029", "\n\n").replace("\r\n", "\n")
    for line_end in _LINE_ENDS:
        seen = seen.replace(line_end, "\n")
    seen = _ODD_BLANK.sub(" ", seen)
    return seen if _PLAIN.fullmatch(seen) else _composed(seen)


def _composed(text: str) -> str:
    """Return ``text`` in NFC with few marks in a row."""
    short = _TOWER.sub(lambda run: _fewer_marks(run[0], _SORTED_MARKS), text)
    composed = unicodedata.normalize("NFC", short)
    return _MAYBE_MARKS.sub(lambda run: _fewer_marks(run[0], MAX_MARKS), composed)


def _folded(text: str) -> str:
    """Return ``text`` with single blanks, none around line ends, and at most one blank line."""
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    return _GAP.sub("\n\n", text.replace(" \n", "\n").replace("\n ", "\n")).strip()


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _fewer_marks(run: str, most: int) -> str:
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= most:
            kept.append(character)
    return "".join(kept)
