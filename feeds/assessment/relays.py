"""The way of each report of a claim, to be shown: hop by hop, with what was added on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.chains import Chains
from feeds.assessment.copies import NO_FINGERPRINTS
from feeds.assessment.drift import drifts_of
from feeds.model import Relay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from feeds.assessment.directory import Directory
    from feeds.model import Report


def relays_of(
    reports: Iterable[Report],
    beside: Iterable[Report],
    directory: Directory,
    fingerprints: Mapping[str, bytes] = NO_FINGERPRINTS,
) -> tuple[Relay, ...]:
    """Return the way of each of the ``reports`` of one claim, in their order.

    ``beside`` is what is said of the same side and place in the same days, of any kind;
    ``fingerprints`` are those of the items of both, by item id.
    """
    read = tuple(reports)
    chains = Chains(read, beside, directory, fingerprints)
    drifts = drifts_of(chains)
    return tuple(Relay(report.id, chains.hops(report), drifts.get(report.id, ())) for report in read)
