"""A language more is a file: a small Polish lexicon, put into the folder of an analyst's own words."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from feeds.extraction import extract
from feeds.extraction.lexicons.loading import Loaded, loaded
from feeds.extraction.text.language import language_of
from feeds.geography import load_gazetteer
from feeds.model import Evidence, Extract, Kind, Side
from tests.building import an_item

FRIDAY = datetime(2025, 3, 28, 12, tzinfo=UTC)


@pytest.fixture(name="own")
def _own(tmp_path: Path) -> Loaded:
    shutil.copy(Path(__file__).with_name("pl.toml"), tmp_path)
    return loaded(tmp_path)


def read(text: str, own: Loaded) -> Extract:
    """Return what ``text`` says with the Polish lexicon beside the shipped ones."""
    return extract(an_item(text=text, published_at=FRIDAY), load_gazetteer(), lexicons=own.lexicons)


def test_the_lexicon_has_no_fault(own: Loaded) -> None:
    assert own.problems == ()
    assert [one.language for one in own.lexicons][-1] == "pl"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rosyjskie siły zajęły wieś pod rzeką", "pl"),
        ("Most nie został jeszcze naprawiony", "pl"),
        ("The bridge has not been mended", "en"),
        ("Міст ще не полагодили", "uk"),
        ("Мост еще не починили", "ru"),
    ],
)
def test_it_is_told_from_the_others(own: Loaded, text: str, language: str) -> None:
    assert language_of(text, own.lexicons).language == language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukraińskie siły zajęły wieś Popovka.", [(Kind.SEIZURE, Side.UKRAINE, "Popovka")]),
        ("Rosyjskie wojska zaatakowały pod Popovką.", [(Kind.ATTACK, Side.RUSSIA, "Popovka")]),
        ("Rosjanie posunęli się koło Popovki.", [(Kind.ADVANCE, Side.RUSSIA, "Popovka")]),
        ("Ukraińcy wkroczyli do Popovki i Lyman.", [
            (Kind.ADVANCE, Side.UKRAINE, "Popovka"),
            (Kind.ADVANCE, Side.UKRAINE, "Lyman"),
        ]),
        ("Rosyjskie oddziały szturmowały pod Siverskiem.", [(Kind.ATTACK, Side.RUSSIA, "Siversk")]),
        ("Rosjanie planują zaatakować pod Popovką.", []),
        ("Most koło Popovki jest zamknięty.", []),
    ],
)  # fmt: skip
def test_kind_side_and_declined_place(own: Loaded, text: str, told: list[tuple[Kind, Side, str]]) -> None:
    assert [(one.kind, one.side, one.place) for one in read(text, own).reports] == told


def test_what_is_denied_is_negated(own: Loaded) -> None:
    (report,) = read("Rosyjskie siły nie zajęły wsi Popovka.", own).reports
    assert report.negated


def test_ranges(own: Loaded) -> None:
    (report,) = read("Ukraińskie siły posunęły się ponad 3 km pod Popovką.", own).reports
    assert report.distance is not None
    assert (report.distance.low_km, report.distance.high_km) == (3.0, None)


@pytest.mark.parametrize(
    ("when", "on"),
    [("wczoraj", date(2025, 3, 27)), ("w czwartek", date(2025, 3, 27)), ("25 marca", date(2025, 3, 25))],
)
def test_days(own: Loaded, when: str, on: date) -> None:
    (report,) = read(f"Ukraińskie siły zajęły wieś Popovka {when}.", own).reports
    assert report.event_on == on


def test_who_says_so(own: Loaded) -> None:
    (report,) = read("Według gubernator Anna Nowak, rosyjskie siły zajęły wieś Popovka.", own).reports
    assert report.claimant == "Anna Nowak"
    assert report.evidence is Evidence.OFFICIAL


def test_quotations(own: Loaded) -> None:
    (quote,) = read("„Most jest zamknięty od wczoraj”, powiedziała gubernator Anna Nowak.", own).quotes
    assert (quote.text, quote.speaker) == ("Most jest zamknięty od wczoraj", "Anna Nowak")
