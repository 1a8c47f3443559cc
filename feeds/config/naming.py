"""Ids and titles for sources that come without one, from their addresses and foreign titles."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from feeds.config.addresses import is_printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_ID = 64
_LONGEST_TITLE = 200
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_IN_PATH = re.compile(r"/(?:s/|profile/|@)?")


class Ids:
    """Gives ids that no other source has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Give none of the ``taken`` ones."""
        self._taken = set(taken)
        self._tried: dict[str, int] = {}

    def take(self, wish: str) -> str:
        """Return ``wish`` where it is free, or else the first free one of ``wish-2``, ``wish-3`` …."""
        found = wish
        # Counted for each wish, so that ten thousand equal titles need no search each.
        while found in self._taken:
            number = self._tried[wish] = self._tried.get(wish, 1) + 1
            found = f"{wish[: _LONGEST_ID - len(str(number)) - 1]}-{number}"
        self._taken.add(found)
        return found


def slug(*texts: str) -> str:
    """Return an id made of the first of ``texts`` that has Latin letters or digits; else ``source``."""
    for text in texts:
        plain = (
            unicodedata.normalize("NFKD", text[:_LONGEST_TITLE]).encode("ascii", "ignore").decode().lower()
        )
        if found := _NO_SLUG.sub("-", plain).strip("-")[:_LONGEST_ID].rstrip("-"):
            return found
    return "source"


def place_of(address: str) -> str:
    """Return an http(s) address as a person would name it: host and path, no more."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    return f"{host}{_IN_PATH.sub('/', parts.path, count=1).rstrip('/')}"


def title_of(text: str, otherwise: str) -> str:
    """Return a foreign title in one printable line of at most 200 characters; ``otherwise`` for none."""
    kept = text[: 4 * _LONGEST_TITLE]
    if not is_printable(kept):
        kept = "".join(mark if is_printable(mark) else " " for mark in kept)
    return " ".join(kept.split())[:_LONGEST_TITLE].strip() or otherwise
