"""What a text says, in plain words: the text with its marks, and a line for each thing found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.facts import after, class_words
from tui.views.lines import Part, Tone, clamp, text_line
from tui.views.marks import marked, marks_of, words_of
from tui.views.words import EVIDENCE_WORDS, SIDE_WORDS, area_words, distance_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from feeds.model import Extract, Item, Report, Source, Span
    from tui.views.lines import Line

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian"}
_LONGEST_SENTENCE = 2_000


def told_lines(item: Item, source: Source, found: Extract, *, language: str, name: str) -> Iterator[Line]:
    """Yield what ``item``, called ``name``, says: whose it is, its text with marks, and what was found."""
    whose = f"{clamp(source.title, 120)}, " if source.title else ""
    tongue = LANGUAGES.get(language, language)
    yield text_line("name", Part(clamp(item.title, 300) or clamp(name, 120), Tone.HEADING))
    about = f"{whose}{class_words(source)}, {moment(item.published_at)}, {tongue}"
    yield text_line("whose", Part(about, Tone.DIM))
    yield text_line("before:text", Part(""))
    yield from marked_lines(item.text, found)
    yield text_line("after:text", Part(""))
    yield from found_lines(item.text, found)


def marked_lines(text: str, found: Extract) -> Iterator[Line]:
    """Yield the lines of ``text`` with what was found in it marked."""
    for number, parts in enumerate(marked(text, marks_of(found), words_of(found.reports))):
        yield text_line(f"text:{number}", *(parts or (Part(""),)), flows=True)


def found_lines(text: str, found: Extract) -> Iterator[Line]:
    """Yield a line for each thing found, called as its mark, and for each sentence that was not read."""
    for number, report in enumerate(found.reports, start=1):
        yield _line(f"r{number}", _report(report), Tone.FOUND)
    for number, quote in enumerate(found.quotes, start=1):
        who = clamp(quote.speaker, 120) + after(", ", quote.affiliation) + after(", to ", quote.via)
        yield _line(f"q{number}", f"quote of {who}: “{clamp(quote.text, _LONGEST_SENTENCE)}”", Tone.FOUND)
    for number, pending in enumerate(found.pending, start=1):
        asked_by = f", asked by {clamp(pending.by, 120)}" if pending.by else ""
        yield _line(f"p{number}", f"no answer yet: {clamp(pending.asked, 120)}{asked_by}", Tone.FOUND)
    yield from unmatched_lines(text, found.unmatched)
    if not (found.reports or found.quotes or found.pending or found.unmatched):
        yield text_line("nothing", Part("Nothing was found."))


def unmatched_lines(text: str, unmatched: Sequence[Span]) -> Iterator[Line]:
    """Yield the sentences that say something was done and could not be read."""
    for number, span in enumerate(unmatched, start=1):
        said = clamp(text[span.start : span.end], _LONGEST_SENTENCE)
        yield _line(f"u{number}", f"not understood: “{said}”", Tone.UNMATCHED)


def _line(label: str, words: str, tone: Tone) -> Line:
    return text_line(f"found:{label}", Part(f"{label:<4}", tone), Part(words), flows=True)


def _report(report: Report) -> str:
    where = "" if report.oblast in {None, report.place} else f" ({report.oblast} Oblast)"
    place = f"{clamp(report.place, 80)}{where}"
    figures = (
        [f"{distance_words(report.distance)} (“{clamp(report.distance.said, 120)}”)"]
        if report.distance
        else []
    )
    figures += [f"{area_words(report.area)} (“{clamp(report.area.said, 120)}”)"] if report.area else []
    by = clamp(report.claimant, 120) if report.claimant else "the text itself"
    parts = [
        f"{SIDE_WORDS[report.side]}: {'no ' if report.negated else ''}{report.kind}, {place}",
        *figures,
        *([f"on {report.event_on.isoformat()}"] if report.event_on else []),
        f"said by {by}{after(', to ', report.via)}",
        f"evidence: {EVIDENCE_WORDS[report.evidence]}",
        f"rule {clamp(report.rule, 60)}",
    ]
    unsure = f" {clamp(report.place_because)}" if report.located is None and report.place_because else ""
    return f"{'; '.join(parts)}.{unsure}"
