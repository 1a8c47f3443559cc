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
_PARAGRAPHS = (*_SECTIONS, *_HEADINGS, *_BLOCKS)
_SKIPPED = frozenset(
    ("iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title")
)
_TEXT = "-text"
"""How the parser calls a run of text."""
_AFTER = dict.fromkeys(_PARAGRAPHS, "\n\n") | dict.fromkeys(("td", "th"), " ")
_BEFORE = _AFTER | dict.fromkeys(("br", "dd", "dt", "li", "tr"), "\n")
_NAMED = 60
_LONGEST = 1_000_000
"""Characters of one fragment that are looked at."""
_MOST = 500_000
"""Characters and nodes to read of one element; hostile pages nest an element in its like."""
_HEAD = 20_000
_DEEPEST = 5_000
_TAG_NAME = re.compile(r"<(/?)([a-z][\w-]{0,20})")
_ANY_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>?")
_NEVER_DEEP = frozenset(("br", "hr", "img", "input", "li", "link", "meta", "p", "source", "td", "tr", "wbr"))
"""Elements without an end, and those that end where the next of their kind begins."""
_GAP = re.compile(r"\n\s*\n")
_TAG = re.compile(r"<[/!]?[a-zA-Z-]")
_MARKUP = ("<", ">", "&", "\x00")
_STILL_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|i|img|li|p|span|strong|ul)\b[^<>]*>|&(?:nbsp|amp|quot|lt|gt|#\d{1,7});"
)


def is_too_deep(html: str) -> bool:
    """Return whether elements nest deeper than 5,000, for which the parser takes seconds or minutes.

    Its time grows with the square of the depth: 4.4 s for 40,000 (measured November 2026, selectolax
    1.0.2); pages stay below 100. Counts what stands open, and so may see more than there is.
    """
    if html.count("<") <= _DEEPEST:
        return False
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
    text = _read(html[:_LONGEST])
    return _read(text) if ("<" in text or "&" in text) and _STILL_MARKUP.search(text) else text


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
    if "<" not in html or not _TAG.search(html):
        return _plain(html)
    if (words := _only_paragraph(html)) is not None:
        return _plain(words).replace("\n\n", " ")
    if is_too_deep(html):
        return _plain(_ANY_TAG.sub(" ", html))
    body = LexborHTMLParser(html).body
    return text_of_node(body) if body else ""


def _only_paragraph(html: str) -> str | None:
    """Return the words of a single paragraph without markup, which most feeds give; None: more than that."""
    whole = html.rstrip()
    if not (whole.startswith("<p>") and whole.endswith("</p>")):
        return None
    words = whole[3:-4]
    return None if any(sign in words for sign in _MARKUP) else words


def _plain(text: str) -> str:
    words = unescape(text) if "&" in text else text
    if "  " not in words and words.isprintable():
        return words.strip(" ")
    if "\n" not in words:
        return " ".join(words.split())
    return "\n\n".join(" ".join(part.split()) for part in _GAP.split(words.strip()))


def _pieces(root: LexborNode) -> Iterator[str]:
    """Walk without recursion: pages may nest their tags a hundred thousand deep."""
    node = root.child
    while node is not None:
        tag = node.tag or ""
        yield _folded(node.text_content or "") if tag == _TEXT else _BEFORE.get(tag, "")
        if tag not in _SKIPPED and (child := node.child) is not None:
            node = child
            continue
        while (following := node.next) is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield _AFTER.get(node.tag or "", "")
        node = following


def _folded(text: str) -> str:
    """Make each run of blanks one, at both ends too."""
    if "  " not in text and text.isprintable():
        return text
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
