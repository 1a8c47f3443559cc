"""HTML as plain text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.formats.cleaning import clean_text
from feeds.formats.markup import name_of_page, text_of_html

BITS = ("<p>", "</p>", "<br>", " one ", " two ", " три ", "<b>", "</b>", "<li>", "<td>", "<!-- x -->", "\n\n")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One &amp; two.</p>\n <p>Three.</p>", "One & two.\n\nThree."),
        ("one<br/>two<br>\n<br>three", "one\ntwo\n\nthree"),
        (
            "Governor:<br/><br/><blockquote>We hold.</blockquote>Then he left.",
            "Governor:\n\nWe hold.\n\nThen he left.",
        ),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("a<script>alert(1)</script><style>b{}</style>c<!-- d -->", "ac"),
        ("<i class='emoji'><b>🔥</b></i> near <a href='x'>Popovka</a>", "🔥 near Popovka"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("plain text,\nwrapped\n\nsecond paragraph", "plain text, wrapped\n\nsecond paragraph"),
        ("5 < 6 & 7 > 6", "5 < 6 & 7 > 6"),
        ("&lt;p&gt;escaped twice&lt;/p&gt;&lt;p&gt;again&lt;/p&gt;", "escaped twice\n\nagain"),
        ("&amp;nbsp;", ""),
        ("a&nbsp;b&#8201;c\t d", "a b c d"),
        ("one\n \n\ntwo &amp; three", "one\n\ntwo & three"),
        ("<div>a<textarea>no</textarea><template>no</template>b</div>", "ab"),
        ("a<b> b </b>c <i>\n</i> d", "a b c d"),
        ("", ""),
    ],
)
def test_html_becomes_text_with_paragraphs(html: str, expected: str) -> None:
    assert clean_text(text_of_html(html), 1_000) == expected


@given(st.lists(st.sampled_from(BITS), max_size=12).map("".join))
def test_the_words_of_any_markup_stay_in_order(html: str) -> None:
    words = [word for word in text_of_html(html).split() if word in {"one", "two", "три"}]
    assert words == re.findall(r"one|two|три", html)


@pytest.mark.parametrize("html", ["<p>" * 300_000, "<b><i>" * 300_000, "&nbsp;" * 100_000, "<" * 1_000_000])
def test_floods_of_markup_have_no_words(html: str) -> None:
    assert set(clean_text(text_of_html(html), 1_000_000)) <= {"<"}


def test_a_hundred_thousand_nested_tags_are_no_trouble() -> None:
    assert clean_text(text_of_html("<b>" * 100_000 + "deep"), 100) == "deep"


def test_a_page_is_called_by_its_title() -> None:
    assert name_of_page("<html><title>Are you\n human?</title>") == "an HTML page titled 'Are you human?'"
    assert name_of_page("<html><p>x") == "an HTML page without a title"


@given(st.text(st.characters(codec="utf-8", exclude_characters="<>&\x00"), max_size=60))
def test_one_paragraph_reads_the_same_alone_and_among_others(words: str) -> None:
    alone = text_of_html(f"<p>{words}</p>")
    assert f"before {alone}".split() == text_of_html(f"<b>before</b><p>{words}</p>").split()
    assert "\n" not in alone
