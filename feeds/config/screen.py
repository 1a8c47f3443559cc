"""What ``frontwatch.toml`` may say of the screen: its look, its keys, and what it tells of by itself.

Which themes and which keys there are, only the screen knows; it checks their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from feeds.config.fields import HomePath, Oblast, Table, Words, one_of
from feeds.model import Channel, NotifyRules, Occasion

MOST_KEYS = 200
KeyId: TypeAlias = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9.-]{1,60}$")]
KeyNames: TypeAlias = Annotated[str, StringConstraints(strict=True, pattern=r"^[!-~]{1,80}$")]
_QUIET = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9]) ?[-–] ?([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)


def keys_of(table: object) -> object:
    """Return ``{"board": {"zoom": "Z"}}``, which TOML makes of ``board.zoom = "Z"``, as ``board.zoom``."""
    if not isinstance(table, Mapping):
        return table
    flat: dict[str, Any] = {}
    for name, value in table.items():
        inner = keys_of(value)
        if isinstance(inner, Mapping):
            flat |= {f"{name}.{rest}": one for rest, one in inner.items()}
        else:
            flat[name] = inner
    return flat


def _is_quiet(words: str) -> str:
    match = _QUIET.fullmatch(words)
    if words and (match is None or match.groups()[:2] == match.groups()[2:]):
        raise ValueError("two times such as '23:00-06:00'")
    return words


class ScreenSettings(Table):
    """The ``[screen]`` table."""

    theme: Words = Field(default="", description="the name of a theme such as 'frontwatch-light'")
    """Empty: the dark one of frontwatch."""
    pictures: HomePath | None = Field(default=None, description="the path of a folder")
    """Where pictures of the screen are put; None: in the user's data folder."""


class NotifySettings(Table):
    """The ``[notify]`` table."""

    oblasts: tuple[Oblast, ...] = Field(
        default=(), max_length=30, description="a list of English names of oblasts such as 'Belgorod'"
    )
    """Whose claims are told of; empty: those of all."""
    on: tuple[Occasion, ...] = Field(default=(), description=f"a list of {one_of(Occasion)}")
    channels: tuple[Channel, ...] = Field(
        default=(Channel.TOAST,), description=f"a list of {one_of(Channel)}"
    )
    quiet: Annotated[Words, AfterValidator(_is_quiet)] = Field(
        default="", description="two times such as '23:00-06:00'"
    )
    """In the machine's own zone; empty: at no time."""
    most_per_hour: int = Field(
        default=12, strict=True, ge=1, le=1000, description="a whole number from 1 to 1000"
    )

    @field_validator("on", "channels")
    @classmethod
    def _once(cls, words: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(words))

    def to_rules(self) -> NotifyRules:
        """Return the noun."""
        match = _QUIET.fullmatch(self.quiet)
        quiet = None
        if match is not None:
            first, last = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
            quiet = (first, last)
        return NotifyRules(self.oblasts, self.on, self.channels, quiet, self.most_per_hour)
