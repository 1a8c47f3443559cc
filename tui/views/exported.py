"""A board that is given away, as linear text that may be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.views.ages import moment
from tui.views.lines import clamp, counted, printable
from tui.views.quotes import question_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from feeds.model import Decision, Export, ExportedClaim, ExportedStatement, Question, Source


def export_as_text(exported: Export) -> str:
    """Return an export as one line for each thing on it, under headings; ends with a newline."""
    titles = {source.id: source.title for source in exported.sources}
    days = counted(exported.window_days, "day")
    lines = [f"frontwatch, as known at {moment(exported.at)}, {days}.", *_withheld(exported)]
    for heading, said in (
        ("CLAIMS", [_claim(one) for one in exported.claims]),
        ("STATEMENTS", [_statement(one) for one in exported.statements]),
        ("QUESTIONS", [_question(one, titles) for one in exported.questions]),
        ("DECISIONS", [_decision(one) for one in exported.decisions]),
        ("SOURCES", [_source(one) for one in exported.sources]),
    ):
        lines += ["", f"{heading}: {len(said)}", *(f"- {one}" for one in said)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _question(question: Question, titles: Mapping[str, str]) -> str:
    return f"{clamp(question.asked, 120)}: {question_words(question, titles)}"


def _withheld(exported: Export) -> Iterator[str]:
    if exported.withheld:
        yield f"The words of these are left out, as their licences ask: {', '.join(exported.withheld)}."


def _claim(one: ExportedClaim) -> str:
    claim = one.claim
    aside = f"; dismissed here by {claim.dismissed_by}" if claim.dismissed_by else ""
    since = f"{claim.standing.level} since {moment(claim.standing.at)}"
    return f"{clamp(one.line)} [{one.grade}; {since}{aside}; {counted(len(one.reports), 'report')}]"


def _statement(one: ExportedStatement) -> str:
    statement = one.statement
    return clamp(one.line) or f"{statement.speaker}: words left out [{statement.state}]"


def _decision(one: Decision) -> str:
    why = f": {clamp(one.why)}" if one.why else ""
    return f"{moment(one.at)}, {one.by} ({one.desk}): {one.kind} {one.target}{why}"


def _source(one: Source) -> str:
    licence = f"; licence: {clamp(one.licence)}" if one.licence else ""
    return f"{clamp(one.title)} ({one.source_class}, {one.alignment}, {one.reliability}){licence}"
