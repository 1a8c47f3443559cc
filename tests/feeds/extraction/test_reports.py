"""What a text says happened on the line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from feeds.model import Alignment, Bound, Evidence, Extract, Kind, Side, SourceClass, Span

if TYPE_CHECKING:
    from feeds.model import Report
    from tests.feeds.extraction.conftest import ReadText


def _core(extract: Extract) -> set[tuple[str, str, str]]:
    return {(report.kind.value, report.side.value, report.place) for report in extract.reports}


def _one(extract: Extract) -> Report:
    assert len(extract.reports) == 1, extract.reports
    return extract.reports[0]


def test_every_field_of_a_report_is_filled(read_text: ReadText) -> None:
    text = (
        "Little is new. Rada Holm, an observer at the Lantern Group, told the Courier that Ukrainian "
        "troops had advanced more than three miles toward Guevo on Tuesday."
    )
    report = _one(read_text(text))
    assert (report.kind, report.side, report.place) == (Kind.ADVANCE, Side.UKRAINE, "Guevo")
    assert report.located is not None
    assert (report.located.id, report.oblast) == ("ru-kursk-guevo", "Kursk")
    assert report.distance is not None
    assert (report.distance.low_km, report.distance.high_km) == (4.8, None)
    assert (report.distance.bound, report.distance.said) == (Bound.AT_LEAST, "more than three miles")
    assert (report.claimant, report.via, report.evidence) == ("Rada Holm", "Courier", Evidence.ANALYST)
    assert report.event_on == date(2025, 3, 25)
    assert not report.negated
    assert text[report.span.start : report.span.end].startswith("Rada Holm")
    assert report.rule


def test_both_of_two_claimants_get_a_report(read_text: ReadText) -> None:
    text = (
        "Neither Kyiv nor Moscow has acknowledged the raid, but Russian milbloggers and local observers "
        "said Ukrainian forces had advanced into Guevo."
    )
    found = read_text(text)
    assert {(one.claimant, one.evidence) for one in found.reports} == {
        ("Russian milbloggers", Evidence.MILBLOGGER),
        ("local observers", Evidence.ANALYST),
    }
    assert [(one.asked, one.by) for one in found.pending] == [("Kyiv", None), ("Moscow", None)]


def test_a_list_after_one_verb_is_carried_over_brackets_and_compass_words(read_text: ReadText) -> None:
    text = (
        "Russian forces attacked near Toretsk itself; west of Toretsk toward Shcherbynivka; and north of "
        "Toretsk near Krymske (5km north of Toretsk) and Dyliivka on March 26 and 27.[12] It rained."
    )
    found = read_text(text, source_class=SourceClass.ASSESSOR)
    assert _core(found) == {
        ("attack", "russia", place) for place in ("Toretsk", "Shcherbynivka", "Krymske", "Dyliivka")
    }
    assert {one.event_on for one in found.reports} == {date(2025, 3, 27)}
    assert {one.evidence for one in found.reports} == {Evidence.ANALYST}


def test_names_that_the_gazetteer_does_not_know_count_after_a_cue(read_text: ReadText) -> None:
    report = _one(read_text("Russian forces seized the village of Zmiinyi Yar in Sumy Oblast."))
    assert (report.place, report.located, report.oblast) == ("Zmiinyi Yar", None, "Sumy")
    assert report.kind is Kind.SEIZURE


def test_directions_share_their_class(read_text: ReadText) -> None:
    found = read_text("Russian troops attacked in the Pokrovsk, Lyman and Siversk directions.")
    assert {one.place for one in found.reports} == {
        "Pokrovsk direction", "Lyman direction", "Siversk direction",
    }  # fmt: skip


def test_an_attack_that_brought_no_gain_is_two_reports(read_text: ReadText) -> None:
    found = read_text("Russian forces continued offensive operations near Orikhiv but did not advance.")
    assert {(one.kind, one.negated) for one in found.reports} == {(Kind.ATTACK, False), (Kind.ADVANCE, True)}


def test_a_denial_negates(read_text: ReadText) -> None:
    report = _one(read_text("The Ukrainian General Staff denied that Russian forces had captured Udachne."))
    assert (report.kind, report.negated, report.evidence) == (Kind.SEIZURE, True, Evidence.OFFICIAL)


def test_who_denies_what_another_claims_are_told_apart(read_text: ReadText) -> None:
    text = "The mayor denied militia leader Oleh Burko’s claim that Russian troops seized Kotlyne."
    assert {(one.claimant, one.negated) for one in read_text(text).reports} == {
        ("Oleh Burko", False), ("mayor", True),
    }  # fmt: skip


def test_a_repelled_attack_is_the_other_sides(read_text: ReadText) -> None:
    found = read_text("Ukrainian defenders repelled three assaults near Lyptsi.")
    assert _core(found) == {("attack", "russia", "Lyptsi")}


@pytest.mark.parametrize(
    ("alignment", "side"), [(Alignment.UKRAINIAN, "russia"), (Alignment.RUSSIAN, "ukraine")]
)
def test_the_enemy_is_told_by_the_source(read_text: ReadText, alignment: Alignment, side: str) -> None:
    found = read_text("The enemy attacked near Lyptsi.", source_class=SourceClass.OUTLET, alignment=alignment)
    assert _core(found) == {("attack", side, "Lyptsi")}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine could capture more villages near Popovka.",
        "Russia is preparing to advance toward Sudzha.",
        "Russian forces aim to seize Pokrovsk.",
        "Russia launched a drone attack on Sumy.",
        "Russia attacked Kharkiv with missiles and drones.",
        "Russian attacks killed two people in Kherson.",
        "After months of battle in Bakhmut, aid arrived.",
        "Ukraine staged an incursion in Kursk in August 2024.",
        "A factory near occupied Donetsk City burned.",
        "Analysts have not observed evidence that Russian forces advanced near Lyman.",
    ],
)
def test_what_did_not_happen_on_the_line_is_no_report(read_text: ReadText, text: str) -> None:
    assert read_text(text).reports == ()


def test_an_attempt_is_an_attack(read_text: ReadText) -> None:
    found = read_text("Russian infantry tried to enter Novopavlivka.")
    assert _core(found) == {("attack", "russia", "Novopavlivka")}


def test_part_of_a_place_is_an_advance(read_text: ReadText) -> None:
    found = read_text("Russian troops captured several houses in western Toretsk.")
    assert _core(found) == {("advance", "russia", "Toretsk")}


def test_fighting_has_both_sides(read_text: ReadText) -> None:
    found = read_text(
        "A local channel said there was fierce fighting in the villages of Basivka and Novenke."
    )
    assert _core(found) == {("fighting", "both", "Basivka"), ("fighting", "both", "Novenke")}


def test_reinforcements_go_where_they_go_not_whence_they_come(read_text: ReadText) -> None:
    found = read_text("Russian forces have moved reinforcements from the Sumy region to Kursk.")
    assert _core(found) == {("redeployment", "russia", "Kursk")}


def test_a_noun_without_a_side_keeps_the_side_told_of_last(read_text: ReadText) -> None:
    text = "Ukrainian troops advanced near Sudzha.\n\nGeolocated footage on Thursday showed gains in Guevo."
    gains = next(one for one in read_text(text).reports if one.place == "Guevo")
    assert (gains.side, gains.evidence, gains.claimant) == (Side.UKRAINE, Evidence.GEOLOCATED, None)
    assert gains.event_on == date(2025, 3, 27)


def test_the_maker_of_a_map_is_the_claimant(read_text: ReadText) -> None:
    text = "A map by the Lantern Institute on Friday showed Russian gains in eastern Kotlyne."
    assert _one(read_text(text)).claimant == "Lantern Institute"


def test_a_distance_without_a_place_belongs_to_the_oblast_told_of_last(read_text: ReadText) -> None:
    text = (
        "Ukrainian troops pushed into the Belgorod region. Ukrainian troops advanced in the Kursk region. "
        "Rada Holm said Ukrainian soldiers had advanced 1.9 to 2.5 miles."
    )
    report = next(one for one in read_text(text).reports if one.distance)
    assert report.place == "Kursk region"
    assert report.distance is not None
    assert (report.distance.low_km, report.distance.high_km) == (3.1, 4.0)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("more than two miles from the border toward Guevo", 3.2, None),
        ("about one mile southwest of Guevo", 1.6, 1.6),
        ("half a mile near Guevo", 0.8, 0.8),
    ],
)
def test_a_distance_right_behind_the_verb_is_one_moved(
    read_text: ReadText, said: str, low: float | None, high: float | None
) -> None:
    report = _one(read_text(f"Ukrainian forces advanced {said}."))
    assert report.place == "Guevo"
    assert report.distance is not None
    assert (report.distance.low_km, report.distance.high_km) == (low, high)


def test_a_distance_to_a_place_is_none_moved(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced and are now about one mile southwest of Guevo."
    assert _one(read_text(text)).distance is None


def test_a_distance_without_a_place_belongs_to_the_settlement_of_the_last_report(
    read_text: ReadText,
) -> None:
    text = (
        "Ukrainian forces advanced in Guevo. The road leads to Sudzha. "
        "Rada Holm said Ukrainian soldiers advanced two miles."
    )
    report = next(one for one in read_text(text).reports if one.distance)
    assert report.place == "Guevo"


def test_battalions_moved_are_redeployed_to_where_they_go(read_text: ReadText) -> None:
    found = read_text(
        "Russia moved two motorized battalions from Kursk Oblast to Popovka in Belgorod Oblast."
    )
    assert _core(found) == {("redeployment", "russia", "Popovka")}


def test_the_city_is_the_one_named_last(read_text: ReadText) -> None:
    text = (
        "Shells fell on Bakhmut. The Russian military claimed that its troops had captured the battered city."
    )
    assert _core(read_text(text)) == {("seizure", "russia", "Bakhmut")}


def test_the_same_report_twice_is_one_with_the_stronger_evidence_and_the_day(read_text: ReadText) -> None:
    text = (
        "Ukrainian forces advanced in Guevo. "
        "Geolocated footage from Friday shows Ukrainian forces advanced in Guevo."
    )
    report = _one(read_text(text))
    assert (report.evidence, report.event_on) == (Evidence.GEOLOCATED, date(2025, 3, 28))


@pytest.mark.parametrize(
    ("source_class", "evidence"),
    [
        (SourceClass.ASSESSOR, Evidence.ANALYST),
        (SourceClass.OFFICIAL, Evidence.OFFICIAL),
        (SourceClass.LOCAL_OFFICIAL, Evidence.OFFICIAL),
        (SourceClass.MILBLOGGER, Evidence.MILBLOGGER),
        (SourceClass.GEOLOCATOR, Evidence.ANALYST),
        (SourceClass.WIRE, Evidence.UNATTRIBUTED),
    ],
)
def test_the_own_voice_has_the_evidence_of_its_source(
    read_text: ReadText, source_class: SourceClass, evidence: Evidence
) -> None:
    assert _one(read_text("Russian forces seized Rozlyv.", source_class=source_class)).evidence is evidence


def test_a_source_that_names_itself_speaks_in_its_own_voice(read_text: ReadText) -> None:
    text = "Harbour Herald reported that Russian forces seized Rozlyv."
    assert _one(read_text(text, source_class=SourceClass.OUTLET)).claimant is None


def test_ids_do_not_change_with_the_version_of_an_item(read_text: ReadText) -> None:
    text = "Russian forces seized Rozlyv and advanced near Komar."
    first = read_text(text)
    second = read_text("Corrected. " + text, version=2)
    assert [one.id for one in first.reports] == [one.id for one in second.reports]
    assert len({one.id for one in first.reports}) == 2


def test_what_only_the_title_says_has_the_empty_span(read_text: ReadText) -> None:
    report = _one(read_text("Read more on our page.", title="Russian Forces Seized Rozlyv"))
    assert (report.place, report.span) == ("Rozlyv", Span(0, 0))


def test_a_title_that_repeats_the_text_is_not_entered_again(read_text: ReadText) -> None:
    found = read_text("Russian forces seized Rozlyv.", title="Russian forces seized a village near Kurakhove")
    assert [one.place for one in found.reports] == ["Rozlyv"]


def test_a_sentence_that_only_cites_the_title_is_no_report(read_text: ReadText) -> None:
    title = "Russian Forces Seized Rozlyv Village"
    found = read_text(f"It rained. The post {title} appeared first on Harbour.", title=title)
    assert all(one.span == Span(0, 0) for one in found.reports)


def test_a_trigger_without_a_place_is_unmatched(read_text: ReadText) -> None:
    text = "Birds sang. Russian forces advanced. Russian forces could advance."
    (lost,) = read_text(text).unmatched
    assert text[lost.start : lost.end] == "Russian forces advanced."


@pytest.mark.parametrize("text", ["", "12 + 3"])
def test_texts_without_words_give_nothing(read_text: ReadText, text: str) -> None:
    assert read_text(text) == Extract()


def test_a_noun_without_a_side_has_the_side_last_told_of_its_place(read_text: ReadText) -> None:
    text = (
        "Ukrainian forces advanced near Guevo. Russian forces advanced in Kotlyne. "
        "Moscow has denied the advance in Guevo."
    )
    denied = next(one for one in read_text(text).reports if one.negated)
    assert (denied.place, denied.side) == ("Guevo", Side.UKRAINE)


def test_a_withdrawal_is_from_a_place_not_to_one(read_text: ReadText) -> None:
    assert _core(read_text("Russian forces withdrew from Guevo to Sudzha.")) == {
        ("withdrawal", "russia", "Guevo")
    }


def test_a_report_keeps_where_its_words_stand(read_text: ReadText) -> None:
    text = "It rained. Officials said Russian forces seized the village of Popovka on Thursday."
    (report,) = read_text(text).reports
    trigger, place = report.trigger_span, report.place_span
    assert text[report.span.start : report.span.end].startswith("Officials said")
    assert trigger is not None
    assert text[trigger.start : trigger.end] == "seized"
    assert place is not None
    assert text[place.start : place.end] == "Popovka"


def test_a_place_of_another_sentence_is_not_marked_in_this_one(read_text: ReadText) -> None:
    text = "Russian forces attacked Popovka. Russian forces then seized the village."
    reports = read_text(text).reports
    assert [one.place_span is None for one in reports] == [False, True]
    assert [one.place for one in reports] == ["Popovka", "Popovka"]
    assert read_text("", title="Russian forces seize Popovka").reports[0].trigger_span is None
