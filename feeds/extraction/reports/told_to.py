"""Through which outlet each of those who speak in an item is heard: told once, it holds for all they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from feeds.extraction.reports.recalls import opens_recall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from feeds.extraction.lexicons.lexicon import Lexicon
    from feeds.extraction.quotes import QuoteFound
    from feeds.extraction.reports.found import Found
    from feeds.extraction.speakers.speakers import Speaker


def through_outlets(
    found: Sequence[Found], quotes: Sequence[QuoteFound], heard: Sequence[Speaker], lexicon: Lexicon
) -> tuple[list[Found], tuple[QuoteFound, ...]]:
    """Give whoever spoke to one outlet only, of all who were ``heard``, that outlet wherever none is named.

    What somebody "said earlier" was another time, and may have been said elsewhere.
    """
    own = heard if lexicon.grammar.free_order else ()
    said = (*own, *(one.speaker for one in found), *(quote.speaker for quote in quotes))
    known = _outlets(one for one in said if one is not None)
    if not known:
        return list(found), tuple(quotes)
    reports = [
        one if opens_recall(one.sentence.row, lexicon) else replace(one, speaker=_heard(one.speaker, known))
        for one in found
    ]
    return reports, tuple(replace(one, speaker=_heard(one.speaker, known)) for one in quotes)


def _outlets(speakers: Iterable[Speaker]) -> dict[str, str]:
    """Return the outlet of each speaker, by name, of whom one is told and no other."""
    told: dict[str, set[str]] = {}
    for one in speakers:
        told.setdefault(one.name, set()).update({one.via} if one.via else ())
    return {name: next(iter(outlets)) for name, outlets in told.items() if len(outlets) == 1}


def _heard(speaker: Speaker | None, known: dict[str, str]) -> Speaker | None:
    if speaker is None or speaker.via or speaker.name not in known:
        return speaker
    return replace(speaker, via=known[speaker.name])
