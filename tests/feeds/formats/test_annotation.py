"""Lines of the annotation guide, in and out."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from feeds.errors import FormatError
from feeds.formats.annotation import annotated_of
from feeds.geography import load_gazetteer
from feeds.model import Alignment
from feeds.service.extraction import told_by
from feeds.service.publisher import publisher
from tests.building import NOON


def line(**fields: object) -> str:
    """Return a line with ``fields`` beside a text."""
    return json.dumps({"text": "Nothing happened."} | fields)


def test_all_that_a_line_gives_is_read() -> None:
    source = {"name": "Herald", "url": "https://herald.example/", "alignment": "ukrainian"}
    found = annotated_of(
        line(id="h-1", source=source, published="2025-03-28T23:30:00-05:00", title="Quiet", reports=[1])
    )
    assert (found.id, found.name, found.address) == ("h-1", "Herald", "https://herald.example/")
    assert (found.alignment, found.title, found.text) == (Alignment.UKRAINIAN, "Quiet", "Nothing happened.")
    assert found.published_at == datetime(2025, 3, 29, 4, 30, tzinfo=UTC)


def test_a_day_without_a_time_is_that_day_everywhere() -> None:
    assert annotated_of(line(published="2025-03-28")).published_at == datetime(2025, 3, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize("fields", [{}, {"id": None, "source": None, "published": None, "title": None}])
def test_only_the_text_must_be_there(fields: dict[str, object]) -> None:
    found = annotated_of(line(**fields))
    assert (found.id, found.name, found.alignment, found.published_at) == ("", "", None, None)


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "an object with 'text'"),
        ("{}", "some text as 'text'"),
        (line(text=" \n"), "some text as 'text'"),
        (line(text=7), "words as 'text'"),
        (line(title=["Quiet"]), "words as 'title'"),
        (line(source="Herald"), "as 'source'"),
        (line(source={"name": 7}), "words as 'source.name'"),
        (line(source={"alignment": "none"}), "as 'source.alignment'"),
        (line(published="Friday"), "as 'published'"),
        (line(published="0001-01-01T00:00:00+14:00"), "as 'published'"),
    ],
)
def test_a_broken_line_is_refused_with_what_was_expected(broken: str, expected: str) -> None:
    with pytest.raises(FormatError, match=expected):
        annotated_of(broken)


def test_what_is_found_is_written_as_the_guide_says() -> None:
    text = (
        "Ukrainian forces advanced more than 2 miles in Popovka on March 27, the Harbour Institute said.\n\n"
        "The Herald has contacted the Russian Defense Ministry for comment. "
        '"We hold all of it now," said Holm.'
    )
    document = annotated_of(
        line(id="h\u202e-1", text=text, published="2025-03-28", source={"name": "Herald"})
    )
    source = publisher(document.name, document.address, document.alignment)
    written = told_by(document, source, load_gazetteer(), NOON).as_line()
    assert written.isprintable()
    told = json.loads(written)
    assert list(told) == [
        "id", "source", "published", "lang", "title", "text", "reports", "quotes", "pending",
    ]  # fmt: skip
    assert (told["id"], told["published"], told["lang"]) == ("h\u202e-1", "2025-03-28", "en")
    assert told["source"] == {"name": "Herald", "url": None, "alignment": "independent"}
    (report,) = told["reports"]
    assert report == {
        "kind": "advance",
        "side": "ukraine",
        "place": "Popovka",
        "oblast": report["oblast"],
        "distance_km": [3.2, None],
        "area_km2": None,
        "date": "2025-03-27",
        "claimant": "Harbour Institute",
        "via": None,
        "evidence": "analyst",
        "negated": False,
    }
    assert told["quotes"] == [
        {"text": "We hold all of it now,", "speaker": "Holm", "affiliation": None, "via": None}
    ]
    assert told["pending"] == [{"asked": "Russian Defense Ministry", "by": "Herald"}]
