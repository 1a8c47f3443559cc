"""Files that a desk drops into a folder: text, HTML and JSON lines to Items."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from feeds.errors import FormatError
from feeds.formats.article import find_article
from feeds.formats.drafts import MAX_TITLE, Draft, item_of
from feeds.formats.encoding import text_of_bytes
from feeds.formats.feed import canonical_link
from feeds.formats.markup import is_too_deep, text_of_html
from feeds.model import Item, stable_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import Source

_Read: TypeAlias = tuple[list[Draft], list[str]]

MAX_LINES = 5_000


@dataclass(frozen=True, slots=True)
class Documents:
    """What one file held: its items, and what of it could not be read."""

    items: tuple[Item, ...] = ()
    problems: tuple[str, ...] = ()
    """One sentence each, with the name of the file and, for JSON lines, the line."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: str
    modified_at: datetime


def parse_document(
    source: Source, name: str, body: bytes, *, modified_at: datetime, received_at: datetime
) -> Documents:
    """Return the items of the file ``name``, read by its suffix; never raises.

    Text (``.txt``, ``.md``) has its first line as title where a blank line follows and no full stop
    ends it, and was published when the file was last changed. HTML says both itself. JSON
    lines carry ``title``, ``text``, and at will ``id``, ``url`` and ``published`` (ISO 8601); a
    broken line is a problem, the other lines still count.
    """
    reader = _READERS.get(suffix_of(name))
    if reader is None:
        return Documents(problems=(f"{name}: expected one of {', '.join(SUFFIXES)}",))
    try:
        drafts, problems = reader(_File(name, text_of_bytes(body), modified_at))
    except FormatError as error:
        return Documents(problems=(f"{name}: {error}",))
    items = tuple(item_of(draft, source, received_at=received_at) for draft in drafts)
    return Documents(items, tuple(f"{name}{problem}" for problem in problems))


def suffix_of(name: str) -> str:
    """Return the ending of a file name with its dot, in small letters."""
    return f".{name.rpartition('.')[2].lower()}"


def _read_text(file: _File) -> _Read:
    text = file.text.strip().replace("\r\n", "\n")
    first, _, rest = text.partition("\n")
    if rest.startswith("\n") and len(first) <= MAX_TITLE and not first.rstrip().endswith((".", ".”", ".»")):
        return _one(Draft(file.name, title=first.lstrip("# "), text=rest, published_at=file.modified_at))
    return _one(Draft(file.name, text=text, published_at=file.modified_at))


def _read_html(file: _File) -> _Read:
    if is_too_deep(file.text):
        raise FormatError("nested beyond reason")
    found = find_article(file.text)
    if found is None:
        return _one(Draft(file.name, text=text_of_html(file.text), published_at=file.modified_at))
    draft = Draft(
        file.name,
        url=found.url,
        title=found.title,
        text=found.text,
        published_at=found.published_at or file.modified_at,
    )
    return _one(draft)


def _one(draft: Draft) -> _Read:
    if draft.text.strip():
        return [draft], []
    return [], [": no text in it"]


def _read_lines(file: _File) -> _Read:
    drafts: list[Draft] = []
    problems: list[str] = []
    for number, line in enumerate(file.text.lstrip("\ufeff").split("\n"), start=1):
        if number > MAX_LINES:
            problems.append(f": only the first {MAX_LINES:,} lines were read")
            break
        if line.strip():
            try:
                drafts.append(_line_draft(line))
            except FormatError as error:
                problems.append(f", line {number}: {error}")
    return drafts, problems


def _line_draft(line: str) -> Draft:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError("not JSON") from error
    if not isinstance(said, dict):
        raise FormatError("expected an object with 'title' and 'text'")
    fields = {name: said[name] for name in ("id", "url", "title", "text", "published") if said.get(name)}
    wrong = [name for name, value in fields.items() if not isinstance(value, str)]
    if wrong:
        raise FormatError(f"expected words as '{wrong[0]}'")
    text = fields.get("text", "")
    if not text.strip():
        raise FormatError("expected some text as 'text'")
    url, title = fields.get("url", ""), fields.get("title", "")
    key = fields.get("id") or canonical_link(url) or stable_id(title, fields.get("published", ""), text)
    return Draft(key, url=url, title=title, text=text, published_at=_said_moment(fields))


def _said_moment(fields: dict[str, str]) -> datetime | None:
    said = fields.get("published")
    moment = _moment(said)
    if said and moment is None:
        raise FormatError("expected a date or time of ISO 8601 as 'published'")
    return moment


def _moment(said: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(said or "")
    except ValueError:
        return None


_READERS: dict[str, Callable[[_File], _Read]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": _read_lines,
}
SUFFIXES = tuple(_READERS)
"""Endings of the files that :func:`parse_document` reads."""
