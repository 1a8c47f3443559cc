"""The places in use as linear text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.lines import counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.model.gazetteer import GazetteerStatus, OblastTally

_ORIGINS = {
    "i": "imported",
    "g": "GeoNames' towns",
    "p": "GeoNames' post codes",
    "h": "by hand",
    "r": "middle of the hromada or raion",
    "k": "without a point",
}
_PRECISIONS = {"exact": "at the settlement", "near": "somewhere near", "raion": "somewhere in the raion"}


def gazetteer_as_text(status: GazetteerStatus, *, by_oblast: bool = False) -> str:
    """Return which places are in use; ends with a newline."""
    return _text((*_in_use(status), *(_table(status.tallies) if by_oblast else ()), status.attribution))


def import_as_text(status: GazetteerStatus, *, by_oblast: bool = False) -> str:
    """Return what an import came to; ends with a newline."""
    sums = {name: sum(getattr(one, name) for one in status.tallies) for name in _COLUMNS}
    refined, added = counted(sums["refined"], "place"), counted(sums["added"], "place")
    passed = counted(sums["passed_over"], "row")
    lines = [
        *_files(status),
        f"{refined} refined, {sums['sharpened']:,} of which had no point of their own; {added} added.",
        f"{passed} passed over: which place they are can't be told, or they say again what others say.",
        *(_table(status.tallies) if by_oblast else ()),
        f"In use from now on: {status.folder}. What was read before keeps its places.",
        status.attribution,
    ]
    return _text(lines)


_COLUMNS = ("refined", "sharpened", "added", "passed_over")


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{printable(line)}\n" for line in lines)


def _in_use(status: GazetteerStatus) -> Iterator[str]:
    if status.problem:
        yield status.problem
    count = counted(sum(status.by_precision.values()), "settlement")
    if status.is_imported and status.made_at is not None:
        yield f"In use: {count}, imported {moment(status.made_at)} into {status.folder}."
    else:
        yield f"In use: {count}, as shipped."
    yield from _files(status)
    yield f"Points: {_parts(_PRECISIONS, status.by_precision)}."
    yield f"Origin of the points: {_parts(_ORIGINS, status.by_origin)}."


def _files(status: GazetteerStatus) -> Iterator[str]:
    for file in status.files:
        places = f"{counted(file.count, 'place')} of {file.kind}"
        what = counted(file.count, "name") if file.kind == "names" else places
        out = (
            f"; {file.left_out:,} left out, without a name or a point in their oblast"
            if file.left_out
            else ""
        )
        yield f"{file.name}: {what}, imported {moment(file.imported_at)}{out}."


def _parts(words: dict[str, str], counts: object) -> str:
    found = dict(counts) if isinstance(counts, dict) else {}
    return ", ".join(f"{found[key]:,} {word}" for key, word in words.items() if found.get(key))


def _table(tallies: Iterable[OblastTally]) -> Iterator[str]:
    yield f"{'oblast':20}{'refined':>10}{'sharpened':>11}{'added':>8}{'passed over':>13}"
    for one in tallies:
        yield f"{one.oblast:20}{one.refined:10,}{one.sharpened:11,}{one.added:8,}{one.passed_over:13,}"
