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

_PARAGRAPH = re.compile("\u2029")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but blanks and line ends, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero-width, bidi marks, overrides and isolates
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff"  # fillers, variation selectors, annotations
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"  # the remaining format characters
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\ud800-\udfff"  # lone surrogates can't be stored
    "\U000e0000-\U000e0fff"  # tags and more variation selectors
    "]+"
)
_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_LINE_END = re.compile(r" ?\n ?")
_GAP = re.compile(r"\n{3,}")
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")
_URL_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"<>\\^`{|}')
_URL_IGNORED = re.compile("[\t\r\n]")


def clean_text(text: str, limit: int) -> str:
    """Return ``text`` as visible characters in NFC, at most ``limit`` (1 or more) of them.

    Lines keep their ends, paragraphs are parted by one blank line, blanks are folded. What is
    longer ends in "…". Cleaning twice changes nothing more.
    """
    seen = _LINE_END.sub("\n", _PARAGRAPH.sub("\n\n", text[: 4 * limit + 64]))
    seen = _INVISIBLE.sub("", seen)
    if not seen.isascii():
        seen = _MAYBE_MARKS.sub(_fewer_marks, unicodedata.normalize("NFC", seen))
    seen = _AROUND_LINE_END.sub("\n", _BLANKS.sub(" ", seen))
    return _shortened(_GAP.sub("\n\n", seen).strip(), limit)


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


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _fewer_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
