"""Single quotation marks of British newsrooms: speech, scare quotes, apostrophes, speech over paragraphs."""

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
