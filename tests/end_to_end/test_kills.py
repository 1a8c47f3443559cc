"""A few rounds of the kills of :mod:`tests.bench.kills`: what a killed collector leaves behind."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench.feed_server import FeedServer
from tests.bench.kills import Killing

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and all of 127.0.0.0/8")
KILLS = 10
FEEDS = 40
ENTRIES = 10


def test_whatever_moment_it_is_killed_at_the_store_is_whole_and_the_next_start_goes_on(
    tmp_path: Path,
) -> None:
    with FeedServer("numbered", feeds=FEEDS, entries=ENTRIES) as server:
        killing = Killing(server, tmp_path, entries=ENTRIES, seed=2)
        for number in range(1, KILLS + 1):
            killing.round(number)
        killing.come_to_rest()
    assert killing.tally.faults == []
    assert killing.tally.children_killed > 0
    assert killing.tally.in_mid_poll > 0
