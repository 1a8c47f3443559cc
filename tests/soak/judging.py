"""Whether a soak was good: memory, punctuality and politeness, each as a line of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.model import Health
from tests.soak.publishers import HOUR_S, LOSING, PASSING, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.soak.observer import Seen
    from tests.soak.publishers import Publisher
    from tests.soak.running import Soaked

SETTLED_H = 2
"""Hours after which memory, descriptors and tasks must stay what they are."""
MOST_GROWTH_MB = 10.0
MOST_LATE = 2.0
LEAST_CONDITIONAL = 0.95
MOST_BUNCHED = 3.0
REFUSED_H, FAILING_H = 7.5, 2.75
"""Hours after which any source must have been asked again: six or one of backing off, the longest
interval, and the time that a site of it may want to be left alone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure of a soak."""

    what: str
    found: str
    is_good: bool


def verdicts(soaked: Soaked) -> Iterator[Verdict]:
    """Yield all figures that hold at any number of sources."""
    seen = soaked.observer
    yield Verdict("polls", f"{sum(one.polls for one in seen.publishers.values()):,}", is_good=True)
    yield from _of_the_process(soaked)
    yield Verdict("polls that could not be stored", str(soaked.lost_polls), soaked.lost_polls == 0)
    yield Verdict("last complaint", soaked.complaint or "none", not soaked.complaint)
    late = seen.most_late
    yield Verdict(f"latest poll, intervals (<= {MOST_LATE:g})", f"{late:.2f}", late <= MOST_LATE)
    wrongs = ", ".join(f"{count} {what}" for what, count in seen.wrongs.items())
    yield Verdict("requests too soon, or two at a time", wrongs or "none", not wrongs)
    share = seen.unchanged_conditional / seen.unchanged
    what = f"conditional, of polls of unchanged sources (>= {LEAST_CONDITIONAL:.0%})"
    yield Verdict(what, f"{share:.1%}", share >= LEAST_CONDITIONAL)
    yield from _of_publishers(soaked)


def bunching(soaked: Soaked) -> Verdict:
    """Return how bunched polls are, which means something from one a second on."""
    after = soaked.observer.per_second[round(HOUR_S) : round(soaked.hours * HOUR_S)]
    mean, busiest = sum(after) / len(after), max(after)
    what = f"polls begun in the busiest second after the first hour (<= {MOST_BUNCHED:g} x mean)"
    return Verdict(what, f"{busiest}, mean {mean:.2f}", busiest <= MOST_BUNCHED * mean)


def _of_the_process(soaked: Soaked) -> Iterator[Verdict]:
    settled, last = soaked.samples[SETTLED_H - 1], soaked.samples[-1]
    after = soaked.samples[SETTLED_H - 1 :]
    for what, begin, end in (
        ("Python's memory", settled.traced_mb, last.traced_mb),
        ("resident memory", settled.resident_mb, last.resident_mb),
    ):
        name = f"{what} from hour {SETTLED_H}, MB (growth <= {MOST_GROWTH_MB:g})"
        yield Verdict(name, f"{begin:.2f} to {end:.2f}", end - begin <= MOST_GROWTH_MB)
    objects = [sample.objects for sample in after]
    yield Verdict("objects", f"{objects[0]:,} to {objects[-1]:,}", objects[-1] <= objects[0] * 1.05)
    open_files = {sample.descriptors for sample in after}
    yield Verdict("file descriptors", str(sorted(open_files)), len(open_files) == 1)
    tasks = [sample.tasks for sample in after]
    yield Verdict("tasks", f"{min(tasks)} to {max(tasks)}", max(tasks) <= min(tasks) + 12)


def _of_publishers(soaked: Soaked) -> Iterator[Verdict]:
    pairs = [(one, soaked.observer.publishers[one.number]) for one in soaked.publishers]
    whole = [seen.whole for one, seen in pairs if _can_be_conditional(one, seen)]
    days = soaked.hours / 24
    yield Verdict(
        f"polls of a source without validators, in {days:g} days (once a day, +-1)",
        f"{min(whole)} to {max(whole)}, mean {sum(whole) / len(whole):.2f}",
        max(whole) <= days + 1 and min(whole) >= int(days) - 1,
    )
    given_up = [one.id for one, seen in pairs if _is_given_up(one, seen, soaked.hours)]
    yield Verdict("sources given up", ", ".join(given_up) or "none", not given_up)
    ill = [one.id for one, _ in pairs if _should_be_well(one) and _is_ill(soaked, one)]
    yield Verdict("healthy sources that are not shown so", ", ".join(ill) or "none", not ill)
    lost = [one.id for one, seen in pairs if _has_lost(soaked, one, seen)]
    yield Verdict("sources of which items are missing", ", ".join(lost) or "none", not lost)


def _can_be_conditional(one: Publisher, seen: Seen) -> bool:
    return one.is_conditional and seen.gave_validators


def _is_given_up(one: Publisher, seen: Seen, hours: int) -> bool:
    most_h = REFUSED_H if one.fault in {Fault.MISSING, Fault.GONE} else FAILING_H
    return max(seen.longest_gap_s, hours * HOUR_S - seen.begun_s) > most_h * HOUR_S


def _should_be_well(one: Publisher) -> bool:
    return one.fault not in LOSING | PASSING


def _is_ill(soaked: Soaked, one: Publisher) -> bool:
    return soaked.states[one.id].health is not Health.GOOD


def _has_lost(soaked: Soaked, one: Publisher, seen: Seen) -> bool:
    """Tell whether the store holds other than all items that a page of full length has shown."""
    if one.fault is not Fault.NONE or seen.first_delivered is None or seen.delivered is None:
        return False
    if not one.keeps_up:
        return False
    return soaked.states[one.id].items != seen.delivered - seen.first_delivered + one.listed
