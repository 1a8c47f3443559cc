"""How long a service that fails is left alone."""

from __future__ import annotations

from feeds.collector.breaker import FIRST_REST, LONGEST_REST, MOST_FAILURES, Breaker
from tests.building import NOON


def test_few_failures_change_nothing() -> None:
    breaker = Breaker()
    for _ in range(MOST_FAILURES - 1):
        breaker.failed(NOON)
    assert breaker.may_ask(NOON)


def test_rests_grow_up_to_the_longest_and_end_with_a_success() -> None:
    breaker, now = Breaker(), NOON
    rests = []
    for _ in range(30):
        breaker.failed(now)
        if breaker.until is not None:
            rests.append(breaker.until - now)
            assert not breaker.may_ask(now)
            now = breaker.until
            assert breaker.may_ask(now)
    assert rests[:3] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST]
    assert rests[-1] == LONGEST_REST
    breaker.succeeded()
    assert breaker.until is None
    breaker.failed(now)
    assert breaker.may_ask(now)


def test_a_success_in_between_starts_the_count_anew() -> None:
    breaker = Breaker()
    for _ in range(10):
        breaker.failed(NOON)
        breaker.succeeded()
    assert breaker.may_ask(NOON)
