"""What is a good answer of a feed, and what is not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import feed as feed_format
from feeds.formats.entries import MAX_ENTRIES
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.seeing import is_clean
from tests.feeds.formats.syndicating import ATOM, RSS, entry, page_of, read, refusal

if TYPE_CHECKING:
    from feeds.model import Source

BREAKS_OFF = "a feed that breaks off before its end"


def test_a_feed_without_entries_is_fine(feed: Source) -> None:
    assert page_of(feed, RSS.format("")).items == ()
    assert page_of(feed, "<feed xmlns='http://www.w3.org/2005/Atom'/>").items == ()


def test_a_huge_feed_is_cut(feed: Source) -> None:
    entries = "".join(entry(title=f"Number {number}", date="no date") for number in range(MAX_ENTRIES + 500))
    titles = [item.title for item in read(feed, RSS.format(entries))]
    assert (len(titles), titles[-1]) == (MAX_ENTRIES, f"Number {MAX_ENTRIES - 1}")


def test_a_broken_feed_gives_what_can_be_read(feed: Source) -> None:
    document = RSS.format(entry(extra="<link>https://gazette.invalid/?a=1&b=2</link>") + "<item><title>Cut o")
    assert read(feed, document)[0].title == "Bridge shelled"


def test_a_feed_that_breaks_off_in_an_entry_is_refused(feed: Source) -> None:
    whole = RSS.format(entry() + entry(extra="<guid>2</guid><description>Many words.</description>"))
    for end in ("Many w", "<guid>2", "<guid>2</guid><descr"):
        assert refusal(feed, whole[: whole.index(end) + len(end)]) == BREAKS_OFF
    assert refusal(feed, RSS.format("").partition("</channel>")[0]) == BREAKS_OFF
    assert refusal(feed, ATOM.format("").partition("</feed>")[0]) == BREAKS_OFF


def test_a_feed_of_which_only_the_frame_is_not_closed_is_read(feed: Source) -> None:
    whole = RSS.format(entry() + entry(title="Second"))
    for end in ("</channel></rss>", "</rss>", ">"):
        assert len(read(feed, whole.removesuffix(end))) == 2


def test_entries_that_no_reader_can_read_are_no_empty_feed(feed: Source) -> None:
    document = f"<rss><channel><title>G]]><?titla>{entry()}</channel></rss>"
    assert refusal(feed, document) == "a feed so broken that none of its entries can be read"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty answer, not a feed"),
        (b" \n ", "an empty answer, not a feed"),
        (b"<!DOCTYPE html><title>Are you human?</title>", "an HTML page titled 'Are you human?', not a feed"),
        (b"<html><body>no <rss></rss></body></html>", "an HTML page without a title, not a feed"),
        (
            b"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'b'>]><html/>",
            "an HTML page without a title, not a feed",
        ),
        (b"Please slow \x1b[31mdown.", "text that begins 'Please slow [31mdown.', not a feed"),
        (b"\x00\x01\x02", "text that begins '', not a feed"),
        (b"<?xml version='1.0'?><urlset xmlns='x'/>", "an XML sitemap, not a feed"),
        (b"<s:Envelope xmlns:s='x'><s:Body/></s:Envelope>", "a SOAP message, not a feed"),
        (b"<!DOCTYPE plist><plist version='1.0'/>", "a property list, not a feed"),
        (b"<kml><Placemark/></kml>", "a KML map, not a feed"),
        (b"<!-- a --><opml version='2.0'/>", "an OPML list of feeds, not a feed"),
        (b"<Error><Code>AccessDenied</Code></Error>", "an XML error message, not a feed"),
        (b"<recipe/>", "an XML document of the kind 'recipe', not a feed"),
        (b"[1]", "a JSON list, not a feed"),
        (b'{"error": "slow down"}', "a refusal: 'slow down'"),
    ],
)
def test_what_is_no_feed_is_named(feed: Source, body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        feed_format.read(feed, answer_of(body))
    assert str(caught.value) == found


def test_a_feed_behind_a_warning_is_found(feed: Source) -> None:
    warning = "<br />\n<b>Warning</b>: something in <b>/srv/x.php</b><br />\n"
    assert len(read(feed, warning + RSS.format(entry()))) == 1


def test_hostile_strings_are_clean_in_an_item(feed: Source) -> None:
    extra = (
        "<guid>k\u202e1</guid><link>javascript:alert(1)</link><description>a&#x9b;31mb &#27;[2J</description>"
    )
    (item,) = read(feed, RSS.format(entry(title="T\u009b31m\u2066itle", extra=extra)))
    assert (item.key, item.url, item.title) == ("k1", "", "T31mitle")
    assert item.text.startswith("a")
    assert is_clean(item.text)


@given(
    body=st.binary(max_size=300),
    wrapped=st.sampled_from(
        [b"%s", b"<rss><channel><item>%s", b"<feed><entry><title>%s</title></entry></feed>"]
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_items_or_no_feed(feed: Source, body: bytes, wrapped: bytes) -> None:
    said: list[str] = []
    try:
        for item in feed_format.read(feed, answer_of(wrapped % body)).items:
            said += (item.key, item.url, item.title, *item.text.split("\n"))
    except FormatError as error:
        said.append(str(error))
    assert all(map(is_clean, said))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<ttl>15</ttl>", timedelta(minutes=15)),
        ("<ttl> 60 </ttl>", timedelta(hours=1)),
        ("<ttl>10080</ttl>", timedelta(days=1)),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", None),
        (
            "<sy:updatePeriod>\nhourly\n</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
            timedelta(minutes=15),
        ),
        ("<sy:updatePeriod>weekly</sy:updatePeriod>", timedelta(days=1)),
        ("<ttl>5</ttl><sy:updatePeriod>daily</sy:updatePeriod>", timedelta(minutes=5)),
        ("", None),
        ("<ttl>0</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>99999999</ttl>", None),
        ("<sy:updatePeriod>always</sy:updatePeriod>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", None),
    ],
)
def test_how_long_a_feed_asks_to_be_left_alone(feed: Source, head: str, expected: timedelta | None) -> None:
    assert page_of(feed, RSS.format(head + entry())).fresh_for == expected
