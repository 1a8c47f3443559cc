"""The protocol of chat completions."""

from __future__ import annotations

import json

import pytest

from feeds.errors import FormatError
from feeds.formats.chat import content_of, request_of


def _answer(content: object, finish: str = "stop") -> bytes:
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}).encode()


def test_a_question_asks_for_a_schema() -> None:
    body = request_of("small", system="Read.", user="One \ud83d.", name="reports", schema={"type": "object"})
    asked = json.loads(body)
    assert asked["model"] == "small"
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert asked["response_format"]["type"] == "json_schema"


def test_an_answer_gives_its_content() -> None:
    assert content_of(_answer('{"reports": []}')) == '{"reports": []}'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "an empty answer"),
        (b"<html><title>Log in</title></html>", "not a chat completion"),
        (b"[]", "a JSON list"),
        (b"{", "broken"),
        (b'{"error": {"message": "no such model"}}', "no such model"),
        (b'{"choices": []}', "not a chat completion"),
        (_answer(None), "an empty message"),
        (_answer("  "), "an empty message"),
        (_answer([1]), "an empty message"),
        (_answer("{", finish="length"), "too long"),
    ],
)
def test_all_else_says_what_it_is(body: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        content_of(body)
