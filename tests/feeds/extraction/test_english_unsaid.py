"""English sentences that leave out who did it, or where: the country, the speaker and the shape tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_Core = tuple[str, str, str]


def _cores(read_text: ReadText, text: str, alignment: Alignment = Alignment.INDEPENDENT) -> set[_Core]:
    told = read_text(text, alignment=alignment, source_class=SourceClass.OFFICIAL).reports
    return {(one.kind.value, one.side.value, one.place) for one in told if not one.negated}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Torske has fallen, two medics said.", {("seizure", "russia", "Torske")}),
        ("The miners' town of Torske fell on Sunday.", {("seizure", "russia", "Torske")}),
        ("Sudzha fell on Tuesday.", {("seizure", "ukraine", "Sudzha")}),
        ("After Torske fell, the roads were empty.", set()),
        ("Torske fell silent at dusk.", set()),
        ("The army announced on Friday the loss of Torske.", {("seizure", "russia", "Torske")}),
        ("Moscow's army announced Friday the capture of Torske.", {("seizure", "russia", "Torske")}),
        ("Torske was recaptured at dawn, officers said.", {("seizure", "ukraine", "Torske")}),
        ("The mayor said the northern part of Torske had been lost.", {("withdrawal", "ukraine", "Torske")}),
        ("The last trench in Torske was given up on Monday.", {("withdrawal", "ukraine", "Torske")}),
        ("The command said it had let its units move out of Torske.", {("withdrawal", "ukraine", "Torske")}),
        ("Russian infantry was attacked near Torske.", {("attack", "ukraine", "Torske")}),
        ("The defenders drove the enemy out of Torske and Yampil.",
        {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Yampil")}),
        ("The defenders drove the enemy out of the centre of Torske.", {("advance", "ukraine", "Torske")}),
        ("The defenders pushed the enemy back from Torske.", {("advance", "ukraine", "Torske")}),
        ("Ukrainian marines were flown into Torske by night.", {("redeployment", "ukraine", "Torske")}),
        ("Russian troops have got across the canal near Torske.", {("advance", "russia", "Torske")}),
        ("Russian troops claimed to have taken Torske.", {("seizure", "russia", "Torske")}),
        ("Moscow claimed on Saturday to have taken Torske.", {("seizure", "russia", "Torske")}),
        ("Moscow's army claimed late on Friday to have entered Torske.", {("advance", "russia", "Torske")}),
        ("Kyiv announced gains south of Torske.", {("advance", "ukraine", "Torske")}),
        ("Russian officials reported on Monday advances near Torske.", {("advance", "russia", "Torske")}),
        ("Ukraine's army claimed the capture of Torske.", {("seizure", "ukraine", "Torske")}),
        ("Kyiv confirmed the loss of Torske.", {("seizure", "russia", "Torske")}),
        ("Kyiv reported Russian advances near Torske.", {("advance", "russia", "Torske")}),
        ("Kyiv said gains near Torske were small.", set()),
        ("Russian troops took several villages including Torske, Yampil and Terny.",
        {("seizure", "russia", one) for one in ("Torske", "Yampil", "Terny")}),
        ("Ukrainian troops held Torske and had advanced in the Borova direction.",
        {("advance", "ukraine", "Borova direction")}),
        ("It may rain on Sunday, when Russian troops entered Torske.", {("advance", "russia", "Torske")}),
        ("Russian troops made nine attempts to break through near Torske.", {("attack", "russia", "Torske")}),
        ("Torske, a hamlet in the Donetsk region, fell on Sunday.", {("seizure", "russia", "Torske")}),
        ("The mayor said that Torske, on the hill, was lost.", {("withdrawal", "ukraine", "Torske")}),
        ("Debris fell on Torske.", set()),
        ("Torske is under the control of Ukraine's defence forces.", set()),
        ("Torske has changed hands several times.", set()),
        ("Moscow put all its power into the capture of Torske.", set()),
        ("A video of battles in Torske was shown.", set()),
        ("Russia took Torske amid an assault near Yampil.", {("seizure", "russia", "Torske")}),
        (
            "Ukrainian troops retreating from Torske have been captured.",
            {("withdrawal", "ukraine", "Torske")},
        ),
        ("Troops in Torske were captured.", set()),
        ("The flag of Russia appeared over a school in Torske.", {("seizure", "russia", "Torske")}),
        ("Ukraine has pushed well into Torske.", {("advance", "ukraine", "Torske")}),
        (
            "Ukrainian units have nearly expelled Russian troops from Torske.",
            {("advance", "ukraine", "Torske")},
        ),
        (
            "Ukrainian units drove Russia's army back from some trenches around Torske.",
            {("advance", "ukraine", "Torske")},
        ),
        ("Ukrainian troops are now moving southeast of Torske.", {("advance", "ukraine", "Torske")}),
        (
            "Kyiv said it had landed a team of special forces in Torske.",
            {("redeployment", "ukraine", "Torske")},
        ),
        (
            "Russia is moving brigades from the Kherson and Orikhiv sections to Torske and Yampil.",
            {("redeployment", "russia", "Torske"), ("redeployment", "russia", "Yampil")},
        ),
        (
            "Ukrainian troops are completing the redeployment of their units to Torske, Moscow said.",
            {("redeployment", "ukraine", "Torske")},
        ),
        (
            "Russian troops advanced near Torske, reportedly seizing nearby areas.",
            {("advance", "russia", "Torske")},
        ),
        (
            "The army in Torske is conducting a limited retreat, Kyiv said.",
            {("withdrawal", "ukraine", "Torske")},
        ),
        (
            "Torske and Yampil are now back under Ukrainian control.",
            {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Yampil")},
        ),
        ("Torske was under the control of the Russian army, he said.", {("seizure", "russia", "Torske")}),
        ("The Ukrainian flag is again flying over Torske.", {("seizure", "ukraine", "Torske")}),
        ("The region, which is under Russian control, is dry.", set()),
        ("Parts of Torske were captured by Russian troops.", {("advance", "russia", "Torske")}),
        ("Russian troops left Torske and Yampil completely ruined.", set()),
        ("Russian troops left the embattled town of Torske.", {("withdrawal", "russia", "Torske")}),
        (
            "Russian troops seized control of Torske, a town in the Donetsk region west of Yampil.",
            {("seizure", "russia", "Torske")},
        ),
        ("Russian troops took Torske in the Donetsk region near Yampil.", {("seizure", "russia", "Torske")}),
        ("Russian forces had pulled out of Torske.", {("withdrawal", "russia", "Torske")}),
        (
            "As a result of the offensive actions of Russian troops near Yampil, Torske was captured.",
            {("seizure", "russia", "Torske")},
        ),
        ("Ukrainian troops are engaged in fighting in Torske.", {("fighting", "both", "Torske")}),
        (
            "Ukrainian troops took Torske, and said that they would likely go on to Yampil.",
            {("seizure", "ukraine", "Torske")},
        ),
        ("In Torske debris fell on a house.", set()),
        ("Russian troops took the Sobornyi neighborhood of Torske.",
         {("seizure", "russia", "Sobornyi neighborhood")}),
    ],
)  # fmt: skip
def test_who_did_it_is_told_by_the_country_and_by_the_shape(
    read_text: ReadText, text: str, told: set[_Core]
) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Manpower of two brigades was hit near Torske.", {("attack", "russia", "Torske")}),
        ("Losses were inflicted on troops of the AFU close to Torske.", {("attack", "russia", "Torske")}),
        (
            "The Tsentr Group of Forces continued to clear Torske of the enemy and advanced near Yampil.",
            {("attack", "russia", "Torske"), ("advance", "russia", "Yampil")},
        ),
    ],
)  # fmt: skip
def test_a_ministrys_passives_tell_of_its_own_doing(read_text: ReadText, text: str, told: set[_Core]) -> None:
    assert _cores(read_text, text, Alignment.RUSSIAN) == told


def test_a_place_that_was_not_taken_is_no_report_of_its_own_side(read_text: ReadText) -> None:
    said = read_text("Torske has not been captured, said Ivan Koval, a spokesperson for the Oskil group.")
    assert [(one.side.value, one.place, one.negated) for one in said.reports] == [("russia", "Torske", True)]


def test_a_claimed_place_is_a_claimed_capture(read_text: ReadText) -> None:
    said = read_text("Russia's Defense Ministry had claimed Torske on Sunday. It claimed victory again.")
    assert [(one.kind.value, one.side.value, one.place, one.claimant) for one in said.reports] == [
        ("seizure", "russia", "Torske", "Russia's Defense Ministry")
    ]


def test_what_was_not_lost_by_one_was_not_taken_by_the_other(read_text: ReadText) -> None:
    said = read_text("Moscow denied that Torske had been lost.").reports
    assert [(one.kind.value, one.side.value, one.negated) for one in said] == [("seizure", "ukraine", True)]


def test_a_report_called_untrue_is_denied(read_text: ReadText) -> None:
    text = "Russian troops took Torske, Moscow said.\n\nIvan Koval, a spokesman, said the report was untrue."
    said = [one for one in read_text(text).reports if one.claimant == "Ivan Koval"]
    assert [(one.kind.value, one.place, one.negated) for one in said] == [("seizure", "Torske", True)]


def test_a_verb_that_holds_how_far_says_how_far(read_text: ReadText) -> None:
    (said,) = read_text("Ukrainian groups moved 1.2 km forward near Torske.").reports
    assert said.distance is not None
    assert said.distance.low_km == 1.2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian troops took another village as they close on the key city of Lyman.", set()),
        (
            "Russian troops took Torske and another hamlet on their way to Lyman.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Ukraine retook two villages, Torske and Zarichne, as it closes on Lyman.",
            {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Zarichne")},
        ),
        ("Ukraine retook a village called Torske east of Lyman.", {("seizure", "ukraine", "Torske")}),
        ("Ukraine retook several villages including Torske.", {("seizure", "ukraine", "Torske")}),
        (
            "Ukraine retook the two villages of Torske and Zarichne.",
            {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Zarichne")},
        ),
        ("Russian troops seized several villages near Lyman.", {("seizure", "russia", "Lyman")}),
    ],
)
def test_a_place_beside_a_village_that_is_not_named_is_not_taken(
    read_text: ReadText, text: str, told: set[_Core]
) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian troops are near Torske, and residents are leaving the village.", set()),
        ("Officials ordered families to leave Lyman as Russia fired at the town.", set()),
        ("Some 300 people have been evacuated from Lyman by Ukraine.", set()),
        ("Residents said Ukrainian troops had left Torske.", {("withdrawal", "ukraine", "Torske")}),
        ("Ukrainian troops were evacuated from Torske.", {("withdrawal", "ukraine", "Torske")}),
        ("Kyiv has ruled out withdrawing its troops from Lyman.", set()),
        ("Talk of a Ukrainian retreat from Lyman has grown.", set()),
        ("The possibility of Russian forces capturing Lyman worries Kyiv.", set()),
        ("Russia is gathering reserves for an assault on Lyman.", set()),
        ("Until Ukrainian troops enter Lyman, nobody will believe it.", set()),
        ("A decade ago, pro-Russian fighters briefly seized Lyman.", set()),
        (
            "Last year, Russia took Lyman, but on Monday Ukrainian troops retook it.",
            {("seizure", "ukraine", "Lyman")},
        ),
        ("Lyman is a base for troops fighting for control of the east.", set()),
        (
            "Russian troops took Torske — west of Kreminna, a town it seized in spring.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "The Russian minister ordered his troops to withdraw from Lyman.",
            {("withdrawal", "russia", "Lyman")},
        ),
    ],
)
def test_what_may_be_was_or_is_done_by_civilians_is_no_report(
    read_text: ReadText, text: str, told: set[_Core]
) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Soldiers rest in the recently retaken Torske.", set()),
        ("The village of Torske was retaken on Friday by Ukraine.", {("seizure", "ukraine", "Torske")}),
        (
            "Russian troops claimed full control of the vast coke plant in the ruined town of Torske.",
            {("advance", "russia", "Torske")},
        ),
        ("Russian troops took the town of Torske near a coke plant.", {("seizure", "russia", "Torske")}),
        (
            "Russian troops took Torske, an old Ukrainian stronghold near the city of Lyman.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Russian troops took Torske, and a battle near Yampil continues.",
            {("seizure", "russia", "Torske"), ("fighting", "both", "Yampil")},
        ),
    ],
)
def test_a_thing_in_a_town_and_a_landmark_beside_it_are_not_the_town(
    read_text: ReadText, text: str, told: set[_Core]
) -> None:
    assert _cores(read_text, text) == told
