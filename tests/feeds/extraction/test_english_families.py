"""English told in whole families of words: moves, crossings, ousting, hands a place is in, and rivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText

_Core = tuple[str, str, str]


def _cores(read_text: ReadText, text: str) -> set[_Core]:
    return {(one.kind.value, one.side.value, one.place) for one in read_text(text).reports if not one.negated}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow has rushed some of its best regiments to Lyman.",
        "Russia threw a fresh marine brigade into the battle for Lyman.",
        "A Russian brigade was spotted near Lyman on Sunday.",
        "Russian marines relieved the exhausted units at Lyman.",
        "Hundreds of Russian soldiers are heading for Lyman.",
        "The ministry has diverted Russian battalions to Lyman.",
        "The Russian army is regrouping its troops to strengthen the flank at Lyman.",
    ],
)
def test_units_are_moved_in_many_words(read_text: ReadText, text: str) -> None:
    assert _cores(read_text, text) == {("redeployment", "russia", "Lyman")}


@pytest.mark.parametrize(
    "text",
    [
        "Russian units were halted while attempting to cross the river near Torske.",
        "Ukraine prevented Russian forces from crossing the Zherebets near Torske.",
        "Ukrainian troops stopped a Russian landing party that was trying to cross the Donets near Torske.",
        "Saboteurs were intercepted as they tried to enter the village of Torske.",
        "The Russians are pressuring Torske.",
    ],
)
def test_whoever_is_stopped_attacked(read_text: ReadText, text: str) -> None:
    assert _cores(read_text, text) == {("attack", "russia", "Torske")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Torske is back in Ukrainian hands.", {("seizure", "ukraine", "Torske")}),
        ("Torske is now also under Ukrainian control.", {("seizure", "ukraine", "Torske")}),
        ("Torske was returned to Ukrainian control.", {("seizure", "ukraine", "Torske")}),
        ("The recaptured village of Torske was calm.", {("seizure", "ukraine", "Torske")}),
        ("The fall of Torske was confirmed by Kyiv.", {("seizure", "russia", "Torske")}),
        ("The map shows Torske marked as occupied.", {("seizure", "russia", "Torske")}),
        ("Ukrainian banners are waving again over Torske.", {("seizure", "ukraine", "Torske")}),
        ("Russian infantry evicted the last defenders from Torske.", {("seizure", "russia", "Torske")}),
        ("Ukrainian units fell back from Torske and Yampil.",
        {("withdrawal", "ukraine", "Torske"), ("withdrawal", "ukraine", "Yampil")}),
        ("Russia holds about a fifth of Ukraine, with most of Luhansk Oblast.", set()),
    ],
)  # fmt: skip
def test_in_whose_hands_a_place_is(read_text: ReadText, text: str, told: set[_Core]) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops are fighting their way towards the centre of Torske.",
        "The Russians are already in the northern suburbs of Torske.",
        "Russian forces are edging ever nearer to Torske.",
        "Russian forces are present in Torske.",
        "Russian armour is moving west along the road towards Torske.",
        "Russian infantry progressed several hundred metres towards Torske.",
        "Invading troops gained a foothold in Torske.",
        "Russian troops are wresting back ground near Torske.",
        "Russian troops are homing in on Torske.",
    ],
)
def test_ground_is_gained_in_many_words(read_text: ReadText, text: str) -> None:
    assert _cores(read_text, text) == {("advance", "russia", "Torske")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fighting went on in Torske. Russian troops attacked there at dawn.",
        {("fighting", "both", "Torske"), ("attack", "russia", "Torske")}),
        ("Torske is a small village. Russian troops attacked it at dawn, but there was no panic.", set()),
        ("Russian soldiers retreated across the Donets after giving up Torske.",
        {("withdrawal", "russia", "Torske")}),
        ("Ukrainian troops took two villages east of Lyman, Torske and Yampil.",
        {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Yampil")}),
        ("Torske and Yampil, east of the town of Lyman, were taken by Ukraine.",
        {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Yampil")}),
    ],
)  # fmt: skip
def test_landmarks_and_what_stands_for_a_place(read_text: ReadText, text: str, told: set[_Core]) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Russian units have swept through the farmland south of Torske.",
        "Russian infantry punched a hole in the lines at Torske.",
        "Russian troops carved out a salient east of Torske.",
        "Moscow's men took a string of treelines near Torske.",
        "Russian troops pressed to within two kilometres of Torske.",
        "Russian units moving north to widen the gap have reached Torske.",
    ],
)
def test_more_ways_to_gain_ground(read_text: ReadText, text: str) -> None:
    assert _cores(read_text, text) == {("advance", "russia", "Torske")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A Russian attempt to storm Torske ended in chaos.", {("attack", "russia", "Torske")}),
        ("Torske and Yampil are now occupied, one monitor said.",
        {("seizure", "russia", "Torske"), ("seizure", "russia", "Yampil")}),
        ("The garrison retreated from Torske on Monday.", {("withdrawal", "ukraine", "Torske")}),
        ("The ministry spoke of the withdrawal of Russian troops from the entire occupied Lyman district.",
        {("withdrawal", "russia", "Lyman district")}),
        ("Russian guns are trained on fields that soldiers took to reach Torske.", set()),
        ("Kyiv sent its battered 41st Air Assault Brigade into battle in Torske.",
        {("redeployment", "ukraine", "Torske")}),
        ("The remnants of the Russian company are retreating toward Torske.", set()),
    ],
)  # fmt: skip
def test_who_did_it_and_whether(read_text: ReadText, text: str, told: set[_Core]) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Moscow poured men and armour into Lyman.", {("redeployment", "russia", "Lyman")}),
        ("Ukrainian scouts pushed past Torske.", {("advance", "ukraine", "Torske")}),
        ("The Russians have made it to the outskirts of Torske.", {("advance", "russia", "Torske")}),
        ("The Russians now control all of Torske.", {("seizure", "russia", "Torske")}),
        ("Kyiv's soldiers quit Torske at dusk.", {("withdrawal", "ukraine", "Torske")}),
        ("Russian troops are tightening their control over Torske.", {("seizure", "russia", "Torske")}),
        ("The coach quit the job in Torske.", set()),
        ("One Moscow blogger said the enemy had knocked Russian troops out of Torske.",
        {("seizure", "ukraine", "Torske")}),
        ("Russian troops took the villages around the lake except Torske.", set()),
    ],
)  # fmt: skip
def test_plain_verbs_of_newsrooms(read_text: ReadText, text: str, told: set[_Core]) -> None:
    assert _cores(read_text, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Soldiers of the 47th Mechanized Brigade stormed the village of Torske.",
            ("attack", "ukraine", "Torske"),
        ),
        (
            "Elements of the 90th Tank Division recaptured the village of Torske.",
            ("seizure", "russia", "Torske"),
        ),
        ("Torske is now in the hands of Russian forces.", ("seizure", "russia", "Torske")),
        ("Ukrainian troops stopped Russian units near Torske.", ("attack", "russia", "Torske")),
        ("Russian forces lost positions near Torske.", ("withdrawal", "russia", "Torske")),
        ("The invaders were unable to advance near Torske.", ("attack", "russia", "Torske")),
        ("Enemy troops sent armored columns against the village of Torske.", ("attack", "russia", "Torske")),
    ],
)
def test_units_and_foes_have_a_side(read_text: ReadText, text: str, told: _Core) -> None:
    assert _cores(read_text, text) == {told}
