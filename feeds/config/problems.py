"""What is wrong with a configuration, each as a sentence with place, expectation and finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from feeds.config.tables import Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.config.tables import Key


def doubles_in(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each source whose id another one has already."""
    sources = raw.get("sources")
    first: dict[str, int] = {}
    for index, source in enumerate(sources if isinstance(sources, list) else []):
        name = source.get("id") if isinstance(source, dict) else None
        if isinstance(name, str) and first.setdefault(name, index) != index:
            words = f"expected an id of its own, found that of sources[{first[name]}]"
            yield Problem(("sources", index, "id"), words)


def line_of(problem: Problem, lines: Mapping[Key, int]) -> int:
    """Return the line of the key, or else of the table around it; 0 where neither is known."""
    key = problem.key
    while key and key not in lines:
        key = key[:-1]
    return lines[key] if key else 0


def sentence(problem: Problem, raw: Mapping[str, Any], lines: Mapping[Key, int]) -> str:
    """Return a problem with its place: ``line 42: sources[3] 'tass', url: expected …``."""
    line = line_of(problem, lines)
    place = f"line {line}: {_place(problem.key, raw)}" if line else _place(problem.key, raw)
    return f"{place}: {problem.words}"


def _place(loc: Key, raw: Mapping[str, Any]) -> str:
    parts = [str(part) for part in loc]
    if len(loc) > 1 and loc[0] == "sources" and isinstance(loc[1], int):
        parts[:2] = [f"sources[{loc[1]}]{_name(raw, loc[1])}"]
    return ", ".join(parts) or "the file"


def _name(raw: Mapping[str, Any], index: int) -> str:
    source = raw["sources"][index]
    name = source.get("id") if isinstance(source, dict) else None
    return f" {shown(name)}" if isinstance(name, str) else ""
