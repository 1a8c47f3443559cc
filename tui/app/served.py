"""What every part of the application stands on: the service, its follower, and telling the user."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.app import App

from tui.desk import Desk, told
from tui.follower import Follower
from tui.screens.framed import FramedScreen
from tui.views.ages import short_moment
from tui.views.calling import call_keys, called
from tui.views.header import HeaderView, header_line
from tui.views.lens import Lens
from tui.views.lines import clamp, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.service import Service


def in_the_past() -> str:
    """Return why nothing can be decided now."""
    return f"You are looking at the past; {called('app.live')} goes back to now."


class ServedApp(App[None]):
    """An application that follows a service in a thread and asks things of it in others."""

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        """Keep how to open the service, and the ``label`` to show until it is open."""
        super().__init__()
        call_keys({})
        self._follower = Follower(open_service, self.post_message)
        self._service: Service | None = None
        self._desk: Desk | None = None
        self._lens = Lens()
        self._header = HeaderView(label)
        self._problem = ""
        self._faults: tuple[str, ...] = ()
        """What of the rules of the screen can't be had."""

    @work(thread=True, group="follow")
    def _follow(self) -> None:
        self._follower.run()

    def _request(self, act: Callable[[Desk], str]) -> None:
        """Ask ``act`` of the desk, unless a past moment is on the screen."""
        if self._desk is not None and not self._refused():
            self._act(act, self._desk)

    @work(thread=True, group="request")
    def _act(self, act: Callable[[Desk], str], desk: Desk) -> None:
        """Do ``act`` away from the event loop, say how it went, and look for what it changed."""
        try:
            self._say(act(desk))
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
        self._follower.wake()

    def _take_up(self, service: Service) -> None:
        self._service = service
        self._desk = Desk(service)
        self._header = HeaderView(service.label)

    def _draw_header(self) -> None:
        """Write the header of the screen in front; the clock is the program's own."""
        now = self._service.now() if self._service else None
        view = self._header
        for problem in (*self._faults, self._problem):
            view = view.with_problem(problem) if problem else view
        as_of = view.as_of
        if now is not None and self._lens.as_of != as_of:
            wanted = self._lens.as_of
            view = replace(view, reading=short_moment(wanted, now) if wanted else "the present")
        elif self._lens.days != view.days and view.window_days is not None:
            view = replace(view, reading=f"{self._lens.days} days" if self._lens.days else "all days")
        past = f"AS OF {short_moment(as_of, now)}" if as_of and now else ""
        for screen in self.screen_stack:
            if isinstance(screen, FramedScreen):
                screen.show_header(header_line(view, now))
                screen.put_past(past)

    def _refused(self) -> bool:
        """Tell whether a past moment is on the screen, of which nothing can be decided, and say so."""
        is_past = self._lens.as_of is not None or self._header.as_of is not None
        if is_past:
            self._say(in_the_past())
        return is_past

    def _switch(self, mode: str) -> None:
        self.switch_mode(mode)
        self._draw_header()

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.clear_notifications()
        shown = printable(clamp(words))
        self.notify(shown, severity="error" if is_problem else "information", timeout=4, markup=False)
