"""Telegram preview pages: what is a good answer, how far it is read, and what to ask for next."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import telegram
from feeds.formats.page import vanished
from feeds.model import SourceKind
from tests.building import NOON, a_source
from tests.feeds.formats.answering import answer_of
from tests.feeds.formats.previewing import (
    ADDRESS,
    NO_POSTS,
    PAGE,
    PHOTO,
    UNSUPPORTED,
    page_of,
    post,
    seen,
    words,
)
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from feeds.formats.page import Page
    from feeds.model import Source

PINNED = words("Herald pinned a photo")
TO_PREVIEW = '<a class="tgme_page_context_link" href="/s/herald">Preview channel</a>'
WITHOUT_POSTS = "a channel preview without posts that doesn't say there are none"
LATER = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://t.me/Herald", "https://t.me/s/Herald"),
        ("http://www.t.me/Herald/", "https://t.me/s/Herald"),
        ("https://telegram.me/s/Herald", "https://t.me/s/Herald"),
        ("https://t.me/@Herald", "https://t.me/s/Herald"),
        ("https://t.me/s/Herald", "https://t.me/s/Herald"),
        ("https://t.me/s/Herald?q=%23front", "https://t.me/s/Herald?q=%23front"),
        ("http://127.0.0.1:8080/s/herald", "http://127.0.0.1:8080/s/herald"),
    ],
)
def test_a_channel_is_asked_for_its_preview(url: str, asked: str) -> None:
    source = a_source("herald", kind=SourceKind.TELEGRAM, url=url)
    assert telegram.first_url(source, since="7", now=NOON) == asked


def test_posts_without_text_and_service_posts_are_present_but_no_items(channel: Source) -> None:
    page = seen(channel, post(1, PHOTO), post(2, PINNED, css="service_message"), post(3, words("News.")))
    assert [item.key for item in page.items] == ["3"]
    assert (page.cursor, page.present) == ("3", frozenset(("1", "2", "3")))
    assert vanished({"2": page.items[0].published_at}, page) == ()


def test_a_post_that_stands_twice_is_one_item(channel: Source) -> None:
    page = seen(channel, post(3, words("News.")), post(3, words("News?")))
    assert [item.text for item in page.items] == ["News."]


def test_a_post_gone_from_between_others_has_vanished(channel: Source) -> None:
    before = seen(channel, *(post(number, words("News.")) for number in (3, 4, 5)))
    after = seen(channel, post(3, words("News.")), post(5, words("News.")))
    assert vanished({item.key: item.published_at for item in before.items}, after) == ("4",)


def test_a_number_that_can_not_be_read_makes_a_page_no_proof_of_deletion(channel: Source) -> None:
    page = seen(channel, post(3, words("News.")), post("b64_x", words("What?")), post(5, words("News.")))
    assert ([item.key for item in page.items], page.present) == (["3", "5"], None)


def test_an_empty_channel_says_so(channel: Source) -> None:
    page = seen(channel, NO_POSTS)
    assert (page.items, page.cursor, page.more, page.may_be_empty) == ((), "", "", False)


def test_a_page_of_pictures_is_fine(channel: Source) -> None:
    page = seen(channel, post(1, PHOTO), post(2, PHOTO + UNSUPPORTED))
    assert (page.items, page.cursor) == ((), "2")


def test_a_channel_that_was_only_created_is_fine(channel: Source) -> None:
    page = seen(channel, post(1, words("Channel created"), css="service_message"))
    assert (page.items, page.cursor) == ((), "1")


def read(channel: Source, html: str, url: str = ADDRESS) -> Page:
    return telegram.read(channel, answer_of(html.encode(), url=url))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (
            '<title>Telegram: Contact @herald</title><div class="tgme_page"></div>',
            "an HTML page titled 'Telegram: Contact @herald': Telegram knows no channel of this name",
        ),
        (
            '<title>Telegram: View @herald</title><div class="tgme_page"></div>',
            "an HTML page titled 'Telegram: View @herald': Telegram shows no preview of this name",
        ),
        (
            f'<title>Telegram: View @herald</title><div class="tgme_page">{TO_PREVIEW}</div>',
            "an HTML page titled 'Telegram: View @herald': the front page of a channel, not its preview",
        ),
        (
            PAGE.format('<div class="post">News.</div>'),
            f"an HTML page titled 'Herald – Telegram': {WITHOUT_POSTS}",
        ),
        ("<title>Blocked</title>", "an HTML page titled 'Blocked', not a channel preview"),
        ("", "an empty answer, not a channel preview"),
    ],
)
def test_a_page_that_is_no_preview_is_named(channel: Source, html: str, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(channel, html)
    assert str(caught.value) == found


@pytest.mark.parametrize(
    "unreadable",
    [
        (post(1, '<div class="message_words">News.</div>'), post(2, PHOTO)),
        (post(1, words("News."), dated=False), post(2, words("More."), dated=False)),
        (post("x", words("News.")), post("y", words("More."))),
        (post(1, UNSUPPORTED), post(2, UNSUPPORTED)),
        (post(1, '<div class="message_words">News.</div>'), post(2, PINNED, css="service_message")),
    ],
)
def test_posts_of_which_none_can_be_read_are_no_silence(channel: Source, unreadable: tuple[str, ...]) -> None:
    with pytest.raises(FormatError) as caught:
        seen(channel, *unreadable)
    assert str(caught.value) == "a channel preview that holds 2 posts of which none could be read"


def test_a_page_nested_beyond_reason_is_refused(channel: Source) -> None:
    with pytest.raises(FormatError, match="nested beyond reason"):
        read(channel, "</div>" * 50_000 + "<div>" * 50_000)


def news(*numbers: int) -> tuple[str, ...]:
    return tuple(post(number, words(f"News {number}.")) for number in numbers)


@pytest.mark.parametrize(
    ("since", "url", "more"),
    [
        ("20", ADDRESS, f"{ADDRESS}?before=30"),
        ("28", ADDRESS, f"{ADDRESS}?before=30"),
        ("29", ADDRESS, ""),
        ("31", ADDRESS, ""),
        ("99", ADDRESS, ""),
        ("", ADDRESS, ""),
        ("herald/20", ADDRESS, ""),
        ("²", ADDRESS, ""),
        ("20", f"{ADDRESS}?before=34", f"{ADDRESS}?before=30"),
        ("20", f"{ADDRESS}?before=30", ""),
        ("20", f"{ADDRESS}?before=25", ""),
        ("20", f"{ADDRESS}?q=front&before=34&after=1#x", f"{ADDRESS}?q=front&before=30"),
    ],
)
def test_older_posts_are_asked_for_while_some_may_be_unseen(
    channel: Source, since: str, url: str, more: str
) -> None:
    assert seen(channel, *news(30, 31, 33), url=url, since=since).more == more


def test_a_number_below_the_last_one_seen_is_taken_up(channel: Source) -> None:
    assert seen(channel, *news(1, 2), since="900").cursor == "2"


def test_a_page_of_older_posts_does_not_move_the_cursor(channel: Source) -> None:
    assert seen(channel, *news(30, 31), url=f"{ADDRESS}?before=34", since="20").cursor == ""


@pytest.mark.parametrize("inside", [NO_POSTS, "", post(3, UNSUPPORTED)])
def test_a_page_of_older_posts_may_have_nothing_to_tell(channel: Source, inside: str) -> None:
    page = seen(channel, inside, url=f"{ADDRESS}?before=34", since="30")
    assert (page.items, page.more, page.may_be_empty) == ((), "", True)


def walk(channel: Source, numbers: list[int], since: str) -> list[int]:
    """Poll a channel as the poller does and return the numbers of its items, newest page first."""
    url, had = telegram.first_url(channel, since=since, now=NOON), []
    for _ in range(60):
        before = int(url.partition("?before=")[2] or 10**6)
        shown = [number for number in numbers if number < before][-20:]
        page = seen(channel, *(news(*shown) or [NO_POSTS]), url=url, since=since)
        had += [int(item.key) for item in page.items]
        if not page.more:
            return had
        url = page.more
    raise AssertionError("it never ends")


@given(gaps=st.lists(st.integers(1, 5), min_size=1, max_size=90), since=st.integers(0, 500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_no_post_since_the_last_poll_is_missed(channel: Source, gaps: list[int], since: int) -> None:
    numbers = [sum(gaps[: count + 1]) for count in range(len(gaps))]
    had = walk(channel, numbers, str(since))
    assert {number for number in numbers if number > since} <= set(had)
    assert len(had) == len(set(had))
    assert len(had) <= len([number for number in numbers if number > since]) + 20


def test_a_first_poll_reads_one_page(channel: Source) -> None:
    assert walk(channel, list(range(1, 60)), "") == list(range(40, 60))


def strings_of(page: Page) -> list[str]:
    said = [page.cursor, page.more, *(page.present or ())]
    for item in page.items:
        said += (item.key, item.url, item.forwarded_from, *item.text.split("\n"))
    return said


def outcome(channel: Source, body: bytes) -> list[str]:
    try:
        return strings_of(telegram.read(channel, answer_of(body, url=ADDRESS, since="1")))
    except FormatError as error:
        return [str(error)]


@given(body=st.binary(max_size=200), inside=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_posts_or_no_preview(channel: Source, body: bytes, inside: bool) -> None:  # noqa: FBT001
    before, after = page_of(post(1, words("|"))).split(b"|")
    assert all(map(is_clean, outcome(channel, before + body + after if inside else body)))


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            (
                *('<div class="js-message_text">', "</div>", "<a href='https://x.invalid/'>", "</a>", "<br>"),
                *(
                    '<div class="tgme_widget_message" data-post="Herald/',
                    '7">',
                    '²">',
                    '99999999999999999999">',
                ),
                *('<a class="tgme_widget_message_reply">', '<i class="tgme_widget_message_date"', "<time "),
                *('datetime="', '2025-03-28T09:00:00+00:00"', '9999-12-31T23:59:59-23:59"', ">", "</time>"),
                *(
                    '<span class="tgme_widget_message_forwarded_from_name">',
                    "</span>",
                    " | ",
                    "@herald",
                    "&#27;",
                ),
                *(
                    "&#2;",
                    "\x03",
                    "<blockquote>",
                    "<tg-emoji>",
                    "&#x202e;",
                    "<!--",
                    "-->",
                    "<template>",
                    "<svg>",
                ),
            )
        ),
        st.text(max_size=8),
    ),
    max_size=30,
)


@given(soup=SOUP)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_soup_of_markup_is_posts_or_no_preview(channel: Source, soup: list[str]) -> None:
    body = page_of(post(7, words("".join(soup))), *news(8))
    assert all(map(is_clean, outcome(channel, body)))


PAGES = {  # how many items, how many forwards, how many present
    "page_rybar_2026-07-03": (15, 4, 15),
    "page_durov_2026-08-09": (19, 0, 20),
    "page_topwar_2023-02-28": (12, 5, 12),
    "page_prstnk_2026-05-30_two_posts": (1, 0, 2),
    "excerpt_clashreport_2026-08-24_quotes": (7, 0, 7),
    "excerpt_kpszsu_2026-10-04_main": (3, 0, 3),
}


@pytest.mark.parametrize("name", PAGES)
def test_recorded_pages_are_read_whole(channel: Source, sample: Callable[[str], bytes], name: str) -> None:
    body = sample(f"telegram/{name}.html")
    page = telegram.read(channel, answer_of(body, url=ADDRESS, received_at=LATER))
    forwards = sum(bool(item.forwarded_from) for item in page.items)
    assert (len(page.items), forwards, len(page.present or ())) == PAGES[name]
    assert not any(item.published_estimated for item in page.items)
    assert all(is_clean(line) for item in page.items for line in item.text.split("\n"))


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("channel", "front page of a channel"),
        ("free", "knows no channel"),
        ("group", "shows no preview"),
        ("user", "knows no channel"),
    ],
)
def test_recorded_pages_without_a_preview_are_refused(
    channel: Source, sample: Callable[[str], bytes], kind: str, found: str
) -> None:
    body = sample(f"telegram/nonpreview_tme_{kind}.html")
    with pytest.raises(FormatError, match=found):
        telegram.read(channel, answer_of(body))


WORDLESS = {
    "any2feed_message_media_round_video",
    "any2feed_message_sticker",
    "tchan_audio_message",
    "tchan_location_message",
    "tchan_location_message_2",
    "tchan_location_message_3",
    "tchan_no_posts_found",
    "tchan_round_video_single",
    "tchan_service_message_channel_created",
    "tchan_service_message_channel_name_changed",
    "tchan_service_message_channel_photo_updated",
    "tchan_service_message_pinned",
    "tchan_sticker_message",
    "tchan_video_single_2",
}
NO_POST = "tchan_channel_info"
FORWARDS = {
    "any2feed_message_media_file",
    "any2feed_message_media_forwarded_from",
    "any2feed_message_voice",
    "tchan_forwarded_text_message",
}


def test_recorded_posts_are_read_each_as_it_is(
    channel: Source, sample: Callable[[str], bytes], fragments: tuple[Path, ...]
) -> None:
    assert len(fragments) == 44
    for path in fragments:
        if path.stem == NO_POST:
            continue
        body = PAGE.encode().replace(b"{}", sample(f"telegram/fragments/{path.name}"))
        items = telegram.read(channel, answer_of(body, received_at=LATER)).items
        assert len(items) == (path.stem not in WORDLESS), path.stem
        assert any(item.forwarded_from for item in items) == (path.stem in FORWARDS), path.stem
