"""The one-line key bar, made from the bindings that are active now; Textual's Footer leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.css.query import NoMatches

from tui.views.lines import Column, Line, Part, Tone
from tui.widgets.tones import TonedLine

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

_LAST_KEPT = 2
"""Help and quit stand last, and stay when there is no room for all."""
_FIRST = frozenset({"app.live", "app.demo"})
"""Ids of keys that stand before all others where they can be had: the way out of what is on the screen."""
_BETWEEN = 2
_KEY_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "enter": "↵",
    "escape": "Esc",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}


class KeyBar(TonedLine):
    """What can be pressed here and now, with the label at the right end."""

    def __init__(self, label: str = "", *, enters: str = "") -> None:
        """Make the bar; ``enters`` is what Enter does, where no binding tells it."""
        super().__init__()
        self._label, self._enters = label, enters
        self._standing_in: tuple[tuple[str, str], ...] = ()
        self._left_out: frozenset[str] = frozenset()
        self._keys: dict[str, str] = {}
        """By what each key is called, as Textual knows it."""
        self._ends: list[tuple[int, str]] = []
        """Behind which column what each key does ends."""

    def on_mount(self) -> None:
        """Follow the bindings of the screen, which lives as long as this bar."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._draw()

    def on_resize(self, _: events.Resize) -> None:
        """Show as many keys as there is room for."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Press the key at the pointer."""
        at = event.x - self.styles.padding.left
        name = next((name for end, name in self._ends if at < end), "")
        if name in self._keys:
            self.app.simulate_key(self._keys[name])

    def put_label(self, label: str) -> None:
        """Show ``label`` at the right end."""
        if label != self._label:
            self._label = label
            self._draw()

    def leave_out(self, actions: frozenset[str]) -> None:
        """Don't show the keys of these actions, which only say now why they can't be had."""
        if actions != self._left_out:
            self._left_out = actions
            if self.is_mounted:
                self._draw()

    def stand_in(self, items: tuple[tuple[str, str], ...]) -> None:
        """Show these keys in the place of those of the screen; none: its own again."""
        if items != self._standing_in:
            self._standing_in = items
            self._draw()

    def _follow(self, _: Screen[object]) -> None:
        self._draw()

    def _draw(self) -> None:
        label_room = cell_len(self._label)
        items = fitting_items(self._items(), self.size.width - label_room - 2)
        parts: list[Part] = []
        self._ends, end = [], 0
        for key, words in items:
            between = " " * _BETWEEN if parts else ""
            parts += [Part(f"{between}{key}", Tone.STRONG), Part(f" {words}", Tone.DIM)]
            end += sum(cell_len(part.text) for part in parts[-2:])
            self._ends.append((end, key))
        columns = (Column(1, grow=1), Column(label_room)) if label_room else (Column(1, grow=1),)
        label = ((Part(self._label, Tone.DEMO),),) if label_room else ()
        self.show(Line("keys", (tuple(parts), *label), columns))

    def _items(self) -> list[tuple[str, str]]:
        """Return (key, what it does), those of the app last."""
        if self._standing_in:
            self._keys = {}
            return list(self._standing_in)
        try:
            active = list(self.screen.active_bindings.values())
        except NoMatches:
            return []
        near = [entry for entry in active if entry.node is not self.app]
        near.sort(key=lambda entry: entry.binding.key != "escape")
        far = [entry for entry in active if entry.node is self.app]
        able = [
            entry.binding
            for entry in (*near, *far)
            if entry.binding.show and entry.enabled and _name(entry.binding.action) not in self._left_out
        ]
        # Of several keys that do the same the first is enough.
        shown = list({(binding.id, binding.action): binding for binding in reversed(able)}.values())[::-1]
        shown.sort(key=lambda binding: binding.id not in _FIRST)
        self._keys = {key_name(binding.key): binding.key for binding in shown}
        items = [(key_name(binding.key), binding.description) for binding in shown]
        if not self._enters:
            return items
        enter = key_name("enter")
        self._keys[enter] = "enter"
        return [(enter, self._enters), *(item for item in items if item[0] != enter)]


def _name(action: str) -> str:
    return action.partition("(")[0]


def key_name(key: str) -> str:
    """Return how a key is written on a keyboard: ``Ctrl+P``, ``PgUp``, ``↑``, ``k``."""
    *modifiers, last = key.split("+")
    name = _KEY_NAMES.get(last, last.capitalize() if len(last) > 1 or modifiers else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def fitting_items(items: list[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """Return the items that fit; those before the last two are left out first."""
    kept = list(items)
    while (
        kept and sum(cell_len(key) + 1 + cell_len(words) + _BETWEEN for key, words in kept) - _BETWEEN > room
    ):
        kept.pop(-1 - min(_LAST_KEPT, len(kept) - 1))
    return kept
