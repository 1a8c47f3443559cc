"""Links and keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.links import absolute_link, canonical_link, entry_key

ARTICLE = "https://news.invalid/a"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("HTTPS://News.Example/A?oc=5&id=1#x", "https://news.example/A?id=1"),
        ("https://news.example/a?utm_source=x&UTM_medium=y&at_campaign=z&fbclid=w", "https://news.example/a"),
        ("https://news.example/a?empty=&b=%20", "https://news.example/a?empty=&b=%20"),
        ("https://[broken", "https://[broken"),
        ("", ""),
    ],
)
def test_copies_of_a_link_are_one(link: str, expected: str) -> None:
    assert canonical_link(link) == expected


@pytest.mark.parametrize(
    ("guid", "link", "expected"),
    [
        ("g-1", ARTICLE, "g-1"),
        ("", f"{ARTICLE}?utm_source=rss#top", ARTICLE),
        (ARTICLE, "https://other.invalid/b", ARTICLE),
        (f"{ARTICLE}#0", f"{ARTICLE}?at_medium=rss", ARTICLE),
        (f"{ARTICLE}#12", "", ARTICLE),
        (f"{ARTICLE}#comment-12", f"{ARTICLE}#comment-12", f"{ARTICLE}#comment-12"),
        (f"{ARTICLE}#1234", ARTICLE, f"{ARTICLE}#1234"),
        (f"{ARTICLE}?utm_source=x", ARTICLE, ARTICLE),
        (f"{ARTICLE}?id=7&PHPSESSID=ab12", f"{ARTICLE}?id=7", f"{ARTICLE}?id=7"),
        (f"{ARTICLE};jsessionid=AB12?id=7", f"{ARTICLE}?id=7", f"{ARTICLE}?id=7"),
        (f"{ARTICLE}?ts=1743156000", ARTICLE, ARTICLE),
        ("https://news.invalid/?p=7", "https://news.invalid/", "https://news.invalid/?p=7"),
        (f"{ARTICLE}?id=7", f"{ARTICLE}?id=8", f"{ARTICLE}?id=7"),
        ("", "", ""),
    ],
)
def test_an_entry_is_known_by_what_does_not_change(guid: str, link: str, expected: str) -> None:
    assert entry_key(guid, link) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("b", "https://news.invalid/rss/b"),
        ("/b?c", "https://news.invalid/b?c"),
        ("//cdn.invalid/b", "https://cdn.invalid/b"),
        ("http://other.invalid/", "http://other.invalid/"),
        ("//[", ""),
        (" ", ""),
    ],
)
def test_links_lead_from_their_base(link: str, expected: str) -> None:
    assert absolute_link(link, "https://news.invalid/rss/feed.xml") == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_a_key(guid: str, link: str) -> None:
    for beginning in ("", "https://", "https://news.invalid/"):
        assert isinstance(entry_key(beginning + guid, beginning + link), str)
    once = canonical_link(f"https://news.invalid/{link}")
    assert canonical_link(once) == once
