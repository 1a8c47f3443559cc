"""A town whose name opens the sentence is told of, also where the name is a word in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def test_a_town_named_by_a_word_of_another_language_opens_a_sentence(read_text: ReadText) -> None:
    assert [one.place for one in read_text("Lyman has fallen to Russian troops.").reports] == ["Lyman"]


def test_a_given_name_before_a_last_name_is_no_town(read_text: ReadText) -> None:
    told = read_text("Lyman Stone said that Russian troops took Bakhmut.").reports
    assert [(one.place, one.claimant) for one in told] == [("Bakhmut", "Lyman Stone")]
