"""The board as a brief in Markdown that a newsroom can paste: what is said, by whom, and on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.exporting.citing import cited, moment_words, resting_on, sources_of
from feeds.exporting.marking import linked, literal
from feeds.model import Confirmation, Health, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from feeds.exporting.citing import Citation
    from feeds.model import (
        Export,
        ExportedClaim,
        ExportedQuote,
        ExportedReport,
        ExportedStatement,
        Question,
        Silence,
        Source,
    )

OPEN = (Confirmation.AWAITING, Confirmation.ALTERED, Confirmation.DISPUTED)
_HEALTH_WORDS = {
    Health.GOOD: "silent",
    Health.DEGRADED: "failing",
    Health.WAITING: "waiting",
    Health.PAUSED: "paused",
}
_NOWHERE = "No oblast"
_MOST_LINKS = 12
"""Reports of one claim that are linked; the others are counted."""


def as_markdown(exported: Export) -> str:
    """Return the brief; an export without anything on it says so."""
    sources = sources_of(exported)
    claims = [one for one in exported.claims if not one.claim.dismissed_by]
    quotes = [one for one in exported.statements if one.statement.state in OPEN]
    asked = [one for one in exported.questions if one.state is Reply.OPEN and not one.dismissed_by]
    lines = [
        "# Front line brief",
        "",
        *_opening(exported),
        *_claims(claims, sources),
        *_section("Quotes awaiting confirmation", (_quote(one, sources) for one in quotes)),
        *_section("Asked, not answered", (_question(one, sources) for one in asked)),
        *_section("Sources from which nothing comes", map(_silence, exported.silent)),
        *_section("Sources and terms", _terms(exported, sources)),
    ]
    return "\n".join(lines) + "\n"


def _opening(exported: Export) -> Iterator[str]:
    days = "day" if exported.window_days == 1 else "days"
    yield f"As known at **{moment_words(exported.at)}**, looking back {exported.window_days} {days}."
    if exported.filter_line:
        yield f"Only what fits the filter: {literal(exported.filter_line)}"
    aside = sum(bool(one.claim.dismissed_by) for one in exported.claims)
    if aside:
        yield f"Left out: {aside} that analysts of this desk have dismissed."
    if exported.silent:
        told = f"**From {len(exported.silent)} of the sources nothing comes** (see below)"
        yield f"{told}: what is missing is no sign of calm."


def _claims(claims: Iterable[ExportedClaim], sources: Mapping[str, Source]) -> Iterator[str]:
    by_oblast: dict[str, list[ExportedClaim]] = {}
    for one in claims:
        by_oblast.setdefault(one.claim.oblast or _NOWHERE, []).append(one)
    if not by_oblast:
        yield from ("", "No claims.")
    for oblast, ones in by_oblast.items():
        yield from ("", f"## {literal(oblast)}", "")
        for one in ones:
            yield from _claim(one, sources)


def _claim(one: ExportedClaim, sources: Mapping[str, Source]) -> Iterator[str]:
    claim, standing = one.claim, one.claim.standing
    by = f" by {literal(standing.by)}" if standing.by else ""
    since = f"**{standing.level}**{by} since {moment_words(standing.at)}, grade {literal(one.grade)}"
    names = ", ".join(literal(origin.name) for origin in claim.origins)
    where = f"place known: {claim.located.precision}" if claim.located else "place not certain"
    yield f"- {literal(one.line)}"
    yield f"  - {since}: {literal(standing.rule)}"
    yield f"  - Origins: {names or 'none'}; carriers: {claim.carriers}; {where}"
    if claim.drifting:
        yield "  - A report says more than the one that it is taken from."
    yield f"  - Reports: {_links(cited(resting_on(one), sources))}"


def _quote(one: ExportedStatement, sources: Mapping[str, Source]) -> str:
    statement = one.statement
    told = literal(one.line) or f"{literal(statement.speaker)}: words left out"
    reason = f"**{statement.state}** since {moment_words(statement.state_at)}: {literal(statement.reason)}"
    return f"- {told}\n  - {reason}\n  - Reports: {_links(cited(one.quotes, sources))}"


def _question(one: Question, sources: Mapping[str, Source]) -> str:
    by = f"asked by {', '.join(map(literal, one.askers))}" if one.askers else "it is not said who asked"
    told = ", ".join(literal(sources[key].title if key in sources else key) for key in one.source_ids)
    since = f"since {moment_words(one.asked_at)}"
    return f"- {literal(one.asked)}: {by}; {since}; told by {told}. {literal(one.reason)}"


def _silence(one: Silence) -> str:
    last = f"last good {moment_words(one.last_good_at)}" if one.last_good_at else "never answered"
    word = _HEALTH_WORDS[one.health]
    return f"- {literal(one.title)}: {word}, {last}. {literal(one.reason)}".rstrip()


def _terms(exported: Export, sources: Mapping[str, Source]) -> Iterator[str]:
    said: tuple[ExportedReport | ExportedQuote, ...] = (
        *(report for one in exported.claims for report in resting_on(one)),
        *(quote for one in exported.statements for quote in one.quotes),
    )
    for key in dict.fromkeys(citation.source_id for citation in cited(said, sources)):
        if key in sources:
            yield _term(sources[key])
    yield from (f"- {literal(sentence)}" for sentence in exported.attribution)


def _term(source: Source) -> str:
    kept = "" if source.redistribute else "; cited only, its words are left out"
    licence = literal(source.licence) or "terms not known"
    what = f"{source.source_class.replace('_', ' ')}, {source.alignment}"
    return f"- {literal(source.title)} ({what}, {literal(source.reliability)}): {licence}{kept}"


def _links(citations: list[Citation]) -> str:
    shown = [_link(citation) for citation in citations[:_MOST_LINKS]]
    more = len(citations) - len(shown)
    return "; ".join([*shown, *([f"and {more} more"] if more > 0 else [])]) or "none"


def _link(citation: Citation) -> str:
    words = f"{citation.title}, {citation.published_at.day} {citation.published_at:%b %Y}"
    return linked(words, citation.link) + (" (cited only)" if citation.cited_only else "")


def _section(title: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a heading and what stands under it; nothing where nothing does."""
    lines = list(entries)
    if lines:
        yield from ("", f"## {title}", "", *lines)
