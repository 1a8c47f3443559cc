"""A service whose every noun has the same hostile text in every field that may have words.

Nouns are made from their annotations, so that a new field, noun or method is covered by itself.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import feeds.model
from feeds.model import Board, Filter
from feeds.service import facade
from tests.tui import boards

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = {
    **vars(feeds.model),
    **vars(facade),
    "datetime": datetime,
    "date": date,
    "time": time,
    "timedelta": timedelta,
    "Mapping": Mapping,
    "Path": Path,
}
"""What the annotations of the façade speak of; it imports them for type checking only."""
_REFERENCES = {
    "report_id": "Report",
    "report_ids": "Report",
    "item_id": "Item",
    "quote_id": "Quote",
    "quote_ids": "Quote",
    "source_id": "Source",
    "source_ids": "Source",
    "carriers": "Source",
    "subject_id": "Claim",
    "pending_ids": "Pending",
}
"""Which noun the id in a field is of; a noun's own id is its name."""
_LARGE = (float("nan"), float("inf"), -1.0, 1e300, 2.5)


class HostileService:
    """Gives a screen the nouns that it asks for, whatever it asks for."""

    label = "DEMO"

    def __init__(self, text: str, turn: int = 0) -> None:
        """Put ``text`` everywhere; ``turn`` chooses among the values of closed lists."""
        self.text, self.turn = text, turn

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the façade has
        declared = getattr(facade.Service, name, None)
        if declared is None:
            return HostileService(self.text, self.turn)  # a part of the façade, such as its exports
        wanted = get_type_hints(declared, _NAMES)["return"]
        return lambda *_, **__: made(wanted, self.text, self.turn)

    def of(self, *_: object, **__: object) -> feeds.model.Export:
        """Return an export."""
        export: feeds.model.Export = made(feeds.model.Export, self.text, self.turn)
        return export

    def snapshot(self, as_of: datetime | None = None, *, days: int | None = None) -> Board:  # noqa: ARG002
        """Return the board of a past moment where one is wanted, else of now."""
        board: Board = made(Board, self.text, self.turn)
        return replace(board, as_of=as_of)

    def now(self) -> datetime:
        """Return the time of all that is made."""
        return boards.NOW

    def revision(self) -> object:
        """Return that nothing changes."""
        return 0

    def close(self) -> None:
        """Hold nothing that could be given back."""


def made(wanted: Any, text: str, turn: int = 0, name: str = "") -> Any:  # noqa: ANN401 - a type, and a value of it
    """Return a value of type ``wanted`` with ``text`` wherever it may have words."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return made(get_args(wanted)[0], text, turn, name)
    if origin is tuple:
        return _row(get_args(wanted), text, turn, name)
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(wanted)
        return {made(key, text, turn, name): made(value, text, turn, name)}
    if is_dataclass(wanted):
        return _noun(wanted, text, turn)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return list(wanted)[turn % len(wanted)]
    make = _PLAIN.get(wanted)
    return make(text, turn, name) if make else None


def _noun(wanted: Any, text: str, turn: int) -> object:  # noqa: ANN401 - a type
    if wanted is Filter:
        return Filter()  # what a filter may hold is the parser's business
    make: Callable[..., object] = wanted
    hints = get_type_hints(wanted, _NAMES)
    return make(
        **{
            field.name: _reference(field.name, wanted.__name__, hints[field.name])
            or made(hints[field.name], text, turn, field.name)
            for field in fields(wanted)
        }
    )


def _reference(name: str, noun: str, wanted: object) -> object:
    """Return an id that leads to a noun; None for a field that holds none."""
    leads_to = noun if name == "id" else _REFERENCES.get(name, "")
    if not leads_to or wanted is int:
        return None
    return (leads_to,) if get_origin(wanted) is tuple else leads_to


def _row(parts: tuple[Any, ...], text: str, turn: int, name: str) -> tuple[Any, ...]:
    if parts[-1:] == (Ellipsis,):
        return (made(parts[0], text, turn, name),)
    return tuple(made(part, text, turn + at, name) for at, part in enumerate(parts))


def _whole(_: str, turn: int, name: str) -> int:
    """Return a figure that fits what the text has: a span of it, a version, a credibility."""
    return {"start": 0, "end": 40, "credibility": 1 + turn % 6}.get(name, 1)


_PLAIN: dict[object, Callable[[str, int, str], object]] = {
    str: lambda text, _, __: text,
    bool: lambda _, turn, __: bool(turn % 2),
    int: _whole,
    # Lengths of time are measured here, others are read from texts.
    float: lambda _, turn, name: 900.0 if name.endswith("_s") else _LARGE[turn % len(_LARGE)],
    datetime: lambda *_: boards.NOW,
    date: lambda *_: boards.NOW.date(),
    time: lambda *_: boards.NOW.time(),
    timedelta: lambda *_: timedelta(hours=1),
    Path: lambda text, *_: Path(text.replace("\0", "")),
}
