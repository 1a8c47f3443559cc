"""Turn HTML into plain text with paragraphs, and name an HTML page."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from feeds.formats.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_SECTIONS = ("address", "article", "aside", "div", "figcaption", "figure", "footer", "header", "main", "nav")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "hr")
_BLOCKS = ("blockquote", "dl", "fieldset", "form", "ol", "p", "pre", "section", "table", "ul")
_PARAGRAPHS = frozenset((*_SECTIONS, *_HEADINGS, *_BLOCKS))
_LINES = frozenset(("br", "dd", "dt", "li", "tr"))
_SKIPPED = frozenset(
    ("iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title")
)
_CELLS = frozenset(("td", "th"))
_NAMED = 60
_MOST = 500_000
"""Characters and nodes to read of one element; hostile pages nest an element in its like."""
_HEAD = 20_000
_DEEPEST = 5_000
_TAG_NAME = re.compile(r"<(/?)([a-z][\w-]{0,20})")
_ANY_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>?")
_NEVER_DEEP = frozenset(("br", "hr", "img", "input", "li", "link", "meta", "p", "source", "td", "tr", "wbr"))
"""Elements without an end, and those that end where the next of their kind begins."""
_BLANKS = re.compile(r"\s+")
_GAP = re.compile(r"\n\s*\n")
_TAG = re.compile(r"<[/!]?[a-zA-Z-]")
_STILL_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|i|img|li|p|span|strong|ul)\b[^<>]*>|&(?:nbsp|amp|quot|lt|gt|#\d{1,7});"
)


def is_too_deep(html: str) -> bool:
    """Return whether elements nest deeper than 5,000, for which the parser takes seconds or minutes.

    Its time grows with the square of the depth: 4.4 s for 40,000 (measured November 2026, selectolax
    1.0.2); pages stay below 100. Counts what stands open, and so may see more than there is.
    """
    still_open: Counter[str] = Counter()
    depth = 0
    for closing, name in _TAG_NAME.findall(html.lower()):
        if not closing and name not in _NEVER_DEEP:
            still_open[name] += 1
            depth += 1
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def text_of_html(html: str) -> str:
    """Return the words of an HTML fragment: paragraphs parted by blank lines, ``br`` as a line end.

    Text without tags keeps its blank lines. Markup that was escaped twice, as some feeds do, is
    read a second time.
    """
    text = _read(html)
    return _read(text) if _STILL_MARKUP.search(text) else text


def text_of_node(node: LexborNode) -> str:
    """Return the first words inside one element, as :func:`text_of_html` does."""
    pieces: list[str] = []
    length = 0
    for piece in _pieces(node):
        pieces.append(piece)
        length += len(piece) + 1
        if length > _MOST:
            break
    return "".join(pieces).strip()


def name_of_page(html: str) -> str:
    """Return how to call an HTML page in a message: by its title, where it has one."""
    node = LexborHTMLParser(html[:_HEAD]).css_first("title")
    title = clean_line(node.text(), _NAMED) if node else ""
    return f"an HTML page titled '{title}'" if title else "an HTML page without a title"


def _read(html: str) -> str:
    if not _TAG.search(html):
        return "\n\n".join(_BLANKS.sub(" ", part) for part in _GAP.split(unescape(html).strip()))
    if is_too_deep(html):
        return _BLANKS.sub(" ", unescape(_ANY_TAG.sub(" ", html))).strip()
    body = LexborHTMLParser(html).body
    return text_of_node(body) if body else ""


def _pieces(root: LexborNode) -> Iterator[str]:
    """Walk without recursion: pages may nest their tags a hundred thousand deep."""
    node = root.child
    while node is not None:
        yield _opening(node)
        if node.child is not None and node.tag not in _SKIPPED:
            node = node.child
            continue
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield _closing(node)
        node = node.next


def _opening(node: LexborNode) -> str:
    if node.is_text_node:
        return _BLANKS.sub(" ", node.text_content or "")
    if node.tag in _LINES:
        return "\n"
    return _closing(node)


def _closing(node: LexborNode) -> str:
    if node.tag in _PARAGRAPHS:
        return "\n\n"
    return " " if node.tag in _CELLS else ""
