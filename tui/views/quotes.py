"""Quotes awaiting confirmation, and questions that nobody has answered yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from feeds.model import Confirmation, Reply, Statement
from tui.views.ages import age
from tui.views.groups import Group
from tui.views.lens import AS_IT_IS, Lens, nothing_matches
from tui.views.lines import Column, Line, Part, Subject, Target, Tone, clamp, counted, line_for
from tui.views.outage import outage, unasked
from tui.views.past import nothing_then
from tui.views.rows import Rows
from tui.views.words import reply_part, state_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from feeds.model import Board, Question

COLUMNS = (
    Column(6, right=True),  # age
    Column(20, least=12, grow=1, full=3),  # speaker and role
    Column(26, least=14, grow=4, full=1),  # words
    Column(11, rank=4, right=True),  # carriers
    Column(12, least=1, full=2),  # state
)
_TITLES = ("said", "speaker", "words", "carriers", "state")
TITLES = Line("titles", tuple((Part(title, Tone.DIM, " "),) for title in _TITLES), COLUMNS, indent=2)
"""What each column holds, to stand above them."""

OPEN_STATES = frozenset({Confirmation.AWAITING, Confirmation.ALTERED, Confirmation.DISPUTED})
"""What still needs somebody's eyes; the others are settled."""


@dataclass(frozen=True, slots=True)
class QuotesView:
    """Open quotes and questions, the longest waiting first, then what is settled, folded away."""

    groups: tuple[Group, ...]
    open_quotes: int
    questions: int
    empty_words: str
    """What to say where there are none."""


def quotes_view(board: Board, now: datetime, lens: Lens = AS_IT_IS) -> QuotesView:
    """Return the statements and questions of ``board`` with ages as of ``now``."""
    titles = {source.id: source.title for source, _ in board.sources}
    said = [one for one in board.statements if one.state in OPEN_STATES]
    asked = [one for one in board.pending if is_open(one)]
    settled = [one for one in board.statements if one.state not in OPEN_STATES]
    closed = [one for one in board.pending if not is_open(one)]
    groups = (
        _group("Waiting", [*said, *asked], now, titles),
        _group("Settled", [*settled, *closed], now, titles, folded=True),
    )
    return QuotesView(
        tuple(group for group in groups if group.lines),
        len(said),
        len(asked),
        _empty_words(board, lens),
    )


def _empty_words(board: Board, lens: Lens) -> str:
    silence, unmatched = outage(board), nothing_matches(lens)
    if unmatched:
        return f"{silence} {unmatched}".lstrip()
    if board.as_of is not None:
        return nothing_then(board, "No quote waited for confirmation and no question was open")
    return silence or unasked(board) or "No quote waits for confirmation and no question is open."


def statement_line(statement: Statement, now: datetime) -> Line:
    """Return ``statement`` as one line, its age counted from its first wording to ``now``."""
    cells = (
        (Part(age(statement.said_at, now), Tone.DIM),),
        (Part(clamp(statement.speaker, 80), Tone.STRONG), Part(_role(statement), Tone.DIM, " ")),
        (Part(f"“{clamp(statement.text, 240)}”"),),
        (Part(counted(len(statement.carriers), "carrier"), Tone.DIM),),
        (state_part(statement.state),),
    )
    return line_for(Target(Subject.STATEMENT, statement.id), cells, COLUMNS, indent=2)


def _role(statement: Statement) -> str:
    """Return in what capacity the speaker speaks, behind the name; nothing where that is not told."""
    return f", {clamp(statement.affiliation, 80)}" if statement.affiliation else ""


def is_open(question: Question) -> bool:
    """Tell whether a question still waits for its answer."""
    return question.state is Reply.OPEN and not question.dismissed_by


def question_words(question: Question, titles: Mapping[str, str]) -> str:
    """Return who asked, or where it stands that nothing was said, as words; an end of it goes before."""
    asked = "asked by " + ", ".join(clamp(name, 80) for name in question.askers)
    told = ", ".join(clamp(titles.get(one, one), 80) for one in question.source_ids)
    if not question.dismissed_by and question.state is Reply.OPEN:
        return f"{asked}, no answer yet" if question.askers else f"no comment so far, says {told}"
    who = clamp(titles.get(question.source_id, question.source_id), 80)
    ends = {
        Reply.OPEN: f"put aside by {clamp(question.dismissed_by, 80)}",
        Reply.ANSWERED: f"answered in {who}",
        Reply.DECLINED: f"declined, told by {who}",
    }
    end = ends[Reply.OPEN if question.dismissed_by else question.state]
    return f"{end}; {asked}" if question.askers else end


def question_line(question: Question, now: datetime, titles: Mapping[str, str]) -> Line:
    """Return ``question`` as one line, its clock running from when it was first asked to ``now``."""
    cells = (
        (Part(age(question.asked_at, now), Tone.DIM),),
        (Part(clamp(question.asked, 80), Tone.STRONG),),
        (Part(question_words(question, titles)),),
        (),
        (reply_part(question),),
    )
    return line_for(Target(Subject.PENDING, question.id), cells, COLUMNS, indent=2)


def _group(
    title: str,
    waiting: Iterable[Statement | Question],
    now: datetime,
    titles: Mapping[str, str],
    *,
    folded: bool = False,
) -> Group:
    """Return some statements and questions under a heading, the longest waiting first."""
    rows: Rows[Statement | Question] = Rows(
        sorted(waiting, key=_waiting_since),
        key=_key,
        draw=partial(_line, now=now, titles=titles),
        basis=(now.replace(second=0, microsecond=0), titles),
    )
    heading = line_for(
        Target(Subject.GROUP, title),
        ((Part(title, Tone.HEADING), Part(f"  {len(rows):,}", Tone.DIM)),),
        (Column(1, grow=1),),
    )
    return Group(heading, rows, folded=folded)


def _waiting_since(one: Statement | Question) -> datetime:
    return one.said_at if isinstance(one, Statement) else one.asked_at


def _key(one: Statement | Question) -> str:
    return f"{Subject.STATEMENT if isinstance(one, Statement) else Subject.PENDING}:{one.id}"


def _line(one: Statement | Question, now: datetime, titles: Mapping[str, str]) -> Line:
    return statement_line(one, now) if isinstance(one, Statement) else question_line(one, now, titles)
