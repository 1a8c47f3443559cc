"""The loop that polls, extracts, assesses and writes; a process of its own while a screen is open.

One collector works on a store at a time: it holds the store's lease. What a poll brought is stored
whole or not at all; a long backlog in parts, each of them whole.
"""

from __future__ import annotations

from feeds.collector.intake import Intake, News
from feeds.collector.loop import Collector

__all__ = ["Collector", "Intake", "News"]
