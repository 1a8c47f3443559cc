"""Looking through items, claims and quotes for words, in all languages and spellings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from feeds.geography.imports.in_use import gazetteer_in_use
from feeds.model import Found, Hit, Item, Match, Span
from feeds.service.sought import Sought, sought
from feeds.store import search, sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from feeds.model import Board, Report
    from feeds.store import Database

MOST_HITS = 200
LONGEST_QUERY = 200
"""Characters."""
_PAGE = 200
_MOST_LOOKED_AT = 2_000
"""Versions that may have what is looked for; beyond that it is found everywhere."""
_BEFORE, _AFTER = 60, 160
"""Characters of an excerpt around the first thing found."""
TOO_SHORT = f"Type {search.SHORTEST} letters or more."


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of an item that has all that is looked for."""

    item: Item
    plain: str
    """Its text, searchable."""
    rank: int
    """0: as whole words or names, 1: also within words."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted, and what the sources are called."""

    wanted: Sequence[Sought]
    titles: Mapping[str, str]

    def has(self, text: str) -> bool:
        """Tell whether a text has all that is wanted."""
        plain = search.searchable(text)
        return all(one.spans(plain) for one in self.wanted)

    def hit(self, name: tuple[Match, str], title: str, words: str, item: Item, plain: str = "") -> Hit:
        """Return the hit on something that says ``words`` in ``item``; ``plain``: these, searchable."""
        excerpt, spans = _excerpt(words, plain or search.searchable(words), self.wanted)
        source = self.titles.get(item.source_id, item.source_id)
        return Hit(*name, title, excerpt, spans, item.published_at, source)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What reports and quotes were part of on a past board, by their ids."""

    claims: Mapping[str, str]
    statements: Mapping[str, str]

    @classmethod
    def of(cls, board: Board) -> _Parts:
        """Return the parts of what is on ``board``."""
        return cls(
            {one: claim.id for claim in board.claims for one in claim.report_ids},
            {one: statement.id for statement in board.statements for one in statement.quote_ids},
        )


def search_in(database: Database, query: str, then: Board | None = None) -> Found:
    """Return what has all words of ``query``; raises StoreError where the store can't be read.

    Names of places are looked for in all spellings and cases, quotations as they stand, other words
    as part of a word. ``then``, the board of a past moment: items as they had been received by then,
    and the claims and statements of that board.
    """
    wanted = sought(query[:LONGEST_QUERY], gazetteer_in_use())
    if not wanted:
        return Found(note=TOO_SHORT)
    if not search.can_index():
        return Found(note=search.NO_INDEX)
    found = sorted(_versions(database, wanted, then.at if then else None), key=_best_first)
    note = _note(database)
    return Found(tuple(_hits(database, found, wanted, then)[:MOST_HITS]), note, is_partial=bool(note))


def _note(database: Database) -> str:
    """Return how much is not in the index yet, as a sentence; empty: nothing."""
    done = search.progress(database)
    if done.indexed >= done.total:
        return ""
    return f"Looked through the latest {done.indexed:,} of {done.total:,} items; the index is being made."


def _best_first(version: _Version) -> tuple[int, float]:
    return version.rank, -version.item.published_at.timestamp()


def _versions(database: Database, wanted: Sequence[Sought], until: datetime | None) -> list[_Version]:
    """Return the latest of the versions that have all that is wanted, one an item.

    ``until``: only what had been received by then; None: all.
    """
    beginnings = [one.beginnings for one in wanted]
    found: dict[str, _Version] = {}
    before = search.first_after(database, until) if until else None
    for _ in range(_MOST_LOOKED_AT // _PAGE):
        page = search.candidates(database, beginnings, before=before, limit=_PAGE)
        for number, item in page:
            before = number
            if until is not None and item.received_at > until:
                continue
            title, plain = search.searchable(item.title), search.searchable(item.text)
            rank = _rank(f"{title} {plain}", wanted)
            if rank is not None:
                found.setdefault(item.id, _Version(item, plain, rank))
        if len(page) < _PAGE or len(found) >= MOST_HITS:
            break
    return list(found.values())


def _rank(text: str, wanted: Sequence[Sought]) -> int | None:
    """Return how well a text has all that is wanted; None where it has not."""
    rank = 0
    for one in wanted:
        spans = one.spans(text)
        if not spans:
            return None
        if not any(one.is_whole(text, span) for span in spans):
            rank = 1
    return rank


def _hits(
    database: Database, found: Sequence[_Version], wanted: Sequence[Sought], then: Board | None
) -> list[Hit]:
    """Return the hits of each version in turn: claims and quotes that have it, then the item."""
    asked = _Asked(wanted, {source.id: source.title for source in sources.known(database)})
    inner = _inner_hits(database, found, asked, _Parts.of(then) if then else None)
    hits: dict[tuple[Match, str], Hit] = {}
    for version in found:
        item = version.item
        own = asked.hit((Match.ITEM, item.id), item.title, item.text, item, version.plain)
        for hit in (*inner.get((item.id, item.version), ()), own):
            hits.setdefault((hit.subject, hit.id), hit)
    return list(hits.values())


def _inner_hits(
    database: Database, found: Sequence[_Version], asked: _Asked, parts: _Parts | None
) -> dict[tuple[str, int], list[Hit]]:
    """Return the claims and statements whose own words have all that is wanted, by version."""
    texts = {(version.item.id, version.item.version): version.item for version in found}
    ids = {item_id for item_id, _ in texts}
    hits: dict[tuple[str, int], list[Hit]] = {}
    for kept_as, report in search.reports_in(database, ids):
        claim_id = kept_as if parts is None else parts.claims.get(report.id, "")
        item = texts.get((report.item_id, report.item_version))
        words = item.text[report.span.start : report.span.end] if item else ""
        if claim_id and item is not None and asked.has(f"{words}\n{_told_of(report)}"):
            title = f"{report.side.capitalize()}, {report.kind}, {report.place}"
            hit = asked.hit((Match.CLAIM, claim_id), title, words, item)
            hits.setdefault((item.id, item.version), []).append(hit)
    for kept_as, quote in search.statements_in(database, ids):
        statement_id = kept_as if parts is None else parts.statements.get(quote.id, "")
        item = texts.get((quote.item_id, quote.item_version))
        if statement_id and item is not None and asked.has(f"{quote.text}\n{quote.speaker}"):
            hit = asked.hit((Match.STATEMENT, statement_id), quote.speaker, quote.text, item)
            hits.setdefault((item.id, item.version), []).append(hit)
    return hits


def _told_of(report: Report) -> str:
    located = report.located.name if report.located is not None else ""
    return "\n".join((report.place, located, report.claimant or ""))


def _excerpt(text: str, plain: str, wanted: Sequence[Sought]) -> tuple[str, tuple[Span, ...]]:
    """Return the piece of a text around the first thing found in it, on one line, with what was found."""
    places = search.places_in(text, plain)
    found = sorted({span for one in wanted for span in one.spans(plain)})
    spans = [(places[begin], places[end - 1] + 1) for begin, end in found]
    begin = max(0, spans[0][0] - _BEFORE) if spans else 0
    end = min(len(text), (spans[0][0] if spans else 0) + _AFTER)
    piece = "".join(" " if sign.isspace() else sign for sign in text[begin:end])
    inside = tuple(Span(max(one, begin) - begin, two - begin) for one, two in spans if two <= end)
    return piece, inside
