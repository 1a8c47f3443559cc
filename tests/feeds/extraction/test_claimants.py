"""Who says what a report says, and who only does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from feeds.model import Evidence, SourceClass

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


LEAD = "Russian forces advanced near Kotlyne"


@pytest.mark.parametrize(
    ("said", "claimant"),
    [
        ("a source in the emergency services told Lodestar", "source in the emergency services"),
        ("the head of the border administration said", "head of the border administration"),
        ("a soldier of a unit that left the hill on Monday told Lodestar", "soldier of a unit"),
        ("the brigade that holds the sector said", "brigade"),
        ("an officer who is serving there said", "officer"),
        ("Captain Rada Holm, a commander on the Pokrovsk front, told Lodestar", "Rada Holm"),
        ("the commander of a brigade in the east, Oleh Burko, said", "Oleh Burko"),
        ("officials in Kyiv said", "officials in Kyiv"),
        ("the Ukrainian General Staff said on Friday", "Ukrainian General Staff"),
        ("a gunner who uses the call sign Falcon said", "Falcon"),
        ("bloggers reportedly close to the ministry said", "bloggers"),
    ],
)
def test_a_claimant_is_the_whole_name_and_no_more(read_text: ReadText, said: str, claimant: str) -> None:
    found = read_text(f"Russian forces advanced near Kotlyne in Donetsk Oblast, {said}.")
    assert [one.claimant for one in found.reports] == [claimant]
    assert [one.place for one in found.reports] == ["Kotlyne"]


def test_a_verb_before_the_saying_is_no_part_of_the_claimant(read_text: ReadText) -> None:
    text = "Russian milbloggers contradicted the ministry and said that Russian forces withdrew from Guevo."
    assert [one.claimant for one in read_text(text).reports] == ["Russian milbloggers"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia's Defense Ministry has not confirmed that Ukrainian forces captured Guevo.",
        "Neither Kyiv nor Moscow has confirmed that Ukrainian forces captured Guevo.",
        "We do not assess that Ukrainian forces have cut the road to Guevo.",
        "Kyiv has not commented on reports that Ukrainian forces advanced in Guevo.",
    ],
)
def test_what_nobody_says_is_no_report(read_text: ReadText, text: str) -> None:
    assert read_text(text).reports == ()


def test_a_denial_spoken_of_in_the_passive_negates(read_text: ReadText) -> None:
    text = "Russian troops attacked near Guevo. The capture of Guevo was denied by Ukrainian officials."
    told = {(one.kind.value, one.claimant, one.negated) for one in read_text(text).reports}
    assert ("seizure", "Ukrainian officials", True) in told


def test_pictures_with_a_location_have_no_claimant(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Guevo, according to geolocated footage published on Thursday."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.evidence) == (None, Evidence.GEOLOCATED)


def test_who_located_the_pictures_speaks_on_geolocated_evidence(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Guevo, footage located by the Lantern group showed on Friday."
    (report,) = read_text(text).reports
    assert (report.claimant, report.evidence) == ("Lantern group", Evidence.GEOLOCATED)


def test_the_items_own_source_is_no_outlet_spoken_to(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Guevo, Rada Holm told the Herald."
    (report,) = read_text(text, source_class=SourceClass.OUTLET).reports
    assert (report.claimant, report.via) == ("Rada Holm", None)


def test_the_day_of_the_claim_stands_in_for_that_of_the_event(read_text: ReadText) -> None:
    text = "Ukrainian forces advanced in Guevo, the ministry said on March 26."
    (report,) = read_text(text).reports
    assert report.event_on is not None
    assert report.event_on.isoformat() == "2025-03-26"


def test_a_statement_behind_a_dateline_begins_a_sentence(read_text: ReadText) -> None:
    text = "March 28 (Lodestar) – Fighting continued near Guevo, said Rada Holm, the head of the staff."
    (report,) = read_text(text).reports
    assert (report.kind.value, report.place, report.claimant) == ("fighting", "Guevo", "Rada Holm")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (f"{LEAD}.\n\nThis was reported by the Lantern Ministry.", "Lantern Ministry"),
        (f"{LEAD}.\n\nThis is stated in the evening summary of the Lantern Ministry.", "Lantern Ministry"),
        (
            f"Rain fell all day over the whole of the wide valley and {LEAD}, a senior official said.",
            "official",
        ),
        (f"{LEAD}, according to the latest briefing from the Lantern Ministry.", "Lantern Ministry"),
        (f"HOLM (Lodestar) - Rada Holm said that {LEAD}.", "Rada Holm"),
        (f"Soldiers of the United States Army came. {LEAD}, Rada Holm said.", "Rada Holm"),
    ],
)
def test_a_claimant_is_found_wherever_it_stands(read_text: ReadText, text: str, claimant: str) -> None:
    assert [one.claimant for one in read_text(text).reports] == [claimant]


def test_part_of_a_longer_name_is_that_organisation(read_text: ReadText) -> None:
    text = f"The General Staff of the Lantern Forces said it rained. {LEAD}, the Lantern Forces said."
    assert [one.claimant for one in read_text(text).reports] == ["General Staff of the Lantern Forces"]
