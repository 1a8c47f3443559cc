"""The application: one class, made of what it does for the screens."""

from __future__ import annotations

from tui.app.app import EXIT_FOR_DEMO, FrontwatchApp, run_app

__all__ = ["EXIT_FOR_DEMO", "FrontwatchApp", "run_app"]
