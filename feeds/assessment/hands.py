"""Through whose hands a report went, by its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.joining import Joined
from feeds.assessment.names import name_of
from feeds.model import Alignment, Passing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.assessment.directory import Directory
    from feeds.model import Report, Source


@dataclass(frozen=True, slots=True)
class Hand:
    """One of those who had a report; equal keys are one."""

    key: str
    name: str
    how: Passing
    """How it came to this one."""
    source: Source | None
    """None for a stranger, and for a source that is no longer configured."""


_WAYS = (Passing.SAID, Passing.TOLD, Passing.FORWARDED)
"""How a report came to each of those that it names."""


class Hands(dict[str, tuple[Hand, ...]]):
    """Who had each of some reports by its own words, by its id; told when it is first asked for."""

    def __init__(self, reports: Iterable[Report], directory: Directory) -> None:
        """Tell of ``reports``, whose names mean whom they mean among all of them."""
        super().__init__()
        self._reports = {report.id: report for report in reports}
        self._company = Company(self._reports.values(), directory)

    def carrier(self, report: Report) -> Hand:
        """Return the source in whose channel a report stands: the last of its hands."""
        return self._company.own(report.source_id)

    def __missing__(self, report_id: str) -> tuple[Hand, ...]:
        """Tell who had a report."""
        found = self[report_id] = self._company.hands(self._reports[report_id])
        return found


class Company:
    """All who are named in some reports, so that each spelling of a name means one of them."""

    def __init__(self, reports: Iterable[Report], directory: Directory) -> None:
        """Take in the names of ``reports``; ``directory`` knows the sources among them."""
        self._directory = directory
        self._keys = Joined()
        self._known: dict[tuple[str, Alignment], Hand] = {}
        named = {name for report in reports for name in names_in(report) if name}
        strangers = sorted(name for name in named if directory.named(name) is None)
        for name in strangers:
            for key in filter(None, _others(name)):
                self._keys.join(_key(name), key)
        if len(strangers) > 1:
            self._join_short_forms(strangers)

    def hands(self, report: Report) -> tuple[Hand, ...]:
        """Return who had ``report``, by its own words: whoever said it first, its item's source last."""
        own = self.own(report.source_id)
        before: dict[str, tuple[Hand, Passing]] = {}
        passed = Passing.CITED
        for name, how in zip(names_in(report), _WAYS, strict=True):
            if name:
                hand = self._hand(name, own.source)
                if hand.key != own.key:
                    before.setdefault(hand.key, (hand, how))
                    # Whose words were forwarded may be named in them too.
                    is_sender = how is Passing.FORWARDED and next(reversed(before)) == hand.key
                    passed = Passing.FORWARDED if is_sender else passed
                elif how is Passing.SAID:
                    # What a source says of itself by name, it says in its own voice.
                    break
        return _passed(before.values(), own, passed) if before else (own,)

    def own(self, source_id: str) -> Hand:
        """Return a source as the one in whose channel something stands."""
        own = self._directory.source(source_id)
        if own is None:
            return Hand(f"source {source_id}", source_id, Passing.SAID, None)
        return Hand(self._directory.voice_key(own), own.title, Passing.SAID, own)

    def _hand(self, name: str, carrier: Source | None) -> Hand:
        side = carrier.alignment if carrier else Alignment.INDEPENDENT
        known = self._known.get((name, side))
        if known is None:
            known = self._known[name, side] = self._found(name, side)
        return known

    def _found(self, name: str, side: Alignment) -> Hand:
        """Return whom ``name`` means; "the defence ministry" is that of the carrier's side."""
        is_its_own = side is not Alignment.INDEPENDENT and name_of(name).is_office
        source = self._directory.named(f"{side} {name}" if is_its_own else name)
        if source is None:
            return Hand(f"name {self._keys.of(_key(name))}", name, Passing.SAID, None)
        return Hand(self._directory.voice_key(source), source.title, Passing.SAID, source)

    def _join_short_forms(self, names: Iterable[str]) -> None:
        """Let a last name, or initials, mean whoever alone is named in full by it."""
        meant: dict[str, set[str]] = {}
        for name in names:
            for short in {name_of(name).surname, name_of(name).initials} - {""}:
                meant.setdefault(short, set()).add(self._keys.of(_key(name)))
        for name in names:
            short_form = name_of(name)
            full = meant.get(short_form.keys[-1] if short_form.keys else "", set())
            if len(full) == 1 and (short_form.is_surname or short_form.is_short_form):
                self._keys.join(_key(name), *full)


def names_in(report: Report) -> tuple[str | None, ...]:
    """Return whom a report names: by whom it was said, to whom, and from whom its item is."""
    return report.claimant, report.via, report.forwarded_from


def _passed(before: Iterable[tuple[Hand, Passing]], own: Hand, passed: Passing) -> tuple[Hand, ...]:
    """Return ``before`` and the item's own source, each with how it came there from the one before."""
    hands: list[Hand] = []
    for hand, way in before:
        how = Passing.TOLD if way is Passing.TOLD else Passing.CITED
        hands.append(Hand(hand.key, hand.name, how if hands else Passing.SAID, hand.source))
    return (*hands, Hand(own.key, own.name, passed, own.source))


def aliases(name: str) -> frozenset[str]:
    """Return all by which a stranger's name may be found to mean whoever has another one."""
    meant = name_of(name)
    return frozenset((_key(name), *meant.keys, *_others(name), meant.surname, meant.initials)) - {""}


def _others(name: str) -> tuple[str, ...]:
    """Return by what else a stranger may be named, empty where by nothing."""
    meant = name_of(name)
    return (*meant.keys[1:], meant.bare, meant.person, meant.labelled)


def _key(name: str) -> str:
    """Return the key of a stranger's name; of one without words, the name."""
    return name_of(name).key or name
