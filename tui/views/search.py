"""What was found, as lines with the words marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from feeds.model import Match
from tui.views.ages import age, short_moment
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, counted, line_for

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.model import Found, Hit
    from tui.views.lines import Cell

HOW = (
    "Words in any of the three languages; all of them must be there. Places are found in every spelling and "
    "case: popovka, Поповки, Попівка. Quotation marks keep words together. Also what is not on the board."
)
WORDS = {Match.ITEM: "item", Match.CLAIM: "claim", Match.STATEMENT: "quote"}
_TONES = {Match.ITEM: Tone.DIM, Match.CLAIM: Tone.STRONG, Match.STATEMENT: Tone.STRONG}
_COLUMNS = (
    Column(6, rank=1, right=True),  # age
    Column(5),  # item, claim or quote
    Column(18, least=8, rank=2, full=4),  # source
    Column(30, least=16, rank=3, full=5),  # title
    Column(30, grow=1),  # words
)
_BEFORE = 24
"""Characters shown before the first thing found, so that it is seen in a narrow column too."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The hits of one query."""

    query: str
    lines: tuple[Line, ...]
    told: str
    """How many there are."""
    empty_words: str
    """What to say where there are none."""
    as_of: datetime | None = None
    """The past moment of which it is; None: the present."""
    is_partial: bool = False
    """Whether more may be found later, as not all has been looked through yet."""


def search_view(query: str, found: Found, now: datetime, as_of: datetime | None = None) -> SearchView:
    """Return what a search came to, with ages as of ``now``, or of the past moment that it was of."""
    lines = tuple(_line(hit, as_of or now) for hit in found.hits)
    # Where there is nothing, the list itself has room for the note.
    note = clamp(found.note) if lines else ""
    told = " · ".join(filter(None, [counted(len(lines), "hit"), note]))
    then = f" that had been received by {short_moment(as_of, now)}" if as_of else ""
    nothing = f"Nothing{then} has “{clamp(query, 60)}”."
    words = " ".join(filter(None, [nothing, clamp(found.note)]))
    return SearchView(query, lines, told, words, as_of, is_partial=found.is_partial)


def _line(hit: Hit, now: datetime) -> Line:
    cells = (
        (Part(age(hit.moment, now), Tone.DIM),),
        (Part(WORDS[hit.subject], _TONES[hit.subject]),),
        (Part(clamp(hit.source, 80), Tone.DIM),),
        (Part(clamp(hit.title, 120), Tone.STRONG),),
        _words(hit),
    )
    return line_for(Target(Subject(hit.subject), hit.id), cells, _COLUMNS)


def _words(hit: Hit) -> Cell:
    """Return the excerpt from a few words before the first thing found on, with what was found marked."""
    text = hit.excerpt
    spans = [span for span in hit.spans if 0 <= span.start < span.end <= len(text)]
    begin = _beginning(text, spans[0].start) if spans else 0
    cuts = sorted({begin, len(text), *(at for span in spans for at in (span.start, span.end))})
    parts = [Part("…", Tone.DIM)] if begin else []
    for start, end in pairwise(cuts):
        is_found = any(span.start <= start < span.end for span in spans)
        parts.append(Part(text[start:end], Tone.FOUND if is_found else Tone.PLAIN))
    return tuple(parts)


def _beginning(text: str, found: int) -> int:
    """Return where a word begins a little before what was found."""
    earliest = found - _BEFORE
    if earliest <= 0:
        return 0
    blank = text.find(" ", earliest, found)
    return blank + 1 if blank >= 0 else earliest
