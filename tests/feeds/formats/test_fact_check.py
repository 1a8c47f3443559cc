"""What Google's Fact Check Tools find to Items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import fact_check
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused, bent, body_of

if TYPE_CHECKING:
    from feeds.formats.page import Page

URL = "https://factchecktools.googleapis.com/v1alpha1/claims:search?query=bridge&languageCode=en"
SOURCE = a_source("checks", kind=SourceKind.FACT_CHECK, url=URL)
SINCE = "2025-03-01T00:00:00+00:00"


def a_review(**fields: object) -> dict[str, object]:
    return {
        "publisher": {"name": "Proof Desk", "site": "proof.invalid"},
        "url": "https://proof.invalid/bridge",
        "title": "No, the bridge stands",
        "reviewDate": "2025-03-27T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
        **fields,
    }


def a_claim(*reviews: object, **fields: object) -> dict[str, object]:
    sound = {"text": "The bridge has fallen", "claimant": "Ivan Example", "claimDate": "2025-03-25T10:00:00Z"}
    return {**sound, "claimReview": list(reviews or [a_review()]), **fields}


def read(*claims: object, url: str = URL, since: str = "", **fields: object) -> Page:
    return fact_check.read(
        SOURCE, answer_of(body_of({"claims": list(claims), **fields}), url=url, since=since)
    )


def test_the_search_is_asked_as_it_is() -> None:
    assert fact_check.first_url(SOURCE, since=SINCE, now=NOON) == URL


def test_a_review_becomes_an_item_of_the_claimant() -> None:
    (item,) = read(a_claim()).items
    assert item.url == "https://proof.invalid/bridge"
    assert item.key.startswith("https://proof.invalid/bridge ")
    assert item.title == "Claim: The bridge has fallen"
    assert item.text.split("\n\n") == [
        "Claim: The bridge has fallen",
        "Claimed by Ivan Example, 2025-03-25",
        "Rating by Proof Desk: False",
    ]
    assert item.published_at == datetime(2025, 3, 27, tzinfo=UTC)
    assert item.forwarded_from == "Ivan Example"


@pytest.mark.parametrize(
    ("claim", "rest"),
    [
        (a_claim(claimant=None), ["Claimed on 2025-03-25", "Rating by Proof Desk: False"]),
        (a_claim(claimDate="spring"), ["Claimed by Ivan Example", "Rating by Proof Desk: False"]),
        (a_claim(a_review(textualRating=""), claimant="", claimDate=None), ["Reviewed by Proof Desk"]),
        (
            a_claim(a_review(publisher={"site": "p.invalid"}), claimant="", claimDate=None),
            ["Rating by p.invalid: False"],
        ),
        (a_claim(a_review(publisher=None), claimant="", claimDate=None), ["Rating: False"]),
        (a_claim(a_review(publisher=None, textualRating=None), claimant="", claimDate=None), []),
    ],
)
def test_what_is_missing_is_left_out(claim: object, rest: list[str]) -> None:
    assert read(claim).items[0].text.split("\n\n") == ["Claim: The bridge has fallen", *rest]


def test_a_claim_of_nobody_is_still_not_the_reviewers() -> None:
    assert read(a_claim(claimant=None)).items[0].forwarded_from == "an unnamed claimant"


def test_a_rating_that_changes_is_the_same_item() -> None:
    first = read(a_claim()).items[0]
    second = read(
        a_claim(a_review(textualRating="Missing context", reviewDate="2025-03-28T00:00:00Z"))
    ).items[0]
    assert first.id == second.id
    assert first.digest != second.digest


def test_an_article_that_reviews_two_claims_is_two_items() -> None:
    one, two = read(a_claim(), a_claim(text="The bridge was sold")).items
    assert one.id != two.id


def test_each_review_of_a_claim_is_an_item() -> None:
    assert len(read(a_claim(a_review(), a_review(url="https://other.invalid/1"), 7)).items) == 3


def test_a_claim_without_words_is_left_out() -> None:
    assert read(a_claim(text=None), a_claim(text=" ")).items == ()


def test_nothing_found_is_a_good_answer() -> None:
    page = fact_check.read(SOURCE, answer_of(b"{}", url=URL))
    assert page.items == ()
    assert page.may_be_empty


def test_the_cursor_is_the_newest_review() -> None:
    dates = ("2025-03-02T00:00:00Z", "2025-03-04T00:00:00Z", "2025-03-01T00:00:00Z", "spring")
    reviews = [a_review(reviewDate=date, url=f"https://proof.invalid/{date}") for date in dates]
    assert read(a_claim(*reviews)).cursor == "2025-03-04T00:00:00+00:00"
    assert read(a_claim(reviews[-1])).cursor == ""


def test_later_polls_read_all_pages() -> None:
    assert read(a_claim(), nextPageToken="a/b").more == ""
    page = read(a_claim(), since=SINCE, nextPageToken="a/b")
    assert page.more == f"{URL}&pageToken=a%2Fb"
    assert read(a_claim(), url=page.more, since=SINCE, nextPageToken="c").more == f"{URL}&pageToken=c"
    assert read(a_claim(), url=page.more, since=SINCE).more == ""


@pytest.mark.parametrize("token", ["same", "x" * 1_001])
def test_a_token_that_leads_nowhere_is_not_followed(token: str) -> None:
    assert read(a_claim(), url=f"{URL}&pageToken=same", since=SINCE, nextPageToken=token).more == ""


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"error":{"code":400,"message":"API key not valid."}}', "a refusal: 'API key not valid.'"),
        (b'{"claims": {}}', "a JSON object that is not Google's list of fact checks"),
        (b'{"claims": [1, {"a": 2}]}', "a JSON list of something else"),
        (b"<!DOCTYPE html><title>Before you continue</title>", "an HTML page titled 'Before you continue'"),
        (b"Quota exceeded", "text that is not JSON and begins 'Quota exceeded'"),
        (b"[]", "a JSON list, not Google's list of fact checks"),
    ],
)
def test_what_is_no_list_is_named(body: bytes, reason: str) -> None:
    with pytest.raises(FormatError) as caught:
        fact_check.read(SOURCE, answer_of(body, url=URL))
    assert reason in str(caught.value)


@given(
    value=bent({"claims": [a_claim(), a_claim(a_review(), a_review())], "nextPageToken": "a"}),
    since=st.text(),
)
@settings(deadline=None)
def test_json_of_any_shape_is_read_or_refused(value: object, since: str) -> None:
    assert_read_or_refused(fact_check.read, SOURCE, body_of(value), url=URL, since=since)
