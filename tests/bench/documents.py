"""RSS documents of made-up prose, in any number, for the loopback server of the benchmarks.

Everything follows from numbers: the same feed and entry always read the same. No sentence names a
place or a fight, but where a remark is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import product
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUBJECTS = (
    "The committee of the public library",
    "A teacher from the evening school",
    "The owner of the small bakery",
    "Nobody in the long queue",
    "The oldest member of the choir",
    "A gardener with a green cap",
    "The new keeper of the lighthouse",
)
_DEEDS = (
    "will meet again after the spring holidays",
    "spoke at length about the price of paper",
    "counted all the chairs in the large hall",
    "found a box of letters behind the piano",
    "has planted apple trees along the path",
    "wrote a short note on the history of clocks",
    "painted the old wooden door in dark blue",
)
_ENDS = (
    "because the weather had been kind all week.",
    "and then went home by the last tram.",
    "while the children were reading aloud.",
    "although the kettle was already boiling.",
    "as the notice at the gate had promised.",
)
_SENTENCES = tuple(" ".join(parts) for parts in product(_SUBJECTS, _DEEDS, _ENDS))
_SENTENCES_AN_ENTRY = 8
"""About 150 words."""
_NEWEST = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a made-up feed."""

    guid: str
    title: str
    text: str
    published_at: datetime


def made_up_entry(feed: int, number: int) -> Entry:
    """Return entry ``number`` of a feed; higher numbers are newer, an hour apart, none in the future."""
    first = feed * 7919 + number * 104_729
    said = " ".join(_SENTENCES[(first + 61 * at) % len(_SENTENCES)] for at in range(_SENTENCES_AN_ENTRY))
    return Entry(
        guid=f"{feed}-{number}",
        title=f"Note {number} of journal {feed}",
        text=f"{said} So ends note {number} of journal {feed}.",
        published_at=_NEWEST - timedelta(hours=1000 - number),
    )


def document(feed: int, base: str, entries: Iterable[Entry]) -> bytes:
    """Return an RSS 2.0 document; ``base`` is the server's address without a trailing slash."""
    items = "".join(_item(feed, base, entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>Journal {feed}</title><link>{base}/journals/{feed}</link>"
        f"<description>Made-up notes</description>{items}</channel></rss>\n"
    ).encode()


def _item(feed: int, base: str, entry: Entry) -> str:
    return (
        f"<item><title>{escape(entry.title)}</title>"
        f"<link>{base}/journals/{feed}/{entry.guid}</link>"
        f'<guid isPermaLink="false">{entry.guid}</guid>'
        f"<pubDate>{format_datetime(entry.published_at, usegmt=True)}</pubDate>"
        f"<description>{escape(f'<p>{entry.text}</p>')}</description></item>\n"
    )
