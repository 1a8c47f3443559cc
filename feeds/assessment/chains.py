"""How the reports of one claim came to the items that carry them, followed back through what is kept.

A report leads to another one where it is a copy of it, or where whoever it names said so in an item of
their own. It is followed to the nearest hand first, and from there on by that one's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.copies import NO_FINGERPRINTS, copies_among
from feeds.assessment.hands import Hands, names_in
from feeds.assessment.wording import is_proper_name
from feeds.model import Evidence, Hop, Passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory
    from feeds.assessment.hands import Hand
    from feeds.model import Report

_Said = dict[tuple[str, str], str]
"""The first report at a place that names somebody: at a source, or in an item."""
_OWN = ""
_ANYBODY = "*"
_UNNAMED = (Evidence.MILBLOGGER, Evidence.OFFICIAL, Evidence.ANALYST)
"""On what evidence two who are not named are taken for the same ones."""


@dataclass(frozen=True, slots=True)
class _Link:
    """From a report to the one it was taken from."""

    report_id: str
    """Of the latter."""
    after: int
    """How many of its hands had the report before that."""
    copied: bool = False


class Chains:
    """The reports of one claim, and those beside it, each with the way it came."""

    def __init__(
        self,
        reports: Iterable[Report],
        beside: Iterable[Report],
        directory: Directory,
        fingerprints: Mapping[str, bytes] = NO_FINGERPRINTS,
        opposed: Iterable[Report] = (),
    ) -> None:
        """Follow ``reports`` back among themselves, and ``opposed`` among theirs; see :meth:`follow_beside`.

        ``fingerprints`` are those of their items, by item id. The order of none plays a part.
        """
        self.reports = tuple(sorted(reports, key=_published))
        self.beside = tuple(sorted(beside, key=_published))
        self.opposed = tuple(sorted(opposed, key=_published))
        self.directory = directory
        kept = (*self.reports, *self.beside, *self.opposed)
        self.hands = Hands(kept, directory)
        self.copies = copies_among(kept, fingerprints)
        """From which item each copy was copied, by its id."""
        self._reports = {report.id: report for report in kept}
        self._links: dict[str, _Link] = {}
        for group in (self.reports, self.opposed):
            self._follow(group)
        self._are_beside_followed = False

    def follow_beside(self) -> None:
        """Follow those beside the claim back too; few claims need it."""
        if not self._are_beside_followed:
            self._are_beside_followed = True
            self._follow(self.beside)

    def first_hand(self, report: Report) -> tuple[Report, Hand]:
        """Return the report at the beginning of a report's way, and who said it."""
        *_, first = self._back(report.id)
        return self._reports[first], self.hands[first][0]

    def carrier(self, report: Report) -> Hand:
        """Return the source in whose channel ``report`` stands."""
        return self.hands.carrier(report)

    def hops(self, report: Report) -> tuple[Hop, ...]:
        """Return the way of ``report``, whoever said it first, its own item last."""
        found: list[Hop] = []
        for report_id in reversed(list(self._back(report.id))):
            link = self._links.get(report_id)
            hands = self.hands[report_id][link.after if link else 0 :]
            copied = bool(link and link.copied)
            found += _hops(self._reports[report_id], hands, copied=copied)
        return tuple(found)

    def _back(self, report_id: str) -> Iterator[str]:
        yield report_id
        while report_id in self._links:
            report_id = self._links[report_id].report_id
            yield report_id

    def _follow(self, group: Sequence[Report]) -> None:
        """Link the reports of one claim with one another."""
        if not self.copies and not any(any(names_in(report)) for report in group):
            return
        said: _Said = {}
        first_with: dict[str, str] = {}
        for report in group:
            text = self.copies.get(report.item_id, report.item_id)
            first_with.setdefault(text, report.item_id)
            for key in self._keys_of(report):
                said.setdefault(key, report.id)
        for report in group:
            original = first_with[self.copies.get(report.item_id, report.item_id)]
            link = self._link(report, said, original)
            if link is not None:
                self._links[report.id] = link
        self._cut_circles(group)

    def _keys_of(self, report: Report) -> Iterator[tuple[str, str]]:
        """Yield what a report can be found by: whose it is, and whom it names."""
        hands = self.hands[report.id]
        for place in (hands[-1].key, f"item {report.item_id}"):
            if len(hands) == 1:
                yield place, _OWN
            else:
                yield place, hands[0].key
                yield place, _ANYBODY
            if _is_unnamed(report):
                yield place, report.evidence

    def _link(self, report: Report, said: _Said, original: str) -> _Link | None:
        hands = self.hands[report.id]
        if original != report.item_id and not report.forwarded_from:
            named = hands[0].key if len(hands) > 1 else _OWN
            found = _find(said, f"item {original}", report, named)
            if found and self._is_copied(hands, self.hands[found]):
                return _Link(found, len(hands) - 1, copied=True)
        for at in reversed(range(len(hands) - 1)):
            found = _find(said, hands[at].key, report, hands[0].key if at else _OWN)
            if found:
                return _Link(found, at + 1)
        return None

    def _is_copied(self, hands: Sequence[Hand], originals: Sequence[Hand]) -> bool:
        """Tell whether a copy was taken from its original without saying so.

        What names the copy's own source was taken from there, whoever published it first.
        """
        *named, own = (hand.key for hand in hands)
        return originals[-1].key not in named and own not in {hand.key for hand in originals}

    def _cut_circles(self, group: Sequence[Report]) -> None:
        """Where reports lead to one another in a circle, let it begin with the first published."""
        done: set[str] = set()
        for start in group:
            way: dict[str, None] = {}
            at: str | None = start.id
            while at is not None and at not in done and at not in way:
                way[at] = None
                link = self._links.get(at)
                at = link.report_id if link else None
            if at is not None and at in way:
                passed = list(way)
                circle = passed[passed.index(at) :]
                first = min((self._reports[one] for one in circle), key=_published)
                del self._links[first.id]
            done.update(way)


def _find(said: _Said, place: str, report: Report, named: str) -> str | None:
    """Return the first report at ``place`` that ``report`` may have been taken from.

    It has the same name; or speaks in its own voice where none is named; or, where it always names
    somebody, is the first that does.
    """
    found = said.get((place, named))
    if found is None and named == _OWN:
        return said.get((place, _ANYBODY))
    if found is None and _is_unnamed(report):
        return said.get((place, report.evidence))
    return found


def _published(report: Report) -> tuple[datetime, str]:
    return report.published_at, report.id


def _is_unnamed(report: Report) -> bool:
    """Tell "a milblogger" from one with a name."""
    return bool(report.claimant) and report.evidence in _UNNAMED and not is_proper_name(report.claimant or "")


def _hops(report: Report, hands: Iterable[Hand], *, copied: bool) -> Iterator[Hop]:
    *others, last = hands
    for hand in others:
        yield Hop(hand.name, hand.how, None)
    yield Hop(last.name, Passing.COPIED if copied else last.how, report.published_at, report.item_id)
