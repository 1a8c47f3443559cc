"""The page of a question: who asked whom, since when, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.model import Reply
from tui.views.ages import ago, moment
from tui.views.decisions import decision_lines
from tui.views.details import Page
from tui.views.facts import fact
from tui.views.lines import Line, Part, Subject, Target, Tone, clamp, text_line
from tui.views.words import reply_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from feeds.model import QuestionDetail


def question_page(detail: QuestionDetail, now: datetime) -> Page:
    """Return who was asked by whom, since when, which sources tell so, who answered, and what was noted."""
    question = detail.question
    titles = {source.id: source.title for source in detail.sources}
    asked = ", ".join(clamp(name, 120) for name in question.askers)
    by = f"asked by {asked}" if asked else "it is not said who asked"
    lines = [
        text_line("asked", Part(clamp(question.asked, 200), Tone.HEADING), flows=True),
        text_line("state", reply_part(question), Part(f"  {by}"), flows=True),
        text_line("reason", Part(clamp(question.reason)), flows=True, indent=2),
        fact("since", f"{moment(question.asked_at)}, {ago(question.asked_at, now)}"),
    ]
    if question.state is not Reply.OPEN:
        lines.append(fact(str(question.state), f"{moment(question.state_at)}, {ago(question.state_at, now)}"))
    if question.dismissed_by:
        lines.append(fact("aside", f"dismissed by {clamp(question.dismissed_by, 80)}"))
    lines += _told("told by", "told", question.source_ids, titles)
    if question.source_id:
        lines += _told("ended by", "ended", [question.source_id], titles)
    lines += decision_lines(detail.decisions)
    return Page("Question", Target(Subject.PENDING, question.id), tuple(lines))


def _told(label: str, key: str, source_ids: Iterable[str], titles: dict[str, str]) -> Iterator[Line]:
    """Yield a line for each source, from which its own page can be opened."""
    for number, source_id in enumerate(source_ids):
        title = clamp(titles.get(source_id, source_id), 120)
        yield Line(
            f"{key}:{number}",
            ((Part(f"{label:<10}", Tone.DIM), Part(title)),),
            target=Target(Subject.SOURCE, source_id),
            indent=2,
        )
