"""What the configuration says of the screen, held against the themes and keys that there are."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.message import Message
from textual.theme import BUILTIN_THEMES

from tui.keys import keymap_of
from tui.themes import DARK, OURS
from tui.widgets.key_bar import key_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from feeds.model import ScreenRules

THEMES = (*(theme.name for theme in OURS), *BUILTIN_THEMES)


@dataclass(frozen=True, slots=True)
class Furnishing:
    """The part of the rules that can be had."""

    theme: str = DARK.name
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of their binding; what is not in it keeps its own."""
    pictures: Path | None = None
    """The folder for pictures of the screen; None: there is none."""
    faults: tuple[str, ...] = ()
    """What of the rules can't be had, and why, as sentences."""

    @property
    def called(self) -> Mapping[str, str]:
        """What the keys of ``keymap`` are called, the first of each."""
        return {name: key_name(keys.split(",")[0].strip()) for name, keys in self.keymap.items()}


class Furnished(Message):
    """The rules of the screen are there, or are other ones now."""

    def __init__(self, furnishing: Furnishing) -> None:
        super().__init__()
        self.furnishing = furnishing


def furnishing_of(rules: ScreenRules) -> Furnishing:
    """Return what of ``rules`` can be had; may take a while, as it looks at every screen for its keys."""
    keymap, faults = keymap_of(rules.keys)
    theme, wrong = _theme_of(rules.theme)
    return Furnishing(theme, keymap, rules.pictures, (*wrong, *faults))


def _theme_of(name: str) -> tuple[str, tuple[str, ...]]:
    if not name or name in THEMES:
        return name or DARK.name, ()
    near = difflib.get_close_matches(name, THEMES, n=1)
    expected = f"is {near[0]!r} meant?" if near else f"expected one of {', '.join(THEMES)}"
    return DARK.name, (f"[screen] theme: there is no theme {name!r}; {expected}",)
