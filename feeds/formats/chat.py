"""Chat completions, as OpenAI's interface and the many servers that speak it have them: JSON both ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from feeds.errors import FormatError
from feeds.formats.json_answer import Record, decoded, json_text, refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "/chat/completions"
"""Behind the base address."""
_WANTED = "a chat completion"
_MOST_TOKENS = 2_000
"""Of an answer: some forty reports."""


def request_of(model: str, *, system: str, user: str, name: str, schema: Mapping[str, Any]) -> bytes:
    """Return the body of a question whose answer must keep to ``schema``, called ``name``."""
    asked = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        "temperature": 0,
        "max_tokens": _MOST_TOKENS,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": name, "strict": True, "schema": schema},
        },
    }
    # Halves of surrogate pairs, which no UTF-8 holds, are written as escapes.
    return json.dumps(asked).encode()


def content_of(body: bytes, content_type: str = "") -> str:
    """Return what the model wrote; raises FormatError where the answer is no whole completion."""
    found = decoded(json_text(body, content_type=content_type, wanted=_WANTED), wanted=_WANTED)
    if not isinstance(found, Record):
        raise FormatError(f"a JSON list, not {_WANTED}")
    choice = next(iter(found.records("choices")), Record())
    if not choice:
        raise refusal(found, wanted=_WANTED)
    if choice.text("finish_reason") == "length":
        raise FormatError("an answer that breaks off because it is too long")
    content = choice.record("message").text("content")
    if not content.strip():
        raise FormatError("an empty message")
    return content
