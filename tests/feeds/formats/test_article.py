"""Articles on pages of outlets, and which items of a feed want theirs."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats.article import ArticleText, find_article, is_teaser, read_article
from tests.building import NOON, an_item
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "The bridge over the river was hit again on Thursday evening, people who live beside it said. "
PARAGRAPHS = tuple(
    f"On the {day} day of the week it was so. {WORDS}" for day in ("first", "second", "third", "last")
)
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
TEXT = "\n\n".join(map(str.strip, PARAGRAPHS))
URL = "https://gazette.invalid/news/bridge"


def a_page(*, head: str = "", title: str = "The bridge at Popovka", body: str = BODY, end: str = "") -> str:
    return (
        f"<html><head><title>{title} | Gazette</title>{head}</head><body><nav><a href='/'>Home</a> "
        f"<a href='/sport'>Sport</a></nav><article><h1>{title}</h1>{body}</article>{end}</body></html>"
    )


def read(html: str, *, url: str = URL, listed_at: datetime | None = None) -> ArticleText:
    return read_article(html.encode(), content_type="text/html", url=url, listed_at=listed_at)


def linked(published: str, modified: str = "", kind: str = "NewsArticle") -> str:
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite",'
        f'"datePublished":"1999-01-01"}},{{"@type":"{kind}","datePublished":"{published}",'
        f'"dateModified":"{modified}"}}]}}</script>'
    )


def test_an_article_is_cut_out_of_its_page() -> None:
    found = read(a_page(end="<footer>All rights reserved</footer><script>track('Sport')</script>"))
    assert found.title == "The bridge at Popovka"
    assert found.text == TEXT
    assert found.published_at is None


def test_what_a_page_says_of_itself_is_kept() -> None:
    head = (
        '<link rel="canonical" href="https://gazette.invalid/7">'
        '<meta property="og:title" content="A bridge">'
        '<meta property="article:published_time" content="2025-03-27T18:00:00+02:00">'
    )
    found = read(a_page(head=head + linked("2024-01-01T00:00:00Z")))
    assert (found.title, found.url) == ("A bridge", "https://gazette.invalid/7")
    assert found.published_at == datetime(2025, 3, 27, 16, tzinfo=UTC)


def test_the_name_of_the_site_is_no_title() -> None:
    head = '<meta property="og:title" content="Gazette">'
    assert read(a_page(head=head)).title == "The bridge at Popovka"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked("2025-03-27T18:00:00+02:00"), datetime(2025, 3, 27, 16, tzinfo=UTC)),
        (linked("2025-03-27"), datetime(2025, 3, 27, tzinfo=UTC)),
        (linked("2012-05-10T14:29:05.000Z", "2025-03-27T11:00:00.000Z"), None),
        (linked("2025-03-27", kind="ImageObject"), None),
        ('<script type="application/ld+json">{"@type":</script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ('<meta itemprop="datePublished" content="2025-03-27">', datetime(2025, 3, 27, tzinfo=UTC)),
        ('<meta property="article:published_time" content="yesterday">', None),
    ],
)
def test_the_time_of_publication_is_read_where_it_is_credible(head: str, expected: datetime | None) -> None:
    assert read(a_page(head=head)).published_at == expected


def test_only_a_single_time_on_a_page_is_its_own() -> None:
    own = '<time datetime="2025-03-27T11:00:00Z">Thursday</time>'
    assert read(a_page(end=own)).published_at == datetime(2025, 3, 27, 11, tzinfo=UTC)
    assert read(a_page(end=own + own)).published_at is None


def test_a_time_years_before_the_feed_listed_it_is_the_templates() -> None:
    page = a_page(head=linked("2020-01-01T00:00:00Z"))
    assert read(page, listed_at=NOON).published_at is None
    assert read(page, listed_at=datetime(2020, 1, 2, tzinfo=UTC)).published_at is not None


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("", "an empty page"),
        ("%PDF-1.7 \x1b[2J", "text that begins '%PDF-1.7 [2J', not a page"),
        ('{"error": 1}', "text that begins '{\"error\": 1}', not a page"),
        ("<title>Empty</title><div id=root></div>", "an HTML page titled 'Empty', not an article"),
        (a_page(body=f"<p>{WORDS}</p>"), "not an article"),
        (a_page(body=f"<p>{WORDS * 4}</p><p>Subscribe to continue reading.</p>"), "not an article"),
        (a_page(body=f"<p>We and our partners use cookies. {WORDS * 4}</p>"), "not an article"),
        (a_page(body=f"<p>Please enable JavaScript to go on. {WORDS * 4}</p>"), "not an article"),
        (a_page(body=f"<p>Подтвердите, что вы не робот. {WORDS * 4}</p>"), "not an article"),
        ("<div>" * 6_000 + WORDS * 9, "not an article"),
        (a_page(head='<link rel="canonical" href="https://gazette.invalid/">'), "not an article"),
    ],
)
def test_what_is_no_article_is_named(html: str, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(html)
    assert found in str(caught.value)
    assert is_clean(str(caught.value))


def test_a_long_article_may_speak_of_cookies() -> None:
    assert (
        "cookies" in read(a_page(body="".join(f"<p>{n} accept cookies. {WORDS}</p>" for n in range(20)))).text
    )


def test_a_front_page_may_say_that_it_is_one() -> None:
    page = a_page(head='<link rel="canonical" href="https://gazette.invalid/">')
    assert read(page, url="https://gazette.invalid").text


def test_scripts_and_drawings_are_nothing_to_read() -> None:
    noise = f"<svg><text>{WORDS}</text></SVG ><script>'{WORDS}'</script><style>{WORDS}</style>"
    assert read(a_page(body=noise + BODY)).text == TEXT


@pytest.mark.parametrize(
    "body", ["<p>x" * 100_000, f"<p>{WORDS}" * 60_000, "<script>" * 50_000, "<a href=x>y</a>" * 100_000]
)
def test_a_page_beyond_the_caps_is_read_in_part(body: str) -> None:
    found = find_article(a_page(body=BODY + body))
    assert found is None or len(found.text) <= 100_000


def test_the_strings_of_an_article_are_clean() -> None:
    hostile = "<p>\u2066It rained.&#x1b;[2J&#027;c&#0;\u200b\x9b31m\x0b</p>"
    found = read(a_page(title="The \u202ebridge\x9b31m", body=hostile + BODY))
    assert found.text.startswith("It rained.[2Jc")
    assert is_clean(found.text)
    assert is_clean(found.title)


@given(
    pieces=st.lists(
        st.sampled_from(
            (
                *(
                    "<p>",
                    "</p>",
                    WORDS,
                    "<div>",
                    "</div>",
                    "<script>",
                    "</script>",
                    "<table><tr><td>",
                    "\x00",
                ),
                *("<h1>T</h1>", "<title>\x1b]0;x\x07", "<!--", "-->", "<a href='http://['>", "\ud800", "<q>"),
            )
        ),
        max_size=80,
    )
)
@settings(deadline=None, max_examples=150)
def test_any_page_is_an_article_or_refused(pieces: list[str]) -> None:
    try:
        found = read_article(
            "".join(pieces).encode("utf-8", "surrogatepass"), content_type="", url="http://["
        )
    except FormatError as error:
        assert_clean = str(error)
    else:
        assert_clean = found.text + found.title
    assert is_clean(assert_clean)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("The bridge was hit.", True),
        (WORDS * 7, False),
        (WORDS * 7 + "…", True),
        (WORDS * 7 + "[...]", True),
        (WORDS * 7 + "[…]\n\nThe post The bridge appeared first on Gazette.", True),
        (WORDS * 7 + "\n\nRead more »", True),
        (WORDS * 7 + "\n\nЧитать далее...", True),
        (WORDS * 30 + "…", False),
    ],
)
def test_a_teaser_is_short_or_trails_off(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_teaser(an_item(text=text)) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://gazette.invalid/a", True),
        ("https://news.google.com/rss/articles/CBMiX?oc=5", False),
        ("https://gazette.invalid/map.PDF", False),
        ("", False),
        ("ftp://gazette.invalid/a", False),
        ("https://[", False),
    ],
)
def test_only_a_page_holds_the_rest_of_a_teaser(url: str, expected: bool) -> None:  # noqa: FBT001
    assert is_teaser(replace(an_item(), url=url)) is expected


@pytest.mark.parametrize(
    ("name", "published_at", "length", "ending"),
    [
        ("bbc_2026_04_25", datetime(2026, 4, 24, 11, 16, 53, tzinfo=UTC), 5_900, "arms and equipment."),
        ("kommersant_2025_05_14", datetime(2025, 5, 14, 17, 28, 12, tzinfo=UTC), 7_000, "происходит."),
        ("pravda_2026_01_08", datetime(2026, 1, 8, 15, 46, tzinfo=UTC), 11_500, "Карина Гасимова"),
        ("theguardian_2024_02_24", datetime(2024, 2, 24, 11, 42, 23, tzinfo=UTC), 1_600, "say what."),
    ],
)
def test_recorded_articles_are_read_whole(
    sample: Callable[[str], bytes], name: str, published_at: datetime, length: int, ending: str
) -> None:
    found = read_article(gzip.decompress(sample(f"feeds/articles/{name}.html.gz")), content_type="", url=URL)
    assert found.published_at is not None
    assert found.published_at - published_at < timedelta(seconds=1)
    assert found.title
    assert not found.text.startswith(found.title)
    assert len(found.text) >= length
    assert found.text.endswith(ending) or name.startswith("theguardian")
