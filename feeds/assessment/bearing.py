"""Which claims a new report can't change, so that they need not be computed again.

Most of what is said beside a claim says nothing of it. Nothing here decides anything: a claim that is
not computed again is what it would be computed to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.copies import has_no_copies
from feeds.assessment.hands import aliases
from feeds.assessment.moments import tells
from feeds.model import Alignment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from feeds.assessment.cases import Case
    from feeds.assessment.directory import Directory
    from feeds.model import Report, Source


def may_change(
    case: Case, new: Collection[str], directory: Directory, fingerprints: Mapping[str, bytes]
) -> bool:
    """Tell whether a claim may be another one than before the reports of the ids ``new`` came in.

    ``case`` is what it follows from now, ``fingerprints`` are those of its items. All of it that is not
    new must be as it was, and no decision on it may have come.
    """
    if any(one.id in new for one in (*case.reports, *case.opposed)):
        return True
    fresh = [one for one in case.beside if one.id in new]
    if not fresh:
        return False
    kinds = {one.kind for one in case.reports}
    if any(tells(one, kind) for one in fresh for kind in kinds):
        return True
    if _are_linked(case, fresh, directory):
        return True
    item_ids = {one.item_id for one in case.all}
    return not has_no_copies({one.item_id for one in fresh}, item_ids, fingerprints)


def _are_linked(case: Case, fresh: Sequence[Report], directory: Directory) -> bool:
    """Tell whether somebody who has to do with a claim has to do with what is new beside it.

    What a claim has from somebody is compared with all that they say themselves, and a stranger's name
    may mean another one as soon as a like one is named.
    """
    names = _names_in(one for one in case.all if one not in fresh)
    if not names:
        return False
    cited = {directory.voice_key(source) for name in names for source in _meant(name, directory)}
    channels = filter(None, (directory.source(one.source_id) for one in fresh))
    if any(directory.voice_key(source) in cited for source in channels):
        return True
    had, has = (
        {alias for name in some if directory.named(name) is None for alias in aliases(name)}
        for some in (names, _names_in(fresh) - names)
    )
    return not had.isdisjoint(has)


def _names_in(reports: Iterable[Report]) -> set[str]:
    found = (name for one in reports for name in (one.claimant, one.via, one.forwarded_from))
    return {name for name in found if name}


def _meant(name: str, directory: Directory) -> Iterator[Source]:
    """Yield the sources that a name may mean: an office may be that of either side."""
    for said in (name, *(f"{side} {name}" for side in (Alignment.UKRAINIAN, Alignment.RUSSIAN))):
        source = directory.named(said)
        if source is not None:
            yield source
