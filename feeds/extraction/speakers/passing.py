"""Outlets beside those who speak in one sentence: they only pass on what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.speakers.sites import is_press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from feeds.extraction.speakers.frames import Frame
    from feeds.extraction.speakers.subjects import Spoken


def with_outlets(found: Sequence[Frame], spoken: Spoken) -> tuple[Frame, ...]:
    """Return frames with "as OUTLET reports" and ", OUTLET reported" as how the others were heard."""
    passing = [one for one in found if _passes_on(one, spoken)]
    telling = [one for one in found if one not in passing and _tells(one)]
    if not passing or not telling:
        return tuple(found)
    outlet = passing[0].speakers[0].name
    return tuple(
        replace(one, speakers=tuple(replace(who, via=who.via or outlet) for who in one.speakers))
        if one in telling
        else one
        for one in found
        if one not in passing
    )


def _tells(frame: Frame) -> bool:
    return bool(frame.speakers) and not frame.negated and not frame.untrue


def _passes_on(frame: Frame, spoken: Spoken) -> bool:
    """Tell whether a frame names an outlet alone, for all of the sentence or for nothing that is told."""
    if len(frame.speakers) != 1 or frame.negated or not is_press(frame.speakers[0].name, spoken.lexicon):
        return False
    told = any(frame.begin <= begin < frame.end for begin, _ in spoken.triggers)
    return frame.weak or not told
