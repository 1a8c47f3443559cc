"""What differs from the speaker's own words stands in marks, and a question says how it ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from feeds.model import (
    Confirmation,
    Decision,
    DecisionKind,
    Held,
    Question,
    QuestionDetail,
    Reply,
    Stretch,
    Witness,
)
from tests.tui.boards import NOW, question, statement
from tui.views.questions import question_page
from tui.views.quotes import question_words
from tui.views.wordings import own_words

if TYPE_CHECKING:
    from tui.views.lines import Line

WITNESS = Witness(
    quote_id="quote",
    item_id="item",
    item_version=1,
    source_id="voice",
    url="http://voice.invalid/1",
    published_at=NOW,
    received_at=NOW,
    is_same=False,
    is_altered=True,
    stretches=(
        Stretch(Held.BOTH, "We shall"),
        Stretch(Held.OWN, "not"),
        Stretch(Held.BOTH, "sell the"),
        Stretch(Held.OWN, "mill"),
        Stretch(Held.CARRIED, "weir"),
    ),
)


def words(lines: list[Line]) -> list[str]:
    """Return what lines say."""
    return ["".join(part.text for cell in line.cells for part in cell) for line in lines]


def test_a_difference_is_marked_without_colour() -> None:
    altered = replace(statement("A", "B", state=Confirmation.ALTERED), witness=WITNESS)
    shown = words(list(own_words(altered, {})))
    assert "We shall [+ not] sell the [+ mill] [− weir]" in shown
    assert "http://voice.invalid/1" in shown


def test_the_same_words_are_said_to_be_the_same() -> None:
    same = replace(WITNESS, is_same=True, is_altered=False, stretches=())
    shown = words(list(own_words(replace(statement("A", "B"), witness=same), {})))
    assert "the same words, folded for typography only" in shown


def test_a_statement_that_was_found_nowhere_says_nothing_of_it() -> None:
    assert list(own_words(statement("A", "B"), {})) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (question("A", "The Post"), "asked by The Post, no answer yet"),
        (question("A", None), "no comment so far, says Post"),
        (question("A", "The Post", state=Reply.ANSWERED), "answered in Group; asked by The Post"),
        (question("A", None, state=Reply.DECLINED), "declined, told by Group"),
        (replace(question("A", None), dismissed_by="Ann"), "put aside by Ann"),
    ],
)
def test_a_question_says_who_asked_and_how_it_ended(asked: Question, expected: str) -> None:
    assert question_words(asked, {"border-post": "Post", "study-group": "Group"}) == expected


def test_the_page_of_a_closed_question_names_who_ended_it() -> None:
    closed = question("A", "The Post", state=Reply.DECLINED, reason="Declined.")
    page = question_page(QuestionDetail(closed, (), ()), NOW)
    assert "ended by  study-group" in words(list(page.lines))
    assert "Declined." in words(list(page.lines))


def test_the_page_of_a_question_shows_the_notes_on_it() -> None:
    noted = Decision("d", "desk", "Ann", NOW, DecisionKind.NOTE, "pending-A", "Rang them at nine.")
    page = question_page(QuestionDetail(question("A", "The Post"), (), (noted,)), NOW)
    assert words(list(page.lines))[-1].endswith("note by Ann: Rang them at nine.")
