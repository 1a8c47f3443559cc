"""What the names of places in an item mean, found when first asked for: most texts report nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from feeds.geography import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.geography import Gazetteer, Mention, Resolution
    from feeds.geography.prior import Prior
    from feeds.model import Span

MOST_NAMES = 2_000
"""Names of one item that are told; those behind them mean nothing. An article has some dozens."""
_MOST_MORE = 12
"""Names besides that are told, each of which costs as much as all the others together."""


@dataclass(slots=True)
class Meanings:
    """The names of one text and all that tells what they mean."""

    text: str
    mentions: Sequence[Mention]
    beside: Sequence[Mention]
    """Those of the title or, where the title is read, of the text."""
    sentences: Sequence[Span]
    gazetteer: Gazetteer
    prior: Prior
    _told: Mapping[int, Resolution] | None = None
    _more: dict[Span, Resolution] = field(default_factory=dict)

    def at(self, start: int) -> Resolution | None:
        """Return what the name that begins at ``start`` means; None where none is known to begin there."""
        if self._told is None:
            self._told = self._resolved(self.mentions[:MOST_NAMES])
        return self._told.get(start)

    def of(self, mention: Mention) -> Resolution | None:
        """Return what a name means that only grammar tells to be one, beside all the others.

        None from the thirteenth such name of an item on.
        """
        told = self._more.get(mention.span)
        if told is None and len(self._more) < _MOST_MORE:
            begin, end = mention.span.start, mention.span.end
            apart = [one for one in self.mentions if one.span.end <= begin or one.span.start >= end]
            told = self._more[mention.span] = self._resolved([*apart[: MOST_NAMES - 1], mention])[begin]
        return told

    def _resolved(self, mentions: Sequence[Mention]) -> Mapping[int, Resolution]:
        told = resolve(
            mentions,
            self.gazetteer,
            text=self.text,
            title=self.beside[:MOST_NAMES],
            sentences=self.sentences,
            prior=self.prior,
        )
        return {mention.span.start: one for mention, one in zip(mentions, told, strict=True)}
