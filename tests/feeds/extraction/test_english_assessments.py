"""English: long sentences of analysts, who tell of several axes, efforts and plans at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from feeds.model import Extract
    from tests.feeds.extraction.conftest import ReadText


AXES = (
    "Russian forces attacked along the Lyman-Torske line, near Yampil, in the Luhansk-Kharkiv Oblast"
    " border area, and in southern Kherson Oblast, and advanced in some areas."
)


def _told(found: Extract) -> set[tuple[str, str, str]]:
    return {(one.kind.value, one.side.value, one.place) for one in found.reports if not one.negated}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian forces assaulted Ukrainian positions north of Kyiv.", {("attack", "russia", "Kyiv")}),
        ("Russian forces west of Kyiv captured Makariv.", {("seizure", "russia", "Makariv")}),
        ("Russian forces around Kyiv are digging in.", {("advance", "russia", "Kyiv")}),
        ("Russia stepped up pressure on Kyiv to give up its plans.", set()),
        (
            "Russian troops withdrew from Kyiv, Chernihiv, and northern Sumy oblasts.",
            {
                ("withdrawal", "russia", "Kyiv oblast"),
                ("withdrawal", "russia", "Chernihiv oblast"),
                ("withdrawal", "russia", "Sumy oblast"),
            },
        ),
        (
            "Ukraine is moving reserves to Kherson and western Zaporizhia Oblasts.",
            {
                ("redeployment", "ukraine", "Kherson oblast"),
                ("redeployment", "ukraine", "Zaporizhia oblast"),
            },
        ),
    ],
)
def test_capitals_and_oblasts_are_places_behind_words_for_where(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize("town", ["Sumy", "Mykolayiv", "Kharkiv"])
def test_a_town_that_an_oblast_is_called_after_stands_in_a_list(read_text: ReadText, town: str) -> None:
    found = read_text(f"Ukrainian forces counterattacked east of Lyman and around {town}.")
    assert {place for _, _, place in _told(found)} == {"Lyman", town}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian forces captured the Bakhmut City Park in western Bakhmut.", {("advance", "Bakhmut")}),
        (
            "Russian forces seized Vesele and the thermal power plant southeast of Soledar.",
            {("seizure", "Vesele"), ("advance", "Soledar")},
        ),
        (
            "Ukrainian forces took several hamlets and advanced into the towns of Lyman and Torske.",
            {("advance", "Lyman"), ("advance", "Torske")},
        ),
        ("Russian forces seized Vesele and the village of Spirne south of Soledar.", None),
        (
            "Russian forces seized Vesele and began a bombardment of houses in Soledar.",
            {("seizure", "Vesele")},
        ),
        ("Russian forces seized Vesele and laid the last mines near Soledar.", {("seizure", "Vesele")}),
    ],
)
def test_what_else_was_taken_or_done_is_no_seizure_of_the_next_town(
    read_text: ReadText, text: str, told: set[tuple[str, str]] | None
) -> None:
    expected = told or {("seizure", "Vesele"), ("seizure", "Spirne")}
    assert {(kind, place) for kind, _, place in _told(read_text(text))} == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Russian forces are pausing offensive operations near Lyman.", set()),
        ("Russian forces entered Lyman rather than storming Torske.", {("advance", "Lyman")}),
        ("Russian forces suspended offensive operations to prioritize capturing Lyman.", set()),
        ("Russian forces massed at Torske at the expense of their efforts to seize Lyman.", None),
        ("More Russian units are deploying to the Lyman front.", {("redeployment", "Lyman front")}),
        (
            "Russian Eastern Military District units are deploying from Belgorod to the Lyman front.",
            {("redeployment", "Lyman front")},
        ),
        ("Bloggers reported Ukrainian counteroffensives near Lyman.", {("attack", "Lyman")}),
    ],
)
def test_what_is_put_off_is_no_attack_and_what_moves_by_itself_is_moved(
    read_text: ReadText, text: str, told: set[tuple[str, str]] | None
) -> None:
    found = {(kind, place) for kind, _, place in _told(read_text(text))}
    if told is None:
        assert "Lyman" not in {place for _, place in found}
    else:
        assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Ukrainian counteroffensive near Kharkiv is making steady progress.",
            {("advance", "ukraine", "Kharkiv")},
        ),
        ("Russia's push near Popasna secured minor gains.", {("advance", "russia", "Popasna")}),
        ("Ukrainian forces used surprise to advance into Lyman.", {("advance", "ukraine", "Lyman")}),
        (
            "Russian forces seek to capitalize on marginal gains southeast of Bakhmut.",
            {("advance", "russia", "Bakhmut")},
        ),
        ("Russian forces seek to make marginal gains southeast of Bakhmut.", set()),
        ("Russian forces made active preparations to resume the offensive near Lyman.", set()),
        ("Russian assaults near Lyman, Torske, and Yampolivka may intensify.", set()),
        ("A Russian seizure of the rest of Donetsk Oblast is not imminent.", set()),
        (
            "Russian troops previously recaptured Torske on March 20, new footage shows.",
            {("seizure", "russia", "Torske")},
        ),
        ("Russian troops previously recaptured Torske.", set()),
        ("Russian troops previously recaptured Torske on May 20.", set()),
        (
            "Russian forces retook positions near Robotyne that Ukrainian troops had captured in summer.",
            {("advance", "russia", "Robotyne")},
        ),
        (
            "Kyiv said Russian forces attacked Lyman and that Ukrainian troops had recaptured Torske.",
            {("attack", "russia", "Lyman"), ("seizure", "ukraine", "Torske")},
        ),
    ],
)
def test_what_has_happened_is_told_apart_from_what_may_or_once_did(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces made gains near Izyum but have not secured any major breakthroughs.",
            [("advance", False)],
        ),
        (
            "Russian forces conducted assaults near Izyum and have not yet begun a broader offensive.",
            [("attack", False)],
        ),
        ("Russian forces attacked near Izyum but did not advance.", [("attack", False), ("advance", True)]),
    ],
)
def test_a_denial_that_only_limits_what_was_told_denies_nothing(
    read_text: ReadText, text: str, told: list[tuple[str, bool]]
) -> None:
    assert [(one.kind.value, one.negated) for one in read_text(text).reports] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ukrainian forces attacked north of Lyman and reportedly liberated two settlements.",
            {("attack", "ukraine", "Lyman")},
        ),
        (
            "Ukrainian forces recaptured almost all Kharkiv Oblast.",
            {("advance", "ukraine", "Kharkiv Oblast")},
        ),
        (
            "Ukraine repelled Russian attacks on Torske in Donetsk Oblast—a village a mile west of Lyman.",
            {("attack", "russia", "Torske")},
        ),
        ("Russian forces are clearing Lyman of remaining Ukrainian troops.", {("attack", "russia", "Lyman")}),
        (
            "Russian forces hold most if not all of Lyman, and have likely entered Torske.",
            {("advance", "russia", "Torske")},
        ),
        ("Russian forces are setting up defensive positions north of Lyman.", set()),
        (
            "Footage shows Russian convoys reportedly en route to reinforce Lyman.",
            {("redeployment", "russia", "Lyman")},
        ),
        (
            "Moscow said it repelled attacks near Lyman but acknowledged that Ukraine still holds Torske.",
            {("attack", "ukraine", "Lyman")},
        ),
    ],
)
def test_counts_asides_and_what_is_held_give_no_reports_of_their_own(
    read_text: ReadText, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(read_text(text)) == told


def test_sources_of_one_side_are_not_those_of_both_heard_before(read_text: ReadText) -> None:
    found = read_text(
        "Russian and Ukrainian sources said that Russian forces attacked Lyman."
        " Russian sources claimed that Russian forces captured Torske."
    ).reports
    assert [one.claimant for one in found] == ["Russian and Ukrainian sources", "Russian sources"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces advanced during a mechanized assault in the Pokrovsk direction near Umanske.",
            {("advance", "Umanske")},
        ),
        (
            "Ukrainian forces recently advanced during a company-sized attack into western Lyman.",
            {("advance", "Lyman")},
        ),
        ("Ukrainian troops withdrew amid heavy fighting near Ocheretyne.", {("withdrawal", "Ocheretyne")}),
        (
            "Russian forces advanced in Toretsk and conducted an assault near Lyman.",
            {("advance", "Toretsk"), ("attack", "Lyman")},
        ),
        (
            "Russian forces advanced near Svatove, Avdiivka, in northern Kharkiv Oblast, and in Sumy Oblast.",
            {
                ("advance", "Svatove"),
                ("advance", "Avdiivka"),
                ("advance", "Kharkiv Oblast"),
                ("advance", "Sumy Oblast"),
            },
        ),
        (
            "Russian forces advanced near Avdiivka, in Donetsk Oblast, and near Kreminna.",
            {("advance", "Avdiivka"), ("advance", "Kreminna")},
        ),
        (
            "Ukraine captured 20 square kilometers in Kharkiv Oblast in the Kharkiv area counteroffensive.",
            {("advance", "Kharkiv Oblast")},
        ),
        ("Moscow is responding to the Ukrainian incursion into Kursk Oblast.", set()),
    ],
)
def test_the_course_of_a_deed_lends_it_places_and_is_none_of_its_own(
    read_text: ReadText, text: str, told: set[tuple[str, str]]
) -> None:
    assert {(kind, place) for kind, _, place in _told(read_text(text))} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russian forces counterattacked to regain lost positions west of Kreminna.",
            {("attack", "Kreminna")},
        ),
        ("Russian forces launched an offensive to capture Lyman.", {("attack", "Lyman")}),
        ("Russian forces attacked near Lyman to reach Torske.", {("attack", "Lyman")}),
        (
            "Russian forces dug in around Svatove and conducted assaults to retake positions near Lyman.",
            {("advance", "Svatove"), ("attack", "Lyman")},
        ),
        ("Russian forces managed to retake positions near Lyman.", {("advance", "Lyman")}),
        ("Ukrainian forces want to press deep into Lyman.", set()),
    ],
)
def test_what_an_attack_is_for_lends_it_the_place_and_is_not_yet_had(
    read_text: ReadText, text: str, told: set[tuple[str, str]]
) -> None:
    assert {(kind, place) for kind, _, place in _told(read_text(text))} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            AXES,
            {
                ("attack", "Lyman-Torske line"),
                ("attack", "Yampil"),
                ("attack", "Luhansk-Kharkiv Oblast border area"),
                ("attack", "Kherson Oblast"),
            },
        ),
        (
            "Russian forces attacked in the Donetsk-Zaporizhia Oblast border area near Staromayorske.",
            {("attack", "Staromayorske")},
        ),
        ("Russian forces attacked northwest of Lyman in the vicinity of Torske.", {("attack", "Torske")}),
        ("Russian forces pushed westward of Lyman near Torske.", {("advance", "Torske")}),
        (
            "Wagner fighters took Krasna Hora and reached the outskirts of Paraskoviivka.",
            {("seizure", "Krasna Hora"), ("advance", "Paraskoviivka")},
        ),
        (
            "Ukrainian troops inflicted an operational defeat on Russia and liberated Lyman.",
            {("seizure", "Lyman")},
        ),
        ("Ukrainian forces regained the initiative near Lyman.", set()),
        ("Russia is funneling more forces to the Lyman front.", {("redeployment", "Lyman front")}),
        (
            "Footage shows that Russian forces are freely walking in northern neighborhoods of Lyman.",
            {("advance", "Lyman")},
        ),
        ("Elements of a Russian brigade are operating near Lyman.", set()),
    ],
)
def test_lists_of_axes_and_verbs_in_a_row_keep_their_own_places(
    read_text: ReadText, text: str, told: set[tuple[str, str]]
) -> None:
    assert {(kind, place) for kind, _, place in _told(read_text(text))} == told


def test_reports_that_are_rejected_behind_a_but_are_denied(read_text: ReadText) -> None:
    found = read_text(
        "Kyiv acknowledged that fighting continues for Torske"
        " but rejected reports that Russian forces had entered Lyman."
    ).reports
    assert [(one.place, one.negated) for one in found] == [("Torske", False), ("Lyman", True)]


@pytest.mark.parametrize(
    "doing",
    [
        "shows that Russian forces have a presence in northern Lyman in what ISW assesses is likely a raid",
        "shows Ukrainian forces striking Russian positions in Lyman during what ISW assesses was a raid",
        "shows Russian forces operating in Lyman in what the institute assesses is an infiltration mission",
        "shows Ukrainian forces striking infantry in Lyman after what ISW assesses was a Russian raid",
    ],
)
def test_what_analysts_only_call_so_rests_on_the_footage_and_not_on_them(
    read_text: ReadText, doing: str
) -> None:
    found = read_text(f"Geolocated footage published on March 27 {doing}.").reports
    assert _told(read_text(f"Geolocated footage {doing}.")) == {("attack", "russia", "Lyman")}
    assert [(one.claimant, one.evidence.value) for one in found] == [(None, "geolocated")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Russian forces advanced in northern Sumy Oblast, near Lyman.", {"Sumy Oblast", "Lyman"}),
        ("Russian forces advanced in northern Donetsk Oblast, near Lyman.", {"Lyman"}),
    ],
)
def test_an_oblast_before_a_town_of_another_is_a_place_of_its_own(
    read_text: ReadText, text: str, places: set[str]
) -> None:
    assert {place for _, _, place in _told(read_text(text))} == places


@pytest.mark.parametrize(
    ("text", "claimant", "evidence"),
    [
        ("Credible reporting suggests that Russian troops entered Lyman.", None, "unattributed"),
        ("A Russian source claimed that Russian forces entered Lyman.", "Russian source", "milblogger"),
        ("Ardent nationalist Petro Hai said Russian forces entered Lyman.", "Petro Hai", "milblogger"),
    ],
)
def test_reporting_is_nobody_and_a_source_of_a_side_is_a_channel(
    read_text: ReadText, text: str, claimant: str | None, evidence: str
) -> None:
    found = read_text(text).reports
    assert [(one.claimant, one.evidence.value) for one in found] == [(claimant, evidence)]
