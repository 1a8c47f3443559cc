"""Through whose hands a report went, by its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from feeds.assessment.joining import Joined
from feeds.assessment.names import initials_key, is_office, is_one_name, is_short_form, surname_key, who_keys
from feeds.model import Alignment, Passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


class Company:
    """All who are named in the reports of one claim, so that each spelling of a name means one of them."""

    def __init__(self, reports: Iterable[Report], directory: Directory) -> None:
        """Take in the names of ``reports``; ``directory`` knows the sources among them."""
        self._directory = directory
        self._keys = Joined()
        named = {name for report in reports for name in _named_by(report)}
        strangers = sorted(name for name in named if directory.named(name) is None)
        for name in strangers:
            for key in who_keys(name):
                self._keys.join(_key(name), key)
        self._join_short_forms(strangers)

    def hands(self, report: Report) -> tuple[Hand, ...]:
        """Return who had ``report``, by its own words: whoever said it first, its item's source last."""
        own = self._directory.source(report.source_id)
        key = self._directory.voice_key(own) if own else f"source {report.source_id}"
        told = (
            (report.claimant, Passing.SAID),
            (report.via, Passing.TOLD),
            (report.forwarded_from, Passing.FORWARDED),
        )
        before: dict[str, Hand] = {}
        for name, how in told:
            hand = self._hand(name, how, own) if name else None
            if hand and hand.key != key:
                before.setdefault(hand.key, hand)
            elif hand and how is Passing.SAID:
                # What a source says of itself by name, it says in its own voice.
                break
        return _passed(list(before.values()), key, own.title if own else report.source_id, own)

    def _hand(self, name: str, how: Passing, carrier: Source | None) -> Hand:
        known = self._known(name, carrier)
        if known is not None:
            return Hand(self._directory.voice_key(known), known.title, how, known)
        return Hand(f"name {self._keys.of(_key(name))}", name, how, None)

    def _known(self, name: str, carrier: Source | None) -> Source | None:
        """Return the source that ``name`` means; "the defence ministry" is that of the carrier's side."""
        takes_side = carrier is not None and carrier.alignment is not Alignment.INDEPENDENT
        if carrier is not None and takes_side and is_office(name):
            return self._directory.named(f"{carrier.alignment} {name}")
        return self._directory.named(name)

    def _join_short_forms(self, names: Iterable[str]) -> None:
        """Let a last name, or initials, mean whoever alone is named in full by it."""
        meant: dict[str, set[str]] = {}
        for name in names:
            for short in {surname_key(name), initials_key(name)} - {""}:
                meant.setdefault(short, set()).add(self._keys.of(_key(name)))
        for name in names:
            full = meant.get(who_keys(name)[-1] if who_keys(name) else "", set())
            if len(full) == 1 and (is_one_name(name) or is_short_form(name)):
                self._keys.join(_key(name), *full)


def _passed(before: Sequence[Hand], key: str, name: str, source: Source | None) -> tuple[Hand, ...]:
    """Return ``before`` and the item's own source, each with how it came there from the one before."""
    if not before:
        return (Hand(key, name, Passing.SAID, source),)
    hands: list[Hand] = []
    is_forward = False
    for hand in (*before, Hand(key, name, Passing.CITED, source)):
        how = Passing.FORWARDED if is_forward else Passing.CITED
        told = Passing.TOLD if hand.how is Passing.TOLD else how
        hands.append(replace(hand, how=told if hands else Passing.SAID))
        is_forward = hand.how is Passing.FORWARDED
    return tuple(hands)


def _named_by(report: Report) -> Iterable[str]:
    return filter(None, (report.claimant, report.via, report.forwarded_from))


def _key(name: str) -> str:
    """Return the key of a stranger's name; of one without words, the name."""
    keys = who_keys(name)
    return keys[0] if keys else name
