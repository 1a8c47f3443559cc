"""The look of the screen: theme and keys by the configuration, and pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.filter import Monochrome, NoColor

from tui.app.served import ServedApp
from tui.pictures import save_picture, screen_text
from tui.rules import Furnishing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from textual.filter import LineFilter

    from feeds.service import Service
    from tui.rules import Furnished

_NO_COLOURS = NoColor()


class ArrangingApp(ServedApp):
    """Takes up what the configuration says of the look, and takes pictures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "picture",
            "Picture",
            id="app.picture",
            show=False,
            tooltip="Save a picture of the screen, as SVG and as text",
        ),
    ]

    def __init__(self, open_service: Callable[[], Service], *, label: str = "") -> None:
        super().__init__(open_service, label=label)
        self._furnishing = Furnishing()

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys that the configuration wants, by the id of their binding."""
        return self._furnishing.keymap

    def on_furnished(self, message: Furnished) -> None:
        """Take up theme and keys, and say what of the rules can't be had."""
        old, self._furnishing = self._furnishing, message.furnishing
        if message.furnishing.theme != old.theme:
            self.theme = message.furnishing.theme
        if message.furnishing.keymap != old.keymap:
            self.set_keymap(dict(message.furnishing.keymap))
        self._faults = message.furnishing.faults
        for fault in self._faults:
            self._say(f"{fault}.", is_problem=True)
        self._draw_header()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave out the terminal's own colours wholly where ``NO_COLOR`` wants none.

        Textual 8.2.8 chooses the filter by the theme at the start, before ours is known: colours of which
        no grey can be made then become black on black.
        """
        filters = super().get_line_filters()
        if not (self.no_color and self.native_ansi_color):
            return filters
        return [_NO_COLOURS if isinstance(one, Monochrome) else one for one in filters]

    def action_picture(self) -> None:
        """Save a picture of the screen as it is now."""
        if self._service is None or self._furnishing.pictures is None:
            return
        self._save_picture(
            self._service.now(), self.export_screenshot(title="frontwatch"), screen_text(self.screen)
        )

    @work(thread=True, group="picture")
    def _save_picture(self, at: datetime, svg: str, text: str) -> None:
        folder = self._furnishing.pictures
        if folder is None:
            return
        try:
            path = save_picture(folder, at, svg, text)
        except OSError as error:
            self._say(f"The picture could not be saved in {folder} ({error.strerror}).", is_problem=True)
        else:
            self._say(f"Saved: {path}, and the text beside it.")
