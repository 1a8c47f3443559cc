"""One sentence on a statement that a journalist may paste: who carries it, and how far it was confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.assessment.deeds import day_words
from feeds.assessment.wording import names_of
from feeds.model import Confirmation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from feeds.model import Statement

_STATES = {
    Confirmation.AWAITING: "the words have not been found in the speaker's own channels",
    Confirmation.MATCHED: "the same words were taken down by two independent outlets",
    Confirmation.CONFIRMED: "the words were confirmed",
    Confirmation.ALTERED: "the speaker's own channel has other words",
    Confirmation.DISPUTED: "the wording is disputed",
    Confirmation.DISMISSED: "the quotation was put aside",
}


def statement_line(statement: Statement, titles: Mapping[str, str]) -> str:
    """Return the sentence on ``statement``; ``titles`` are those of its sources, by their ids."""
    role = f", {statement.affiliation}," if statement.affiliation else ""
    told = f"told {statement.via}" if statement.via else "said"
    carriers = names_of([titles.get(source_id, source_id) for source_id in statement.carriers])
    since = day_words([statement.said_at.date()])
    # Typesetters put the comma of the sentence around it inside the marks.
    quoted = f"{statement.speaker}{role} {told}: “{statement.text.rstrip(',')}”"
    return f"{quoted}, as quoted by {carriers} {since}; {_state(statement, titles)}."


def _state(statement: Statement, titles: Mapping[str, str]) -> str:
    witness = statement.witness
    if witness is None:
        return _STATES[statement.state]
    title = titles.get(witness.source_id, witness.source_id)
    # An analyst may have confirmed words that the speaker's own channel has otherwise.
    if statement.state is Confirmation.CONFIRMED and witness.is_same:
        return f"the same words stand in {title}, the speaker's own channel"
    if statement.state is Confirmation.ALTERED:
        return f"{title}, the speaker's own channel, has other words"
    return _STATES[statement.state]
