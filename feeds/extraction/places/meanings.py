"""What the names of places in an item mean, found when first asked for: most texts report nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.geography import Gazetteer, Mention, Resolution
    from feeds.geography.prior import Prior
    from feeds.model import Span

MOST_NAMES = 2_000
"""Names of one item that are told; those behind them mean nothing. An article has some dozens."""


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

    def at(self, start: int) -> Resolution | None:
        """Return what the name that begins at ``start`` means; None where none is known to begin there."""
        if self._told is None:
            self._told = self._resolved()
        return self._told.get(start)

    def _resolved(self) -> Mapping[int, Resolution]:
        mentions = self.mentions[:MOST_NAMES]
        told = resolve(
            mentions,
            self.gazetteer,
            text=self.text,
            title=self.beside[:MOST_NAMES],
            sentences=self.sentences,
            prior=self.prior,
        )
        return {mention.span.start: one for mention, one in zip(mentions, told, strict=True)}
