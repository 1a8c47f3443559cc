"""Opening an address outside; only web addresses, and never a browser inside this very terminal."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import PurePath
from urllib.parse import urlsplit

_IN_TERMINAL = frozenset(("www-browser", "links", "elinks", "lynx", "w3m"))
_WITH_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY")


def is_web_address(url: str) -> bool:
    """Tell whether ``url`` is an http or https address with a host, and has nothing in it that hides."""
    if "…" in url or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def open_outside(url: str) -> bool:
    """Open a web address in the user's browser and tell whether that went well; may take seconds.

    Where there is only a browser that would draw over this terminal, nothing is opened.
    """
    if not is_web_address(url) or not _has_window():
        return False
    try:
        return webbrowser.open(url)
    except (OSError, webbrowser.Error):
        return False


def _has_window() -> bool:
    chosen = os.environ.get("BROWSER", "").split(os.pathsep)[0]
    if chosen:
        return PurePath(chosen.split(" ")[0]).name not in _IN_TERMINAL
    if sys.platform in {"darwin", "win32"}:
        return True
    return any(os.environ.get(name) for name in _WITH_DISPLAY)
