"""What every dialog has: a frame over the screen that it was called from, and its own keys below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import ModalScreen

from tui.widgets.key_bar import KeyBar
from tui.widgets.tones import TONE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

R = TypeVar("R")


class Dialog(ModalScreen[R]):
    """A dialog that gives an ``R``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    ENTERS: ClassVar[str]
    """What Enter does, in a word, as the key bar says it."""

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self._label = label

    def compose(self) -> ComposeResult:
        """Return the dialog, and the keys in the place of those of the screen below."""
        yield from self.body()
        yield KeyBar(self._label, enters=self.ENTERS)

    def body(self) -> Iterable[Widget]:
        """Return the frame with all that is in it."""
        raise NotImplementedError

    def entitled(self, title: str) -> str:
        """Return ``title`` with the label, where there is one."""
        return f"{title} · {self._label}" if self._label else title
