"""English that tells things sideways: by those attacked, by units, by nouns of moving, behind a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _cores(read_text: ReadText, text: str) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.side.value, one.place) for one in read_text(text).reports}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ukrainian troops have withstood in recent days a heavy attack near Lypove.",
            {("attack", "russia", "Lypove")},
        ),
        ("Ukrainian forces came under constant assault in Lypove.", {("attack", "russia", "Lypove")}),
        (
            (
                "Russian marines repelled two counterattacks by assault groups of the 12th, 98th assault and "
                "68th mountain brigades in the areas of Lypove and Torske."
            ),
            {("attack", "ukraine", "Lypove"), ("attack", "ukraine", "Torske")},
        ),
        (
            "Russian troops defeated formations of the 5th mechanised brigade near Lypove.",
            {("attack", "russia", "Lypove")},
        ),
        (
            "Gunners fired at Russian troops trying to advance near Lypove.",
            {("attack", "russia", "Lypove")},
        ),
        (
            "The Russian army is trying to block Torske and capture Lypove.",
            {("attack", "russia", "Lypove")},
        ),
        (
            "Ukraine is moving reserves to Lypove to try to halt the Russian advance.",
            {("redeployment", "ukraine", "Lypove")},
        ),
        (
            "Russian paratroopers foiled three attempts to conduct reconnaissance in force near Lypove.",
            {("attack", "ukraine", "Lypove")},
        ),
        (
            "Ukrainian units pulled out of Torske near the town of Lypove, recently taken by Russian troops.",
            {("withdrawal", "ukraine", "Torske"), ("seizure", "russia", "Lypove")},
        ),
        (
            "Ukrainian soldiers retreating from Lypove have been captured.",
            {("withdrawal", "ukraine", "Lypove")},
        ),
        (
            "Russian forces seized a farm in the Kharkiv region along the border with the Sumy region.",
            {("advance", "russia", "Kharkiv region")},
        ),
        (
            "Ukrainian troops have been pushed back by a bombardment in Lypove.",
            {("advance", "russia", "Lypove")},
        ),
        (
            "A blogger noted the movement of Russian troops toward Lypove.",
            {("redeployment", "russia", "Lypove")},
        ),
        (
            "Velyka Novosilka: Ukraine is withdrawing from most of the town.",
            {("withdrawal", "ukraine", "Velyka Novosilka")},
        ),
        (
            "Russia began moving elements of its southern forces to reinforce its troops in Lypove.",
            {("redeployment", "russia", "Lypove")},
        ),
        ("The enemy was advancing toward Lypove but to no avail.", {("attack", "russia", "Lypove")}),
        (
            "Russian troops took Lypove, underscoring their steady progress in the area.",
            {("seizure", "russia", "Lypove")},
        ),
        (
            "Ukrainian units withdrew from Lypove to build a line of defence along Torske and Yampil.",
            {("withdrawal", "ukraine", "Lypove")},
        ),
        (
            "Lypove lies west of the town of Torske, which Ukraine abandoned last week.",
            {("withdrawal", "ukraine", "Torske")},
        ),
        (
            "Russian troops have retaken three villages seized by Ukraine in the Kursk region.",
            {("seizure", "russia", "Kursk region")},
        ),
        (
            "Ukraine is withdrawing from its last foothold in the Kursk region.",
            {("withdrawal", "ukraine", "Kursk region")},
        ),
        ("Russian troops regained control over the town of Torske.", {("seizure", "russia", "Torske")}),
        (
            "Russian reserves are massing in Torske and Lypove, villages near Lyman.",
            {("redeployment", "russia", "Torske"), ("redeployment", "russia", "Lypove")},
        ),
        ("Marines liberated the city center in Torske, Russia said.", {("advance", "russia", "Torske")}),
        ("The battle, Kyiv said, looks to be shifting in Torske.", set()),
        ("Russia said that Lypove was now occupied.", {("seizure", "russia", "Lypove")}),
        (
            "The Russian minister ordered his troops to withdraw from Lypove, a significant retreat.",
            {("withdrawal", "russia", "Lypove")},
        ),
        (
            "Russian troops gained ground in Lypove, and the villages of Torske and Yampil have been quiet.",
            {("advance", "russia", "Lypove")},
        ),
        ("Russian forces have occupied around 80% of Lypove.", {("advance", "russia", "Lypove")}),
        (
            "Ukraine attacks south of Torske, with fighting to the north of Lypove.",
            {("attack", "ukraine", "Torske")},
        ),
        (
            "Ukrainian units attacked near Torske and on the Lyman axis.",
            {("attack", "ukraine", "Torske"), ("attack", "ukraine", "Lyman axis")},
        ),
        ("Russian troops have penetrated Lypove's defences.", {("advance", "russia", "Lypove")}),
        (
            "Ukraine landed special forces to fight in parts of Lypove.",
            {("redeployment", "ukraine", "Lypove")},
        ),
        ("Officials said Vladimir Putin's forces had seized Lypove.", {("seizure", "russia", "Lypove")}),
        ("Footage shows Russian soldiers inside Lypove.", {("advance", "russia", "Lypove")}),
        ("Russia stepped up its efforts to take nearby Lypove.", {("attack", "russia", "Lypove")}),
        ("The capture eases Moscow's advance to Lypove.", set()),
        ("The deal brings Russian troops closer to Lypove.", set()),
        ("In pursuit of this goal, Ukrainian troops captured Lypove.", {("seizure", "ukraine", "Lypove")}),
        ("Kyiv's claim to have entered Lypove was news.", {("advance", "ukraine", "Lypove")}),
        ("Russia is moving armoured battalions to capture Lypove.", {("redeployment", "russia", "Lypove")}),
        (
            "Ukraine took Lypove and its troops were pushing further south in a counteroffensive.",
            {("seizure", "ukraine", "Lypove"), ("advance", "ukraine", "Lypove")},
        ),
        (
            "The army confirmed that Ukraine took two villages near Lyman: they are Torske and Lypove.",
            {("seizure", "ukraine", "Torske"), ("seizure", "ukraine", "Lypove")},
        ),
        ("Russian troops were forced out of Lypove.", {("seizure", "ukraine", "Lypove")}),
        ("Russia thwarted several Ukrainian efforts to land near Lypove.", {("attack", "ukraine", "Lypove")}),
        ("Torske lies east of the earlier liberated town of Lypove.", set()),
        ("Ukrainian forces continue to capture Russians in the forests.", set()),
        (
            "Russian troops captured Torske, northwest of Lypove in the Donetsk region.",
            {("seizure", "russia", "Torske")},
        ),
        (
            "Fighting in Lypove. Russian troops now control just under half the city.",
            {("fighting", "both", "Lypove"), ("advance", "russia", "Lypove")},
        ),
        ("No combat operations are taking place on the Lyman axis.", set()),
    ],
)
def test_what_others_tell_is_read(read_text: ReadText, text: str, told: set[tuple[str, str, str]]) -> None:
    assert _cores(read_text, text) == told


def test_counted_villages_give_way_to_their_names(read_text: ReadText) -> None:
    text = "The army has retaken two villages north of Lyman. Ukrainian troops liberated Torske and Lypove."
    assert ("seizure", "ukraine", "Lyman") not in _cores(read_text, text)


def test_parts_now_held_are_an_advance(read_text: ReadText) -> None:
    text = "Russian forces now control about half of Lypove."
    assert _cores(read_text, text) == {("advance", "russia", "Lypove")}
