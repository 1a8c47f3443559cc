"""One time zone for all tests of the screen, and charts that are drawn at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

import tui.widgets.figures  # noqa: F401 - a chart waits for this only where it is not loaded yet

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _in_kyiv(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
