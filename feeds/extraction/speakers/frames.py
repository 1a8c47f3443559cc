"""What a frame is: who says which words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.speakers.speakers import Speaker


class Why(StrEnum):
    """Why somebody is taken to say a sentence none of whose words names them."""

    DASHED = "dashed"
    """Dashes set the paragraph off as speech, and whoever speaks is named at its end."""
    MEANT = "meant"
    """"This was reported by X" behind it means it."""
    GOES_ON = "goes-on"
    """Whoever spoke in the sentence before goes on."""
    HEADED = "headed"
    """A heading or a signature before it names who says what follows."""
    OPENED = "opened"
    """The item's first words name them: "According to X"."""
    LEAD = "lead"
    """The lead says who reported all of it."""
    WHOLE = "whole"
    """A source line names who says all of the item."""
    ALONE = "alone"
    """Nobody else is heard in the item."""


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
    untrue: bool = False
    """Whether it is told that what they claim is not so: "the claims of X that are fakes"."""
    weak: bool = False
    """Whether it holds the whole sentence, so that any other frame goes before it."""
    unsaid: bool = False
    """Whether it is told that nobody says so: "has not confirmed that"."""
    backward: bool = False
    """Whether the sentences before are what they say: "This was reported by X"."""
    why: Why | None = None
    """Why they say it where no word of the sentence names them; None where one does."""

    @property
    def is_lent(self) -> bool:
        """Whether no word of the sentence names who says it."""
        return self.why is not None


def lent(speakers: tuple[Speaker, ...], length: int, why: Why) -> Frame:
    """Return the frame of a sentence of ``length`` tokens that ``speakers`` are taken to say."""
    return Frame(speakers, 0, length, 0, 0, weak=True, why=why)


def with_frame(found: Sequence[Frame], new: Frame) -> list[Frame]:
    """Add a frame; what its speaker calls untrue stays within it: "the claims of A are false, said B"."""
    inner = [one for one in found if one.untrue and new.begin == 0 and one.end <= new.who_begin]
    denied = [replace(one, deniers=one.deniers or new.speakers) for one in inner]
    return [*(one for one in found if one not in inner), new, *denied]


def cut(found: Sequence[Frame], new: Frame) -> list[Frame]:
    """End what an earlier speaker says where the next one is named."""
    return [
        replace(old, end=new.who_begin)
        if old.begin <= new.who_begin < old.end and not (old.weak or new.weak)
        else old
        for old in found
    ]


def apart(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Name no speaker by words that they are told to say: "X denied A, but reported B"."""
    return tuple(
        replace(frame, who_begin=frame.who_end - 1) if _holds_words(frame, frames) else frame
        for frame in frames
    )


def _holds_words(frame: Frame, frames: Sequence[Frame]) -> bool:
    inner = (one for one in frames if frame.who_begin < one.begin < frame.who_end and not one.weak)
    return any(one.speakers == frame.speakers and one is not frame for one in inner)
