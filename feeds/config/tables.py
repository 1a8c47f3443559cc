"""Tables of the configuration: frozen dataclasses whose settings know what may stand in the file.

Own code, because all that is wrong with a file is told at once and in our words, and because a
library that can do that takes longer to load than a tenth of the time a board may take to open.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypeVar

from feeds.config.addresses import masked
from feeds.config.checks import EntriesError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.config.checks import Check

SomeTable = TypeVar("SomeTable", bound="Table")
Key: TypeAlias = tuple[int | str, ...]
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a table."""

    key: Key
    """Where: ``("sources", 3, "url")``; entries of lists are counted from 0, as TOML's readers do."""
    words: str


class TableError(ValueError):
    """A table that can't be taken; its words are ``url: expected …; title: …``."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Hold all that is wrong with the table."""
        super().__init__("; ".join(f"{problem.key[0]}: {problem.words}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Setting:
    """What may stand under a key of a table."""

    field: str
    key: str
    """As the file has it."""
    check: Check[Any]
    expected: str
    secret: bool
    default: object
    """``MISSING`` where the file must have the key."""

    def misfit(self, expected: str, found: object) -> str:
        """Return the words on a value that can't stand here; without ``expected``, the setting's own."""
        wanted = f"expected {expected or self.expected}"
        return wanted if self.secret else f"{wanted}, found {shown(found)}"


def setting(check: Check[Any], expected: str, *, key: str = "", secret: bool = False, **default: Any) -> Any:  # noqa: ANN401 - the type is the field's
    """Return a field of a table whose values pass ``check``; ``expected`` is what messages call them.

    ``key`` is the file's name for it, where that is none in Python. The value of a ``secret`` one is
    never shown: something secret may stand there by mistake. ``default`` and ``default_factory`` are
    those of :func:`dataclasses.field`.
    """
    return field(metadata={"key": key, "check": check, "expected": expected, "secret": secret}, **default)


class Table:
    """A table that takes no keys but its own; the base of frozen dataclasses."""

    __slots__ = ()

    @classmethod
    def read(cls, raw: Mapping[str, object]) -> Self:
        """Return the table that a reader of TOML found; raise TableError with all that is wrong."""
        settings = settings_in(cls)  # type: ignore[arg-type]  # for mypy, no class is hashable
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for one in settings:
            if one.key in raw:
                try:
                    values[one.field] = one.check(raw[one.key])
                except ValueError as error:
                    problems += _problems(one, raw[one.key], error)
            elif one.default is MISSING:
                problems.append(_missing(one, one.expected))
        problems += _strangers(settings, raw)
        problems += _conflicts(cls, settings, raw, values)
        if problems:
            raise TableError(problems)
        return cls(**values)

    @classmethod
    def conflict(cls, name: str, values: Mapping[str, Any]) -> str:  # noqa: ARG003 - for tables to say
        """Return what a field must be beside the sound ones of ``values``; empty: as it is or is not."""
        return ""

    def entries(self) -> dict[str, Any]:
        """Return what differs from its default, by key, as texts, numbers, truth values and lists."""
        settings = settings_in(type(self))  # type: ignore[arg-type]  # the same
        held = ((one, getattr(self, one.field)) for one in settings)
        return {one.key: _plain(value) for one, value in held if value != one.default}


def table(kind: type[SomeTable]) -> Check[SomeTable]:
    """Return the check of a table within a table."""

    def check(value: object) -> SomeTable:
        if not isinstance(value, Mapping):
            raise ValueError  # noqa: TRY004 - as all checks do
        return kind.read(value)

    return check


def tables(kind: type[SomeTable]) -> Check[tuple[SomeTable, ...]]:
    """Return the check of a list of tables, such as ``[[sources]]``."""

    def check(value: object) -> tuple[SomeTable, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError  # noqa: TRY004 - as all checks do
        found: list[SomeTable] = []
        problems: list[Problem] = []
        for place, raw in enumerate(value):
            if not isinstance(raw, Mapping):
                problems.append(Problem((place,), f"expected a table of keys, found {shown(raw)}"))
                continue
            try:
                found.append(kind.read(raw))
            except TableError as error:
                problems += _within(place, error)
        if problems:
            raise TableError(problems)
        return tuple(found)

    return check


@cache
def settings_in(kind: type) -> tuple[Setting, ...]:
    """Return the settings of a table, in the order of its fields."""
    return tuple(
        Setting(one.name, meta["key"] or one.name, meta["check"], meta["expected"], meta["secret"], default)
        for one in fields(kind)
        for meta, default in [(one.metadata, {} if one.default_factory is dict else one.default)]
    )


def shown(value: object) -> str:
    """Show a value of the file in one line, cut, with nothing unprintable and no password or key."""
    try:
        text = masked(repr(value))
    except ValueError:  # Python writes no number of more than some thousand digits
        return "a number beyond reason"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _within(key: int | str, error: TableError) -> list[Problem]:
    return [Problem((key, *problem.key), problem.words) for problem in error.problems]


def _missing(one: Setting, expected: str) -> Problem:
    return Problem((one.key,), f"is missing, expected {expected}")


def _problems(one: Setting, value: object, error: ValueError) -> list[Problem]:
    match error:
        case TableError():
            return _within(one.key, error)
        case EntriesError():
            return [
                Problem((one.key, place), one.misfit(expected, found))
                for place, expected, found in error.found
            ]
        case _:
            return [Problem((one.key,), one.misfit(str(error), value))]


def _strangers(settings: Sequence[Setting], raw: Mapping[str, object]) -> list[Problem]:
    known = [one.key for one in settings]
    return [
        Problem((key,), f"is no key of this table{_suggestion(key, known)}")
        for key in raw
        if key not in known
    ]


def _suggestion(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"; is '{near[0]}' meant?" if near else f", expected one of {', '.join(known)}"


def _conflicts(
    kind: type[Table], settings: Sequence[Setting], raw: Mapping[str, object], values: Mapping[str, Any]
) -> list[Problem]:
    problems = []
    # What stands there and can't be read is a problem already.
    for one in (one for one in settings if one.field in values or one.key not in raw):
        if expected := kind.conflict(one.field, values):
            if one.field in values:
                problems.append(Problem((one.key,), one.misfit(expected, values[one.field])))
            else:
                problems.append(_missing(one, expected))
    return problems


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else list(value) if isinstance(value, tuple) else value
