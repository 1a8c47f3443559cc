"""How long a span by a clock lasts for those who wait."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from feeds.clock import PacedClock, SetClock, SystemClock
from tests.building import NOON

if TYPE_CHECKING:
    from feeds.clock import Clock


@pytest.mark.parametrize(
    ("clock", "real_s"),
    [(SystemClock(), 60), (PacedClock(NOON, 120.0, 0.0), 0.5), (SetClock(NOON), math.inf)],
)
def test_a_minute_lasts_as_long_as_the_clock_is_slow(clock: Clock, real_s: float) -> None:
    assert clock.real_s(timedelta(minutes=1)) == real_s
    assert clock.real_s(timedelta(0)) == 0
