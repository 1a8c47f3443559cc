"""The one-line header; Textual's own leaks with every screen it is put on."""

from __future__ import annotations

from tui.widgets.tones import TonedLine


class HeaderBar(TonedLine):
    """Name, label, clock, sources, window and notices, on the ground of the frame."""
