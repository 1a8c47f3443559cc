"""Reading and setting what stands behind the question mark of an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus, urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_query(url: str, values: Mapping[str, str]) -> str:
    """Return ``url`` with ``values`` at the end of its query, in place of those of the same names.

    All else of the query stays as it is written; a fragment is dropped.
    """
    base, _, query = url.partition("#")[0].partition("?")
    kept = [pair for pair in query.split("&") if pair and _name(pair) not in values]
    return f"{base}?{'&'.join([*kept, urlencode(values, errors='replace')])}"


def query_value(url: str, name: str) -> str:
    """Return the first value of that name in the query of ``url``; empty where there is none."""
    query = url.partition("#")[0].partition("?")[2]
    found = (pair for pair in query.split("&") if _name(pair) == name)
    return unquote_plus(next(found, "").partition("=")[2])


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])
