"""What is taken out of the screen: a sentence for the clipboard, an address for the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.app.served import ServedApp
from tui.browsing import is_web_address, open_outside
from tui.desk import told
from tui.views.lines import clamp, printable

if TYPE_CHECKING:
    from tui.screens.framed import Copy, Visit
    from tui.views.details import Page
    from tui.views.lines import Target

_LONGEST_SHOWN = 300


class LendingApp(ServedApp):
    """Copies sentences and opens addresses, those of a line on the board too."""

    def on_copy(self, message: Copy) -> None:
        """Copy the sentence, or make it first."""
        if message.words:
            self._copy(message.words)
        elif message.target is None:
            self._say("Put the cursor on a claim or a quote first.")
        else:
            self._copy_of(message.target)

    def on_visit(self, message: Visit) -> None:
        """Open the address, or look it up first."""
        if message.url:
            self._visit(message.url)
        elif message.target is None:
            self._say("Put the cursor on a claim, a quote or a source first.")
        else:
            self._visit_of(message.target)

    @work(thread=True, group="lend")
    def _copy_of(self, target: Target) -> None:
        page = self._page(target)
        if page is not None:
            self.call_from_thread(self._copy, page.quotable)

    @work(thread=True, group="lend")
    def _visit_of(self, target: Target) -> None:
        page = self._page(target)
        if page is not None:
            self._open(page.link_at(None))

    @work(thread=True, group="lend")
    def _visit(self, url: str) -> None:
        self._open(url)

    def _page(self, target: Target) -> Page | None:
        """Return the page of what stands under the cursor; None where it can't be made, which is said."""
        if self._service is None:
            return None
        try:
            from tui.pages import page_of  # noqa: PLC0415 - not before the first board

            return page_of(target, self._service, self._follower.board)
        except Exception as error:  # noqa: BLE001
            self._say(told(error), is_problem=True)
            return None

    def _copy(self, words: str) -> None:
        if not words:
            self._say("There is no sentence to quote here.")
            return
        self.copy_to_clipboard(printable(words))
        self._say(f"Copied, where the terminal allows it: {clamp(words, _LONGEST_SHOWN)}")

    def _open(self, url: str) -> None:
        """Open an address, and say it in any case; called from a thread."""
        shown = clamp(url, _LONGEST_SHOWN)
        if not url:
            self._say("No address is known of this.")
        elif not is_web_address(url):
            self._say(f"Not opened, as it is no open web address: {shown}")
        elif self.is_web:
            self.call_from_thread(self.open_url, url)
            self._say(f"Opened: {shown}")
        elif open_outside(url):
            self._say(f"Opened in the browser: {shown}")
        else:
            self._say(f"There is no browser to open it in here. The address: {shown}")
