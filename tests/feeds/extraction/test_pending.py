"""Statements asked for and not yet had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courier has contacted the Lantern Defense Ministry via email for comment.",
            [("Lantern Defense Ministry", "Courier")],
        ),
        (
            "The Courier has approached the Ukrainian and Russian Defense Ministries for comment.",
            [("Ukrainian Defense Ministries", "Courier"), ("Russian Defense Ministries", "Courier")],
        ),
        ("Neither Kyiv nor the Kremlin has confirmed the raid.", [("Kyiv", None), ("Kremlin", None)]),
        ("The Kremlin has not commented on the raid.", [("Kremlin", None)]),
        ("There was no immediate comment from Kyiv.", [("Kyiv", None)]),
        ("Courier could not independently verify the raid.", []),
        ("He asked the Kremlin to leave.", []),
    ],
)
def test_who_was_asked_or_is_silent(
    read_text: ReadText, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(one.asked, one.by) for one in read_text(text).pending] == expected


def test_the_span_is_the_sentence(read_text: ReadText) -> None:
    text = "It rained. The Kremlin has not commented. It was cold."
    (pending,) = read_text(text).pending
    assert text[pending.span.start : pending.span.end] == "The Kremlin has not commented."
