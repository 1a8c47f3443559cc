"""The filter: from the keys and the prompt to the lens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from feeds.model import Facet, Filter, Side
from feeds.service import cycled, parse_filter, toggled
from tui.app.looking import LookingApp
from tui.desk import told
from tui.screens.framed import FramedScreen
from tui.views.calling import called
from tui.views.filtering import known_on, next_window, oblast_of, read_earlier, with_line, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import SavedView
    from feeds.service import Service
    from tui.screens.filter import Wanted

_KEYS = frozenset({"filter", "clear_filter", "oblast", "side", "window", "views"})
_REMEMBERED = "filters"
_SIDES = (Side.UKRAINE, Side.RUSSIA)


class ViewsRead(Message):
    """The saved views, and the filters that were written before, have been read."""

    def __init__(self, views: tuple[SavedView, ...], earlier: tuple[str, ...], *, is_wanted: bool) -> None:
        super().__init__()
        self.views = views
        self.earlier = earlier
        self.is_wanted = is_wanted
        """Whether the list of views is to be shown now."""


class FilteringApp(LookingApp):
    """Lets the analyst say which part of the board is wanted, and keep that under a name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "filter", "Filter", id="filter.write", tooltip="Write which part of the board is wanted"
        ),
        Binding("F", "clear_filter", "Clear filter", id="filter.clear", tooltip="Show the whole board again"),
        Binding(
            "o",
            "oblast",
            "Oblast",
            id="filter.oblast",
            show=False,
            tooltip="Only the oblast under the cursor; again: all",
        ),
        Binding(
            "s",
            "side",
            "Side",
            id="filter.side",
            show=False,
            tooltip="Only what Ukraine did, only Russia, or all",
        ),
        Binding(
            "t",
            "window",
            "Window",
            id="filter.window",
            show=False,
            tooltip="Look back 1, 3, 7, 14, 30 days, or as configured",
        ),
        Binding("v", "views", "Views", id="filter.views", show=False, tooltip="Choose a saved view"),
    ]

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._views: tuple[SavedView, ...] = ()
        self._earlier: tuple[str, ...] = ()
        self._usual_days: int | None = None
        """The window as configured; None: it has not been seen yet."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave these keys to the board, and clearing to where there is something to clear."""
        if action in _KEYS and (self.current_mode != "board" or not isinstance(self.screen, FramedScreen)):
            return False
        if action == "clear_filter":
            return bool(self._lens.filter.line)
        return super().check_action(action, parameters)

    def on_views_read(self, message: ViewsRead) -> None:
        """Keep what was read for the prompt, and show the list where that was wanted."""
        self._views, self._earlier = message.views, message.earlier
        self._put_filter(self._lens.filter, self._lens.saved_as)
        if message.is_wanted:
            self._show_views()

    def action_filter(self) -> None:
        """Ask for a filter, and look through it."""
        from tui.screens.filter import FilterScreen  # noqa: PLC0415

        known = known_on(self._follower.board)
        line, label = self._lens.filter.line, self._header.label
        self.push_screen(FilterScreen(line, self._earlier, known, label), self._take_filter)

    def action_clear_filter(self) -> None:
        """Show the whole board again."""
        self._put_filter(Filter())

    def action_oblast(self) -> None:
        """Show only the oblast under the cursor; where oblasts are asked for already, all again."""
        wanted = self._lens.filter
        if any(term.facet is Facet.OBLAST and not term.negated for term in wanted.terms):
            self._put_filter(cycled(wanted, Facet.OBLAST, ()))
            return
        target = self.screen.target if isinstance(self.screen, FramedScreen) else None
        oblast = oblast_of(target, self._follower.board)
        if oblast:
            self._put_filter(toggled(wanted, Facet.OBLAST, oblast))
        else:
            self._say("Put the cursor on an oblast or a claim first.")

    def action_side(self) -> None:
        """Show the next side alone, and behind the last one all."""
        self._put_filter(cycled(self._lens.filter, Facet.SIDE, _SIDES))

    def action_window(self) -> None:
        """Look back on the next number of days."""
        if self._header.window_days is None:
            return
        if self._header.days is None:
            self._usual_days = self._header.window_days
        self._look_through(replace(self._lens, days=next_window(self._lens.days, self._usual_days)))

    def action_views(self) -> None:
        """Let the analyst choose a saved view."""
        self._read_views(is_wanted=True)

    def _show_views(self) -> None:
        from tui.screens.saved import SavedScreen  # noqa: PLC0415

        if isinstance(self.screen, FramedScreen):
            screen = SavedScreen(self._views, self._lens.saved_as, self._header.label)
            self.push_screen(screen, self._take_view)

    def _take_up(self, service: Service) -> None:
        super()._take_up(service)
        self._read_views(is_wanted=False)

    def _take_filter(self, wanted: Wanted | None) -> None:
        """Look through what was written, and keep it where it was given a name."""
        if wanted is None:
            return
        line = wanted.filter.line
        self._earlier = with_line(self._earlier, line)
        if line or not wanted.save_as:
            self._put_filter(wanted.filter)
        self._keep(wanted.save_as, line)

    def _take_view(self, chosen: tuple[SavedView, bool] | None) -> None:
        """Look through the chosen view, or forget it."""
        if chosen is None:
            return
        view, is_kept = chosen
        if is_kept:
            self._put_filter(parse_filter(view.line), view.name)
        else:
            self._keep(view.name, "")

    def _put_filter(self, wanted: Filter, name: str = "") -> None:
        """Look through a filter; it has a name, ``name`` if it may be, where a saved view is the same."""
        names = [view.name for view in self._views if view.line and view.line == wanted.line]
        saved_as = name if name in names else next(iter(names), "")
        lens = replace(self._lens, filter=wanted, saved_as=saved_as)
        if lens != self._lens:
            self._look_through(lens)

    @work(thread=True, group="views")
    def _read_views(self, *, is_wanted: bool) -> None:
        self._tell_views(is_wanted=is_wanted)

    @work(thread=True, group="views")
    def _keep(self, name: str, line: str) -> None:
        """Remember what was written, and what it is saved as, for the next time."""
        if self._service is None:
            return
        try:
            self._service.remember(_REMEMBERED, written(self._earlier))
            if name:
                self._service.save_view(name, line)
                self._say(
                    f"Saved as {name}; {called('filter.views')} lists all." if line else f"Forgotten: {name}."
                )
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
        self._tell_views(is_wanted=False)

    def _tell_views(self, *, is_wanted: bool) -> None:
        if self._service is None:
            return
        try:
            earlier = read_earlier(self._service.recall(_REMEMBERED))
            self.post_message(ViewsRead(self._service.views(), earlier, is_wanted=is_wanted))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
