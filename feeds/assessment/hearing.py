"""How far a statement is known to have been made: by the speaker's own voice, by outlets, or not yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.assessment.comparison import Agreement, compare, spoken_words
from feeds.assessment.copies import originals
from feeds.assessment.wording import name_key
from feeds.model import Confirmation, Quote, Witness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from feeds.assessment.directory import Directory

_COPIED = 12
"""Words that an own voice's item must have besides the quotation to be a copy: the quotation alone is
what it would be compared by otherwise."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say of one statement."""

    state: Confirmation
    at: datetime
    reason: str
    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A quotation and what the speaker's own voice has of it."""

    quote: Quote
    witness: Witness

    @property
    def at(self) -> datetime:
        """When both were there."""
        return max(self.quote.received_at, self.witness.received_at)


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is known beside the quotations themselves."""

    directory: Directory
    witnesses: Mapping[str, Sequence[Witness]]
    """By the id of the quotation."""
    fingerprints: Mapping[str, bytes]
    """Of the items of both, by their ids."""

    def finding(self, quotes: Sequence[Quote]) -> Finding:
        """Return how far a statement is known to have been made; ``quotes`` in order of reception."""
        copies = self._copies(quotes)
        own = [quote for quote in quotes if self._is_own_voice(quote, copies)]
        others = [quote for quote in quotes if quote not in own]
        heard = [_best(self._heard(quote, own, copies)) for quote in others]
        told = sorted((one for one in heard if one is not None), key=_first)
        altered = next((one for one in told if one.witness.is_altered), None)
        same = next((one for one in told if one.witness.is_same), None)
        if altered is not None:
            return self._altered(altered)
        if same is not None:
            reason = f"{self._title(same.witness)}, the speaker's own voice, has the same words."
            return Finding(Confirmation.CONFIRMED, same.at, reason, same.witness)
        if not others:
            reason = f"It stands in {self._title(own[0])}, the speaker's own voice."
            return Finding(Confirmation.CONFIRMED, own[0].received_at, reason)
        return self._between_outlets(others, copies, told[0] if told else None)

    def _heard(self, quote: Quote, own: Sequence[Quote], copies: Mapping[str, str]) -> list[_Heard]:
        """Return what own voices have of a quotation: in their items, and in what they are quoted with."""
        kept = [
            _Heard(quote, one)
            for one in self.witnesses.get(quote.id, ())
            if one.item_id not in copies or one.beside < _COPIED
        ]
        known = {one.witness.item_id for one in kept}
        quoted = (_quoted(quote, voice) for voice in own if voice.item_id not in known)
        return [*kept, *(_Heard(quote, one) for one in quoted if one is not None)]

    def _altered(self, told: _Heard) -> Finding:
        title, carrier = self._title(told.witness), self._title(told.quote)
        reason = f"{title}, the speaker's own voice, has it in other words than {carrier}."
        return Finding(Confirmation.ALTERED, told.at, reason, told.witness)

    def _between_outlets(
        self, quotes: Sequence[Quote], copies: Mapping[str, str], told: _Heard | None
    ) -> Finding:
        witness = told.witness if told else None
        but = f" {self._title(witness)}, the speaker's own voice, has other words." if witness else ""
        first_with: dict[tuple[str, ...], Quote] = {}
        behind = {quote.item_id: self._outlet(quote) for quote in reversed(quotes)}
        for quote in quotes:
            first = first_with.setdefault(tuple(word.folded for word in spoken_words(quote.text)), quote)
            whence = [copies.get(one.item_id, one.item_id) for one in (first, quote)]
            # A copy of what is no outlet's, but the speaker's own, stands for nobody else either.
            if behind.get(whence[0], "") != behind.get(whence[1], ""):
                reason = f"{self._title(first)} and {self._title(quote)} carry the same words.{but}"
                return Finding(Confirmation.MATCHED, quote.received_at, reason, witness)
        first = quotes[0]
        unfound = "Not yet found in the speaker's own voice"
        if not self.directory.speaking(first.speaker):
            unfound = "None of the sources is the speaker's own voice"
        missing = but or f" {unfound}; carried by {self._title(first)}."
        at = told.at if told else first.received_at
        return Finding(Confirmation.AWAITING, at, missing.strip(), witness)

    def _copies(self, quotes: Sequence[Quote]) -> dict[str, str]:
        """Return the item that each copy was copied from, among those that carry one statement."""
        published: dict[str, datetime] = {}
        told: list[Quote | Witness] = list(quotes)
        told += [one for quote in quotes for one in self.witnesses.get(quote.id, ())]
        for one in told:
            at = published.setdefault(one.item_id, one.published_at)
            published[one.item_id] = min(at, one.published_at)
        if not self.fingerprints or len(published) == 1:
            return {}
        carrying = {quote.item_id for quote in quotes}
        found = originals(published, self.fingerprints)
        return {copy: original for copy, original in found.items() if original in carrying}

    def _is_own_voice(self, quote: Quote, copies: Mapping[str, str]) -> bool:
        if quote.forwarded_from or quote.via or quote.item_id in copies:
            return False
        return any(source.id == quote.source_id for source in self.directory.speaking(quote.speaker))

    def _outlet(self, quote: Quote) -> str:
        """Return who took the words down.

        Quotes given to one agency or network are one witness, and a forward is none of its own.
        """
        elsewhere = quote.via or quote.forwarded_from
        directory = self.directory
        source = directory.named(elsewhere) if elsewhere else directory.source(quote.source_id)
        if source is not None:
            return source.network or name_key(source.title)
        return name_key(elsewhere or quote.source_id)

    def _title(self, told: Quote | Witness) -> str:
        source = self.directory.source(told.source_id)
        return source.title if source else told.source_id


def _quoted(quote: Quote, own: Quote) -> Witness | None:
    """Return what a speaker is quoted with in their own voice has of another quotation."""
    found = compare(quote.text, own.text)
    if found is None:
        return None
    return Witness(
        quote_id=quote.id,
        item_id=own.item_id,
        item_version=own.item_version,
        source_id=own.source_id,
        url="",
        published_at=own.published_at,
        received_at=own.received_at,
        is_same=found.agreement is Agreement.SAME,
        is_altered=found.agreement is Agreement.ALTERED,
        stretches=found.stretches,
    )


def _best(heard: Sequence[_Heard]) -> _Heard | None:
    """Return the same words where they were found anywhere, else what alters them, else others."""
    ranked = sorted(heard, key=lambda one: (not one.witness.is_same, not one.witness.is_altered, _first(one)))
    return ranked[0] if ranked else None


def _first(told: _Heard) -> tuple[datetime, datetime, str, str]:
    return told.at, told.quote.received_at, told.quote.id, told.witness.item_id
