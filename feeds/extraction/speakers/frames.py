"""What a frame is: who says which words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feeds.extraction.speakers.speakers import Speaker


@dataclass(frozen=True, slots=True)
class Frame:
    """The speakers say tokens ``begin`` to ``end``; tokens ``who_begin`` to ``who_end`` name them."""

    speakers: tuple[Speaker, ...]
    begin: int
    end: int
    who_begin: int
    who_end: int
    negated: bool = False
    """Whether they deny it."""
    deniers: tuple[Speaker, ...] = ()
    """Who denies it, where it is told what another claims: "A denied B's claim that"."""
    weak: bool = False
    """Whether it holds the whole sentence, so that any other frame goes before it."""
    unsaid: bool = False
    """Whether it is told that nobody says so: "has not confirmed that"."""
    backward: bool = False
    """Whether the sentences before are what they say: "This was reported by X"."""

    @property
    def is_lent(self) -> bool:
        """Whether no word of the sentence names who says it."""
        return self.weak and not self.who_end
