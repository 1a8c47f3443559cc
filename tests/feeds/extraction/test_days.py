"""Days in words and figures, in three languages, by a day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.extraction.dates.dates import days
from feeds.extraction.lexicons.loading import load_lexicon
from feeds.extraction.words.tokens import tokens

FRIDAY = date(2025, 3, 28)
"""When all of these were published."""


def _days(language: str, text: str, published: date = FRIDAY) -> list[str | None]:
    found = days(tokens(text), published, load_lexicon(language))
    return [day.on.isoformat()[2:] if day.on else None for day in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on Friday.", ["25-03-28"]),
        ("The bridge fell early Monday.", ["25-03-24"]),
        ("It fell last Friday.", ["25-03-21"]),
        ("It fell last Tuesday.", ["25-03-25"]),
        ("It will fall next Tuesday.", [None]),
        ("The Sunday Herald said so.", []),
        ("a friday market", []),
        ("It has stood there since Tuesday.", [None]),
        ("It must fall by Tuesday.", [None]),
        ("on Monday and Tuesday", ["25-03-25"]),
        ("on Monday, and Tuesday's rain", ["25-03-24", "25-03-25"]),
        ("on March 3", ["25-03-03"]),
        ("on 3 March", ["25-03-03"]),
        ("on the 3rd of March", ["25-03-03"]),
        ("on March 3rd", ["25-03-03"]),
        ("on the third of March", ["25-03-03"]),
        ("on the twenty-first of March", ["25-03-21"]),
        ("on March 3, 4 and 5", ["25-03-05"]),
        ("on March 3, 4, and 5", ["25-03-05"]),
        ("on March 3, 14 men fell", ["25-03-03"]),
        ("on March " + "3, " * 5_000, ["25-03-03"]),
        ("on March 3-5", ["25-03-05"]),
        ("on March 3–5, 2024", ["24-03-05"]),
        ("from February 26 to March 2", ["25-03-02"]),
        ("overnight on March 4 to 5", ["25-03-05"]),
        ("the night of February 28 and March 1", ["25-03-01"]),
        ("on Dec. 30", ["24-12-30"]),
        ("on February 29", ["24-02-29"]),
        ("on March 30", ["25-03-30"]),
        ("on April 2", ["24-04-02"]),
        ("on April 2, 2025", [None]),
        ("on 2025-02-26 it fell", ["25-02-26"]),
        ("on 26.02.2025 it fell", ["25-02-26"]),
        ("it grew by 26.02 points", []),
        ("as of March 27", ["25-03-27"]),
        ("they may march 5 km", []),
        ("March 45", []),
        ("today it fell", ["25-03-28"]),
        ("earlier today it fell", ["25-03-28"]),
        ("since the beginning of the day", ["25-03-28"]),
        ("it fell yesterday", ["25-03-27"]),
        ("it fell the day before yesterday", ["25-03-26"]),
        ("it fell two days ago", ["25-03-26"]),
        ("it fell 3 days ago", ["25-03-25"]),
        ("it fell a day ago", ["25-03-27"]),
        ("it fell at least two days ago", [None]),
        ("it fell a few days ago", []),
        ("over the past day", ["25-03-27"]),
        ("in the past 24 hours", []),
        ("over the weekend", [None]),
        ("earlier this week", [None]),
        ("in recent days", [None]),
    ],
)
def test_english_days(text: str, expected: list[str | None]) -> None:
    assert _days("en", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Міст упав у п'ятницю.", ["25-03-28"]),
        ("Міст упав у понеділок вранці.", ["25-03-24"]),
        ("Міст упав минулої середи.", ["25-03-26"]),
        ("Міст упав минулої п’ятниці.", ["25-03-21"]),
        ("Він стоїть з вівторка.", [None]),
        ("Наступного вівторка прийдуть.", [None]),
        ("ввечері неділі", ["25-03-23"]),
        ("у четвер та п'ятницю", ["25-03-28"]),
        ("3 березня міст упав", ["25-03-03"]),
        ("3-го березня міст упав", ["25-03-03"]),
        ("третього березня міст упав", ["25-03-03"]),
        ("двадцять першого березня", ["25-03-21"]),
        ("3 і 4 березня", ["25-03-04"]),
        ("3, 4 та 5 березня", ["25-03-05"]),
        ("3–5 березня", ["25-03-05"]),
        ("з 3 по 5 березня", ["25-03-05"]),
        ("у ніч на 5 березня", ["25-03-05"]),
        ("у ніч з 4 на 5 березня", ["25-03-05"]),
        ("28 лютого – 1 березня", ["25-03-01"]),
        ("28 грудня", ["24-12-28"]),
        ("5 березня 2024 року", ["24-03-05"]),
        ("до 9 травня", [None]),
        ("з першого березня", [None]),
        ("після 10 березня", [None]),
        ("станом на 10:00 27 березня", ["25-03-27"]),
        ("станом на 27.03", ["25-03-27"]),
        ("станом на 22.00 27.03.2025", ["25-03-27"]),
        ("за 27.03.25 упав", ["25-03-27"]),
        ("просунулися на 2.05 км", []),
        ("виросло на 11.02 %", []),
        ("2025-03-27 упав", ["25-03-27"]),
        ("Сьогодні вранці впав", ["25-03-28"]),
        ("цієї ночі впав", ["25-03-28"]),
        ("протягом поточної доби", ["25-03-28"]),
        ("від початку доби", ["25-03-28"]),
        ("учора впав", ["25-03-27"]),
        ("вчора ввечері впав", ["25-03-27"]),
        ("за минулу добу", ["25-03-27"]),
        ("протягом минулої доби", ["25-03-27"]),
        ("напередодні впав", ["25-03-27"]),
        ("позавчора впав", ["25-03-26"]),
        ("два дні тому впав", ["25-03-26"]),
        ("5 днів тому впав", ["25-03-23"]),
        ("день тому впав", ["25-03-27"]),
        ("за добу", []),
        ("на вихідних впав", [None]),
        ("минулого тижня впав", [None]),
        ("останніми днями", [None]),
    ],
)
def test_ukrainian_days(text: str, expected: list[str | None]) -> None:
    assert _days("uk", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мост упал в пятницу.", ["25-03-28"]),
        ("Мост упал в прошлую пятницу.", ["25-03-21"]),
        ("Во вторник утром мост упал.", ["25-03-25"]),
        ("Он стоит со среды.", []),
        ("Он стоит с понедельника.", [None]),
        ("в воскресенье", ["25-03-23"]),
        ("3 марта мост упал", ["25-03-03"]),
        ("3-го марта мост упал", ["25-03-03"]),
        ("двадцать третьего марта", ["25-03-23"]),
        ("3 и 4 марта", ["25-03-04"]),
        ("3–5 марта", ["25-03-05"]),
        ("с 3 по 5 марта", ["25-03-05"]),
        ("в ночь на 5 марта", ["25-03-05"]),
        ("в ночь с 4 на 5 марта", ["25-03-05"]),
        ("ещё с 4 марта", [None]),
        ("к 9 мая", [None]),
        ("30 декабря", ["24-12-30"]),
        ("5 марта 2024 г.", ["24-03-05"]),
        ("сводка от 5 марта", ["25-03-05"]),
        ("по состоянию на 27.03", ["25-03-27"]),
        ("27.03.2025 упал", ["25-03-27"]),
        ("сегодня ночью упал", ["25-03-28"]),
        ("с начала суток", ["25-03-28"]),
        ("вчера вечером упал", ["25-03-27"]),
        ("накануне упал", ["25-03-27"]),
        ("за прошедшие сутки", ["25-03-27"]),
        ("за минувшие сутки", ["25-03-27"]),
        ("за сутки", []),
        ("за последние сутки", []),
        ("позавчера", ["25-03-26"]),
        ("два дня назад", ["25-03-26"]),
        ("трое суток назад", ["25-03-25"]),
        ("сутки назад", ["25-03-27"]),
        ("минимум два дня назад", [None]),
        ("в выходные упал", [None]),
        ("на прошлой неделе упал", [None]),
        ("в последние дни", [None]),
        ("майор Май", []),
    ],
)
def test_russian_days(text: str, expected: list[str | None]) -> None:
    assert _days("ru", text) == expected


def test_that_day_is_the_one_named_before() -> None:
    row = tokens("Earlier in the day it fell.")
    (day,) = days(row, FRIDAY, load_lexicon("en"), before=date(2025, 3, 22))
    assert day.on == date(2025, 3, 22)
    assert days(row, FRIDAY, load_lexicon("en")) == ()


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "on",
                "March",
                "3",
                ",",
                "4",
                "and",
                "5",
                "-",
                "–",
                "May",
                "31",
                "February",
                "29",
                "2024",
                "2025",
                "of",
                "the",
                "st",
                "th",
                "Monday",
                "last",
                "since",
                "two",
                "days",
                "ago",
                "26.02",
                "26.02.2025",
                "2025-02-26",
                "березня",
                "3-го",
                "і",
                "з",
                "по",
                "на",
                "п'ятницю",
                "тому",
                "доби",
                "минулої",
                "року",
                "марта",
                "с",
                "сутки",
                "назад",
                "вчера",
                "99",
                "00",
                "0",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=25,
)


@given(words=WORDS, language=st.sampled_from(["en", "uk", "ru"]), published=st.dates())
def test_any_words_give_days_in_order_and_none_ahead(
    words: list[str], language: str, published: date
) -> None:
    row = tokens(" ".join(words))
    found = days(row, published, load_lexicon(language))
    ends = [0, *(day.end for day in found)]
    for day, floor in zip(found, ends, strict=False):
        assert floor <= day.begin < day.end <= len(row)
        assert day.on is None or day.on.toordinal() <= published.toordinal() + 2


@given(back=st.integers(0, 27), published=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_without_a_year_is_the_nearest_before_publication(back: int, published: date) -> None:
    meant = published - timedelta(days=back)
    text = f"{meant.day}.{meant.month:02d}"
    (found,) = days(tokens(f"на {text}"), published, load_lexicon("uk"))
    assert found.on == meant
