"""Each format can be read by what reads it, and holds what the board holds, whatever the text is."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.exporting import text_of
from feeds.exporting.citing import link_of, one_line
from feeds.exporting.marking import linked, literal
from feeds.model import ExportFormat
from tests.tui import boards
from tests.tui.exports import exported

if TYPE_CHECKING:
    from feeds.model import Export

BOARD = exported(boards.BOARD)
TEXTS = st.text(max_size=60) | st.sampled_from(
    [boards.HOSTILE, "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", ' "quoted", and more', "a\r\nb", "\u2028", "<b>"]
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows(export: Export) -> list[dict[str, str]]:
    """Return the table as a reader of CSV sees it."""
    return list(csv.DictReader(io.StringIO(text_of(export, ExportFormat.CSV), newline=""), strict=True))


def objects(export: Export) -> list[dict[str, Any]]:
    """Return the lines of JSON Lines as objects."""
    return [json.loads(line) for line in text_of(export, ExportFormat.JSONL).splitlines()]


def features(export: Export) -> list[dict[str, Any]]:
    """Return the features of GeoJSON."""
    found: list[dict[str, Any]] = json.loads(text_of(export, ExportFormat.GEOJSON))["features"]
    return found


def saying(text: str) -> Export:
    """Return an export with ``text`` wherever somebody else's words stand."""
    return exported(boards.hostile_board(text))


def test_every_format_tells_of_every_claim() -> None:
    ids = [one.claim.id for one in BOARD.claims]
    assert [row["id"] for row in rows(BOARD)] == ids
    assert [one["id"] for one in features(BOARD)] == ids
    assert [one["claim"]["id"] for one in objects(BOARD) if one["type"] == "claim"] == ids
    assert [one["claim"]["id"] for one in json.loads(text_of(BOARD, ExportFormat.JSON))["claims"]] == ids
    brief = text_of(BOARD, ExportFormat.MARKDOWN)
    assert all(one.line in brief for one in BOARD.claims)


def test_points_are_longitude_first_and_say_how_exact_they_are() -> None:
    near, *_, nowhere = features(BOARD)
    place = boards.CLAIMS[0].located
    assert place is not None
    assert near["geometry"] == {"type": "Point", "coordinates": [place.lon, place.lat]}
    assert near["properties"]["precision"] == "near"
    assert nowhere["geometry"] is None
    assert nowhere["properties"]["precision"] is None


def test_json_lines_begin_with_what_holds_for_all_of_them() -> None:
    first, *others = objects(BOARD)
    assert first["type"] == "export"
    assert first["attribution"] == ["Places: invented."]
    assert "claims" not in first
    assert [one["type"] for one in others] == ["claim"] * 9 + ["statement"] * 4 + ["question"] * 2


def test_distances_keep_their_open_ends() -> None:
    spans = {row["place"]: row["distances_km"] for row in rows(BOARD)}
    assert spans["Popovka"] == "3.1..4; 3.2.."
    assert spans["Grafovka"] == "..2"
    assert spans["Stara Hreblia"] == "5"
    assert spans["Demidovka"] == ""


def test_the_brief_parts_what_is_open_from_what_is_silent() -> None:
    brief = text_of(BOARD, ExportFormat.MARKDOWN)
    headings = [line for line in brief.splitlines() if line.startswith("#")]
    assert headings[:2] == ["# Front line brief", "## Belgorod"]
    assert headings[-4:] == [
        "## Quotes awaiting confirmation",
        "## Asked, not answered",
        "## Sources from which nothing comes",
        "## Sources and terms",
    ]
    assert "Anna Kvit" not in brief  # her words are confirmed
    assert "North Channel: failing, last good 28 Mar 2025 10:53 UTC. The server answered 503" in brief


def test_what_analysts_put_aside_is_counted_in_the_brief_and_marked_in_the_others() -> None:
    claims = (replace(boards.CLAIMS[0], dismissed_by="anna"), *boards.CLAIMS[1:])
    export = exported(replace(boards.BOARD, claims=claims))
    brief = text_of(export, ExportFormat.MARKDOWN)
    assert "Popovka" not in brief
    assert "Left out: 1 that analysts" in brief
    assert rows(export)[0]["dismissed_by"] == "anna"


def test_an_empty_board_is_an_empty_file_of_its_kind() -> None:
    empty = exported(boards.EMPTY_BOARD)
    assert rows(empty) == features(empty) == []
    assert len(objects(empty)) == 1
    assert "No claims." in text_of(empty, ExportFormat.MARKDOWN)


def test_a_source_that_is_only_cited_says_so_beside_its_link() -> None:
    (source, state), *others = boards.SOURCES
    kept_back = replace(source, redistribute=False, licence="All rights reserved")
    export = exported(replace(boards.BOARD, sources=((kept_back, state), *others)))
    link = "[The Border Post, 28 Mar 2025](<https://border-post.example/1>) (cited only)"
    brief = text_of(export, ExportFormat.MARKDOWN)
    assert link in brief
    assert "All rights reserved; cited only, its words are left out" in brief
    assert rows(export)[0]["reports"] == ""
    assert "https://border-post.example/1" in rows(export)[0]["cited_only"]
    assert features(export)[0]["properties"]["reports"][0]["cited_only"] is True


@given(TEXTS)
def test_a_table_comes_back_as_it_was_written_and_computes_nothing(text: str) -> None:
    export = saying(text)
    read = rows(export)
    assert len(read) == len(export.claims)
    assert all(None not in row for row in read)
    assert not any(cell.startswith(FORMULAS) for row in read for cell in row.values())
    assert read[0]["place"].removeprefix("'") == one_line(text, 32_000).removeprefix("'")


@given(TEXTS)
def test_objects_come_back_as_they_were(text: str) -> None:
    export = saying(text)
    said = text.encode("utf-8", "replace").decode()
    kept = [one for one in objects(export) if one["type"] == "claim"]
    assert [one["claim"]["place"] for one in kept] == [said, said]
    assert len(objects(export)) == 1 + len(export.claims) + len(export.statements) + len(export.questions)
    assert features(export)[0]["properties"]["place"] == said


@given(TEXTS)
def test_no_text_breaks_out_of_the_brief(text: str) -> None:
    brief = text_of(saying(text), ExportFormat.MARKDOWN)
    harmless = text_of(saying("word"), ExportFormat.MARKDOWN)
    assert len(brief.splitlines()) == len(harmless.splitlines())
    assert not any(sign in brief for sign in ("\x1b", "\u202e", "\x00", "\x9b"))


@given(st.text(max_size=80))
def test_literal_text_marks_nothing_up(text: str) -> None:
    written = literal(text)
    bare = written.replace("\\\\", "")
    for sign in "*_`[]<>|~$@&":
        assert bare.count(sign) == bare.count(f"\\{sign}")
    assert "://" not in bare.replace("\\://", "")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "/srv/folder",
        "",
        "http://[",
        "https:///x",
    ],
)
def test_only_http_addresses_become_links(address: str) -> None:
    assert link_of(address) == ""
    assert linked("words", link_of(address)) == "words"


@given(st.text(max_size=60))
def test_a_link_never_ends_early(path: str) -> None:
    link = link_of(f"https://example.org/{path}")
    assert not set(link) & set('<> \n\r\t"\\^`{|}')
    assert link.isascii()
