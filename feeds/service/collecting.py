"""Collecting, with workers that get ready while the rest of the program is still being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.cycles import search_seldom
from feeds.workers.processes import started_ahead

if TYPE_CHECKING:
    from feeds.service.launch import Launch


def collect(launch: Launch, *, until_input_ends: bool = False) -> None:
    """Poll until told to stop, as :func:`feeds.service.headless.collect`."""
    search_seldom()
    with started_ahead() as first:
        from feeds.service import headless  # noqa: PLC0415 - that is what the workers need not wait for

        headless.collect(launch, until_input_ends=until_input_ends, first=first)


def collect_once(launch: Launch) -> str:
    """Poll every source once, as :func:`feeds.service.headless.collect_once`."""
    search_seldom()
    with started_ahead() as first:
        from feeds.service import headless  # noqa: PLC0415 - as above

        return headless.collect_once(launch, first=first)
