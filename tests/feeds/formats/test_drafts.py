"""From what a format says to an Item."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.cleaning import clean_line, clean_text, clean_url
from feeds.formats.drafts import MAX_KEY, MAX_TEXT, MAX_TITLE, Draft, item_of
from tests.building import NOON, a_source
from tests.feeds.formats.seeing import is_clean

SOURCE = a_source()
WORDS = (
    st.text(max_size=30) | st.from_regex(r"\A[ -~]{0,30}\Z") | st.sampled_from(("a  b", " a", "a ", "\x7f"))
)
URLS = WORDS.map(lambda rest: f"https://gazette.invalid/{rest}") | st.from_regex(
    r"\Ahttps?://[a-z0-9.:@\[\]-]{0,20}[/?#]?[ -~]{0,20}\Z"
)


@given(key=WORDS, url=URLS, title=WORDS, text=WORDS)
def test_every_string_comes_out_as_cleaning_leaves_it(key: str, url: str, title: str, text: str) -> None:
    item = item_of(
        Draft(key, url=url, title=title, text=text, forwarded_from=title), SOURCE, received_at=NOON
    )
    assert item.title == clean_line(title, MAX_TITLE)
    assert item.forwarded_from == item.title
    assert item.text == clean_text(text, MAX_TEXT)
    assert item.url == clean_url(url)
    assert item.key == clean_line(key, MAX_KEY) or not clean_line(key, MAX_KEY)
    assert is_clean(item.key)


def test_a_long_title_and_text_are_cut() -> None:
    item = item_of(Draft("k", title="t" * 400, text="x" * (MAX_TEXT + 1)), SOURCE, received_at=NOON)
    assert (len(item.title), len(item.text)) == (MAX_TITLE, MAX_TEXT)


def test_keys_that_are_too_long_or_can_not_be_seen_stay_apart() -> None:
    keys = ("k" * 600, "k" * 601, "\u200b", "\u200b\u200b", "")
    seen = {item_of(Draft(key), SOURCE, received_at=NOON).key for key in keys}
    assert len(seen) == len(keys)
    assert all(0 < len(key) <= MAX_KEY for key in seen)


@pytest.mark.parametrize(
    ("published_at", "expected"),
    [
        (NOON.astimezone(timezone(timedelta(hours=3))), NOON),
        (NOON.replace(tzinfo=None), NOON),
        (NOON + timedelta(hours=23), NOON + timedelta(hours=23)),
        (NOON + timedelta(hours=25), None),
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5))), None),
        (None, None),
    ],
)
def test_a_publication_is_believed_or_estimated(
    published_at: datetime | None, expected: datetime | None
) -> None:
    item = item_of(Draft("k", published_at=published_at, edited_at=published_at), SOURCE, received_at=NOON)
    assert item.published_at == (expected or NOON)
    assert item.published_estimated == (expected is None)
    assert item.edited_at == expected


def test_the_digest_is_that_of_the_words() -> None:
    one, same, other = (
        item_of(Draft(key, title=title), SOURCE, received_at=NOON)
        for key, title in (("a", "T"), ("b", "T "), ("a", "U"))
    )
    assert one.digest == same.digest != other.digest
