"""Bluesky accounts to Items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import bluesky
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page

SOURCE = a_source("ada", kind=SourceKind.BLUESKY, url="https://bsky.app/profile/ada.invalid")
ASKED = (
    "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed"
    "?actor=ada.invalid&limit=50&filter=posts_and_author_threads"
)
DID = "did:plc:ada234567"


def at(hour: int) -> str:
    return f"2025-03-28T{hour:02}:00:00.000Z"


def an_entry(
    rkey: str = "3abc",
    *,
    indexed: str = "",
    created: str = "",
    text: str = "The bridge stands.",
    **fields: object,
) -> dict[str, object]:
    indexed = indexed or at(9)
    record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": created or indexed}
    post = {
        "uri": f"at://{DID}/app.bsky.feed.post/{rkey}",
        "cid": "bafy",
        "author": {"did": DID, "handle": "ada.invalid"},
        "record": record,
        "indexedAt": indexed,
    }
    return {"post": post, **fields}


def read(*entries: object, url: str = ASKED, since: str = "", **fields: object) -> Page:
    return bluesky.read(SOURCE, answer_of(body_of({"feed": list(entries), **fields}), url=url, since=since))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bsky.app/profile/ada.invalid", ASKED),
        ("https://bsky.app/profile/ada.invalid/?x", ASKED),
        ("https://www.bsky.app/profile/@ada.invalid", ASKED),
        (f"https://bsky.app/profile/{DID}", ASKED.replace("ada.invalid", DID.replace(":", "%3A"))),
        ("http://127.0.0.1:8901/xrpc/x?actor=ada", "http://127.0.0.1:8901/xrpc/x?actor=ada"),
        ("https://bsky.app/profile/ada.invalid/feed/x", "https://bsky.app/profile/ada.invalid/feed/x"),
    ],
)
def test_a_profile_is_asked_for_without_a_login(url: str, expected: str) -> None:
    source = a_source("ada", kind=SourceKind.BLUESKY, url=url)
    assert bluesky.first_url(source, since="", now=NOON) == expected


def test_a_post_becomes_an_item() -> None:
    (item,) = read(an_entry(text="One 🌉\ntwo", indexed=at(9), created="2025-03-28T08:59:58.5Z")).items
    assert item.key == f"at://{DID}/app.bsky.feed.post/3abc"
    assert item.url == f"https://bsky.app/profile/{DID}/post/3abc"
    assert (item.title, item.text) == ("", "One 🌉\ntwo")
    assert item.published_at == datetime(2025, 3, 28, 8, 59, 58, 500_000, tzinfo=UTC)


@pytest.mark.parametrize("created", ["2019-01-01T00:00:00Z", "2025-04-02T00:00:00Z", "long ago", ""])
def test_a_clock_that_is_off_is_not_believed(created: str) -> None:
    (item,) = read(an_entry(indexed=at(9), created=created)).items
    assert item.published_at == datetime(2025, 3, 28, 9, tzinfo=UTC)


def test_reposts_and_quoted_words_are_not_the_authors() -> None:
    repost = an_entry("9zzz", text="Another's.", reason={"$type": "app.bsky.feed.defs#reasonRepost"})
    quoting = an_entry(text="Look at this.")
    quoting["post"]["record"]["embed"] = {"record": {"uri": "at://x"}}  # type: ignore[index]
    quoting["post"]["embed"] = {"record": {"value": {"text": "Another's."}}}  # type: ignore[index]
    assert [item.text for item in read(repost, quoting).items] == ["Look at this."]


def test_a_pinned_post_is_the_authors_but_out_of_order() -> None:
    pinned = an_entry("1old", indexed=at(1), reason={"$type": "app.bsky.feed.defs#reasonPin"})
    page = read(pinned, an_entry(indexed=at(9)), since=at(2), cursor="next")
    assert len(page.items) == 2
    assert page.more == f"{ASKED}&cursor=next"


def test_the_answer_to_ones_own_post_is_kept() -> None:
    assert len(read(an_entry(reply={"parent": {}, "root": {}})).items) == 1


def test_the_cursor_is_the_newest_indexing() -> None:
    assert (
        read(an_entry("a", indexed=at(8)), an_entry("b", indexed=at(9))).cursor == "2025-03-28T09:00:00+00:00"
    )


def test_the_first_poll_asks_for_no_older_posts() -> None:
    assert read(an_entry(), cursor="next").more == ""


def test_older_posts_are_asked_for_up_to_the_last_seen() -> None:
    page = read(an_entry(indexed=at(9)), since=at(5), cursor="a b")
    assert page.more == f"{ASKED}&cursor=a+b"
    page = read(an_entry(indexed=at(7)), url=page.more, since=at(5), cursor="c")
    assert page.more == f"{ASKED}&cursor=c"
    assert read(an_entry(indexed=at(5)), url=page.more, since=at(5), cursor="d").more == ""


def test_a_page_of_reposts_is_passed_by_the_services_own_cursor() -> None:
    repost = an_entry("9zzz", indexed=at(1), reason={"$type": "app.bsky.feed.defs#reasonRepost"})
    assert read(repost, since=at(5), cursor=at(7)).more == f"{ASKED}&cursor=2025-03-28T07%3A00%3A00.000Z"
    assert read(repost, since=at(5), cursor=at(5)).more == ""
    assert read(repost, since=at(5), cursor="next").more == ""


@pytest.mark.parametrize("cursor", ["", "same", "x" * 501])
def test_a_cursor_that_leads_nowhere_is_not_followed(cursor: str) -> None:
    asked = f"{ASKED}&cursor=same"
    assert read(an_entry(indexed=at(9)), url=asked, since=at(5), cursor=cursor).more == ""


def test_another_service_is_followed_at_its_own_address() -> None:
    source = a_source("ada", kind=SourceKind.BLUESKY, url="http://127.0.0.1:8901/xrpc/x?actor=ada")
    answer = answer_of(body_of({"feed": [an_entry()], "cursor": "next"}), url=source.url, since=at(1))
    assert bluesky.read(source, answer).more == "http://127.0.0.1:8901/xrpc/x?actor=ada&cursor=next"


def test_only_a_later_page_may_be_empty() -> None:
    assert not read().may_be_empty
    assert read(url=f"{ASKED}&cursor=a", since=at(1)).may_be_empty
    assert read(an_entry(text=" ")).may_be_empty


def test_what_is_missing_proves_nothing() -> None:
    assert read(an_entry()).present is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            b'{"error":"InvalidRequest","message":"Profile not found"}',
            "a refusal: 'InvalidRequest: Profile not found'",
        ),
        (b'{"feed":{}}', "a JSON object that is not a Bluesky account's posts"),
        (b'{"feed":[{"post":{"uri":"at://x"}},7]}', "a JSON list of something else"),
        (b"[]", "a JSON list, not a Bluesky account's posts"),
        (b"<!doctype html><title>Bluesky</title>", "an HTML page titled 'Bluesky'"),
        (b"upstream connect error", "text that is not JSON and begins 'upstream connect error'"),
    ],
)
def test_what_are_no_posts_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        bluesky.read(SOURCE, answer_of(body, url=ASKED))
    assert reason in str(caught.value)


@given(
    value=bent({"feed": [an_entry(), an_entry("3abd", reason={"$type": "x"})], "cursor": at(3)}),
    since=st.text() | st.just(at(1)),
)
@settings(deadline=None)
def test_json_of_any_shape_is_read_or_refused(value: object, since: str) -> None:
    assert_read_or_refused(bluesky.read, SOURCE, body_of(value), url=ASKED, since=since)


def test_recorded_posts_are_read_whole(sample: Callable[[str], bytes]) -> None:
    answer = answer_of(
        sample("apis/bluesky_getAuthorFeed.json"),
        url=ASKED,
        since=at(1).replace("-03-", "-02-"),
        received_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    page = bluesky.read(SOURCE, answer)
    assert len(page.items) == 5
    assert page.cursor == "2025-02-24T20:29:50.454000+00:00"
    assert page.more == ""  # the sample ends before 28 February
    assert all(item.text and item.url for item in page.items)
