"""Cutting the rows of links that a Telegram channel puts under its posts.

They name maps, shops and sister channels, which would be read as places and speakers. Only their
structure is looked at; a closing sentence of words stays, and so does whatever links to news.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BEGIN, _END = "\x02", "\x03"
"""Set around the words of a link; no visible text has them."""
_MARKS = re.compile(f"[{_BEGIN}{_END}]")
_LINK = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_MAX_HREF = 500
_NEWS = re.compile(
    r"^\?q="  # a hashtag
    r"|\d\.\d{1,20}[/,]-?\d{1,3}\.\d"  # a place on a map
    r"|//t\.me/(?:s/|c/)?[\w-]{1,64}/\d"  # a post
)
_HOME = re.compile(r"@\w{2,64}|(?:[\w-]+\.)+[a-z]{2,20}/?", re.IGNORECASE)
_PROSE = re.compile(r"[^\W_]|[,.;:!?()«»“”\"–—-]")
_LONGEST = 30
_MOST_WORDS = 3


def mark_links(text: LexborNode) -> None:
    """Set marks around the links inside ``text`` that may belong to a footer, for what comes next."""
    for link in text.css("a"):
        if not _NEWS.search((link.attributes.get("href") or "")[:_MAX_HREF]):
            link.insert_before(_BEGIN)
            link.insert_after(_END)


def without_footer(marked: str) -> str:
    """Return a text of :func:`mark_links` without its closing rows of links, and without the marks.

    A row is a line of several links with signs between them, or of a handle or a site's name, and
    nothing else; short links on lines of their own below it go with it. A text that would lose all
    of its words stays whole.
    """
    lines = marked.split("\n")
    cut = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        links, between = _parts(lines[index])
        if _PROSE.search(between) or not all(map(_is_short, links)):
            break
        if _is_row(links, between):
            cut = index
    kept = _plain("\n".join(lines[:cut]))
    return kept if re.search(r"\w", kept) else _plain(marked)


def _parts(line: str) -> tuple[list[str], str]:
    links = [words for words in map(str.strip, _LINK.findall(line)) if words]
    return links, _MARKS.sub("", _LINK.sub(" ", line)).strip()


def _is_short(link: str) -> bool:
    return len(link) <= _LONGEST and len(link.split()) <= _MOST_WORDS


def _is_row(links: list[str], between: str) -> bool:
    if len(links) > 1 and between:
        return True
    return bool(links) and all(map(_HOME.fullmatch, links))


def _plain(marked: str) -> str:
    return _MARKS.sub("", marked).strip()
