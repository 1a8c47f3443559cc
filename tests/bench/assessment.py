"""How fast claims are computed: all of them at once, after one new item, and those of a past moment.

Run ``python -m tests.bench.assessment``; it needs no network and makes a store in a temporary folder.
All of it takes some four minutes; ``--only`` runs one part.
Villages are named as unevenly as a front names them: few very often, most hardly ever. Each measurement
of the fold runs in a process of its own, so that its memory is told.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from feeds.assessment import Directory, fold_claims
from feeds.collector import Intake
from feeds.cycles import search_seldom
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import (
    Alignment,
    Extract,
    Health,
    Item,
    Kind,
    LogEntry,
    Outcome,
    Place,
    PlaceKind,
    Precision,
    Report,
    Side,
    Source,
    SourceClass,
    SourceState,
    stable_id,
)
from feeds.service.past import PastBoards
from feeds.store import open_database, results, sources
from feeds.workers.tasks import Reading
from tests.building import a_report, a_source, an_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.store import Database

_NOON = datetime(2025, 3, 28, 12, 0, tzinfo=UTC)
_OBLASTS, _RAIONS, _VILLAGES = 12, 8, 40
"""Of the front, in each oblast, and in each raion."""
_SOURCES = 40
_A_DAY = 300
"""Reports: some seven of each source."""
_WORDS, _VOCABULARY, _COPIED = 80, 5_000, 0.2
_COUNTED_MS = 2.0
"""About what an item takes: what of the wall's time is other programs' shows by it."""
_FOLD_S, _ITEM_MS = 30.0, 5.0
_FIRST_S, _STEP_S = 2.0, 0.5
_PAST_ITEMS = 10_000
_PARTS = ("folds", "past", "items")
_CLASSES = [SourceClass.OUTLET, SourceClass.MILBLOGGER, SourceClass.OFFICIAL, SourceClass.ASSESSOR]
_KINDS = [Kind.ATTACK] * 6 + [Kind.ADVANCE] * 5 + [Kind.FIGHTING] * 3 + [Kind.SEIZURE, Kind.WITHDRAWAL]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    measured: str
    goal: str
    met: bool

    def __str__(self) -> str:
        """Return the line."""
        return f"{self.what:52}{self.measured:>26}   {self.goal:12}{'met' if self.met else 'MISSED'}"


def places() -> list[Place]:
    """Return the places of a made-up front, the most named first."""
    chance = random.Random(6)  # noqa: S311 - no secrets
    found: list[Place] = []
    for number in range(_OBLASTS * _RAIONS * _VILLAGES):
        raion, oblast = number // _VILLAGES, number // _VILLAGES // _RAIONS
        found.append(
            Place(
                *(f"village-{number}", f"Village {number}", PlaceKind.SETTLEMENT, f"Oblast {oblast}", "UA"),
                *(48 + raion / 40, 30 + number / 400, Precision.NEAR, f"Raion {raion}"),
            )
        )
    chance.shuffle(found)
    coarse = [
        Place(
            f"oblast-{one}",
            f"Oblast {one} Oblast",
            PlaceKind.OBLAST,
            f"Oblast {one}",
            "UA",
            None,
            None,
            Precision.OBLAST,
        )
        for one in range(_OBLASTS)
    ]
    coarse += [
        Place(
            f"raion-{one}",
            f"Raion {one} raion",
            PlaceKind.RAION,
            f"Oblast {one // _RAIONS}",
            "UA",
            None,
            None,
            Precision.RAION,
        )
        for one in range(_OBLASTS * _RAIONS)
    ]
    for at, place in enumerate(coarse):
        found.insert(at * 5, place)
    return found


def reports(count: int, *, days: int, seed: int = 1) -> Iterator[Report]:
    """Yield reports of some days, in the order in which they come in."""
    chance, known = random.Random(seed), places()  # noqa: S311 - no secrets
    weights = [1 / (rank + 10) for rank in range(len(known))]
    for number, place in enumerate(chance.choices(known, weights, k=count)):
        at = _NOON + timedelta(days=days * number / count)
        report = a_report(
            f"{seed} {number}",
            kind=chance.choice(_KINDS),
            side=Side.UKRAINE if chance.random() < 0.3 else Side.RUSSIA,
            place=place.name,
            located=place,
            source_id=f"made-up-{chance.randrange(_SOURCES)}",
            negated=chance.random() < 0.05,
            event_on=at.date() - timedelta(days=chance.choice([0, 0, 0, 0, 1, 1, 2, 5])),
            at=at,
        )
        yield replace(report, oblast=place.oblast)


def fold_rows() -> Iterator[Row]:
    """Measure folds of several sizes, and whether their memory grows as they do."""
    memory: dict[int, float] = {}
    for count in (25_000, 50_000, 100_000):
        row, memory[count] = fold_row(count)
        print(row, flush=True)
        yield row
    yield memory_row(memory)


def fold_row(count: int) -> tuple[Row, float]:
    """Measure one fold in a process of its own; also return its memory in megabytes."""
    code = f"from tests.bench.assessment import fold; fold({count})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    took, claims, megabytes = map(float, run.stdout.split())
    goal = _FOLD_S * count / 100_000
    told = f"{took:.1f} s, {claims:,.0f} claims"
    return Row(
        f"fold of {count:,} reports, {megabytes:.0f} MB", told, f"<= {goal:.1f} s", took <= goal
    ), megabytes


def fold(count: int) -> None:
    """Print the processor seconds of one fold, its claims, and the megabytes that it added."""
    given, directory = list(reports(count, days=365)), Directory(_sources())
    before, began = _peak_mb(), time.process_time()
    claims = fold_claims(given, (), directory)
    print(time.process_time() - began, len(claims), _peak_mb() - before)


def memory_row(by_count: dict[int, float]) -> Row:
    """Compare the memory of folds of several sizes."""
    each = {count: 1000 * megabytes / count for count, megabytes in by_count.items()}
    told = ", ".join(f"{one:.1f}" for one in each.values())
    is_linear = each[max(each)] <= 1.3 * each[min(each)]
    return Row("memory of a fold, kB a report by size", told, "even", is_linear)


def item_rows(folder: Path, claims: int, count: int) -> Iterator[Row]:
    """Measure single items that come into a large board, in a process that searches as a collector does."""
    search_seldom()
    with closing(open_database(folder / "store.sqlite3")) as database:
        with database.transaction():
            sources.configure(database, _sources())
        intake = Intake(database, desk="bench")
        known = 0
        stream = reports(4 * claims, days=4 * claims // _A_DAY)
        while known < claims:
            _take_in(intake, list(islice(stream, 200)))
            known = results.total_claims(database)
        print(f"    a board of {known:,} claims stands")
        yield from _single(database, intake, list(islice(stream, count)))


def _single(database: Database, intake: Intake, new: list[Report]) -> Iterator[Row]:
    wall: list[float] = []
    used: list[float] = []
    idle: list[float] = []
    tidying = 0.0
    for report in new:
        item = _item(report)
        _keep(intake, [item])
        began, before = time.perf_counter(), time.process_time()
        intake.take_readings([(item, Reading(Extract((replace(report, item_id=item.id),))))])
        wall.append(1000 * (time.perf_counter() - began))
        used.append(1000 * (time.process_time() - before))
        before = time.process_time()
        # As the collector does where nothing waits to be read.
        database.tidy()
        tidying += time.process_time() - before
        idle.append(_count_for(_COUNTED_MS))
    print(f"    a loop of {_COUNTED_MS:.0f} ms that only counts, wall, 99 %: {_at_99(idle):.2f} ms")
    print(f"    tidying up between items, processor: {1000 * tidying / len(new):.2f} ms an item")
    total = results.total_claims(database)
    for what, spent in (("wall", wall), ("processor", used)):
        at_99 = _at_99(spent)
        name = f"one item into {total:,} claims, {what}, 99 %"
        yield Row(
            name, f"{at_99:.2f} ms (median {median(spent):.2f})", f"<= {_ITEM_MS:.0f} ms", at_99 <= _ITEM_MS
        )


def _at_99(spent: list[float]) -> float:
    return sorted(spent)[int(len(spent) * 0.99)]


def _count_for(milliseconds: float) -> float:
    """Use the processor for so long; return how many milliseconds passed meanwhile on the wall."""
    began, before = time.perf_counter(), time.process_time()
    while time.process_time() - before < milliseconds / 1000:
        pass
    return 1000 * (time.perf_counter() - began)


def past_rows(folder: Path, count: int) -> Iterator[Row]:
    """Measure the first board of a past moment, and steps of half an hour from it, back and forth."""
    with closing(open_database(folder / "past.sqlite3")) as database:
        with database.transaction():
            sources.configure(database, _sources())
        intake, stream = Intake(database, desk="bench"), list(reports(count, days=count // _A_DAY))
        for at in range(0, count, 200):
            _take_in(intake, stream[at : at + 200])
        boards, moment = PastBoards(database), stream[-1].received_at - timedelta(days=2)
        spent: list[float] = []
        for half_hours in (0, *range(1, 25), *range(24, 0, -1)):
            began = time.process_time()
            boards.then(moment - timedelta(minutes=30 * half_hours), days=7)
            spent.append(time.process_time() - began)
    first, *steps = spent
    what = f"board of a past moment, {count:,} items, processor"
    yield Row(f"{what}, first", f"{first:.2f} s", f"<= {_FIRST_S:.0f} s", first <= _FIRST_S)
    told = f"{max(steps):.2f} s (median {median(steps):.2f})"
    yield Row(f"{what}, step", told, f"<= {_STEP_S} s", max(steps) <= _STEP_S)


def _take_in(intake: Intake, new: list[Report]) -> None:
    found = [_item(report) for report in new]
    _keep(intake, found)
    read = zip(found, new, strict=True)
    intake.take_readings(
        [(item, Reading(Extract((replace(report, item_id=item.id),)))) for item, report in read]
    )


def _keep(intake: Intake, found: list[Item]) -> None:
    by_source: dict[str, list[Item]] = {}
    for item in found:
        by_source.setdefault(item.source_id, []).append(item)
    known = {source.id: source for source in _sources()}
    intake.keep(
        [
            Polled(
                known[source_id],
                SourceState(source_id, Health.GOOD),
                LogEntry(source_id, Outcome.UNCHANGED, _NOON, _NOON),
                Page(tuple(of_source)),
            )
            for source_id, of_source in by_source.items()
        ]
    )


def _item(report: Report) -> Item:
    # One in five is a copy of another one of its place and day; all others have words of their own.
    chance = random.Random(stable_id(report.id))  # noqa: S311 - no secrets
    if chance.random() < _COPIED:
        chance = random.Random(f"{report.place} {report.published_at.date()}")  # noqa: S311
    said = " ".join(f"w{chance.randrange(_VOCABULARY)}" for _ in range(_WORDS))
    text = f"{report.place}: {said}"
    return an_item(report.id, source_id=report.source_id, text=text, published_at=report.published_at)


def _sources() -> list[Source]:
    return [
        a_source(
            f"made-up-{number}",
            source_class=_CLASSES[number % len(_CLASSES)],
            alignment=list(Alignment)[number % len(Alignment)],
        )
        for number in range(_SOURCES)
    ]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Print the table; exit with 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, help="size of the board that stands")
    parser.add_argument("--items", type=int, default=2_000, help="how many come one by one")
    parser.add_argument("--only", choices=_PARTS, help="one part of it: folds, past moments, or single items")
    options = parser.parse_args()
    parts = (options.only,) if options.only else _PARTS
    rows: list[Row] = list(fold_rows()) if "folds" in parts else []
    with tempfile.TemporaryDirectory() as folder:
        if "past" in parts:
            rows += past_rows(Path(folder), _PAST_ITEMS)
        if "items" in parts:
            rows += item_rows(Path(folder), options.claims, options.items)
    print(*rows, sep="\n")
    sys.exit(not all(row.met for row in rows))


if __name__ == "__main__":
    main()
