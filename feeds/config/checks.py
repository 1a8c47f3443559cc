"""Checks of single values: each returns the value as it is kept, or raises ValueError.

The error's words are what was expected; empty ones leave it to the setting to say that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from feeds.config.addresses import is_printable

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)
Check: TypeAlias = Callable[[object], T]

_LONGEST = 200
_UNSAID = ""
"""What the error says where the setting's own words are enough."""


class EntriesError(ValueError):
    """What is wrong with the entries of a list or of a table of names."""

    def __init__(self, found: Sequence[tuple[int | str, str, object]]) -> None:
        """Hold for each of them where it stands, what was expected (or nothing), and what it is."""
        super().__init__(_UNSAID)
        self.found = found


def text(value: object, *, most: int = _LONGEST) -> str:
    """Return a text of at most ``most`` characters as it is."""
    if not isinstance(value, str) or len(value) > most:
        raise ValueError(_UNSAID)
    return value


def words(value: object, *, most: int = _LONGEST) -> str:
    """Return a line of printable characters without blanks around it; it may be empty."""
    line = text(value.strip() if isinstance(value, str) else value, most=most)
    if not is_printable(line):
        raise ValueError("printable characters only")
    return line


def name(value: object) -> str:
    """Return a line that is not empty."""
    line = words(value)
    if not line:
        raise ValueError(_UNSAID)
    return line


def matching(pattern: str) -> Check[str]:
    """Return the check that a text is of the form of ``pattern`` from its start to its end."""
    form = re.compile(pattern, re.ASCII)

    def check(value: object) -> str:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise ValueError(_UNSAID)
        return value

    return check


def number(least: float, most: float) -> Check[float]:
    """Return the check of a number, whole or broken, from ``least`` to ``most``."""

    def check(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise ValueError(_UNSAID)
        return value

    return check


def whole(least: int, most: int) -> Check[int]:
    """Return the check of a whole number from ``least`` to ``most``."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(_UNSAID)
        return value

    return check


def truth(value: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError(_UNSAID)  # noqa: TRY004 - as all checks do
    return value


def one(choice: type[Word]) -> Check[Word]:
    """Return the check of one of the words of ``choice``."""

    def check(value: object) -> Word:
        try:
            return choice(str(value))
        except ValueError:
            raise ValueError(_UNSAID) from None

    return check


def one_of(choice: Iterable[str]) -> str:
    """Return ``'a', 'b' or 'c'``."""
    *first, last = (f"'{word}'" for word in choice)
    return f"{', '.join(first)} or {last}"


def several(check: Check[T], *, most: int = 10_000) -> Check[tuple[T, ...]]:
    """Return the check of a list of at most ``most`` values, each of which passes ``check``."""

    def checked(value: object) -> tuple[T, ...]:
        if not isinstance(value, list | tuple) or len(value) > most:
            raise ValueError(_UNSAID)
        kept, misfits = [], []
        for place, entry in enumerate(value):
            try:
                kept.append(check(entry))
            except ValueError as error:
                misfits.append((place, str(error), entry))
        if misfits:
            raise EntriesError(misfits)
        return tuple(kept)

    return checked


def by_name(key: Check[str], check: Check[T], *, most: int) -> Check[Mapping[str, T]]:
    """Return the check of a table of at most ``most`` names that pass ``key``, their values ``check``."""

    def checked(value: object) -> Mapping[str, T]:
        if not isinstance(value, Mapping) or len(value) > most:
            raise ValueError(_UNSAID)
        kept: dict[str, T] = {}
        misfits = []
        for label, entry in value.items():
            found = label
            try:
                label_kept = key(label)
                found = entry
                kept[label_kept] = check(entry)
            except ValueError as error:
                misfits.append((label, str(error), found))
        if misfits:
            raise EntriesError(misfits)
        return kept

    return checked
