"""English speech: single quotation marks, interruptions, posts and updates read out, what does not stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.extraction.text.sentences import paragraphs
from feeds.extraction.text.singles import doubled
from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("‘We hold,’ he said.", "“We hold,” he said."),
        ("'We hold,' he said.", "“We hold,” he said."),
        ("‘We left the soldiers’ trench,’ he said.", "“We left the soldiers’ trench,” he said."),
        ("He called it ‘hell’.", "He called it “hell”."),
        ("‘We hold.\n\n‘We stay,’ he said.", "“We hold.\n\n“We stay,” he said."),
        ("Ukraine’s men took the Russians’ trench.", "Ukraine’s men took the Russians’ trench."),
        ("“It was ‘hell’ here,” he said.", "“It was ‘hell’ here,” he said."),
        ("It isn't the '90s.", "It isn't the '90s."),
        ("", ""),
    ],
)
def test_marks_are_made_double_sign_for_sign(text: str, changed: str) -> None:
    assert doubled(text, paragraphs(text)) == changed


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("‘We hold the town for now,’ said Pavlo Lis.", [("We hold the town for now,", "Pavlo Lis")]),
        ("'We hold the town for now,' Pavlo Lis said.", [("We hold the town for now,", "Pavlo Lis")]),
        ("Pavlo Lis spoke of a ‘hard day’ near Torske.", []),
        ("‘They come each night to us,’ said Pavlo Lis.\n\n‘They die here.\n\n‘None is left,’ he added.",
        [("They come each night to us,", "Pavlo Lis"), ("They die here. None is left,", "Pavlo Lis")]),
    ],
)  # fmt: skip
def test_speech_in_single_marks(read_text: ReadText, text: str, quotes: list[tuple[str, str]]) -> None:
    found = read_text(text, source_class=SourceClass.OUTLET).quotes
    assert [(one.text, one.speaker) for one in found] == quotes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian troops do not stop attacking Torske.", {("attack", False)}),
        ("Russian troops have not stopped advancing toward Torske.", {("advance", False)}),
        ("Russian troops did not attack Torske.", {("attack", True)}),
        ("Ukrainian troops could not stop the Russian advance near Torske.", set()),
        ("A video taken by Ukrainian troops shows smoke in Torske.", set()),
    ],
)
def test_what_does_not_stop_goes_on(read_text: ReadText, text: str, told: set[tuple[str, bool]]) -> None:
    found = read_text(text, alignment=Alignment.INDEPENDENT, source_class=SourceClass.OUTLET).reports
    assert {(one.kind.value, one.negated) for one in found} == told


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“The Russians,” said Pavlo Lis, a military analyst, “have been advancing south of Torske.”",
        ("The Russians, have been advancing south of Torske.", "Pavlo Lis")),
        ("“Our men are holding on,” Pavlo Lis said in his evening address, “and the town is ours.”",
        ("Our men are holding on, and the town is ours.", "Pavlo Lis")),
        ("A post on the brigade's Telegram channel read: “We have entered Torske today.”",
        ("We have entered Torske today.", "brigade")),
        ("In the words of one officer, “it is a meat grinder for both”.",
        ("it is a meat grinder for both", "officer")),
        ("The Lypove Ministry said so. The ministry’s latest update says “there is little left of it”.",
        ("there is little left of it", "Lypove Ministry")),
    ],
)  # fmt: skip
def test_who_is_quoted(read_text: ReadText, text: str, quote: tuple[str, str]) -> None:
    (one,) = read_text(text, source_class=SourceClass.OUTLET).quotes
    assert (one.text, one.speaker) == quote


def test_two_sentences_are_two_quotes(read_text: ReadText) -> None:
    text = "“We still hold the town,” Pavlo Lis said. He called its men “heroes of the whole nation”."
    assert len(read_text(text, source_class=SourceClass.OUTLET).quotes) == 2


def test_an_outlet_that_quotes_is_named(read_text: ReadText) -> None:
    text = "Russian troops took Torske, Pavlo Lis was quoted by Vesti as saying."
    (told,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (told.claimant, told.via) == ("Pavlo Lis", "Vesti")
