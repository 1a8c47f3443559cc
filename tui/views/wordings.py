"""A quotation beside the speaker's own words: what only one of them has stands in marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Held
from tui.views.ages import moment
from tui.views.differences import added, removed
from tui.views.facts import section
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, text_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.model import Source, Statement, Stretch

_MOST = 4_000
_EXPLAINED = "[+ ] only the speaker's own voice has it, [− ] only the quotation has it"


def own_words(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Line]:
    """Yield where the speaker's own voice has the words, and how they differ; nothing where it has none."""
    witness = statement.witness
    if witness is None:
        return
    source = sources.get(witness.source_id)
    title = clamp(source.title, 120) if source else witness.source_id
    yield from section("In the speaker's own voice", ())
    yield Line(
        "witness",
        ((Part(f"{moment(witness.published_at)}  ", Tone.DIM), Part(title)),),
        target=Target(Subject.SOURCE, witness.source_id),
        indent=2,
    )
    if witness.url:
        yield text_line("witness:link", Part(clamp(witness.url), Tone.DIM), flows=True, indent=2)
    if witness.is_same:
        yield text_line("witness:same", Part("the same words, folded for typography only"), indent=2)
        return
    yield text_line("witness:differs", *_parts(witness.stretches), flows=True, indent=2)
    yield text_line("witness:key", Part(_EXPLAINED, Tone.DIM), flows=True, indent=2)


def _parts(stretches: tuple[Stretch, ...]) -> Iterator[Part]:
    for number, stretch in enumerate(stretches):
        blank = " " if number else ""
        words = clamp(stretch.words, _MOST)
        if stretch.held is Held.BOTH:
            yield Part(blank + words)
        elif stretch.held is Held.OWN:
            yield added(words, after=blank)
        else:
            yield removed(words, after=blank)
