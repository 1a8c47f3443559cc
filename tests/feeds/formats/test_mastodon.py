"""Mastodon accounts to Items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import mastodon
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page

SOURCE = a_source("ada", kind=SourceKind.MASTODON, url="https://toots.invalid/@ada")
LOOKUP = "https://toots.invalid/api/v1/accounts/lookup?acct=ada"
POSTS = "https://toots.invalid/api/v1/accounts/77/statuses?limit=40&exclude_replies=true&exclude_reblogs=true"
ACCOUNT = {"id": "77", "username": "ada", "acct": "ada", "url": "https://toots.invalid/@ada"}


def a_post(post_id: str = "1000", **fields: object) -> dict[str, object]:
    return {
        "id": post_id,
        "created_at": "2025-03-28T09:30:00.125Z",
        "edited_at": None,
        "spoiler_text": "",
        "url": f"https://toots.invalid/@ada/{post_id}",
        "uri": f"https://toots.invalid/users/ada/statuses/{post_id}",
        "content": "<p>The bridge stands.</p>",
        "reblog": None,
        "account": ACCOUNT,
        **fields,
    }


def read(value: object, *, url: str = POSTS, since: str = "") -> Page:
    return mastodon.read(SOURCE, answer_of(body_of(value), url=url, since=since))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://toots.invalid/@ada", LOOKUP),
        ("https://toots.invalid/@ada/", LOOKUP),
        ("https://toots.invalid/web/@ada?x#y", LOOKUP),
        ("https://toots.invalid/users/ada", LOOKUP),
        ("@ada@toots.invalid", LOOKUP),
        ("https://toots.invalid/@ada@else.invalid", f"{LOOKUP}@else.invalid"),
        ("http://127.0.0.1:8901/@ada", "http://127.0.0.1:8901/api/v1/accounts/lookup?acct=ada"),
        (POSTS, POSTS),
        ("https://toots.invalid/about", "https://toots.invalid/about"),
    ],
)
def test_an_account_is_looked_up_first(url: str, expected: str) -> None:
    source = a_source("ada", kind=SourceKind.MASTODON, url=url)
    assert mastodon.first_url(source, since="", now=NOON) == expected


@pytest.mark.parametrize(("since", "expected"), [("77:1000", POSTS), ("77", LOOKUP), ("../x:1", LOOKUP)])
def test_a_known_account_is_asked_for_its_posts(since: str, expected: str) -> None:
    assert mastodon.first_url(SOURCE, since=since, now=NOON) == expected


def test_a_look_up_leads_to_the_posts() -> None:
    page = read(ACCOUNT, url=LOOKUP)
    assert page.more == POSTS
    assert page.items == ()
    assert page.cursor == ""
    assert page.may_be_empty


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"moved": {"url": "https://else.invalid/@ada"}},
            "an account that has moved to https://else.invalid/@ada",
        ),
        ({"suspended": True}, "a suspended account"),
        ({"id": "7/../7"}, "a JSON object that is not a Mastodon account or its posts"),
        ({"error": "Record not found"}, "a refusal: 'Record not found'"),
    ],
)
def test_an_account_that_will_say_nothing_is_a_failure(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        read({**ACCOUNT, **fields}, url=LOOKUP)
    assert str(caught.value) == reason


def test_a_post_becomes_an_item() -> None:
    (item,) = read([a_post()]).items
    assert (item.key, item.url) == ("1000", "https://toots.invalid/@ada/1000")
    assert (item.title, item.text) == ("", "The bridge stands.")
    assert item.published_at == datetime(2025, 3, 28, 9, 30, 0, 125_000, tzinfo=UTC)
    assert item.edited_at is None
    assert item.source_id == "ada"


def test_an_edit_has_its_time() -> None:
    (item,) = read([a_post(edited_at="2025-03-28T10:00:00Z")]).items
    assert item.edited_at == datetime(2025, 3, 28, 10, tzinfo=UTC)


def test_a_link_is_shown_whole_and_a_warning_comes_first() -> None:
    link = (
        '<a href="https://www.gazette.invalid/a/long/one"><span class="invisible">https://www.</span>'
        '<span class="ellipsis">gazette.invalid/a/lo</span><span class="invisible">ng/one</span></a>'
    )
    (item,) = read([a_post(spoiler_text="War", content=f"<p>One<br>two</p><p>See {link}</p>")]).items
    assert item.text == "War\n\nOne\ntwo\n\nSee https://www.gazette.invalid/a/long/one"


def test_boosts_and_wordless_posts_stand_on_the_page_but_are_no_items() -> None:
    boost = a_post("1002", reblog=a_post("900", content="<p>Another's words.</p>"))
    page = read([boost, a_post("1001", content=""), a_post("1000", quote={"quoted_status": a_post("5")})])
    assert [item.key for item in page.items] == ["1000"]
    assert page.items[0].text == "The bridge stands."
    assert page.present == frozenset(("1000", "1001", "1002"))


def test_ids_are_ordered_by_length_first() -> None:
    page = read([a_post("1000"), a_post("999")])
    assert page.cursor == "77:1000"


def test_the_first_poll_asks_for_no_older_posts() -> None:
    assert read([a_post("1000"), a_post("999")]).more == ""


def test_older_posts_are_asked_for_up_to_the_last_seen() -> None:
    page = read([a_post("1000"), a_post("998")], since="77:900")
    assert page.more == f"{POSTS}&max_id=998"
    page = read([a_post("997"), a_post("901")], url=page.more, since="77:900")
    assert page.more == f"{POSTS}&max_id=901"
    assert read([a_post("900"), a_post("899")], url=page.more, since="77:900").more == ""


@pytest.mark.parametrize("last", ["1000", "998"])
def test_a_page_that_reaches_the_last_seen_is_the_end(last: str) -> None:
    assert read([a_post("1000"), a_post("998")], since=f"77:{last}").more == ""


def test_a_server_that_gives_the_same_page_again_is_not_followed() -> None:
    assert read([a_post("1000"), a_post("998")], url=f"{POSTS}&max_id=998", since="77:9").more == ""


def test_a_cursor_does_not_fall_when_the_newest_post_is_deleted() -> None:
    assert read([a_post("998")], since="77:1000").cursor == "77:1000"


def test_a_full_address_of_posts_works_as_well() -> None:
    posts = "http://127.0.0.1:8901/api/v1/accounts/77/statuses?limit=5"
    source = a_source("ada", kind=SourceKind.MASTODON, url=posts)
    page = mastodon.read(source, answer_of(body_of([a_post("1000")]), url=posts, since="77:10"))
    assert page.cursor == "77:1000"
    assert page.more == f"{posts}&max_id=1000"


def test_only_a_later_page_may_be_empty() -> None:
    assert not read([]).may_be_empty
    assert read([], url=f"{POSTS}&max_id=998", since="77:9").may_be_empty
    assert read([a_post(content="")]).may_be_empty


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"error":"This method requires an authenticated user"}', "a refusal: 'This method requires"),
        (b"<!DOCTYPE html><title>Mastodon</title>", "an HTML page titled 'Mastodon', not a Mastodon account"),
        (b"Too many requests", "text that is not JSON and begins 'Too many requests'"),
        (b'[1, "two", null]', "a JSON list of something else"),
    ],
)
def test_what_are_no_posts_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        mastodon.read(SOURCE, answer_of(body, url=POSTS))
    assert reason in str(caught.value)


@given(
    value=bent([a_post(), a_post("1001", reblog=a_post("5"))]) | bent(ACCOUNT),
    since=st.text() | st.just("77:9"),
)
@settings(deadline=None)
def test_json_of_any_shape_is_read_or_refused(value: object, since: str) -> None:
    assert_read_or_refused(mastodon.read, SOURCE, body_of(value), url=POSTS, since=since)


@given(address=st.text() | st.from_regex(r"https?://[^/]*/@.*"), since=st.text())
def test_any_address_leads_somewhere(address: str, since: str) -> None:
    source = a_source("ada", kind=SourceKind.MASTODON, url=address)
    assert mastodon.first_url(source, since=since, now=NOON)


def test_recorded_posts_are_read_whole(sample: Callable[[str], bytes]) -> None:
    answer = answer_of(
        sample("apis/mastodon_account_statuses.json"),
        url="http://localhost:3000/api/v1/accounts/117020565966271181/statuses?limit=5",
        since="117020565966271181:1",
        received_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    page = mastodon.read(SOURCE, answer)
    assert [item.text for item in page.items] == [f"Toot number {number}!" for number in (9, 8, 7, 6, 5)]
    assert page.cursor == "117020565966271181:117020580518794573"
    assert page.more.endswith("?limit=5&max_id=117020580489281910")
    assert not any(item.published_estimated for item in page.items)
