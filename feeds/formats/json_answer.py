"""The one way from the bytes of an answer to JSON of which nothing is taken for granted.

Fields of services' JSON are missing, null, or numbers as text, and a refusal comes as plain text, as
an HTML page, or as an object that names an error, all of them with the status 200.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from feeds.errors import FormatError
from feeds.formats.cleaning import clean_line
from feeds.formats.encoding import text_of_bytes
from feeds.formats.markup import name_of_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.formats.page import Answer

MAX_CHARACTERS = 10_000_000
MAX_VALUES = 500_000
"""Lists, objects and commas; ten thousand rows of ACLED have 320,000."""
_QUOTED = 100
_LOOKED_AT = 2_000
_PAGE = re.compile(
    r"(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_LIKE_A_KEY = re.compile(r"[\w-]{24,}", re.ASCII)
"""Keys and tokens have 39 characters and more; a service may repeat ours in its refusal."""
_BEYOND = 10**18
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_LONGEST_MOMENT = 40
_COMPLAINTS = ("error", "error_description", "message", "messages")


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object; a field that is missing or of another type reads as nothing."""

    fields: Mapping[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields)

    def __contains__(self, name: str) -> bool:
        """Say whether the field is there and not null."""
        return self.fields.get(name) is not None

    def text(self, name: str) -> str:
        """Return words as they came, or the empty text; half a surrogate pair is left out."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return ""
        return value if value.isascii() else value.encode("utf-8", "ignore").decode()

    def number(self, name: str) -> int | None:
        """Return a whole number of at most 18 digits, also where it is written as text."""
        return whole_number(self.fields.get(name))

    def moment(self, name: str) -> datetime | None:
        """Return a date or time of ISO 8601, with its zone where it has one."""
        return moment_of(self.text(name))

    def record(self, name: str) -> Record:
        """Return an object, or an empty one."""
        return _record(self.fields.get(name))

    def has_list(self, name: str) -> bool:
        """Say whether the field is a list, be it empty."""
        return isinstance(self.fields.get(name), list)

    def records(self, name: str) -> tuple[Record, ...]:
        """Return a list's objects; whatever else stands in it counts as an empty one."""
        value = self.fields.get(name)
        return tuple(map(_record, value)) if isinstance(value, list) else ()


def read_json(answer: Answer, *, wanted: str) -> Record | tuple[Record, ...]:
    """Return the object, or the list of objects, that a source answered.

    ``wanted`` names what was asked for ("a Mastodon account"). Raises FormatError for all else,
    beyond 10 million characters or 500,000 values too; it says what was found instead.
    """
    text = json_text(answer.body, content_type=answer.content_type, wanted=wanted)
    return decoded(text, wanted=wanted)


def read_record(answer: Answer, *, wanted: str) -> Record:
    """Return the object that a source answered; a list too raises FormatError."""
    found = read_json(answer, wanted=wanted)
    if not isinstance(found, Record):
        raise FormatError(f"a JSON list, not {wanted}")
    return found


def json_text(body: bytes, *, content_type: str = "", wanted: str) -> str:
    """Return the text of an answer that at least begins like JSON, or raise FormatError."""
    if len(body) > MAX_CHARACTERS:
        raise FormatError(f"JSON of more than {MAX_CHARACTERS // 1_000_000} MB, not {wanted}")
    text = text_of_bytes(body, content_type=content_type).strip("\ufeff \t\r\n\x00")
    if not text:
        raise FormatError(f"an empty answer, not {wanted}")
    if _PAGE.match(text):
        raise FormatError(f"{name_of_page(text)}, not {wanted}")
    if text[0] not in "{[":
        raise FormatError(f"text that is not JSON and begins '{said(text)}', not {wanted}")
    return text


def decoded(text: str, *, wanted: str) -> Record | tuple[Record, ...]:
    """Return the object or the list in ``text``; raise FormatError where it is broken or too much.

    Control characters and halves of surrogate pairs in words are let through: services cut titles
    in the middle of an emoji.
    """
    if text.count(",") + text.count("[") + text.count("{") > MAX_VALUES:
        raise FormatError(f"JSON of more than {MAX_VALUES:,} values, not {wanted}")
    try:
        value = json.loads(text, strict=False)
    except RecursionError as error:
        raise FormatError("JSON nested beyond reason") from error
    except ValueError as error:
        raise FormatError(f"JSON that is broken or breaks off, not {wanted}") from error
    return tuple(map(_record, value)) if isinstance(value, list) else _record(value)


def complaint_in(record: Record) -> str:
    """Return in words what an object says went wrong, or the empty text.

    Reads ``error``, ``error_description``, ``message`` and ``messages``, each as words or as objects
    with a ``message``, as Mastodon, Bluesky, OAuth (RFC 6749) and Google write them.
    """
    words: list[str] = []
    for name in _COMPLAINTS:
        value = record.fields.get(name)
        for part in value[:3] if isinstance(value, list) else (value,):
            said_there = part if isinstance(part, str) else _record(part).text("message")
            if said_there and said_there not in words:
                words.append(said_there)
    return said(": ".join(word[:_LOOKED_AT] for word in words))


def refusal(record: Record, *, wanted: str) -> FormatError:
    """Return the error for an object that is not what was asked for, with the reason it gives."""
    words = complaint_in(record)
    return FormatError(f"a refusal: '{words}'" if words else f"a JSON object that is not {wanted}")


def said(words: str) -> str:
    """Return what a service said for a message: cleaned, short, without what looks like a key."""
    return clean_line(_LIKE_A_KEY.sub("…", clean_line(words[:_LOOKED_AT], _LOOKED_AT)), _QUOTED)


def whole_number(value: object) -> int | None:
    """Return ``value``, or the number that its words are, of at most 18 digits; None for all else."""
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value) else None
    # Compared as a number, because one of many digits takes long to write out.
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _BEYOND:
        return value
    return None


def moment_of(text: str) -> datetime | None:
    """Return the date or time of ISO 8601 that ``text`` is, or None."""
    try:
        return datetime.fromisoformat(text) if len(text) <= _LONGEST_MOMENT else None
    except ValueError:
        return None


def _record(value: object) -> Record:
    return Record(value) if isinstance(value, dict) else Record()
