"""Pages of one day each to Items."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import daily_page
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.odd_json import assert_read_or_refused
from tests.feeds.formats.report_pages import BODY, CORRECTION, DRUPAL, MIRROR, TITLE, WORDPRESS

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.formats.page import Page
    from feeds.model import Source

STEM = "https://desk.invalid/border-assessment"
TEMPLATE = f"{STEM}-{{month}}-{{day}}-{{year}}/"
TODAY = f"{STEM}-march-27-2025/"
YESTERDAY = f"{STEM}-march-26-2025/"


def a_desk(template: str = TEMPLATE) -> Source:
    return a_source("desk", kind=SourceKind.DAILY_PAGE, url=template)


def read(html: str, *, url: str = TODAY, since: str = "", received_at: datetime = NOON) -> Page:
    answer = answer_of(html.encode(), url=url, since=since, received_at=received_at)
    return daily_page.read(a_desk(), answer)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-03-27T23:59:59", YESTERDAY),  # 19:59 in New York, summer time
        ("2025-03-28T00:00:00", TODAY),
        ("2025-03-28T12:00:00", TODAY),
        ("2025-01-02T00:59:59", "https://desk.invalid/border-assessment-december-31-2024/"),
        ("2025-01-02T01:00:00", "https://desk.invalid/border-assessment-january-1-2025/"),
    ],
)
def test_the_latest_page_that_should_be_out_is_asked_for(now: str, expected: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert daily_page.first_url(a_desk(), since="", now=moment) == expected


@pytest.mark.parametrize(
    ("template", "asked", "expected"),
    [
        (TEMPLATE, "march-27-2025", "march-26-2025"),
        (TEMPLATE, "March-01-2025", "february-28-2025"),
        (TEMPLATE, "january-1-2025", "december-31-2024"),
        (TEMPLATE, "march-32-2025", None),
        (TEMPLATE, "marchember-2-2025", None),
        (TEMPLATE, "today", None),
        ("https://a.invalid/{year}/{month}-{day}.{year}?x=1", "2025/may-1.2025", "2025/april-30.2025"),
        ("https://a.invalid/{year}/{month}-{day}.{year}?x=1", "2025/may-1.2024", None),
        ("https://a.invalid/daily", "", None),
    ],
)
def test_the_day_before_is_counted_in_the_address(template: str, asked: str, expected: str | None) -> None:
    head, tail = ("https://a.invalid/", "?x=1") if "a.invalid" in template else (f"{STEM}-", "/")
    found = daily_page.day_before(a_desk(template), f"{head}{asked}{tail}")
    assert found == ("" if expected is None else f"{head}{expected}{tail}")


@given(now=st.datetimes(datetime(2022, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_day_back_is_always_a_day_back(now: datetime) -> None:
    first = daily_page.first_url(a_desk(), since="", now=now)
    assert daily_page.day_before(a_desk(), first) == daily_page.first_url(
        a_desk(), since="", now=now - timedelta(days=1)
    )


def test_a_page_becomes_one_item_of_its_day() -> None:
    page = read(WORDPRESS)
    (item,) = page.items
    assert (item.key, item.url, item.title) == ("2025-03-27", TODAY, TITLE)
    assert item.text.startswith(CORRECTION)
    assert item.published_at == datetime(2025, 3, 27, 23, 35, 12, tzinfo=UTC)
    assert item.edited_at == datetime(2025, 3, 28, 9, 30, tzinfo=UTC)
    assert not item.published_estimated
    assert page.cursor == "2025-03-27"
    assert page.present is None


def test_a_report_has_one_key_wherever_it_stands() -> None:
    items = [read(html).items[0] for html in (WORDPRESS, DRUPAL, MIRROR)]
    assert {item.key for item in items} == {"2025-03-27"}
    assert {item.title for item in items} == {TITLE}
    assert items[1].published_at == datetime(2025, 3, 27, 21, 48, 49, tzinfo=UTC)


def test_a_time_that_is_not_given_is_estimated() -> None:
    (item,) = read(MIRROR).items
    assert item.published_at == datetime(2025, 3, 28, tzinfo=UTC)  # 20:00 in New York
    assert item.published_estimated
    early = datetime(2025, 3, 27, 22, tzinfo=UTC)
    assert read(MIRROR, received_at=early).items[0].published_at == early


def test_a_time_far_from_the_day_is_not_believed() -> None:
    (item,) = read(WORDPRESS.replace("2025-03-27T23:35:12", "2012-05-10T14:29:05")).items
    assert item.published_at == datetime(2025, 3, 28, tzinfo=UTC)
    assert item.published_estimated
    assert item.edited_at is None


def test_the_title_names_the_day_and_not_the_address() -> None:
    assert read(WORDPRESS, url=YESTERDAY).items[0].key == "2025-03-27"
    short = WORDPRESS.replace(TITLE, "Border Assessment, Mar. 27, 2025")
    assert read(short, url=YESTERDAY).items[0].key == "2025-03-27"


def test_a_title_with_a_wrong_year_is_a_slip() -> None:
    slip = WORDPRESS.replace("March 27, 2025", "March 27, 2024")
    assert read(slip).items[0].key == "2025-03-27"


def test_a_title_without_a_date_leaves_the_address() -> None:
    assert read(WORDPRESS.replace(TITLE, "Border Assessment")).items[0].key == "2025-03-27"


def test_a_text_of_unknown_frame_and_day_is_no_report() -> None:
    with pytest.raises(FormatError) as caught:
        read(MIRROR.replace(TITLE, "Welcome"))
    assert str(caught.value) == "an HTML page titled 'Welcome | Mirror', without the date of a report"


def test_earlier_days_follow_until_the_last_poll() -> None:
    assert read(WORDPRESS).more == ""  # the first poll reads no older pages
    assert read(WORDPRESS, since="2025-03-24").more == YESTERDAY
    assert read(WORDPRESS, since="2025-03-26").more == ""
    assert read(WORDPRESS, since="2025-03-27").more == ""
    assert read(WORDPRESS, since="some day").more == ""


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (" \n", "an empty answer, not a report"),
        ("<title>Just a moment...</title>", "an HTML page titled 'Just a moment...', not a report"),
        (WORDPRESS.replace(BODY, "<p>Soon.</p>"), f"'{TITLE} | Desk', with hardly any text"),
        ('{"error": 3}', "an HTML page without a title, not a report"),
    ],
)
def test_what_is_no_report_is_named(html: str, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(html)
    assert found in str(caught.value)


@given(
    html=st.sampled_from([WORDPRESS, DRUPAL, MIRROR]),
    cut=st.tuples(st.integers(0, 4_000), st.integers(0, 300)),
    other=st.text(max_size=20) | st.sampled_from(["February 30, 2025", "December 31, 9999", "\x1b[2J", "{{"]),
    url=st.sampled_from([TODAY, "", "x", "https://desk.invalid/border-assessment-january-1-0001/"]),
    since=st.sampled_from(["", "2025-03-20", "0001-01-01", "soon"]),
)
@settings(deadline=None, max_examples=150)
def test_any_page_is_a_report_or_refused(
    html: str, cut: tuple[int, int], other: str, url: str, since: str
) -> None:
    start, length = cut
    body = (html[:start] + other + html[start + length :]).replace(TITLE, other, 1)
    assert_read_or_refused(daily_page.read, a_desk(), body.encode("utf-8", "replace"), url=url, since=since)


@pytest.mark.parametrize(
    ("name", "published_at"),
    [
        ("understandingwar_roca_2026-06-30", datetime(2026, 6, 30, 23, 35, 12, tzinfo=UTC)),
        ("understandingwar_drupal_roca_2023-04-30", datetime(2023, 4, 30, 23, 18, 30, tzinfo=UTC)),
        ("understandingwar_drupal_roca_2023-05-03", datetime(2023, 5, 3, 21, 48, 49, tzinfo=UTC)),
    ],
)
def test_recorded_pages_have_their_days(
    sample: Callable[[str], bytes], name: str, published_at: datetime
) -> None:
    answer = answer_of(sample(f"isw/{name}.html"), received_at=datetime(2026, 11, 22, tzinfo=UTC))
    (item,) = daily_page.read(a_desk(), answer).items
    assert item.key == published_at.date().isoformat()
    assert (item.published_at, item.published_estimated) == (published_at, False)
    assert item.title.startswith("Russian Offensive Campaign Assessment, ")
