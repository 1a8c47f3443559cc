"""Documents that break readers of feeds: bombs, floods, wrong encodings, broken markup.

All are made here. Where it is known what a document holds, a reader that misses nothing finds that.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
DATE = "<pubDate>Fri, 28 Mar 2025 10:00:00 +0200</pubDate>"
CAP = 2_000
CYRILLIC = "Бої за Попівку тривають"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One document."""

    name: str
    body: bytes
    entries: int | None
    """How many a whole reading finds; None: that it is no feed, or can't be known."""


def item(title: str = "Bridge shelled", extra: str = "", number: int = 1) -> str:
    """Return an item of RSS with a guid and a date of its own."""
    return f"<item><title>{title}</title><guid>g-{number}</guid>{DATE}{extra}</item>"


def items(count: int) -> str:
    """Return items with numbers from one."""
    return "".join(item(number=number) for number in range(1, count + 1))


def rss(inside: str, *, before: str = XML, after: str = "") -> str:
    """Return an RSS document around its items."""
    head = f'<rss version="2.0" xmlns:content="{CONTENT}"><channel><title>Gazette</title>'
    return f"{before}{head}{inside}</channel></rss>{after}"


def all_hostile() -> Iterator[Hostile]:
    """Yield every document."""
    yield from _entities()
    yield from _floods()
    yield from _endless()
    yield from _control_characters()
    yield from _encodings()
    yield from _around_the_root()
    yield from _broken_markup()
    yield from _odd_structures()
    yield from _json_feeds()
    yield from _no_feeds()


def _entities() -> Iterator[Hostile]:
    laughs = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
    )
    yield _rss("billion laughs", item("&l9;"), 1, before=f"{XML}<!DOCTYPE rss [{laughs}]>")
    long = "a" * 50_000
    blow_up = f'{XML}<!DOCTYPE rss [<!ENTITY a "{long}">]>'
    yield _rss("quadratic blow-up", item("&a;" * 5_000), 1, before=blow_up)
    stolen = f'{XML}<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield _rss("external entity", item("&f;"), 1, before=stolen)
    yield _rss(
        "external document type", item(), 1, before=f'{XML}<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'
    )
    remote = f'{XML}<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>'
    yield _rss("parameter entity", item(), 1, before=remote)
    yield _rss("unknown entities", item("a &nope; b &such; c"), 1)
    yield _rss("entities of HTML", item("&laquo;a&raquo;&nbsp;&mdash; b"), 1)
    yield _rss("300,000 entities", item(extra=f"<description>{'&nbsp;' * 300_000}</description>"), 1)
    yield _rss("100,000 bare ampersands", item("a & b " * 50_000), 1)
    yield _rss("a million bare ampersands", item("&" * 1_000_000), 1)


def _floods() -> Iterator[Hostile]:
    attributes = " ".join(f'a{number}="x"' for number in range(20_000))
    yield _rss("20,000 attributes", f"<item {attributes}><title>a</title></item>{item()}", 2)
    body = f"<rss {attributes}><channel>{item()}</channel></rss>"
    yield Hostile("20,000 attributes of the root", body.encode(), 1)
    same = 'a="x" ' * 20_000
    yield _rss("one attribute 20,000 times", f"<item {same}><title>a</title></item>", 1)
    dates = "".join(
        f"<item><title>t{n}</title><pubDate>soon {n} o'clock</pubDate></item>" for n in range(10_000)
    )
    yield _rss("10,000 unreadable dates", dates, CAP)
    yield _rss("a date of 100,000 digits", item(extra=f"<pubDate>{'1' * 100_000}</pubDate>"), 1)
    same_guid = "".join(f"<item><title>t{n}</title><guid>same</guid></item>" for n in range(CAP))
    yield _rss("2,000 entries of one guid", same_guid, CAP)
    yield _rss("2,000 entries without anything", "<item/>" * CAP, CAP)
    yield _rss("50,000 empty entries with prefixes", "<x:item></x:item>" * 50_000, CAP)
    yield _rss("300,000 paragraphs", _with_html("<p>" * 300_000), 1)
    yield _rss("100,000 line breaks", _with_html("a<br>" * 100_000), 1)
    pairs = "&amp;".join(f"a{number}={number}" for number in range(50_000))
    yield _rss("50,000 parameters", item(extra=f"<link>https://gazette.invalid/?{pairs}</link>"), 1)


def _endless() -> Iterator[Hostile]:
    yield _rss(
        "deep elements", item(extra=f"<description>{'<b>' * 50_000}deep{'</b>' * 50_000}</description>"), 1
    )
    yield _rss("deep HTML", _with_html("<div>" * 100_000 + "deep"), 1)
    yield _rss("deep quotations", _with_html("<blockquote><p>" * 50_000 + "deep"), 1)
    yield _rss("deep items", "<item>" * 3_000 + "<title>deep</title>" + "</item>" * 3_000, CAP)
    yield _rss("a title of 3 MB", item("long " * 600_000), 1)
    yield _rss("a guid of 1 MB", f"<item><title>a</title><guid>{'g' * 1_000_000}</guid></item>", 1)
    yield _rss("3 MB of blanks", item(extra=" \n" * 1_500_000), 1)
    yield _rss("a million line ends in a text", _with_html("a" + "\n \n" * 300_000 + "b"), 1)
    yield _rss("200,000 comments without an end", f"{item()}{'<!--' * 200_000}", 1)
    yield _rss("200,000 sections without an end", item(extra=f"<description>{'<![CDATA[' * 200_000}"), None)
    yield _rss("a tag without an end", f"{item()}<item {'a' * 300_000}", None)
    yield _rss("a million brackets", f"{item()}{'<' * 1_000_000}", 1)
    yield _rss("50,000 document types", item(), None, before="<!DOCTYPE [" * 50_000)
    yield _rss("marks on marks", item("a" + "\u0323\u0301" * 200_000), 1)


def _control_characters() -> Iterator[Hostile]:
    steering = {
        "raw escapes": "\x1b]52;c;cm0=\x07 \x1b[2J \x00 \x08",
        "numbered escapes": "&#27;[31m &#x1b;]0;x&#7; &#0; &#8;",
        "C1 characters": "\x9b31m \x9d0;x\x9c",
        "numbered C1 characters": "&#155;31m &#x9d;0;x",
        "overrides": "\u202etxt.exe \u2066a\u2069 \u200b\ufeff\u00ad",
        "tags": "a\U000e0041\U000e0042\U000e007f",
        "numbered halves of pairs": "&#xD800; &#xDFFF; &#55296;",
        "characters that are none": "\ufffe \uffff &#xFFFF; &#x110000;",
        "separators": "a\u2028b\u2029c\x0bd\x0ce",
        "escapes escaped twice": "&amp;#27;[31m &amp;#x9b;31m &amp;#8238;x",
    }
    for name, title in steering.items():
        yield _rss(name, item(title) + item(f"<![CDATA[{title}]]>", number=2), 2)


def _encodings() -> Iterator[Hostile]:
    two = item(CYRILLIC) + item(CYRILLIC, number=2)
    plain, bare = rss(two), rss(two, before="")
    yield Hostile("windows-1251 that says it is UTF-8", plain.encode("windows-1251"), 2)
    yield Hostile("windows-1251 that says nothing", bare.encode("windows-1251"), 2)
    yield Hostile("UTF-8 that says it is windows-1251", plain.replace("UTF-8", "windows-1251").encode(), 2)
    yield Hostile("UTF-8 that says it is UTF-16", plain.replace("UTF-8", "UTF-16").encode(), 2)
    yield Hostile("UTF-8 that says it is nonsense", plain.replace("UTF-8", "x-none-such").encode(), 2)
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        yield Hostile(encoding, plain.encode(encoding), 2)
    yield Hostile(
        "broken UTF-8", plain.encode().replace("Поп".encode(), b"\xd0\xff\xc0\x80\xed\xa0\x80", 1), 2
    )
    yield Hostile("gzip without a header", gzip.compress(plain.encode()), 2)
    yield Hostile("gzip within gzip", gzip.compress(gzip.compress(plain.encode())), 2)
    yield Hostile("a gzip bomb", gzip.compress(bytes(20_000_000)), None)
    yield Hostile("half a gzip file", gzip.compress(plain.encode())[:-20], None)


def _around_the_root() -> Iterator[Hostile]:
    warning = "<br />\n<b>Warning</b>: mysql_connect() in <b>/srv/feed.php</b> on line 3<br />\n"
    yield _rss("a warning before it", items(3), 3, before=warning + XML)
    yield _rss("blanks and marks before it", items(3), 3, before=f"\n\n \ufeff{XML}")
    yield _rss("a comment before it", items(3), 3, before=f"<!-- <rss><channel> -->{XML}")
    yield _rss("two declarations", items(3), 3, before=XML + XML)
    yield _rss("a type of HTML", items(3), 3, before=f"{XML}<!DOCTYPE html>")
    yield _rss("words after it", items(3), 3, after="</body></html> Served in 0.3 s <p>")
    yield _rss("a second feed after it", items(3), 3, after="<rss><channel></channel></rss>")


def _broken_markup() -> Iterator[Hostile]:
    yield _rss(
        "tags of HTML in a text", item(extra="<description>a<br>b <p>c <img src=x> d</description>"), 1
    )
    yield _rss("tags of HTML in a title", item("one <b>two</b> three") + item("x", number=2), 2)
    yield _rss("an entry without an end", f"<item><title>a</title><guid>1</guid>{items(2)}", 3)
    yield _rss("ends that cross", item(extra="<a><b></a></b>") + item(number=2), 2)
    yield _rss("attributes without marks", "<item id=5 x><title>a</title></item>" + item(), 2)
    yield _rss("a section in a section", item("<![CDATA[a <![CDATA[b]]> c]]>") + item(number=2), 2)
    yield _rss("the end of a section", item("a ]]> b") + item(number=2), 2)
    yield _rss("an item told about", item("<![CDATA[how to write <item> in RSS]]>"), 1)
    yield _rss("a prefix never declared", item(extra="<dc:creator>a</dc:creator>") + item(number=2), 2)
    yield Hostile("capitals", rss(items(3), before="").upper().encode(), 3)
    half = rss(items(3)).partition("g-3")[0]
    yield Hostile("half an entry at its end", half.encode(), None)
    yield Hostile("no ends at all", rss(items(3)).replace("</channel></rss>", "").encode(), 3)


def _odd_structures() -> Iterator[Hostile]:
    entry = "<entry><title>a</title><id>{}</id><updated>2025-03-28T10:00:00Z</updated></entry>"
    entries = "".join(map(entry.format, range(3)))
    yield Hostile("Atom without a namespace", f"<feed>{entries}</feed>".encode(), 3)
    yield Hostile("Atom of an unknown namespace", f'<feed xmlns="urn:x">{entries}</feed>'.encode(), 3)
    prefixed = entries.replace("</", "</a:").replace("<", "<a:").replace("<a:/a:", "</a:")
    yield Hostile("Atom with a prefix", f'<a:feed xmlns:a="{ATOM}">{prefixed}</a:feed>'.encode(), 3)
    xhtml = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b></div></title>'
    shown = entries.replace("<title>a</title>", xhtml)
    yield Hostile("Atom with XHTML", f'<feed xmlns="{ATOM}">{shown}</feed>'.encode(), 3)
    yield Hostile("items beside the channel", f"<rss><channel/>{items(3)}</rss>".encode(), 3)
    yield Hostile("items without a channel", f"<rss>{items(3)}</rss>".encode(), 3)
    yield Hostile("a channel without a root", f"<channel>{items(3)}</channel>".encode(), 3)
    listed = (
        f'<rdf:RDF xmlns:rdf="{RDF}" xmlns="http://purl.org/rss/1.0/"><channel><items/></channel>{items(3)}'
    )
    yield Hostile("RDF", f"{listed}</rdf:RDF>".encode(), 3)
    yield _rss("items in a folder", f"<folder><items>{items(3)}</items></folder>", 3)


def _json_feeds() -> Iterator[Hostile]:
    version = '{"version": "https://jsonfeed.org/version/1.1", "items": [%s]}'
    odd = '{"id": "\\ud800", "title": "\\u001b[31m\\u202e a", "content_text": "\\udfff \\u009b31m"}'
    yield Hostile("JSON with escapes", (version % odd).encode(), 1)
    yield Hostile(
        "JSON of wrong types", (version % '{"id": [], "title": {}, "url": 3}, {"id": 1}').encode(), 2
    )
    yield Hostile("JSON that is deep", (version % ("[" * 100_000)).encode(), None)
    yield Hostile("JSON with a long number", (version % ('{"id": ' + "9" * 100_000 + "}")).encode(), None)
    many = ",".join(f'{{"id": "{number}"}}' for number in range(10_000))
    yield Hostile("JSON of 10,000 items", (version % many).encode(), CAP)
    yield Hostile("JSON that breaks off", (version % odd).encode()[:-9], None)
    yield Hostile("JSON of another kind", json.dumps({"error": "Slow down \x1b[31m"}).encode(), None)


def _no_feeds() -> Iterator[Hostile]:
    others = {
        "nothing": "",
        "blanks": " \n\t",
        "a consent page": "<!DOCTYPE html><html><head><title>Before you go on\x1b[2J</title></head></html>",
        "a page without a root": "<title>Moved</title><p>This page has moved",
        "words": "Please limit requests to one every 5 seconds \x1b[31m",
        "zeros": "\x00" * 1_000,
        "a site map": f'{XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
        "a SOAP message": f'{XML}<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>',
        "a property list": f"{XML}<!DOCTYPE plist><plist><dict/></plist>",
        "a map": f'{XML}<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark/></kml>',
        "a deep page": "<div>" * 100_000,
    }
    for name, text in others.items():
        yield Hostile(name, text.encode(), None)


def _with_html(html: str) -> str:
    return item(extra=f"<description><![CDATA[{html}]]></description>")


def _rss(name: str, inside: str, entries: int | None, *, before: str = XML, after: str = "") -> Hostile:
    return Hostile(name, rss(inside, before=before, after=after).encode("utf-8", "surrogatepass"), entries)
