"""Bytes to JSON that is looked at field by field."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats.json_answer import (
    MAX_VALUES,
    Record,
    complaint_in,
    decoded,
    json_text,
    read_json,
    read_record,
    refusal,
    said,
)
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Mapping

WANTED = "a list of posts"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"", "an empty answer, not a list of posts"),
        (b" \r\n\x00", "an empty answer, not a list of posts"),
        (b"<!DOCTYPE html><title>Log in</title>", "an HTML page titled 'Log in', not a list of posts"),
        (b"<!-- x --> <HTML><body>", "an HTML page without a title, not a list of posts"),
        (b"Slow\x1b[31m down", "text that is not JSON and begins 'Slow[31m down', not a list of posts"),
        (b"<?xml version='1.0'?>", "text that is not JSON and begins '<?xml"),
        (b"null", "text that is not JSON and begins 'null'"),
        (b'{"posts": [1, 2', "JSON that is broken or breaks off, not a list of posts"),
        (b"[1] [2]", "JSON that is broken or breaks off"),
        (b"[" * 200_000, "JSON nested beyond reason"),
        (b'{"a":' * 200_000, "JSON nested beyond reason"),
        (b"[" + b"1" * 5_000 + b"]", "JSON that is broken or breaks off"),
        (b"[" + b"0," * MAX_VALUES + b"0]", "JSON of more than 500,000 values"),
        (b" " * 10_000_001, "JSON of more than 10 MB"),
        (b"[]", "a JSON list, not a list of posts"),
        (b"\x1f\x8bbroken", "a broken gzip file"),
    ],
)
def test_what_is_no_json_object_is_named(body: bytes, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_record(answer_of(body), wanted=WANTED)
    assert found in str(caught.value)


@pytest.mark.parametrize("wrap", [bytes, gzip.compress, lambda body: b"\xef\xbb\xbf" + body])
def test_an_object_is_read_however_it_is_written(wrap: type[bytes]) -> None:
    assert read_record(answer_of(wrap(b'{"a": "\xc3\xa9"}')), wanted=WANTED).text("a") == "é"


def test_a_list_keeps_a_place_for_what_is_no_object() -> None:
    found = read_json(answer_of(b'[{"a": "b"}, 3, null]'), wanted=WANTED)
    assert found == (Record({"a": "b"}), Record(), Record())


def test_control_characters_and_half_an_emoji_break_nothing() -> None:
    found = decoded('{"a": "one\ttwo\x01", "b": "cut \\ud83d"}', wanted=WANTED)
    assert isinstance(found, Record)
    assert (found.text("a"), found.text("b")) == ("one\ttwo\x01", "cut ")


ODD = Record(
    {
        "null": None,
        "words": "7",
        "number": 7,
        "true": True,
        "half": 7.5,
        "list": [{"a": 1}, 2],
        "object": {"a": 1},
    }
)


def test_words_are_words_only() -> None:
    assert {name: ODD.text(name) for name in ODD.fields if ODD.text(name)} == {"words": "7"}
    assert ODD.text("missing") == ""


def test_numbers_may_be_words_but_not_truths() -> None:
    numbers = {name: ODD.number(name) for name in (*ODD.fields, "missing")}
    assert {name: number for name, number in numbers.items() if number is not None} == {
        "words": 7,
        "number": 7,
    }


@pytest.mark.parametrize(
    "value", [10**18, -(10**18), 10**4_000, "9" * 19, "1_000", "٣", " 7", "1e3", float("nan")]
)
def test_a_number_out_of_reason_is_none(value: object) -> None:
    assert Record({"a": value}).number("a") is None


def test_objects_and_lists_are_never_missing() -> None:
    assert ODD.record("object") == Record({"a": 1})
    assert ODD.record("list") == ODD.record("missing") == Record()
    assert ODD.records("list") == (Record({"a": 1}), Record())
    assert ODD.records("object") == ODD.records("missing") == ()
    assert [name for name in ODD.fields if ODD.has_list(name)] == ["list"]
    assert "null" not in ODD
    assert "object" in ODD
    assert ODD
    assert not Record()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-28T09:30:00.123Z", datetime(2025, 3, 28, 9, 30, 0, 123_000, tzinfo=UTC)),
        ("20250328T093000Z", datetime(2025, 3, 28, 9, 30, tzinfo=UTC)),
        ("28 March 2025", None),
        ("\ud800", None),
        ("2025-03-28T09:30:00" + "0" * 100, None),
    ],
)
def test_a_moment_is_one_of_iso_8601(text: str, expected: datetime | None) -> None:
    assert Record({"at": text}).moment("at") == expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"error": "This method requires an authenticated user"},
            "This method requires an authenticated user",
        ),
        ({"error": "InvalidRequest", "message": "Profile not found"}, "InvalidRequest: Profile not found"),
        ({"error": {"code": 400, "message": "API key not valid."}}, "API key not valid."),
        ({"error": [{"message": "one"}, {"message": "two"}, 3]}, "one: two"),
        ({"error": "invalid_grant", "error_description": "invalid_grant"}, "invalid_grant"),
        ({"messages": ["no such field"]}, "no such field"),
        ({"error": "x" * 5_000}, "…"),
        ({"error": "a\x1b[2J \u202eb"}, "a[2J b"),
        ({"error": None}, ""),
        ({}, ""),
    ],
)
def test_a_complaint_is_found(fields: Mapping[str, object], words: str) -> None:
    assert complaint_in(Record(fields)) == words


def test_a_refusal_says_why_where_it_can() -> None:
    assert str(refusal(Record({"error": "no"}), wanted=WANTED)) == "a refusal: 'no'"
    assert str(refusal(Record({"a": 1}), wanted=WANTED)) == "a JSON object that is not a list of posts"


def test_what_looks_like_a_key_is_not_repeated() -> None:
    key = "AIzaSy" + "Qx7_-" * 7
    assert said(f"Consumer 'api_key:{key}' has been suspended") == "Consumer 'api_key:…' has been suspended"
    assert key[:20] not in said(f"{'word ' * 17}{key}")


@given(body=st.binary(max_size=200), begin=st.sampled_from([b"", b"{", b'{"a":', b"[", b'["', b"<html>"]))
def test_any_bytes_are_json_or_refused(body: bytes, begin: bytes) -> None:
    refused = ""
    try:
        found = decoded(json_text(begin + body, wanted=WANTED), wanted=WANTED)
    except FormatError as error:
        refused = str(error)
    else:
        assert isinstance(found, (Record, tuple))
    assert is_clean(refused)
