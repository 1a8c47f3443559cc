"""What is said of the places in use, and of an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from feeds.model.gazetteer import GazetteerStatus, ImportedFile, OblastTally
from tui.views.gazetteer import gazetteer_as_text, import_as_text

AT = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)
IMPORTED_AT = "imported 23 Nov 2026 01:05 UTC"
LEFT_OUT = "; 32 left out, without a name or a point in their oblast"
SHIPPED = GazetteerStatus(
    folder="/home/desk/gazetteer",
    is_imported=False,
    problem="",
    made_at=None,
    files=(),
    tallies=(),
    by_origin={"g": 2, "r": 1_000},
    by_precision={"exact": 2, "near": 1_000},
    attribution="Contains data from GeoNames.",
)
IMPORTED = replace(
    SHIPPED,
    is_imported=True,
    made_at=AT,
    files=(ImportedFile("Ukraine", "UA.zip", 24_895, AT, 32), ImportedFile("names", "names.zip", 1, AT)),
    tallies=(OblastTally("Kursk", 1, 0, 971, 3), OblastTally("Sumy", 1_473, 289, 0, 12)),
)


def test_the_shipped_places_are_told_by_precision_and_origin() -> None:
    assert gazetteer_as_text(SHIPPED) == (
        "In use: 1,002 settlements, as shipped.\n"
        "Points: 2 at the settlement, 1,000 somewhere near.\n"
        "Origin of the points: 2 GeoNames' towns, 1,000 middle of the hromada or raion.\n"
        "Contains data from GeoNames.\n"
    )


def test_imported_places_are_told_with_their_files() -> None:
    lines = gazetteer_as_text(IMPORTED).splitlines()
    assert lines[:3] == [
        "In use: 1,002 settlements, imported 23 Nov 2026 01:05 UTC into /home/desk/gazetteer.",
        f"UA.zip: 24,895 places of Ukraine, {IMPORTED_AT}{LEFT_OUT}.",
        f"names.zip: 1 name, {IMPORTED_AT}.",
    ]


def test_an_import_that_is_not_used_is_said_first() -> None:
    broken = replace(IMPORTED, is_imported=False, problem="It is of another frontwatch.")
    lines = gazetteer_as_text(broken).splitlines()
    assert lines[:2] == ["It is of another frontwatch.", "In use: 1,002 settlements, as shipped."]


def test_what_an_import_came_to_is_summed_up() -> None:
    text = import_as_text(IMPORTED)
    assert "1,474 places refined, 289 of which had no point of their own; 971 places added.\n" in text
    assert "15 rows passed over: " in text
    assert "Kursk" not in text


def test_oblasts_are_listed_on_request() -> None:
    lines = import_as_text(IMPORTED, by_oblast=True).splitlines()
    assert "Sumy                     1,473        289       0           12" in lines
