"""On which line of a TOML file a key stands; the standard parser doesn't say."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[+\s*([\w.-]+)\s*\]+\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


def lines_of(text: str) -> dict[tuple[int | str, ...], int]:
    """Return the line, from 1, of each table and key as ``("sources", 3, "url")`` or ``("desk",)``.

    Reads tables in the plain style of the built-in file; keys of inline tables, dotted and quoted
    keys are not found.
    """
    lines: dict[tuple[int | str, ...], int] = {}
    counts: dict[str, int] = {}
    table: tuple[int | str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.fullmatch(line.rstrip()):
            table = (header[1],)
            if line.lstrip().startswith("[["):
                counts[header[1]] = counts.get(header[1], -1) + 1
                table = (header[1], counts[header[1]])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1]), number)
    return lines
