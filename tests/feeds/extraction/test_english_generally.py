"""English in general: who does it to whom, whose words they are, where it is, in sentences of all shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _cores(read_text: ReadText, text: str) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.side.value, one.place) for one in read_text(text).reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russia said its men had encircled Ukrainian units at the depot and entered Lypove.",
            {("advance", "russia", "Lypove")},
        ),
        (
            "Moscow took three hamlets in the Sumy region of northern Ukraine, as they push toward Lypove.",
            {("seizure", "russia", "Sumy region"), ("advance", "russia", "Lypove")},
        ),
        (
            "Ukrainian marines forced Russian troops to withdraw from Lypove.",
            {("withdrawal", "russia", "Lypove")},
        ),
        (
            "Lypove and Torske were captured by Russian troops.",
            {
                ("seizure", "russia", "Lypove"),
                ("seizure", "russia", "Torske"),
            },
        ),
        ("Russian forces captured Sudzha in Kursk.", {("seizure", "russia", "Sudzha")}),
        (
            "Russian forces captured Torske, a hamlet some 15 km away from the railway hub of Lyman.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Ukrainian marines gained a foothold on the left bank of the Dnipro River.",
            {("advance", "ukraine", "left bank of the Dnipro River")},
        ),
        (
            "Ukrainian marines advanced on the Oskil's eastern bank.",
            {("advance", "ukraine", "eastern bank of Oskil")},
        ),
        (
            "Russian troops attacked on the Lyman and Bakhmut fronts.",
            {("attack", "russia", "Lyman front"), ("attack", "russia", "Bakhmut front")},
        ),
        (
            "Russia took Torske, as its forces continue to advance slowly across the country.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Three assaults were repelled near Torske, with fighting ongoing around Lyman.",
            {("fighting", "both", "Lyman")},
        ),
        (
            "Russian troops attempted three times to break through near Torske.",
            {("attack", "russia", "Torske")},
        ),
        (
            "Russia has ordered the evacuation of Torske in the wake of Ukrainian advances near Lyman.",
            set(),
        ),
        (
            "Ukrainian marines gained success in the village of Torske and attacked on the Lyman front.",
            {("advance", "ukraine", "Torske"), ("attack", "ukraine", "Lyman front")},
        ),
        (
            "Fighting went on in Torske. Ukrainian troops pushed into the town in the Luhansk region.",
            {("fighting", "both", "Torske"), ("advance", "ukraine", "Torske")},
        ),
        (
            "Moscow's forces repelled an attack near Torske by a group of the 14th Brigade of Ukraine.",
            {("attack", "ukraine", "Torske")},
        ),
        ("Torske lies west of Lyman, which Russian troops captured last year.", set()),
        (
            "Russian troops advanced from the occupied town of Torske to the village of Lyman.",
            {("advance", "russia", "Lyman")},
        ),
        ("Lyman is scarred by long months of Russian attacks.", set()),
        ("Moscow's troops are focused on capturing Lyman.", set()),
        ("Russian forces took control of the entire territory of Lyman.", {("seizure", "russia", "Lyman")}),
        ("Russian forces captured most of the town of Lyman.", {("advance", "russia", "Lyman")}),
        (
            "Russian forces captured the centre of Torske and surrounded most of Lyman.",
            {("advance", "russia", "Torske")},
        ),
        (
            "Marines pushed Russian forces out of the Kanal district in Lyman.",
            {("advance", "ukraine", "Lyman")},
        ),
        (
            "Ukraine regained villages near Torske that were recently seized by Russian troops.",
            {
                ("seizure", "ukraine", "Torske"),
            },
        ),
        (
            "Fighting goes on in Torske & Lyman.",
            {("fighting", "both", "Torske"), ("fighting", "both", "Lyman")},
        ),
        (
            "Ukraine took Lyman.\n\nMoscow announced the withdrawal of its men from Torske.",
            {("seizure", "ukraine", "Lyman"), ("withdrawal", "russia", "Torske")},
        ),
        (
            "Russia's capture of Torske brings Moscow closer to the cities of Lyman and Kharkiv.",
            {("seizure", "russia", "Torske")},
        ),
        ("Russian troops have driven the Ukrainian army from Lyman.", {("seizure", "russia", "Lyman")}),
        ("Russian forces advanced in eastern Torske toward Lyman.", {("advance", "russia", "Torske")}),
        ("Russia has ordered the withdrawal of its troops from Lyman.", {("withdrawal", "russia", "Lyman")}),
        ("Russia has ordered its troops to capture Lyman.", set()),
        ("Kyiv is moving two brigades here from near Lyman.", set()),
        (
            "Russia took Torske, a village close to its border with Kharkiv.",
            {("seizure", "russia", "Torske")},
        ),
        ("Ukrainian marines went on with the offensive near Lyman.", {("attack", "ukraine", "Lyman")}),
        ("Ukrainian marines widened the zone of control near Lyman.", {("advance", "ukraine", "Lyman")}),
        (
            "Russian bloggers said that elements of the 98th Division entered Lyman.",
            {("advance", "russia", "Lyman")},
        ),
        ("Russian soldiers captured a group of ten Ukrainian servicemen near Lyman.", set()),
        ("Russian forces took the village of Progress.", {("seizure", "russia", "Progress")}),
    ],
)
def test_sides_and_places_go_by_the_shape_of_the_sentence(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Russian troops took Lypove, the General Staff said on Friday, as bloggers cheered.",
            "General Staff",
        ),
        ("Russian troops took Lypove, the Sova agency cited the mayor as saying on Friday.", "mayor"),
        ("Ivan Hai was quoted as saying that Russian troops took Lypove.", "Ivan Hai"),
        ("Speaking on local radio, Ivan Hai said that Russian troops took Lypove.", "Ivan Hai"),
        (
            "The chief of staff for President Petro Lys, Ivan Hai, said Russian troops took Lypove.",
            "Ivan Hai",
        ),
    ],
)
def test_who_says_so_is_found_around_commas_and_other_outlets(
    read_text: ReadText, text: str, claimant: str
) -> None:
    assert {one.claimant for one in read_text(text).reports} == {claimant}


def test_a_place_at_the_head_of_a_sentence_goes_with_what_somebody_says_of_it(read_text: ReadText) -> None:
    text = "In Lyman, Ivan Hai said Ukrainian troops had taken several heights."
    assert _cores(read_text, text) == {("advance", "ukraine", "Lyman")}


def test_an_attack_beaten_back_is_the_enemys_where_the_source_names_nobody(read_text: ReadText) -> None:
    text = "An attack near Torske was successfully repelled."
    found = read_text(text, source_class=SourceClass.OUTLET, alignment=Alignment.UKRAINIAN)
    assert {(one.kind.value, one.side.value, one.place) for one in found.reports} == {
        ("attack", "russia", "Torske")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Supplies for Ukraine's counteroffensive in Zaporizhzhia Oblast arrive by rail.",
        "Kyiv's offensive in Kursk Oblast is a month old.",
    ],
)
def test_an_offensive_that_is_only_spoken_of_is_the_course_of_the_war(read_text: ReadText, text: str) -> None:
    assert _cores(read_text, text) == set()


def test_an_offensive_that_is_launched_is_an_attack(read_text: ReadText) -> None:
    text = "Ukrainian forces launched an offensive near Lypove."
    assert _cores(read_text, text) == {("attack", "ukraine", "Lypove")}
