"""English as newsrooms write it: shared subjects, asides, landmarks, and what is named but not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


def _told(found: Extract) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.side.value, one.place) for one in found.reports if not one.negated}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Moscow said its men were firing at trapped Ukrainian units near Torske, and had entered Yampil.",
            "russia",
        ),
        ("Russian troops shelled Ukrainian positions and later entered Yampil.", "russia"),
        ("Russian troops retreated as Ukrainian marines regrouped and entered Yampil.", "ukraine"),
        (
            "This joint force broke through the Russian marines' positions near Yampil, Kyiv's army said.",
            "ukraine",
        ),
        ("According to the Russian ministry, its troops have entered Yampil.", "russia"),
        ("According to Ukrainian officials, they have entered Yampil.", "ukraine"),
        ("Russian brigades, a day from Torske, a Ukrainian military hub, have entered Yampil.", "russia"),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(read_text: ReadText, text: str, side: str) -> None:
    found = {who for kind, who, place in _told(read_text(text)) if (kind, place) == ("advance", "Yampil")}
    assert found == {side}


@pytest.mark.parametrize(
    "text",
    [
        "Little has changed in Yampil since Russian troops launched their offensive.",
        "Nothing was heard from Yampil since the fall of Torske.",
        "Drones flew over Yampil to force a hasty Ukrainian withdrawal.",
        "Crossing the river at Yampil could allow the Ukrainian troops to rest.",
        "Russian jets hit clusters of Ukrainian manpower near Yampil.",
        "Torske was taken years ago after a bitter ten-month battle.",
        "Both sides brace themselves for a battle of attrition near Yampil.",
        "The army hopes for the upper hand in U.S.-brokered talks after its gains.",
        "The men were trying to dig in, with the aid still stuck in Congress.",
    ],
)
def test_what_is_named_by_the_way_is_not_told(read_text: ReadText, text: str) -> None:
    assert _told(read_text(text)) <= {("seizure", "russia", "Torske")}


def test_what_opens_a_sentence_does_not_make_the_rest_a_plan(read_text: ReadText) -> None:
    found = read_text(
        "Facing the prospect of seeing its men cut off, Moscow pulled back its troops from Yampil."
    )
    assert _told(found) == {("withdrawal", "russia", "Yampil")}


def test_a_claim_of_long_ago_is_history(read_text: ReadText) -> None:
    text = "In early January, Ukraine said it had captured Sudzha."
    assert _told(read_text(text)) == set()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Russian troops entered the outskirts of Torske, further north near Yampil.", {"Torske"}),
        ("Russian troops stormed the town of Torske, near Yampil, on Monday.", {"Torske"}),
        ("Russian troops stormed Torske, near Yampil and in Zarichne.", {"Torske", "Yampil", "Zarichne"}),
        (
            "Russian troops stormed the Torske and Yampil settlements, all close to Zarichne.",
            {"Torske", "Yampil"},
        ),
        (
            "Russian troops took Torske in the Donetsk region – about 10km (six miles) north of Yampil.",
            {"Torske"},
        ),
        ("North of Torske, Russian troops have come within about 30 km of the town of Yampil.", {"Yampil"}),
    ],
)
def test_landmarks_of_newsrooms_are_no_places(read_text: ReadText, text: str, places: set[str]) -> None:
    assert {place for _, _, place in _told(read_text(text))} == places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian troops attacked Torske. Ukraine has taken back nine villages.",
            {("attack", "russia", "Torske")},
        ),
        (
            "Ukraine beat off Russian attacks near Torske and took three settlements.",
            {("attack", "russia", "Torske")},
        ),
        (
            "Russian troops took two more villages in the Kherson region.",
            {("seizure", "russia", "Kherson region")},
        ),
    ],
)
def test_settlements_only_counted_are_none_named_before(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukrainian troops cleared Torske of Russian soldiers.", ("seizure", "ukraine", "Torske")),
        ("Ukrainian troops were clearing Torske of saboteurs.", ("attack", "ukraine", "Torske")),
        (
            "The command said Russia had accumulated some 200 servicemen in Torske.",
            ("redeployment", "russia", "Torske"),
        ),
        ("Russian forces have reallocated to Torske.", ("redeployment", "russia", "Torske")),
        ("Ukrainian troops forged deep into the defences near Torske.", ("advance", "ukraine", "Torske")),
    ],
)
def test_words_that_newsrooms_have_for_moves(
    read_text: ReadText, text: str, told: tuple[str, str, str]
) -> None:
    assert _told(read_text(text)) == {told}


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("Kyiv denied reports of encirclement.", False),
        ("Kyiv denied the report.", True),
        ("Kyiv denied the claims of the Russian ministry.", True),
    ],
)
def test_only_what_was_claimed_is_denied(read_text: ReadText, denial: str, denied: bool) -> None:  # noqa: FBT001
    found = read_text(f"Russia said it had taken Torske. {denial}")
    assert any(one.negated for one in found.reports) is denied


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "According to a Russian defence ministry statement, Russian troops took Torske.",
            "Russian defence ministry",
        ),
        ("Russian troops took Torske, a UK intelligence update said.", "UK intelligence"),
        (
            "According to the latest British intelligence report, Russian troops took Torske.",
            "British intelligence",
        ),
    ],
)
def test_a_statement_is_said_by_whoever_made_it(read_text: ReadText, text: str, claimant: str) -> None:
    assert {one.claimant for one in read_text(text).reports} == {claimant}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Moscow said its men had retaken three villages seized by Ukraine in the Kursk region.",
            {("seizure", "russia", "Kursk region")},
        ),
        (
            "Russian troops retook Torske, made famous by songs sung in Yampil.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Russian troops retook Torske, made famous by songs, and Yampil.",
            {("seizure", "russia", "Torske"), ("seizure", "russia", "Yampil")},
        ),
        (
            "Russia's ministry said it had retaken full control of Torske from the Ukrainians.",
            {("seizure", "russia", "Torske")},
        ),
        ("Russia's proxies said they were fully in control of Torske.", {("seizure", "russia", "Torske")}),
        ("Torske is quiet as the territory under Ukrainian control has shrunk.", set()),
        ("The mayor spoke of Torske, the liberation of which is vital for all.", set()),
        (
            "Russian troops took most of Torske, officials said, as Kyiv's forces fell back.",
            {("advance", "russia", "Torske")},
        ),
        (
            "The general said his men would stay and that fighting continued in Torske.",
            {("fighting", "both", "Torske")},
        ),
        (
            "Ukrainian defenders battle to hold off Russian attempts to take Torske.",
            {("attack", "russia", "Torske")},
        ),
        ("Russian troops took the Red Lake city of Torske.", {("seizure", "russia", "Torske")}),
        ("After capturing Torske, Russian troops marched on Yampil.", {("seizure", "russia", "Torske")}),
    ],
)
def test_places_and_deeds_of_other_clauses_are_kept_apart(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


def test_both_towns_are_those_named_before(read_text: ReadText) -> None:
    text = "Russian troops shelled Torske and Yampil. Moscow announced the capture of both towns in Kherson."
    assert {("seizure", "russia", "Torske"), ("seizure", "russia", "Yampil")} == _told(read_text(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russia said it had taken a fourth border village, Torske.", {("seizure", "russia", "Torske")}),
        ("Russia attempted a new offensive near Torske.", {("attack", "russia", "Torske")}),
        (
            "Russian troops took Torske in their grinding push to conquer Yampil.",
            {("seizure", "russia", "Torske")},
        ),
        ("Kyiv moved its reserves from Ukraine's Kherson region to other parts of the front.", set()),
        (
            "Fighting continues in Torske and Yampil in eastern Donetsk.",
            {("fighting", "both", "Torske"), ("fighting", "both", "Yampil")},
        ),
        (
            "Russian troops have seized Torske and Yampil, small settlements near Zarichne.",
            {("seizure", "russia", "Torske"), ("seizure", "russia", "Yampil")},
        ),
    ],
)
def test_aims_and_where_places_lie_are_not_told(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told
