"""Make of a nearly well-formed document one that strict parsers read whole."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_IN_XML = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_STRAY = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);"
    r"|#(?![0-2]\d;|3[01];|12[7-9];|1[3-5]\d;|5[5-7]\d{3};|6553[45];)\d{2,6};"
    r"|#[xX](?![01][\da-fA-F];|7[fF];|[89][\da-fA-F];|[dD][89a-fA-F]..;|[fF]{3}[efEF];)[\da-fA-F]{2,5};)"
    r"(?:#?\w{1,31};)?",
    re.ASCII,
)
"""An ampersand that begins none of XML's own entities, and what it may begin instead."""
_MAX_AMPERSANDS = 200_000
_LITERAL_STARTS = ("<![CDATA[", "<!--")
_LITERAL_ENDS = ("]]>", "-->")


def mended(text: str) -> bytes:
    """Return ``text`` in UTF-8 without what makes XML parsers stop or lose words.

    Control characters are dropped. HTML's named entities and the numbers that stand for characters
    of windows-1252 become those characters, and any other stray ampersand becomes ``&amp;``. CDATA
    sections and comments stay as they are, and so does a text of more than 200,000 ampersands.
    """
    if "&" in text and _STRAY.search(text) and text.count("&") <= _MAX_AMPERSANDS:
        text = "".join(
            part if is_literal else _STRAY.sub(_spelt_out, part) for part, is_literal in parts_of(text)
        )
    return text.encode("utf-8", "replace").translate(None, _NOT_IN_XML)


def parts_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of an XML text in order, and whether each is a comment or a CDATA section.

    One that never ends goes to the end of the text.
    """
    at = 0
    starts = [text.find(start) for start in _LITERAL_STARTS]
    while True:
        begun = [start for start in starts if start >= 0]
        if not begun:
            break
        start = min(begun)
        kind = starts.index(start)
        end = text.find(_LITERAL_ENDS[kind], start)
        end = len(text) if end < 0 else end + len(_LITERAL_ENDS[kind])
        yield text[at:start], False
        yield text[start:end], True
        at = end
        starts = [
            text.find(name, at) if 0 <= begin < at else begin
            for name, begin in zip(_LITERAL_STARTS, starts, strict=True)
        ]
    yield text[at:], False


def _spelt_out(stray: re.Match[str]) -> str:
    """Write the character itself, where the entity is known and ended."""
    name = stray[0][1:]
    if name.startswith("#") and name.endswith(";"):
        return _escaped(unescape(stray[0]))
    known = html5.get(name)
    return _escaped(known) if known else f"&amp;{name}"


def _escaped(character: str) -> str:
    return character.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
