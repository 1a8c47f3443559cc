"""One small healthy answer of every wire format, to be bent and broken."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.hostile import ATOM, CONTENT, CYRILLIC, RDF, XML, item, items, rss
from tests.feeds.formats.previewing import page_of, post, words
from tests.feeds.formats.report_pages import WORDPRESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.model import Source

XHTML = "http://www.w3.org/1999/xhtml"
HTML = "&lt;p&gt;The bridge at &lt;b&gt;Popovka&lt;/b&gt; was hit.&lt;br/&gt;Again.&lt;/p&gt;"
FULL = "<![CDATA[<p>The council said <a href='/x'>so</a> &amp; left.</p><ul><li>one</li><li>two</li></ul>]]>"


@dataclass(frozen=True, slots=True)
class Seed:
    """A source and what it answers."""

    source: Source
    body: bytes
    items: int
    """How many it holds."""


def all_seeds() -> tuple[Seed, ...]:
    """Return the seeds; feeds first."""
    return (*_feeds(), *_pages(), *_services())


def _seed(kind: SourceKind, url: str, body: bytes, count: int) -> Seed:
    return Seed(a_source(kind.value, kind=kind, url=url), body, count)


def _feeds() -> Iterator[Seed]:
    described = item("A &amp; B", f"<link>https://gazette.invalid/1</link><description>{HTML}</description>")
    full = item("<![CDATA[Full]]>", f"<content:encoded>{FULL}</content:encoded><dc:creator>a</dc:creator>", 2)
    header = "<ttl>30</ttl><!-- made by hand --><image><url>a.png</url></image>"
    handed_on = item("Story - Herald", '<source url="https://herald.invalid">Herald</source>', 3)
    yandex = item(CYRILLIC, f"<yandex:full-text>{CYRILLIC}</yandex:full-text>", 4)
    atom = "".join(
        f'<entry xml:base="/news/"><title type="html">A {n}</title><id>tag:{n}</id><link href="{n}"/>'
        f"<published>2025-03-28T10:0{n}:00Z</published><updated>2025-03-28T11:00:00+02:00</updated>"
        f'<content type="xhtml"><div xmlns="{XHTML}">Words <b>{n}</b></div></content></entry>'
        for n in range(3)
    )
    rdf = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns="http://purl.org/rss/1.0/" xmlns:content="{CONTENT}">'
    bodies = (
        (rss(items(4)).encode(), 4),
        (rss(header + described + full).encode(), 2),
        (rss(handed_on + yandex).encode(), 2),
        (rss(yandex, before=XML.replace("UTF-8", "windows-1251")).encode("windows-1251"), 1),
        (rss(items(2)).encode("utf-16"), 2),
        (gzip.compress(rss(items(2)).encode()), 2),
        (f'{XML}<feed xmlns="{ATOM}"><title>Gazette</title>{atom}</feed>'.encode(), 3),
        (f"{XML}{rdf}<channel/>{items(3)}</rdf:RDF>".encode(), 3),
        (_json_feed(), 2),
    )
    for body, count in bodies:
        yield _seed(SourceKind.FEED, "https://gazette.invalid/feed", body, count)


def _json_feed() -> bytes:
    entries = [
        {"id": 1, "title": "A", "content_html": "<p>One</p>", "date_published": "2025-03-28T10:00:00Z"},
        {"id": "b", "url": "https://gazette.invalid/b", "summary": "Two", "date_modified": "2025-03-28"},
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": entries}).encode()


def _pages() -> Iterator[Seed]:
    forward = '<div class="tgme_widget_message_forwarded_from"><span>Scout</span></div>'
    posts = (
        post(7, words("One &#33;<br/><b>two</b><blockquote>three</blockquote>"), edited=True),
        post(8, forward + words("<tg-emoji><i class='emoji'><b>🔥</b></i></tg-emoji> news"), video=True),
    )
    yield _seed(SourceKind.TELEGRAM, "https://t.me/s/herald", page_of(*posts), 2)
    template = "https://desk.invalid/border-assessment-{month}-{day}-{year}/"
    yield _seed(SourceKind.DAILY_PAGE, template, WORDPRESS.encode(), 1)


def _services() -> Iterator[Seed]:
    toot = {
        "id": "9",
        "created_at": "2025-03-28T09:30:00Z",
        "content": "<p>So</p>",
        "url": "https://t.invalid/9",
    }
    posts = "https://toots.invalid/api/v1/accounts/77/statuses?limit=40"
    yield _json(SourceKind.MASTODON, posts, [{**toot, "account": {"id": "77"}, "reblog": None}])
    moment = "2025-03-28T09:00:00.000Z"
    blue = {
        "uri": "at://did:plc:ada/app.bsky.feed.post/3abc",
        "author": {"did": "did:plc:ada", "handle": "ada.invalid"},
        "record": {"text": "The bridge stands.", "createdAt": moment},
        "indexedAt": moment,
    }
    yield _json(SourceKind.BLUESKY, "https://bsky.app/profile/ada.invalid", {"feed": [{"post": blue}]})
    article = {"url": "https://gazette.invalid/1", "title": "Bridge", "seendate": "20250328T091500Z"}
    gdelt = "https://api.gdeltproject.org/api/v2/doc/doc?query=bridge&mode=artlist&format=json"
    yield _json(SourceKind.GDELT, gdelt, {"articles": [{**article, "domain": "gazette.invalid"}]})
    report = {
        "id": 7,
        "date_gmt": "2025-03-27T23:35:12",
        "modified_gmt": "2025-03-28T09:30:00",
        "link": "https://desk.invalid/7/",
        "title": {"rendered": "Border &#8211; Assessment"},
        "content": {"rendered": "<p>One.</p>\n<p>Two.</p>"},
    }
    yield _json(SourceKind.WORDPRESS, "https://desk.invalid/wp-json/wp/v2/posts?search=Border", [report])
    record = {
        "id": 1_743_100_000,
        "descriptionEn": "The enemy has advanced near <a href='/en#14/50/35'>Popovka</a>.",
    }
    yield _json(SourceKind.DEEPSTATE, "https://map.invalid/api/history/public", [record])
    row = {
        "event_id_cnty": "UKR1",
        "event_date": "2025-03-21",
        "notes": "On 21 March 2025, a clash was reported near Popovka.",
        "timestamp": int(NOON.timestamp()) - 3_600,
    }
    acled = {"status": 200, "success": True, "count": None, "data": [row]}
    yield _json(SourceKind.ACLED, "https://acleddata.com/api/acled/read?_format=json&limit=2", acled)
    review = {
        "url": "https://proof.invalid/1",
        "title": "No",
        "textualRating": "False",
        "publisher": {"name": "P"},
    }
    claim = {"text": "The bridge has fallen", "claimant": "Ivan", "claimReview": [review]}
    check = "https://factchecktools.googleapis.com/v1alpha1/claims:search?query=bridge"
    yield _json(SourceKind.FACT_CHECK, check, {"claims": [claim]})


def _json(kind: SourceKind, url: str, value: object) -> Seed:
    return _seed(kind, url, json.dumps(value).encode(), 1)
