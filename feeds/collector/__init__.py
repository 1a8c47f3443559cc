"""The loop that polls, extracts, assesses and writes; a process of its own while a screen is open.

One collector works on a store at a time: it holds the store's lease. Each poll is stored in one
transaction.
"""

from __future__ import annotations

from feeds.collector.intake import Intake, News
from feeds.collector.loop import Collector

__all__ = ["Collector", "Intake", "News"]
