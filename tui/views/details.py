"""The detail pages: why a claim stands where it stands, how a statement is worded, how a source does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.views.ages import ago, day_span, moment
from tui.views.calling import called
from tui.views.decisions import decision_lines
from tui.views.distances import distance_facts
from tui.views.excerpts import excerpt
from tui.views.facts import after, class_words, fact, section
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, counted, text_line
from tui.views.links import Links, claim_links, link_at, statement_links
from tui.views.locating import choice_of, whereabouts
from tui.views.marks import words_of
from tui.views.relays import origin_line, relay_lines
from tui.views.standings import contradicting, grade_sentence, standing_line
from tui.views.trends import trend, trend_part
from tui.views.wordings import own_words
from tui.views.words import (
    CAVEAT_WORDS,
    EVIDENCE_WORDS,
    area_words,
    kind_part,
    place_words,
    side_part,
    standing_part,
    state_part,
)

_CALLED = {Subject.UNMATCHED: "source", Subject.PENDING: "question"}
"""What is missing where a page is, if not its subject."""
_MODEL = "model"
"""The rule of reports that a language model read."""

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from feeds.model import ClaimDetail, Item, Quote, Relay, Report, Source, StatementDetail
    from tui.views.locating import Choice


@dataclass(frozen=True, slots=True)
class Page:
    """A page of detail, to be read from top to bottom."""

    title: str
    target: Target
    """What it is about."""
    lines: tuple[Line, ...]
    choice: Choice | None = None
    """Of a claim whose place could not be told: what an analyst can choose from."""
    quotable: str = ""
    """One sentence that may be pasted into a text; empty where there is none."""
    reports: tuple[str, ...] = ()
    """Ids of a claim's own reports, where it has several."""
    links: Links = ()
    """Where what it tells of can be read."""

    def link_at(self, line: Line | None) -> str:
        """Return the web address behind ``line``, else the page's own; empty where there is none."""
        return link_at(self.links, line)

    def report_at(self, line: Line | None) -> str:
        """Return the id of the claim's own report that ``line`` tells of; empty where of none."""
        return next((one for one in self.reports if line and _tells_of(line, one)), "")


def claim_page(detail: ClaimDetail, now: datetime) -> Page:
    """Return why a claim stands where it stands, and every report it rests on."""
    claim = detail.claim
    sources = {source.id: source for source in detail.sources}
    items = {(item.id, item.version): item for item in detail.items}
    reports = {report.id: report for report in (*detail.reports, *detail.against)}
    relays = {relay.report_id: relay for relay in detail.relays}
    lines = [
        *_claim_head(detail, now),
        *_quotable(detail.line),
        *section(
            "Origins: who really says it", (origin_line(one, reports, sources) for one in claim.origins)
        ),
        *contradicting(claim.denials, reports, sources),
        *section("How its standing changed", (standing_line(i, s) for i, s in enumerate(claim.history))),
        *section("Reports, in order of reception", ()),
    ]
    for report in detail.reports:
        item = items.get((report.item_id, report.item_version))
        lines += _report(report, sources.get(report.source_id), item, relays.get(report.id))
    lines += section("Reports of other things that contradict it", ()) if detail.against else ()
    for report in detail.against:
        item = items.get((report.item_id, report.item_version))
        lines += _report(report, sources.get(report.source_id), item, None)
    lines += decision_lines(detail.decisions, detail.reports, sources)
    own = tuple(report.id for report in detail.reports)
    return Page(
        "Claim",
        Target(Subject.CLAIM, claim.id),
        tuple(lines),
        choice_of(detail),
        detail.line,
        own if len(own) > 1 else (),
        claim_links(detail),
    )


def statement_page(detail: StatementDetail, now: datetime) -> Page:
    """Return the wordings of a statement one under another, each with who carries it."""
    statement = detail.statement
    sources = {source.id: source for source in detail.sources}
    role = after(", ", statement.affiliation) + after(", to ", statement.via)
    lines = [
        text_line("who", Part(clamp(statement.speaker, 120) + role, Tone.HEADING), flows=True),
        text_line(
            "state", state_part(statement.state), Part(f"  since {moment(statement.state_at)}", Tone.DIM)
        ),
        text_line("reason", Part(clamp(statement.reason)), flows=True, indent=2),
        fact("said", f"first {ago(statement.said_at, now)}; last heard {ago(statement.last_at, now)}"),
    ]
    lines += own_words(statement, sources)
    lines += _quotable(detail.line)
    by_wording: dict[str, list[Quote]] = {}
    for quote in detail.quotes:
        by_wording.setdefault(quote.text, []).append(quote)
    for number, (wording, quotes) in enumerate(by_wording.items(), start=1):
        lines += section(f"Wording {number} of {len(by_wording)}", ())
        lines.append(
            text_line(
                f"wording:{number}", Part(f"“{clamp(wording, 4000)}”", Tone.STRONG), flows=True, indent=2
            )
        )
        lines += [_carrier(quote, sources.get(quote.source_id)) for quote in quotes]
    lines += decision_lines(detail.decisions)
    return Page(
        "Statement",
        Target(Subject.STATEMENT, statement.id),
        tuple(lines),
        quotable=detail.line,
        links=statement_links(detail),
    )


def missing_page(target: Target, *, then: bool = False) -> Page:
    """Return the page for something that is no longer there, or was not there ``then``."""
    became = ", it may have become part of another" if target.subject is Subject.CLAIM else ""
    what = _CALLED.get(target.subject, str(target.subject))
    words = (
        f"There was no {what} of this id then" if then else f"There is no {what} of this id any more{became}"
    )
    line = text_line("missing", Part(f"{words}; press {called('detail.back')} to go back."), flows=True)
    return Page(what.capitalize(), target, (line,))


def _claim_head(detail: ClaimDetail, now: datetime) -> Iterator[Line]:
    claim = detail.claim
    place = f"  {place_words(claim.place, claim.located)}{after(', ', claim.oblast)}"
    yield text_line(
        "what",
        side_part(claim.side),
        Part("  "),
        kind_part(claim.kind),
        Part(place, Tone.HEADING),
        flows=True,
    )
    yield text_line(
        "standing",
        standing_part(claim.standing.level),
        Part(f"  since {moment(claim.standing.at)}  "),
        trend_part(trend(claim, now)),
    )
    yield text_line("rule", Part(clamp(claim.standing.rule)), flows=True, indent=2)
    yield fact("grade", grade_sentence(claim))
    if claim.dismissed_by:
        yield fact("aside", f"dismissed by {clamp(claim.dismissed_by, 80)}")
    yield from whereabouts(detail)
    yield from distance_facts(detail)
    for index, area in enumerate(claim.areas):
        yield fact("area", f"{area_words(area)}  “{clamp(area.said, 120)}”", key=f"area:{index}")
    yield fact("event", day_span(claim.event_from, claim.event_to))
    said = f"last {ago(claim.said_at, now)}; heard here first {ago(claim.first_at, now)}"
    by = f"{counted(len(claim.origins), 'origin')}, {counted(claim.carriers, 'carrier')}"
    yield fact("said", f"{said}; {by}")


def _quotable(words: str) -> Iterator[Line]:
    if words:
        shown = text_line("quotable", Part(clamp(words, 1000)), flows=True, indent=2)
        key = text_line("quotable:key", Part(f"{called('line.copy')} copies it", Tone.DIM), indent=2)
        yield from section("To quote", (shown, key))


def _report(report: Report, source: Source | None, item: Item | None, relay: Relay | None) -> Iterator[Line]:
    """Return who reported it when, how it came there and was read, and the sentence that says it."""
    title = clamp(source.title, 120) if source else report.source_id
    about = f"  {class_words(source)}" if source else ""
    yield Line(
        f"report:{report.id}",
        (
            (
                Part(f"received {moment(report.received_at)}  ", Tone.DIM),
                Part(title, Tone.STRONG),
                Part(about, Tone.DIM),
            ),
        ),
        target=Target(Subject.SOURCE, report.source_id),
        indent=2,
    )
    yield text_line(f"report:{report.id}:said", Part(_attribution(report), Tone.DIM), flows=True, indent=4)
    yield from relay_lines(relay) if relay else ()
    if report.withdrawn_at:
        words = f"taken back {moment(report.withdrawn_at)}"
        yield text_line(f"report:{report.id}:withdrawn", Part(words, Tone.RETRACTED), indent=4)
    if item:
        whole = Target(Subject.ITEM, item.id)
        said = excerpt(item.text, report.span, tuple(words_of([report])))
        yield Line(f"report:{report.id}:text", (said,), target=whole, flows=True, indent=4)
        link = (Part(_whence(item), Tone.DIM),)
        yield Line(f"report:{report.id}:link", (link,), target=whole, flows=True, indent=4)


def _tells_of(line: Line, report_id: str) -> bool:
    key = f"report:{report_id}"
    return line.key == key or line.key.startswith(f"{key}:")


def _whence(item: Item) -> str:
    """Return where and since when the item can be read."""
    title = f"{clamp(item.title, 120)}, " if item.title else ""
    return f"{title}published {moment(item.published_at)}{after(', ', item.url)}"


def _attribution(report: Report) -> str:
    who = clamp(report.claimant, 120) if report.claimant else "in its own voice"
    via = after(" via ", report.via) + after(", forwarded from ", report.forwarded_from)
    no = "says it did NOT happen; " if report.negated else ""
    no += f"{CAVEAT_WORDS[report.caveat]}; " if report.caveat else ""
    evidence = EVIDENCE_WORDS[report.evidence]
    by = "a language model, not by a rule" if report.rule == _MODEL else f"rule {clamp(report.rule, 60)}"
    return f"{no}claimant: {who}{via}; evidence: {evidence}; read by {by}"


def _carrier(quote: Quote, source: Source | None) -> Line:
    title = clamp(source.title, 120) if source else quote.source_id
    gone = f"  taken back {moment(quote.withdrawn_at)}" if quote.withdrawn_at else ""
    about = f"  {class_words(source)}" if source else ""
    return Line(
        f"quote:{quote.id}",
        ((Part(f"{moment(quote.received_at)}  ", Tone.DIM), Part(title), Part(about + gone, Tone.DIM)),),
        target=Target(Subject.SOURCE, quote.source_id),
        indent=4,
    )
