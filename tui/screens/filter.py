"""The dialog in which a filter is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from feeds.service import FilterError, completed, parse_filter
from tui.screens.dialog import Dialog
from tui.views.calling import called
from tui.views.filtering import saving
from tui.views.lines import clamp, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from feeds.model import Facet, Filter

LONGEST = 1_000
HINT = (
    "oblast: place: side: kind: standing: grade: km: by: source: state: since: or any word. "
    "All must hold; a,b is either; -side:russia leaves out. NAME = FILTER saves it as NAME."
)
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was written."""

    filter: Filter
    save_as: str = ""
    """The name to keep it under; empty: it is not to be kept."""


class FilterScreen(Dialog[Wanted | None]):
    """One line of input; gives the filter, or None where it was given up."""

    ENTERS = "Apply"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Cancel", id="filter.cancel"),
        Binding("tab", "complete(1)", "Complete", id="filter.complete", priority=True),
        Binding("shift+tab", "complete(-1)", "Back", id="filter.complete-back", priority=True, show=False),
        Binding("up", "recall(-1)", "Earlier", id="filter.earlier", priority=True),
        Binding("down", "recall(1)", "Later", id="filter.later", priority=True, show=False),
    ]

    def __init__(
        self, line: str, earlier: tuple[str, ...], known: Mapping[Facet, Iterable[str]], label: str = ""
    ) -> None:
        super().__init__(label)
        self._known = known
        self._lines = [*map(printable, earlier), printable(line)]
        self._at = len(earlier)
        """Which of the lines stands in the field."""
        self._offered: tuple[str, ...] = ()
        self._offer = -1
        self._field = Input(
            self._lines[-1], placeholder="oblast:belgorod side:ukraine since:3d", max_length=LONGEST
        )
        self._field.cursor_blink = False
        self._field.select_on_focus = False
        self._hint = Static(HINT, markup=False, id="filter-hint")

    def body(self) -> Iterable[Widget]:
        """Return the input in its frame, and below it what is offered, or wrong."""
        with Vertical(id="filter-frame") as frame:
            frame.border_title = self.entitled("FILTER")
            frame.border_subtitle = (
                f"Enter applies, {called('filter.cancel')} leaves, {called('filter.complete')} completes, "
                f"{called('filter.earlier')} earlier ones"
            )
            yield self._field
            yield self._hint

    def on_input_changed(self, event: Input.Changed) -> None:
        """Forget what was offered, or wrong, once something else is written."""
        if not self._offered or event.value != self._offered[self._offer]:
            self._offered, self._offer = (), -1
            self._hint.remove_class("-wrong")
            self._hint.update(HINT)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the filter; a wrong one stays to be mended."""
        name, line = saving(event.value)
        try:
            self.dismiss(Wanted(parse_filter(line), name))
        except FilterError as error:
            self._hint.add_class("-wrong")
            self._hint.update(f"! {printable(str(error))}")

    def action_complete(self, by: int) -> None:
        """Complete the last word, or put the next way to complete it."""
        if not self._offered:
            self._offered = completed(self._field.value, self._known)
            self._offer = -1 if by > 0 else 0
        if not self._offered:
            self._hint.update("Nothing begins like that.")
            return
        self._offer = (self._offer + by) % len(self._offered)
        self._put(self._offered[self._offer])
        self._show_offers()

    def action_recall(self, by: int) -> None:
        """Put a filter that was written before."""
        self._lines[self._at] = self._field.value
        self._at = min(max(self._at + by, 0), len(self._lines) - 1)
        self._put(self._lines[self._at])

    def action_give_up(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def _put(self, line: str) -> None:
        self._field.value = line
        self._field.cursor_position = len(line)

    def _show_offers(self) -> None:
        first = self._offer // _SHOWN * _SHOWN
        shown = self._offered[first : first + _SHOWN]
        words = [_last_word(one) for one in shown]
        words[self._offer - first] = f"[{words[self._offer - first]}]"
        self._hint.update("  ".join(words) + (" …" if len(self._offered) > first + _SHOWN else ""))


def _last_word(line: str) -> str:
    """Return what of a completed line is new enough to be told apart by."""
    value = line.rstrip('"').rpartition('"')[2] if line.endswith('"') else line.rsplit(maxsplit=1)[-1]
    return printable(clamp(value.rpartition(",")[2].rpartition(":")[2] or value, 30))
