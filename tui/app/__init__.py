"""The application: one class, made of what it does for the screens."""

from __future__ import annotations

from tui.app.app import FrontwatchApp, run_app

__all__ = ["FrontwatchApp", "run_app"]
