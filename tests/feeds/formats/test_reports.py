"""The body of a daily report as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats.reports import report_page, report_text
from tests.feeds.formats.report_pages import (
    BODY,
    CORRECTION,
    DRUPAL,
    FILLER,
    MENU,
    MIRROR,
    TITLE,
    WORDPRESS,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = re.compile(r"\[(?:\d{1,3}|[ivxl]+)\](?![a-z])")


def paragraphs(text: str) -> list[str]:
    return [words.strip() for words in text.split("\n\n")]


def test_a_report_keeps_its_heads_and_its_correction_comes_first() -> None:
    found = paragraphs(report_page(WORDPRESS).text)
    assert found[:3] == [CORRECTION, "Toplines", f"The patrol left Popovka. It came back. {FILLER}"]
    heads = ["Key Takeaways", "Main Effort: Northern Road", "Effort #1 – Popovka", "Objective: keep the road"]
    assert [words for words in found if words in heads] == heads


def test_points_are_lines() -> None:
    points = next(words for words in paragraphs(report_page(WORDPRESS).text) if "Nothing else" in words)
    assert [point.strip() for point in points.split("\n")] == ["The patrol left.", "Nothing else moved."]


def test_a_footnote_leaves_a_gap_and_other_brackets_stay() -> None:
    text = report_page(WORDPRESS).text
    assert "was quiet. Others were silent." in text
    assert "said [18 August] was quiet" in text
    assert "Corps [AC]." in text
    assert not MARK.search(text)


@pytest.mark.parametrize("page", [WORDPRESS, DRUPAL, MIRROR], ids=["wordpress", "drupal", "mirror"])
def test_maps_menus_endnotes_and_placeholders_are_out(page: str) -> None:
    text = report_page(page).text
    assert not re.search(
        r"\{\{|https?:|Zoom|Map |draw\(\)|Endnotes|gazette|Download|Donate|Reading Now", text
    )
    assert MENU not in text
    assert not MARK.search(text)
    assert text.endswith(FILLER)


def test_heads_that_are_but_bold_are_paragraphs_of_their_own() -> None:
    found = paragraphs(report_page(DRUPAL).text)
    assert found[1:4] == [
        "Key Takeaways",
        "The patrol left.",
        "Main Effort – Northern Road (Objective: keep the road)",
    ]
    assert f"The ditch was filled. {FILLER}" in found


def test_the_longest_block_is_the_report_where_no_frame_is_known() -> None:
    report = report_page(MIRROR)
    assert not report.known
    assert paragraphs(report.text)[:2] == [
        f"The patrol left Popovka. {FILLER}",
        "Main Effort – Northern Road",
    ]
    assert '"We need [civil] help, [i]t is late,"' in report.text


def test_a_known_frame_is_said_to_be_one() -> None:
    assert report_page(WORDPRESS).known
    assert report_page(DRUPAL).known


def test_a_report_from_the_interface_reads_like_its_page() -> None:
    assert report_text(BODY) == report_page(WORDPRESS).text


def test_other_texts_are_left_as_they_are() -> None:
    assert (
        report_text("<p>One.</p><p>Two [sic].</p><blockquote>Three.</blockquote>")
        == "One.\n\nTwo [sic].\n\nThree."
    )
    assert report_text("just words") == "just words"
    assert report_text("") == ""


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<title>{TITLE}</title><div class='dynamic-entry-content'></div>", "hardly any text"),
        (f"<title>T</title><div class='dynamic-entry-content'>{4 * paragraph('x')}</div>", "hardly any text"),
        ("<title>Cookies</title><div>Accept?</div>", "an HTML page titled 'Cookies', not a report"),
        ("plain words", "an HTML page without a title, not a report"),
        ("<title>C</title>" + 9 * "<p>Accept?</p>", "hardly any text"),
        ("<div>" * 6_000, "nested beyond reason"),
    ],
)
def test_a_page_without_a_report_is_named(page: str, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        report_page(page)
    assert found in str(caught.value)


def test_a_page_of_nested_paragraphs_ends_soon() -> None:
    with pytest.raises(FormatError):
        report_page("<p><button>" * 4_000 + "word " * 100_000)


@given(
    pieces=st.lists(
        st.sampled_from(
            [*re.findall(r"<[^>]+>|[^<]+", MIRROR), "<p><figcaption>", "[1]", "{{", "\x00", "</div>"]
        ),
        max_size=60,
    )
)
@settings(deadline=None)
def test_any_page_is_a_report_or_none(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert "{{region.title}}" not in report_text(html)
    try:
        text = report_page(html).text
    except FormatError:
        return
    assert len(paragraphs(text)) >= 5


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        (
            "understandingwar_roca_2026-06-30.html",
            [
                "Toplines",
                "Key Takeaways",
                "Ukrainian Operations in the Russian Federation",
                "Russian Supporting Effort: Northern Axis",
                "Russian Main Effort: Eastern Ukraine",
                "Russian Subordinate Main Effort #1 – Kharkiv Oblast",
                "Russian Subordinate Main Effort #2 – Oskil River",
                "Russian Subordinate Main Effort #3 – Donetsk Oblast",
                "Russian Supporting Effort: Southern Axis",
                "Significant Activity in Belarus",
            ],
        ),
        (
            "understandingwar_drupal_roca_2023-05-03.html",
            ["Key Takeaways", "Russian Main Effort – Eastern Ukraine"],
        ),
        (
            "understandingwar_drupal_roca_2023-04-30.html",
            ["Key inflections in ongoing military operations on April 30:"],
        ),
    ],
)
def test_recorded_reports_are_read_whole(sample: Callable[[str], bytes], name: str, heads: list[str]) -> None:
    report = report_page(sample(f"isw/{name}").decode())
    found = paragraphs(report.text)
    assert [words for words in found if words in heads] == heads
    assert not MARK.search(report.text)
    assert not re.search(r"https?:|\{\{|fancybox|JOIN OUR NETWORK|Babel Street", report.text)
    assert len(report.text) > 20_000
    assert found[-1].startswith(("Note: ISW does not receive", "The Ukrainian General Staff"))


def test_the_recorded_correction_is_the_first_paragraph(sample: Callable[[str], bytes]) -> None:
    text = report_page(sample("isw/understandingwar_roca_2026-06-30.html").decode()).text
    assert text.startswith("CORRECTION: Russian forces advanced on average 1.03 square kilometers")
