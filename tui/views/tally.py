"""What the chart of reported advances counts, in words: claims, places and kilometres of each side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from feeds.model import Side
from tui.views.gains import GAINS, gain_of, is_backed, reach_of, stands
from tui.views.lines import counted
from tui.views.words import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from feeds.model import Claim

_BALANCED = (Side.UKRAINE, Side.RUSSIA)


def tally_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield a sentence for each side that advances: how often, at how many places, how far in all."""
    gains = [claim for claim in claims if claim.kind in GAINS and stands(claim)]
    for side in Side:
        own = [claim for claim in gains if claim.side is side]
        if own:
            yield f"{SIDE_WORDS[side]}: {_claims(own)}; {_places(own)}; {_kilometres(own)}."


def balance_words(claims: Iterable[Claim]) -> str:
    """Return ``; claims that stand: Ukraine 5, Russia 3; gains reported: Ukraine 2, Russia 0``.

    What stands is neither denied nor retracted; nothing is said where neither side has any.
    """
    standing = [claim for claim in claims if stands(claim) and claim.side in _BALANCED]
    gains = [claim for claim in standing if claim.kind in GAINS]
    told = (("claims that stand", standing), ("gains reported", gains))
    return "".join(f"; {words}: {_of_each_side(some)}" for words, some in told if some)


def _of_each_side(claims: list[Claim]) -> str:
    counts = Counter(claim.side for claim in claims)
    return ", ".join(f"{SIDE_WORDS[side]} {counts[side]}" for side in _BALANCED)


def _claims(own: list[Claim]) -> str:
    backed = sum(map(is_backed, own))
    return f"{counted(len(own), 'claim')} of an advance or a seizure, {backed} with more than its own word"


def _places(own: list[Claim]) -> str:
    return f"at {counted(len({(claim.oblast, claim.place) for claim in own}), 'place')}"


def _kilometres(own: list[Claim]) -> str:
    """Return how far in all, each claim counted once; ranges add up to a range."""
    found = [reach for reach in map(reach_of, map(gain_of, own)) if reach is not None]
    if not found:
        return "no distance told"
    low = sum(reach.low or 0.0 for reach in found)
    without = len(own) - len(found)
    silent = f", and {without} without a distance" if without else ""
    if any(reach.high is None for reach in found):
        return f"at least {low:.1f} kilometres in all{silent}"
    high = sum(reach.high or 0.0 for reach in found)
    far = f"{low:.1f}" if low == high else f"{low:.1f} to {high:.1f}"
    return f"{far} kilometres in all{silent}"
