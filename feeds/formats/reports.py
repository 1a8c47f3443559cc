"""The body of a daily report by the Institute for the Study of War or Critical Threats, as text.

Structures as recorded from understandingwar.org in May 2023 (Drupal) and June 2026 (WordPress) and
from criticalthreats.org in February 2026, whose markup is only known by what a reader sees of it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from feeds.errors import FormatError
from feeds.formats.markup import is_too_deep, name_of_page, text_of_node
from feeds.formats.page_facts import PageFacts, facts_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FRAMES = ("div.dynamic-entry-content", ".field-name-body .field-item")
"""Where the body stands: on the WordPress site, and on the Drupal site before it."""
_NO_TEXT = (
    "button, figcaption, form, nav, .wp-caption-text, .conflict-map-block, .conflict-map-title,"
    ' .conflict-map-id, .endnote-accordion-content, [data-id="endnotes"]'
)
_FEWEST = 5
_PARAGRAPH = 80
"""Characters that make a paragraph; headings, bylines and the links of menus are shorter."""
_MOST_PARAGRAPHS = 4_000
_MOST_WORDS = 1_000_000
"""Characters of paragraphs to count; hostile pages nest one paragraph in another."""
_HIGHEST = 60
"""Elements above a paragraph to look at."""
_SHARE = 0.8
"""Of all words in paragraphs that the block of the text holds; a choice, menus hold next to none."""

_ROMAN = r"(?=[ivxlc]{2})c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = rf"\[\s?(?:\d{{1,3}}|{_ROMAN})\s?\]"
_FOOTNOTES = re.compile(rf"(?:{_NUMBER}|(?<=\S)\[[ivxlc]\](?![a-z]))+(\w?)")
_ENDNOTES = re.compile(
    r"\[(?:1|i)\][^\n]{0,300}?(?:https?:|www\.)|(?:end\s?notes|references|view citations)\W{0,3}$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{\{[^{}]{0,300}\}\}")


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with what its page says of itself."""

    text: str
    facts: PageFacts
    known: bool
    """Whether the body stood in a frame of the Institute's sites, and was not just the longest text."""


def report_page(html: str) -> ReportPage:
    """Return the report on a whole page, without its menus, maps, footnotes and endnotes.

    Headings are paragraphs, points of a list are lines, and a correction stays where it stands,
    which is before all else. Raises FormatError for a page without a body, or with fewer than five
    paragraphs of 80 characters.
    """
    if is_too_deep(html):
        raise FormatError("an HTML page nested beyond reason")
    page = LexborHTMLParser(html)
    framed = next(filter(None, map(page.css_first, _FRAMES)), None)
    block = framed or _longest_block(page)
    if block is None:
        raise FormatError(f"{name_of_page(html)}, not a report")
    facts = facts_of(page)
    text = _text(block)
    if sum(len(paragraph) >= _PARAGRAPH for paragraph in text.split("\n\n")) < _FEWEST:
        raise FormatError(f"{name_of_page(html)}, with hardly any text where the report should stand")
    return ReportPage(text, facts, known=framed is not None)


def report_text(fragment: str) -> str:
    """Return the words of a report's body, given as HTML without a page around it; never raises.

    It does no harm to other texts: only what looks like maps, footnotes and endnotes is left out.
    """
    body = None if is_too_deep(fragment) else LexborHTMLParser(fragment).body
    return _text(body) if body else ""


def _text(block: LexborNode) -> str:
    _drop(block)
    kept: list[str] = []
    for paragraph in text_of_node(block).split("\n\n"):
        words = paragraph.strip()
        if kept and _ENDNOTES.match(words):
            break
        words = _FOOTNOTES.sub(_gap, _PLACEHOLDER.sub("", words)).strip()
        if words:
            kept.append(words)
    return "\n\n".join(kept)


def _gap(footnotes: re.Match[str]) -> str:
    """Part two sentences that only a footnote stood between."""
    return f" {footnotes[1]}" if footnotes[1] else ""


def _drop(block: LexborNode) -> None:
    """Take out what is no text, in one walk: an element within a dropped one must not be touched."""
    unwanted = {node.mem_id for node in block.css(_NO_TEXT)} - {block.mem_id}
    node = block.child if unwanted else None
    while node is not None:
        if node.mem_id in unwanted:
            following = _after(node, block)
            node.decompose()
            node = following
        else:
            node = node.child or _after(node, block)


def _after(node: LexborNode, root: LexborNode) -> LexborNode | None:
    """Return the node that follows ``node`` and all within it, None at the end of ``root``."""
    place: LexborNode | None = node
    while place is not None and place.mem_id != root.mem_id:
        if place.next is not None:
            return place.next
        place = place.parent
    return None


def _longest_block(page: LexborHTMLParser) -> LexborNode | None:
    """Return the innermost element that holds most words in paragraphs, None where there are none."""
    words: Counter[int] = Counter()
    nodes: dict[int, LexborNode] = {}
    total = 0
    for paragraph in page.css("p")[:_MOST_PARAGRAPHS]:
        length = len(paragraph.text())
        total += length
        if total > _MOST_WORDS:
            return None
        parent = paragraph.parent
        for _ in range(_HIGHEST):
            if parent is None:
                break
            words[parent.mem_id] += length
            nodes[parent.mem_id] = parent
            parent = parent.parent
    holding = [block for block, length in words.items() if length >= _SHARE * total]
    # An element comes before those around it, as it was met first on the way up.
    return nodes[min(holding, key=words.__getitem__)] if total and holding else None
