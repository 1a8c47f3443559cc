"""The export as one JSON object, or as one a line; times in ISO 8601, UTC."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.model import Export

_LISTED = {"claims": "claim", "statements": "statement", "questions": "question"}
"""What has a line for each of its parts, with what ``type`` of them says."""
_LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
"""JSON lets these stand as they are; some readers would take them for the end of a line."""


def as_json(exported: Export) -> str:
    """Return an export as an indented JSON object."""
    return json.dumps(writable(msgspec.to_builtins(exported)), ensure_ascii=False, indent=2) + "\n"


def as_json_lines(exported: Export) -> str:
    """Return an export as one JSON object a line, each with its ``type``.

    The first is of type ``export`` and tells of the whole: moment, window, filter, attribution,
    sources; then come the claims, statements and questions.
    """
    whole = writable(msgspec.to_builtins(exported))
    parts = {name: whole.pop(key) for key, name in _LISTED.items()}
    return "".join(f"{_line(one)}\n" for one in _typed(whole, parts))


def writable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON may be made of
    """Return ``value`` with what JSON or UTF-8 can't hold as null, or as a question mark in a text."""
    if isinstance(value, dict):
        return {key: writable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [writable(one) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _typed(whole: dict[str, Any], parts: dict[str, Iterable[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    yield {"type": "export", **whole}
    for name, ones in parts.items():
        for one in ones:
            yield {"type": name, **one}


def _line(one: dict[str, Any]) -> str:
    line = json.dumps(one, ensure_ascii=False)
    for sign, written in _LINE_ENDS.items():
        line = line.replace(sign, written)
    return line
