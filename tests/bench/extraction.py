"""How fast, how small and how even the reading of texts is.

Run ``python -m tests.bench.extraction``; it needs ``../shared`` or the folder given. Speed is told in
posts, characters and bytes of UTF-8 a second of one core's time, of texts that are read whole; those
that are passed over at a glance are told apart.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.extraction import extract, says_nothing
from feeds.geography import load_gazetteer
from feeds.model import Item
from tests.bench.measuring import compile_product

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHARED = Path(__file__).parents[3] / "shared"
_ROUNDS = 3
_AT = datetime(2025, 3, 28, tzinfo=UTC)
_LENGTHS = (10_000, 100_000)
_PIECE = "Russian forces advanced near Popovka on March 28, the governor said. "
_FRESH = """
import time
from pathlib import Path
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
import feeds.geography
feeds.geography.load_gazetteer().find("They took Toretsk.")
bare, began = resident(), time.process_time()
import feeds.extraction
imported = time.process_time()
from feeds.extraction.lexicons.loading import shipped
shipped()
read = time.process_time()
from tests.bench.extraction import an_item
feeds.extraction.extract(an_item("Russian forces seized Toretsk."), feeds.geography.load_gazetteer())
print(imported - began, read - imported, resident() - bare)
"""
"""What a fresh process runs: seconds for the import and for the lexicons, and megabytes, all beyond the
gazetteer's own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; ``goal`` empty: none is set."""

    what: str
    measured: str
    goal: str = ""
    met: bool = True

    def __str__(self) -> str:
        """Return the line."""
        verdict = ("met" if self.met else "MISSED") if self.goal else ""
        return f"{self.what:32}{self.measured:>52}   {self.goal:26}{verdict}"


def an_item(text: str, title: str = "") -> Item:
    """Return an item that has a text and nothing else of interest."""
    return Item("i", "s", "k", "", title, text, _AT, published_estimated=False, received_at=_AT)


def texts_in(folder: Path) -> dict[str, list[Item]]:
    """Return the items of the corpora, and of the posts beside them, by file."""
    files = [*sorted(folder.glob("corpus/dev-*.jsonl")), *sorted(folder.glob("samples/telegram/texts_*"))]
    return {file.name: list(_items(file)) for file in files}


def _items(file: Path) -> Iterator[Item]:
    opened = lzma.open if file.suffix == ".xz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            yield an_item(str(told.get("text") or ""), str(told.get("title") or ""))


def speed_of(name: str, items: Sequence[Item]) -> Row:
    """Measure how fast items are read that say something."""
    telling = [item for item in items if not says_nothing(item)]
    best = min(_seconds(telling) for _ in range(_ROUNDS))
    glanced = len(items) - len(telling)
    size = sum(len(item.text.encode()) for item in telling)
    characters = sum(len(item.text) for item in telling)
    posts, rate = len(telling) / best, size / best / 1000
    words = (
        f"{posts:,.0f} posts/s, {characters / best / 1000:.0f} kchar/s, {rate:.0f} kB/s; {glanced} glanced"
    )
    return Row(name, words, "2,000 posts/s or 250 kB/s", posts >= 2000 or rate >= 250)


def _seconds(items: Sequence[Item]) -> float:
    gazetteer = load_gazetteer()
    began = time.process_time()
    for item in items:
        extract(item, gazetteer)
    return max(time.process_time() - began, 1e-9)


def glance_of(items: Sequence[Item]) -> Row:
    """Measure how fast it is told that texts say nothing."""
    silent = [item for item in items if says_nothing(item)]
    began = time.process_time()
    for item in silent:
        says_nothing(item)
    took = max(time.process_time() - began, 1e-9)
    rate = len(silent) / took
    return Row("passed over at a glance", f"{rate:,.0f} posts/s", "5,000 posts/s", rate >= 5000)


def evenness() -> Row:
    """Measure how much longer ten times the text takes."""
    items = [an_item(_PIECE * (size // len(_PIECE))) for size in _LENGTHS]
    short, long = (min(_seconds([item]) for _ in range(_ROUNDS)) for item in items)
    return Row("ten times the text", f"{long / short:.1f} times the time", "<= 14 times", long / short <= 14)


def fresh() -> list[Row]:
    """Measure a fresh process."""
    compile_product()
    imported, read, memory = map(min, zip(*(_start() for _ in range(_ROUNDS)), strict=True))
    return [
        Row("import beyond the gazetteer's", f"{imported:.3f} s", "<= 0.1 s", imported <= 0.1),
        Row("reading the lexicons, once", f"{read:.3f} s"),
        Row("memory beyond the gazetteer's", f"{memory:.1f} MB", "<= 40 MB", memory <= 40),
    ]


def _start() -> tuple[float, ...]:
    ran = subprocess.run([sys.executable, "-c", _FRESH], capture_output=True, text=True, check=True)
    return tuple(map(float, ran.stdout.split()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_SHARED)
    found = texts_in(parser.parse_args().folder)
    for row in fresh():
        print(row)
    print(evenness())
    for name, items in found.items():
        print(speed_of(name, items))
    every = [item for items in found.values() for item in items]
    if every:
        print(speed_of("all that say something", every))
        print(glance_of(every))


if __name__ == "__main__":
    main()
