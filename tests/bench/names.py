"""How fast, how small and how right the finding of names in text is.

Run ``python -m tests.bench.names``; it needs ``../shared/samples/telegram`` or the folder given for the
speed and the precision. The sample of ``hits.tsv`` was drawn at random, twice 300, a third from each file
of posts, and read by hand: 1 where the words really name one of the places that were found there, 0 where
they do not, or name a place that is not among them. It holds numbers alone; a hit that is no longer found
counts in neither way, and is told.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from feeds.geography import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.geography import Gazetteer

_SHARED = Path(__file__).parents[3] / "shared" / "samples" / "telegram"
_HITS = Path(__file__).with_name("hits.tsv")
_ROUNDS = 7
_FRESH = """
import time
from pathlib import Path
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
bare, began = resident(), time.perf_counter()
import feeds.geography
imported = time.perf_counter()
feeds.geography.load_gazetteer().find("They took Toretsk.")
print(time.perf_counter() - imported, time.perf_counter() - began, resident() - bare)
"""
"""What a fresh process runs: seconds until the first find, without and with the imports, and megabytes."""
Hit = tuple[str, int, int, int]
"""File, line, start and end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    measured: str
    goal: str
    met: bool

    def __str__(self) -> str:
        """Return the line."""
        return f"{self.what:44}{self.measured:>26}   {self.goal:12}{'met' if self.met else 'MISSED'}"


def posts_in(folder: Path) -> dict[str, list[str]]:
    """Return the texts of the posts by file, a line each; empty where there are none."""
    return {file.name: list(_texts(file)) for file in sorted(folder.glob("texts_*"))}


def hits_in(posts: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> set[Hit]:
    """Return all hits of now; lines are counted from 1."""
    return {
        (file, line, mention.span.start, mention.span.end)
        for file, texts in posts.items()
        for line, text in enumerate(texts, 1)
        for mention in gazetteer.find(text)
    }


def start_rows() -> Iterator[Row]:
    """Measure the start in fresh processes, the best of several."""
    runs = [_fresh() for _ in range(_ROUNDS)]
    load, start, megabytes = (min(values) for values in zip(*runs, strict=True))
    yield Row("load, until the first find", f"{load:.3f} s", "<= 0.25 s", load <= 0.25)
    yield Row("  with the imports of the code", f"{start:.3f} s", "<= 0.5 s", start <= 0.5)
    yield Row("memory that both add", f"{megabytes:.1f} MB", "<= 60 MB", megabytes <= 60)


def size_row() -> Row:
    """Measure the shipped data."""
    folder = Path(str(resources.files("feeds.geography").joinpath("data")))
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    return Row("shipped data", f"{size:.2f} MB", "<= 4 MB", size <= 4)


def speed_rows(posts: Mapping[str, Sequence[str]], gazetteer: Gazetteer) -> Iterator[Row]:
    """Measure the look-up in processor time, each file and all together; the first round is not counted."""
    whole, spent = 0.0, [0.0] * _ROUNDS
    for file, texts in posts.items():
        size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
        times = [_seconds(texts, gazetteer) for _ in range(_ROUNDS + 1)][1:]
        spent = [one + other for one, other in zip(sorted(times), spent, strict=True)]
        whole += size
        print(f"    {file:42}{size:6.2f} MB {size / median(times):10.1f} MB/s (best {size / min(times):.1f})")
    best, middle = whole / spent[0], whole / median(spent)
    yield Row("look-up on one core, best round", f"{best:.1f} MB/s", ">= 20 MB/s", best >= 20)
    yield Row("  median round, with all else that runs", f"{middle:.1f} MB/s", ">= 10 MB/s", middle >= 10)


def precision_rows(found: set[Hit], verdicts: Mapping[Hit, bool]) -> Iterator[Row]:
    """Compare the hits of now with those that were read by hand."""
    for file in sorted({hit[0] for hit in verdicts}):
        right, count = _tally({hit: one for hit, one in verdicts.items() if hit[0] == file and hit in found})
        yield Row(file, f"{right} of {count}, {100 * right / count:.1f} %", ">= 95 %", right >= 0.95 * count)
    right, count = _tally({hit: one for hit, one in verdicts.items() if hit in found})
    gone = len(verdicts) - count
    yield Row(
        "precision, all", f"{right} of {count}, {100 * right / count:.1f} %", ">= 95 %", right >= 0.95 * count
    )
    few = gone <= 0.05 * len(verdicts)
    yield Row("hits of the sample not found any more", f"{gone} of {len(verdicts)}", "<= 5 %", few)


def verdicts_of(lines: Iterator[str]) -> dict[Hit, bool]:
    """Return what the table says of each hit of the sample."""
    return {
        (row["file"], int(row["line"]), int(row["start"]), int(row["end"])): row["verdict"] == "1"
        for row in csv.DictReader(lines, delimiter="\t")
    }


def main() -> None:
    """Print the table; exit with 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=_SHARED)
    posts = posts_in(parser.parse_args().folder)
    rows = [*start_rows(), size_row()]
    if posts:
        gazetteer = load_gazetteer()
        rows += speed_rows(posts, gazetteer)
        found = hits_in(posts, gazetteer)
        with _HITS.open(encoding="utf-8", newline="") as file:
            verdicts = verdicts_of(iter(file))
        rows += precision_rows(found, verdicts)
        print(f"    {len(found):,} hits of now, {len(found - verdicts.keys()):,} of them not judged\n")
    print(*rows, sep="\n")
    sys.exit(not all(row.met for row in rows))


def _texts(file: Path) -> Iterator[str]:
    opened = lzma.open if file.suffix == ".xz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""


def _seconds(texts: Sequence[str], gazetteer: Gazetteer) -> float:
    began = time.process_time()
    for text in texts:
        gazetteer.find(text)
    return time.process_time() - began


def _fresh() -> tuple[float, ...]:
    run = subprocess.run([sys.executable, "-c", _FRESH], capture_output=True, text=True, check=True)
    return tuple(map(float, run.stdout.split()))


def _tally(verdicts: Mapping[Hit, bool]) -> tuple[int, int]:
    return sum(verdicts.values()), len(verdicts)


if __name__ == "__main__":
    main()
