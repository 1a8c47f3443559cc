"""What an address is by its form."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.config import kind_of, private_network
from feeds.config.addresses import channel_address, is_http, is_near, masked
from feeds.model import SourceKind


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://t.me/s/DeepStateUA", SourceKind.TELEGRAM),
        ("https://t.me/rybar/81519", SourceKind.TELEGRAM),
        ("https://t.me/+AbCdEfGh", SourceKind.FEED),
        ("https://t.me.example.org/rybar", SourceKind.FEED),
        ("https://bsky.app/profile/herald.example", SourceKind.BLUESKY),
        ("https://bsky.app/profile/did:plc:abc123", SourceKind.BLUESKY),
        ("https://bsky.app/profile/herald.example/rss", SourceKind.FEED),
        ("https://mastodon.example/@herald", SourceKind.MASTODON),
        ("https://mastodon.example/@herald.rss/feed", SourceKind.FEED),
        ("https://example.org/@herald", SourceKind.FEED),
        ("https://example.org/wp-json/wp/v2/posts?search=x", SourceKind.WORDPRESS),
        ("https://example.org/report-{month}-{day}-{year}", SourceKind.DAILY_PAGE),
        ("https://api.gdeltproject.org/api/v2/doc/doc?query=x", SourceKind.GDELT),
        ("https://acleddata.com/api/acled/read", SourceKind.ACLED),
        ("https://acleddata.com/feed/", SourceKind.FEED),
        ("https://deepstatemap.live/api/history/public", SourceKind.DEEPSTATE),
        ("https://factchecktools.googleapis.com/v1alpha1/claims:search?query=x", SourceKind.FACT_CHECK),
        ("https://example.org/rss.xml", SourceKind.FEED),
        ("http://[", SourceKind.FEED),
        ("~/inbox", SourceKind.FOLDER),
        ("/srv/inbox", SourceKind.FOLDER),
    ],
)
def test_a_kind_is_told_from_the_address(address: str, kind: SourceKind) -> None:
    assert kind_of(address) is kind


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("http://127.8.9.1:80/", True),
        ("http://[fd12::1]/", True),
        ("http://192.168.1.1/", True),
        ("http://olena:word@10.0.0.1/", True),
        ("http://LOCALHOST/", True),
        ("http://9.9.9.9/", False),
        ("http://[2606:4700::1111]/", False),
        ("http://localhost.example/", False),
        ("http://127.0.0.1.example/", False),
        ("http://127.0.0.1@example.org/", False),
        ("/srv/inbox", False),
        ("http://[/", False),
    ],
)
def test_near_is_what_the_address_itself_says(address: str, near: bool) -> None:  # noqa: FBT001
    assert is_near(address) is near


@pytest.mark.parametrize(
    ("given_as", "network"),
    [
        ("127.0.0.0/8", "127.0.0.0/8"),
        ("127.0.0.1/8", "127.0.0.0/8"),
        ("10.1.2.3", "10.1.2.3/32"),
        ("100.64.0.0/10", "100.64.0.0/10"),
        ("::1", "::1/128"),
        ("fd00::/8", "fd00::/8"),
    ],
)
def test_private_ranges_may_be_allowed(given_as: str, network: str) -> None:
    assert private_network(given_as) == ip_network(network)


@pytest.mark.parametrize("text", ["", "ten", "8.8.8.0/24", "0.0.0.0/0", "::/0", "10.0.0.0/33", "224.0.0.0/4"])
def test_nothing_else_is_a_private_range(text: str) -> None:
    with pytest.raises(ValueError, match="a range of private addresses such as"):
        private_network(text)


@pytest.mark.parametrize(
    "address",
    ["https://t.me/rybar", "https://t.me/rybar/81519", "http://t.me/s/rybar/", "https://telegram.me/rybar"],
)
def test_all_addresses_of_a_channel_are_that_of_its_preview(address: str) -> None:
    assert channel_address(address) == "https://t.me/s/rybar"


@pytest.mark.parametrize("address", ["https://t.me/+AbCdEf", "https://example.org/rybar", "http://["])
def test_other_addresses_stay_as_they_are(address: str) -> None:
    assert channel_address(address) == address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("found 'https://olena:word@h.example/x'", "found 'https://…@h.example/x'"),
        ("https://h.example/x?q=1&key=abc&page=2", "https://h.example/x?q=1&key=…&page=2"),
        ("https://h.example/x?Token=abc#top", "https://h.example/x?Token=…#top"),
        ("https://h.example/@name?monkey=abc", "https://h.example/@name?monkey=abc"),
    ],
)
def test_passwords_and_keys_are_not_shown(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.text(max_size=200) | st.text(alphabet="htps:/@[]{}.?&=%09a \n", max_size=60).map("http://".__add__))
def test_any_text_is_judged(text: str) -> None:
    kind_of(text)
    masked(text)
    assert channel_address(text) == text or kind_of(text) is SourceKind.TELEGRAM
    if is_http(text):
        assert not any(mark.isspace() for mark in text)
