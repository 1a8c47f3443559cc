"""Where a claim stands, in words: its grade, who contradicts it, and how its standing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.facts import section
from tui.views.lines import Line, Part, Tone, clamp, text_line
from tui.views.relays import origin_line
from tui.views.words import CREDIBILITY_WORDS, RELIABILITY_WORDS, grade_words, standing_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from feeds.model import Claim, Origin, Report, Source, Standing


def grade_sentence(claim: Claim) -> str:
    """Return ``B2: source usually reliable; probably true``."""
    reliable = RELIABILITY_WORDS.get(claim.reliability, RELIABILITY_WORDS["F"])
    return f"{grade_words(claim)}: {reliable}; {CREDIBILITY_WORDS[claim.credibility]}"


def contradicting(
    denials: Sequence[Origin], reports: Mapping[str, Report], sources: Mapping[str, Source]
) -> Iterator[Line]:
    """Yield who contradicts a claim, under a heading; nothing where nobody does."""
    if denials:
        yield from section("Who contradicts it", (origin_line(one, reports, sources) for one in denials))


def standing_line(index: int, standing: Standing) -> Line:
    """Return since when a claim stood where, and by which rule."""
    when = f"{moment(standing.at)}  "
    return text_line(
        f"history:{index}",
        Part(when, Tone.DIM),
        standing_part(standing.level),
        Part(f"  {clamp(standing.rule)}"),
        flows=True,
        indent=2,
        hang=len(when),
    )
