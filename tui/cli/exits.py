"""Exit codes that all commands share."""

from __future__ import annotations

CANNOT = 2
"""A command can't do its work; one sentence on standard error says why."""
