"""What stands behind the question mark of an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.queries import query_value, with_query


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.invalid/x", "http://a.invalid/x?page=2"),
        ("http://a.invalid/x?", "http://a.invalid/x?page=2"),
        ("http://a.invalid/x?q=a%20b|c&page=1#top", "http://a.invalid/x?q=a%20b|c&page=2"),
        ("http://a.invalid/x?%70age=1&page=9&r=?", "http://a.invalid/x?r=?&page=2"),
    ],
)
def test_a_value_takes_the_place_of_those_before(url: str, expected: str) -> None:
    assert with_query(url, {"page": "2"}) == expected


def test_a_value_that_is_missing_is_empty() -> None:
    assert query_value("http://a.invalid/x?page=&pager=3", "page") == ""
    assert query_value("http://a.invalid/x", "page") == ""


@given(url=st.text(), name=st.text(min_size=1), value=st.text())
def test_what_was_set_is_found(url: str, name: str, value: str) -> None:
    assert query_value(with_query(url, {name: value}), name) == value
