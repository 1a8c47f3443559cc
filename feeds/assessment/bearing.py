"""Which claims a new report can't change, so that they need not be computed again.

Most of what is said beside a claim says nothing of it. Nothing here decides anything: a claim that is
not computed again is what it would be computed to be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.copies import has_no_copies
from feeds.assessment.hands import Company
from feeds.assessment.moments import tells

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from feeds.assessment.cases import Case
    from feeds.assessment.directory import Directory
    from feeds.model import Report


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

    Whom both name may be one, and what a claim has from somebody is compared with their own words.
    """
    known = [one for one in case.all if one not in fresh]
    if not any(map(_names_somebody, known)):
        return False
    company = Company(case.all, directory)
    had = [hand for one in known for hand in company.hands(one)[:-1]]
    has = [hand for one in fresh for hand in company.hands(one)]
    if {hand.key for hand in had} & {hand.key for hand in has}:
        return True
    # A stranger's last name means another one as soon as two have it.
    return any(hand.source is None for hand in had) and any(map(_names_somebody, fresh))


def _names_somebody(report: Report) -> bool:
    return bool(report.claimant or report.via or report.forwarded_from)
