"""The article on a page of an outlet, for feeds that carry only a teaser, and for dropped HTML files."""

from __future__ import annotations

import functools
import logging
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from feeds.errors import FormatError
from feeds.formats.cleaning import clean_line, clean_text
from feeds.formats.drafts import MAX_TEXT, MAX_TITLE
from feeds.formats.encoding import text_of_bytes
from feeds.formats.markup import is_too_deep, name_of_page
from feeds.formats.page_facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import Item

MAX_CHARACTERS = 2_000_000
MAX_ELEMENTS = 8_000
"""Read for text; recorded pages of outlets have up to 2,500, those in their scripts counted."""
_BEGINNING = 400
_QUOTED = 60
_FEWEST_CHARACTERS = 250
"""Less is a stub in front of a paywall, or the frame of a page that a script fills."""
_BRIEF = 1_500
_NOT_THE_ARTICLE = re.compile(
    r"(?:enable|turn on|requires|disabled).{0,20}javascript|javascript.{0,20}(?:disabled|required)"
    r"|you are (?:a )?(?:human|not a robot)|checking your browser|unusual traffic|access denied"
    r"|(?:use|accept|consent to|about) (?:all |our |the use of )?cookies|cookie (?:policy|settings)"
    r"|(?:subscribe|log ?in|sign in|register) (?:now )?to (?:continue|read)|to continue reading"
    r"|before you continue|already a subscriber"
    r"|(?:включите|увімкніть) javascript|вы не робот|ви не робот|файл\w{0,3} cookie"
    r"|(?:оформите|оформіть) (?:подписку|передплату)|только для подписчиков|лише для передплатників",
    re.IGNORECASE,
)
_OLD = timedelta(days=731)
_ENDS = {
    name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "svg", "template", "iframe")
}
_UNSEEN = re.compile(rf"<({'|'.join(_ENDS)})\b", re.IGNORECASE)
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f]+"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?![\da-f]);?",
    re.IGNORECASE,
)
"""For which lxml gives a whole page up, written as they are or as references."""
_ELEMENT = re.compile(r"<[a-zA-Z]")

_TEASER = 600
"""Characters below which a feed's text is taken for a teaser; a choice, seen ones have up to 526."""
_LONG_TEASER = 2_500
"""Characters above which even a text that trails off is whole: some outlets end so for style."""
_TAIL = 200
_TRAILS_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,5}$|\[(?:…|\.\.\.)\]"
    r"|\b(?:read (?:more|on|the full \w+)|continue reading|full (?:story|article)|читать далее|читати далі"
    r"|подробнее|докладніше|детальніше)\W{0,10}$",
    re.IGNORECASE,
)
_VERY_END = 40
_TRAILING = re.compile(r"…|\.\.\.|read |reading|full |далее|далі|подробн|докладн|детальн")
"""One of which stands at the very end wherever the pattern before matches there; few texts have any."""
_OPAQUE = frozenset(("news.google.com",))
"""Hosts whose links lead to no article without a script."""
_NO_PAGE = re.compile(r"\.(?:pdf|jpe?g|png|gif|webp|mp[34]|m4a|mov|zip|docx?|xlsx?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article, cleaned."""

    text: str
    """Paragraphs parted by blank lines; without the title."""
    published_at: datetime | None
    """None: the page does not say, or says what can't be."""
    title: str
    """Empty: the page gives none."""
    url: str = ""
    """The canonical address that the page gives; empty: none."""


def is_teaser(item: Item) -> bool:
    """Return whether a feed's item has but the beginning of a text that a page of its own has whole.

    So it is with a text below 600 characters, and with one below 2,500 that trails off or asks to
    read on. Links of Google News don't lead to a page, and links to documents and pictures to none.
    """
    text = item.text
    short = len(text) < _TEASER
    return (short or (len(text) < _LONG_TEASER and _trails_off(text[-_TAIL:]))) and _is_page(item.url)


def _trails_off(tail: str) -> bool:
    end = tail[-_VERY_END:].lower()
    may = "[…]" in tail or "[...]" in tail or bool(_TRAILING.search(end))
    return may and bool(_TRAILS_OFF.search(tail))


def read_article(
    body: bytes, *, content_type: str, url: str, listed_at: datetime | None = None
) -> ArticleText:
    """Return the article on the page that ``url`` led to; ``listed_at`` is the time its feed gave it.

    A time of publication more than two years before ``listed_at`` is the template's, not the
    article's. Raises FormatError for what is no HTML page, for a front page in the article's place,
    for a page that asks for consent, a script or a subscription, and for one with fewer than 250
    characters of text; the sentence names what was found.
    """
    html = text_of_bytes(body, content_type=content_type)
    if not _ELEMENT.search(html):
        begins = clean_line(html[:_BEGINNING], _QUOTED)
        raise FormatError(f"text that begins '{begins}', not a page" if begins else "an empty page")
    found = find_article(html)
    if found is None or _is_something_else(found.text) or _is_front(found.url, url):
        raise FormatError(f"{name_of_page(html)}, not an article")
    if listed_at and found.published_at and found.published_at < listed_at - _OLD:
        return replace(found, published_at=None)
    return found


def find_article(html: str) -> ArticleText | None:
    """Return the article that stands out on a page, however short; None where nothing does.

    Never raises. Reads the first 2 million characters and 8,000 elements: each thousand costs up to
    0.1 s, where they are nested by hundreds (measured November 2026, trafilatura 2.3.1).
    """
    kept = _beginning(html[:MAX_CHARACTERS], elements=2 * MAX_ELEMENTS)
    if is_too_deep(kept):
        return None
    facts = facts_of(LexborHTMLParser(kept))
    title = clean_line(facts.titles[0], MAX_TITLE) if facts.titles else ""
    seen = _CONTROLS.sub("", "".join(_seen(kept)))
    text = _main_text(_beginning(seen, elements=MAX_ELEMENTS)).removeprefix(f"{title}\n")
    cleaned = clean_text(text.replace("\n", "\n\n"), MAX_TEXT)
    return ArticleText(cleaned, facts.published_at, title, facts.url) if cleaned else None


def _beginning(html: str, *, elements: int) -> str:
    beyond = next(islice(_ELEMENT.finditer(html), elements, None), None)
    return html[: beyond.start()] if beyond else html


def _seen(html: str) -> Iterator[str]:
    """Leave out what no reader sees."""
    at = 0
    while (unseen := _UNSEEN.search(html, at)) is not None:
        yield html[at : unseen.start()]
        end = _ENDS[unseen[1].lower()].search(html, unseen.end())
        if end is None:
            return
        at = end.start()
    yield html[at:]


def _main_text(html: str) -> str:
    try:
        found = _trafilatura().bare_extraction(
            html, fast=True, with_metadata=False, include_comments=False, include_tables=True
        )
    except Exception:  # noqa: BLE001 - a hostile page makes the parsers below raise what they like
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


@functools.cache
def _trafilatura() -> Any:  # noqa: ANN401 - the library is not typed
    import trafilatura  # noqa: PLC0415 - takes half a second to load, and most polls need no article

    # It logs at every page without an article, and a terminal shows a dashboard.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    return trafilatura


def _is_something_else(text: str) -> bool:
    if len(text) < _FEWEST_CHARACTERS:
        return True
    return len(text) < _BRIEF and bool(_NOT_THE_ARTICLE.search(text))


def _is_front(canonical: str, url: str) -> bool:
    """Tell whether a page says that it is its site's front, though something within was asked for."""
    return _path(canonical) == "/" and bool(canonical) and _path(url) != "/"


def _path(url: str) -> str:
    try:
        return urlsplit(url).path or "/"
    except ValueError:
        return "/"


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return False
    return parts.hostname not in _OPAQUE and not _NO_PAGE.search(parts.path)
