"""What ``frontwatch.toml`` may say of the screen: its look, its keys, and what it tells of by itself.

Which themes and which keys there are, only the screen knows; it checks their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from feeds.config.checks import by_name, matching, one, one_of, several, whole, words
from feeds.config.fields import home_path, oblast
from feeds.config.tables import Table, setting
from feeds.model import Channel, NotifyRules, Occasion

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = by_name(matching("[a-z0-9.-]{1,60}"), matching("[!-~]{1,80}"), most=200)
_QUIET = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9]) ?[-–] ?([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)


def key_names(value: object) -> Mapping[str, str]:
    """Return keys by the ids of the bindings that want them, as ``{"board.zoom": "Z"}``."""
    return _KEYS(_flat(value))


def _flat(table: object) -> object:
    """Return ``{"board": {"zoom": "Z"}}``, which TOML makes of ``board.zoom = "Z"``, as ``board.zoom``."""
    if not isinstance(table, Mapping):
        return table
    flat: dict[str, Any] = {}
    for name, value in table.items():
        inner = _flat(value)
        if isinstance(inner, Mapping):
            flat |= {f"{name}.{rest}": one for rest, one in inner.items()}
        else:
            flat[name] = inner
    return flat


def _quiet(value: object) -> str:
    line = words(value)
    match = _QUIET.fullmatch(line)
    if line and (match is None or match.groups()[:2] == match.groups()[2:]):
        raise ValueError("two times such as '23:00-06:00'")
    return line


@dataclass(frozen=True, slots=True)
class ScreenSettings(Table):
    """The ``[screen]`` table."""

    theme: str = setting(words, "the name of a theme such as 'frontwatch-light'", default="")
    """Empty: the dark one of frontwatch."""
    pictures: Path | None = setting(home_path, "the path of a folder", default=None)
    """Where pictures of the screen are put; None: in the user's data folder."""


@dataclass(frozen=True, slots=True)
class NotifySettings(Table):
    """The ``[notify]`` table."""

    oblasts: tuple[str, ...] = setting(
        several(oblast, most=30), "a list of English names of oblasts such as 'Belgorod'", default=()
    )
    """Whose claims are told of; empty: those of all."""
    on: tuple[Occasion, ...] = setting(several(one(Occasion)), f"a list of {one_of(Occasion)}", default=())
    channels: tuple[Channel, ...] = setting(
        several(one(Channel)), f"a list of {one_of(Channel)}", default=(Channel.TOAST,)
    )
    quiet: str = setting(_quiet, "two times such as '23:00-06:00'", default="")
    """In the machine's own zone; empty: at no time."""
    most_per_hour: int = setting(whole(1, 1000), "a whole number from 1 to 1000", default=12)

    def to_rules(self) -> NotifyRules:
        """Return the noun."""
        match = _QUIET.fullmatch(self.quiet)
        quiet = None
        if match is not None:
            first, last = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
            quiet = (first, last)
        return NotifyRules(
            self.oblasts,
            tuple(dict.fromkeys(self.on)),
            tuple(dict.fromkeys(self.channels)),
            quiet,
            self.most_per_hour,
        )
