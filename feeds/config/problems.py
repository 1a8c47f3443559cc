"""What is wrong with a configuration, each as a sentence with place, expectation and finding."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from feeds.config.addresses import masked
from feeds.config.screen import NotifySettings, ScreenSettings
from feeds.config.settings import (
    ModelSettings,
    NetworkSettings,
    Settings,
    SourceSettings,
    StoreSettings,
    WindowSettings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

_LONGEST_SHOWN = 60
_SECRET = frozenset(("key",))
"""Keys whose value is not shown: a secret may stand there by mistake."""
_TABLES: dict[str, type[BaseModel]] = {
    "model": ModelSettings,
    "network": NetworkSettings,
    "notify": NotifySettings,
    "screen": ScreenSettings,
    "sources": SourceSettings,
    "store": StoreSettings,
    "window": WindowSettings,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the file."""

    key: tuple[int | str, ...]
    """Where: ``("sources", 3, "url")``; sources are counted from 0, as TOML's readers do."""
    words: str


def problems_of(error: ValidationError) -> list[Problem]:
    """Return what pydantic found wrong, in the order of the keys."""
    return [Problem(_key(detail), _words(detail)) for detail in error.errors(include_url=False)]


def _key(detail: ErrorDetails) -> tuple[int | str, ...]:
    """Return where a fault is; that of a name in a table is at the name itself."""
    loc = detail["loc"]
    return loc[:-1] if loc[-1] == "[key]" else loc


def faults_of(error: ValidationError) -> str:
    """Return what is wrong with one source that stands in no file: ``url: expected …; title: …``."""
    return "; ".join(
        f"{detail['loc'][0]}: {_words({**detail, 'loc': ('sources', 0, *detail['loc'])})}"
        for detail in error.errors(include_url=False)
    )


def doubles_in(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each source whose id another one has already."""
    sources = raw.get("sources")
    first: dict[str, int] = {}
    for index, source in enumerate(sources if isinstance(sources, list) else []):
        name = source.get("id") if isinstance(source, dict) else None
        if isinstance(name, str) and first.setdefault(name, index) != index:
            words = f"expected an id of its own, found that of sources[{first[name]}]"
            yield Problem(("sources", index, "id"), words)


def line_of(problem: Problem, lines: Mapping[tuple[int | str, ...], int]) -> int:
    """Return the line of the key, or else of the table around it; 0 where neither is known."""
    key = problem.key
    while key and key not in lines:
        key = key[:-1]
    return lines[key] if key else 0


def sentence(problem: Problem, raw: Mapping[str, Any], lines: Mapping[tuple[int | str, ...], int]) -> str:
    """Return a problem with its place: ``line 42: sources[3] 'tass', url: expected …``."""
    line = line_of(problem, lines)
    place = f"line {line}: {_place(problem.key, raw)}" if line else _place(problem.key, raw)
    return f"{place}: {problem.words}"


def _words(detail: ErrorDetails) -> str:
    if detail["type"] == "extra_forbidden":
        return f"is no key of this table{_suggestion(detail['loc'])}"
    expected = _expected(detail)
    if detail["type"] == "missing":
        return f"is missing, expected {expected}"
    if detail["loc"][-1] in _SECRET:
        return f"expected {expected}"
    return f"expected {expected}, found {_shown(detail['input'])}"


def _place(loc: tuple[int | str, ...], raw: Mapping[str, Any]) -> str:
    parts = [str(part) for part in loc]
    if len(loc) > 1 and loc[0] == "sources" and isinstance(loc[1], int):
        parts[:2] = [f"sources[{loc[1]}]{_name(raw, loc[1])}"]
    return ", ".join(parts) or "the file"


def _name(raw: Mapping[str, Any], index: int) -> str:
    source = raw["sources"][index]
    name = source.get("id") if isinstance(source, dict) else None
    return f" {_shown(name)}" if isinstance(name, str) else ""


def _shown(value: object) -> str:
    """Show a value of the file in one line, cut, with nothing unprintable and no password or key."""
    text = masked(repr(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _expected(detail: ErrorDetails) -> str:
    if detail["type"] == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    table = _table(detail["loc"])
    for name, field in table.model_fields.items():
        if (field.alias or name) in detail["loc"][-2:] and field.description:
            return field.description
    return "a table of keys"


def _table(loc: tuple[int | str, ...]) -> type[BaseModel]:
    return _TABLES.get(str(loc[0]), Settings) if len(loc) > 1 else Settings


def _suggestion(loc: tuple[int | str, ...]) -> str:
    keys = [field.alias or name for name, field in _table(loc).model_fields.items()]
    near = difflib.get_close_matches(str(loc[-1]), keys, n=1)
    return f"; is '{near[0]}' meant?" if near else f", expected one of {', '.join(keys)}"
