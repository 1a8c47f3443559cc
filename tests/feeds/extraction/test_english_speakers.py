"""Who says an English quotation: one of many, "he" behind an outlet, and who spoke right before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_SAID = "The enemy is pressing along the whole line"


@pytest.mark.parametrize(
    "text",
    [
        f"One of the commanders, Ivan Maiak, said: “{_SAID}.”",
        f"“{_SAID},” one of the president's aides, Ivan Maiak, said.",
        f"One of the company commanders, Capt. Ivan Maiak, told the BBC: “{_SAID}.”",
        f"Ivan Maiak said Russian troops attacked near Torske, Reuters reported.\n\n“{_SAID},” he added.",
        f"Russian troops attacked near Torske, Ivan Maiak told Reuters.\n\n“{_SAID},” he added.",
        f"Ivan Maiak commented on the fighting. There is no success, he said. “{_SAID}.”",
    ],
)
def test_a_quotation_is_said_by_whom_its_text_names(read_text: ReadText, text: str) -> None:
    assert [(one.text.rstrip(".,"), one.speaker) for one in read_text(text).quotes] == [(_SAID, "Ivan Maiak")]


def test_speech_in_another_paragraph_is_nobodys_who_only_spoke_before(read_text: ReadText) -> None:
    text = f"There is no success, Ivan Maiak said.\n\nThe road is cut.\n\n“{_SAID}.”"
    assert [one.speaker for one in read_text(text).quotes if one.speaker == "Ivan Maiak"] == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Ukraine recaptured Torske, as reported by DeepState.", "DeepState"),
        ("Ukraine, as reported by DeepState, recaptured Torske.", "DeepState"),
        ("Russia took Torske, as previously confirmed by Ivan Maiak.", "Ivan Maiak"),
        ("Russian troops entered Torske, according to confirmation from DeepState.", "DeepState"),
        ("Ukraine recaptured Torske, reported by many as the key to Lyman.", None),
    ],
)
def test_what_is_told_as_reported_by_somebody_is_theirs(
    read_text: ReadText, text: str, claimant: str | None
) -> None:
    assert [one.claimant for one in read_text(text).reports] == [claimant]
