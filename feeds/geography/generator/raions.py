"""What a raion is called in English: by the town from which its adjective is made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADJECTIVE = re.compile(r"(?:івськ|ївськ|ськ|цьк|зьк)ий$")
_BY_NO_TOWN = {"Перекопський": "Перекоп", "Дністровський": "Дністер"}
_LEAST_ALIKE = 3
"""Letters that an adjective and its town have in common at the least."""


def called(adjective: str, cities: Iterable[str], towns: Iterable[str]) -> str:
    """Return the Ukrainian name of the town by which a raion is called in English."""
    return _BY_NO_TOWN.get(adjective) or main_town(adjective, cities, towns) or adjective


def main_town(adjective: str, cities: Iterable[str], towns: Iterable[str]) -> str:
    """Return the city, else the town of the raion of which ``adjective`` is made: it begins like it.

    Empty where none is alike.
    """
    stem = _ADJECTIVE.sub("", adjective).lower()
    for group in (cities, towns):
        alike = max(((_common(stem, name.lower()), name) for name in sorted(group)), default=(0, ""))
        if alike[0] >= min(_LEAST_ALIKE, len(stem)):
            return alike[1]
    return ""


def _common(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count
