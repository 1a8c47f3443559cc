"""Which day belongs to which report, and which reports are history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.text.zones import day_at_source
from feeds.model import Alignment, Source, SourceClass, SourceKind

if TYPE_CHECKING:
    from tests.feeds.extraction.conftest import ReadText


def _days(read_text: ReadText, text: str, *, title: str = "") -> list[tuple[str, str | None]]:
    """Return places and days of March 2025, in the order of the reports."""
    found = read_text(text, title=title).reports
    return [(one.place, one.event_on.isoformat()[5:] if one.event_on else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian forces attacked near Popovka on March 26.", [("Popovka", "03-26")]),
        ("On March 26, Russian forces attacked near Popovka.", [("Popovka", "03-26")]),
        ("Russian forces attacked near Popovka on March 25 and 26.", [("Popovka", "03-26")]),
        (
            "Footage published on March 26 indicates that Russian forces recently advanced in Popovka.",
            [("Popovka", "03-26")],
        ),
        (
            "Footage published on March 26 shows that Russian forces advanced in Popovka on March 24.",
            [("Popovka", "03-24")],
        ),
        ("The mayor said on Tuesday that Russian forces captured Popovka.", [("Popovka", "03-25")]),
        ("Russian forces captured Popovka, the mayor said on Tuesday.", [("Popovka", "03-25")]),
        ("On Tuesday the mayor said Russian forces captured Popovka.", [("Popovka", "03-25")]),
        (
            "The mayor said on Thursday that Russian forces captured Popovka on Tuesday.",
            [("Popovka", "03-25")],
        ),
        (
            "The ministry said Russian forces captured Popovka over the weekend and Demidovka on Monday.",
            [("Popovka", None), ("Demidovka", "03-24")],
        ),
        (
            "Russian forces captured Popovka on Monday and Demidovka on Tuesday.",
            [("Popovka", "03-24"), ("Demidovka", "03-25")],
        ),
        (
            "Russian forces attacked near Popovka, Demidovka and Grafovka on Monday.",
            [("Popovka", "03-24"), ("Demidovka", "03-24"), ("Grafovka", "03-24")],
        ),
        ("Russian forces have advanced in Popovka since Monday.", [("Popovka", None)]),
        ("It rained on Monday. Russian forces attacked near Popovka.", [("Popovka", None)]),
        (
            "The mayor spoke on Saturday. Earlier in the day, Russian forces captured Popovka.",
            [("Popovka", "03-22")],
        ),
        ("Russian forces captured Popovka in 2022.", []),
        ("In 2022, Russian forces captured Popovka.", []),
        ("Russian forces captured Popovka in January.", []),
        ("In January, Russian forces reached Popovka but did not capture it.", []),
        ("Russian forces captured Popovka on January 5.", []),
        ("Russian forces captured Popovka this morning.", [("Popovka", "03-28")]),
    ],
)
def test_days_of_english_reports(
    read_text: ReadText, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _days(read_text, text) == expected


def test_what_the_same_speaker_adds_has_the_day_of_the_claim(read_text: ReadText) -> None:
    text = "Governor Anna Holm claimed on March 24 that Russian forces attacked Demidovka"
    found = _days(read_text, f"{text} and reported that Russian forces captured Popovka.")
    assert found == [("Demidovka", "03-24"), ("Popovka", "03-24")]


def test_what_came_later_has_another_day(read_text: ReadText) -> None:
    text = "On Monday, Russian forces attacked near Popovka and later captured Demidovka."
    assert _days(read_text, text) == [("Popovka", "03-24"), ("Demidovka", None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Протягом минулої доби ворог атакував поблизу Торецька.", "03-27"),
        ("Минулої доби ворог атакував поблизу Торецька.", "03-27"),
        ("За добу ворог атакував поблизу Торецька.", None),
        ("26 березня ворог атакував поблизу Торецька.", "03-26"),
        ("Ворог атакував поблизу Торецька 25 та 26 березня.", "03-26"),
        ("У ніч на 26 березня ворог атакував поблизу Торецька.", "03-26"),
        ("Сьогодні ворог атакував поблизу Торецька.", "03-28"),
        ("Вчора ворог атакував поблизу Торецька.", "03-27"),
        ("Минулого тижня ворог атакував поблизу Торецька.", None),
        ("У понеділок ворог атакував поблизу Торецька.", "03-24"),
    ],
)
def test_days_of_ukrainian_reports(read_text: ReadText, text: str, day: str | None) -> None:
    assert {on for _, on in _days(read_text, text)} == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26 марта российские войска атаковали в районе Торецка.", "03-26"),
        ("Накануне российские войска атаковали в районе Торецка.", "03-27"),
        ("В ночь на 26 марта российские войска атаковали в районе Торецка.", "03-26"),
        ("За сутки российские войска атаковали в районе Торецка.", None),
        ("За минувшие сутки российские войска атаковали в районе Торецка.", "03-27"),
        ("Во вторник российские войска атаковали в районе Торецка.", "03-25"),
        ("В выходные российские войска атаковали в районе Торецка.", None),
    ],
)
def test_days_of_russian_reports(read_text: ReadText, text: str, day: str | None) -> None:
    assert {on for _, on in _days(read_text, text)} == {day}


@pytest.mark.parametrize(
    ("heading", "text", "day"),
    [
        ("", "Frontline update for March 26.\n\nRussian forces attacked near Popovka.", "03-26"),
        ("Front line update March 26 2025", "Russian forces attacked near Popovka.", "03-26"),
        ("", "As of March 27, the mayor knew this.\n\nRussian forces attacked near Popovka.", "03-27"),
        ("", "This morning the line saw 57 attacks.\n\nRussian forces attacked near Popovka.", "03-28"),
        (
            "",
            "Станом на 08:00 28.03.2025.\n\nМинулої доби було 12 атак.\n\nВорог атакував поблизу Торецька.",
            "03-27",
        ),
        ("", "Минулої доби було 12 атак.\n\nВорог атакував поблизу Торецька.", None),
        ("", "This morning rain fell on it.\n\nRussian forces attacked near Popovka.", None),
        ("", "The mayor spoke on March 26.\n\nRussian forces attacked near Popovka.", None),
        ("Rain on March 26", "Russian forces attacked near Popovka.", None),
        ("", "Станом на 22:00 27 березня.\n\nВорог атакував поблизу Торецька.", "03-27"),
        ("", "Ситуація на фронті 26.03.2025.\n\nВорог атакував поблизу Торецька.", "03-26"),
        ("", "Обстановка на 27 марта.\n\nРоссийские войска атаковали в районе Торецка.", "03-27"),
        ("Сводка за 26 марта", "Российские войска атаковали в районе Торецка.", "03-26"),
    ],
)
def test_a_dated_bulletin_gives_its_day(
    read_text: ReadText, heading: str, text: str, day: str | None
) -> None:
    found = read_text(text, title=heading).reports
    assert {one.event_on.isoformat()[5:] if one.event_on else None for one in found} == {day}


def test_a_day_of_its_own_goes_before_that_of_the_bulletin(read_text: ReadText) -> None:
    text = "Frontline update for March 26.\n\nRussian forces attacked near Popovka on March 24."
    assert _days(read_text, text) == [("Popovka", "03-24")]


def test_a_count_without_a_place_dates_what_it_sums_up(read_text: ReadText) -> None:
    text = "На Торецькому напрямку ворог атакував. Протягом минулої доби було відбито 12 атак ворога."
    assert _days(read_text, text) == [("Торецький напрямок", "03-27")]


LATE = datetime(2025, 3, 28, 22, 30, tzinfo=UTC)
EARLY = datetime(2025, 3, 28, 2, 0, tzinfo=UTC)


def _source(alignment: Alignment, source_class: SourceClass = SourceClass.OUTLET) -> Source:
    return Source("s", "Quill", SourceKind.FEED, "", source_class, alignment, "B", 60)


@pytest.mark.parametrize(
    ("language", "source", "published", "day"),
    [
        ("uk", None, LATE, 29),
        ("ru", None, LATE, 29),
        ("en", None, LATE, 28),
        ("en", _source(Alignment.UKRAINIAN), LATE, 29),
        ("en", _source(Alignment.RUSSIAN), LATE, 29),
        ("en", _source(Alignment.INDEPENDENT), EARLY, 28),
        ("en", _source(Alignment.INDEPENDENT, SourceClass.ASSESSOR), EARLY, 27),
        ("uk", _source(Alignment.INDEPENDENT, SourceClass.ASSESSOR), LATE, 29),
    ],
)
def test_the_day_of_publication_is_that_at_the_source(
    language: str, source: Source | None, published: datetime, day: int
) -> None:
    assert day_at_source(published, source, load_lexicon(language)).day == day


def test_a_time_at_the_end_of_the_calendar_is_left_as_it_is() -> None:
    last = datetime(9999, 12, 31, 23, 30, tzinfo=UTC)
    assert day_at_source(last, None, load_lexicon("uk")) == last.date()
