"""Telegram preview pages to Items."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.errors import FormatError
from feeds.formats import parse, vanished
from tests.building import NOON, an_item
from tests.feeds.formats.seeing import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.model import Item, Source

PAGE = """<!DOCTYPE html><html><head><title>Herald – Telegram</title></head><body>
<main class="tgme_main" data-url="/Herald"><section class="tgme_channel_history js-message_history">{}
</section></main></body></html>"""


def post(
    number: int,
    inside: str,
    *,
    css: str = "",
    edited: bool = False,
    video: bool = False,
) -> str:
    mark = ",&nbsp;edited &nbsp;" if edited else ""
    length = '<time class="message_video_duration">0:31</time>' if video else ""
    return f"""<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message js-widget_message {css}" data-post="Herald/{number}">
<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name">Herald</a></div>
{length}{inside}
<div class="tgme_widget_message_info"><span class="tgme_widget_message_views">17.2K</span>
<span class="tgme_widget_message_meta">{mark}<a class="tgme_widget_message_date"
 href="https://t.me/Herald/{number}"><time datetime="2025-03-28T09:{number:02}:00+00:00">09:00</time></a>
</span></div></div></div>"""


def words(text: str) -> str:
    return f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>'


def read(source: Source, *posts: str) -> tuple[Item, ...]:
    return parse(source, PAGE.format("".join(posts)).encode(), received_at=NOON)


def test_a_post_becomes_an_item(channel: Source) -> None:
    (item,) = read(channel, post(7, words("Fighting near <b>Popovka</b>&#33;<br/>More follows.")))
    assert (item.key, item.url) == ("herald/7", "https://t.me/Herald/7")
    assert (item.title, item.text) == ("", "Fighting near Popovka!\nMore follows.")
    assert item.published_at == datetime(2025, 3, 28, 9, 7, tzinfo=UTC)
    assert not item.published_estimated
    assert item.edited_at is None
    assert item.forwarded_from == ""


def test_the_post_that_a_reply_answers_is_not_its_text(channel: Source) -> None:
    quoted = (
        '<a class="tgme_widget_message_reply" href="https://t.me/Herald/1">'
        '<div class="tgme_widget_message_text js-message_reply_text">The village fell.</div>'
        '<div class="js-message_text">The village fell.</div></a>'
    )
    assert read(channel, post(2, quoted + words("Not so.")))[0].text == "Not so."


def test_the_length_of_a_video_is_not_its_date(channel: Source) -> None:
    assert read(channel, post(3, words("See."), video=True))[0].published_at.minute == 3


def test_the_mark_of_an_edit_is_no_text(channel: Source) -> None:
    plain, edited = (read(channel, post(3, words("See."), edited=mark))[0] for mark in (False, True))
    assert plain == edited


def test_a_forward_names_its_origin(channel: Source) -> None:
    origin = (
        '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;'
        '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/scout/12">'
        '<span dir="auto">The Scout</span></a></div>'
    )
    assert read(channel, post(4, origin + words("Seen.")))[0].forwarded_from == "The Scout"


def test_a_text_within_a_text_counts_once(channel: Source) -> None:
    assert read(channel, post(5, words(words("Once."))))[0].text == "Once."


def test_a_caption_apart_from_its_album_is_read(channel: Source) -> None:
    album = (
        '<div class="tgme_widget_message_grouped_wrap"><a class="tgme_widget_message_photo_wrap"></a></div>'
    )
    assert read(channel, post(6, album + words("Two bridges.")))[0].text == "Two bridges."


def test_a_quotation_stands_on_lines_of_its_own(channel: Source) -> None:
    text = words("Governor:<br/><br/><blockquote>We hold the bridge.</blockquote>")
    assert read(channel, post(8, text))[0].text == "Governor:\n\nWe hold the bridge."


def test_posts_without_text_and_service_posts_are_left_out(channel: Source) -> None:
    photo = post(1, '<a class="tgme_widget_message_photo_wrap"></a>')
    pinned = post(2, words("Herald pinned a photo"), css="service_message")
    assert [item.key for item in read(channel, photo, pinned, post(3, words("News.")))] == ["herald/3"]


def test_an_empty_channel_is_fine(channel: Source) -> None:
    assert read(channel, '<div class="tme_no_messages_found">No posts found</div>') == ()


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (
            '<title>Telegram: Contact @herald</title><div class="tgme_page"></div>',
            "an HTML page titled 'Telegram: Contact @herald': Telegram shows no preview of this name",
        ),
        ("<title>Blocked</title>", "an HTML page titled 'Blocked', not a channel preview"),
        ("", "an empty answer, not a channel preview"),
    ],
)
def test_a_page_that_is_no_preview_is_named(channel: Source, html: str, found: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(channel, html.encode(), received_at=NOON)
    assert str(caught.value) == found


@given(body=st.binary(max_size=200), inside=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_posts_or_no_preview(channel: Source, body: bytes, inside: bool) -> None:  # noqa: FBT001
    before, after = PAGE.format(post(1, words("|"))).encode().split(b"|")
    said: list[str] = []
    try:
        for item in parse(channel, before + body + after if inside else body, received_at=NOON):
            said += (item.key, item.url, *item.text.split("\n"))
    except FormatError as error:
        said.append(str(error))
    assert all(map(is_clean, said))


def page_of(*numbers: int) -> tuple[Item, ...]:
    return tuple(an_item(f"herald/{number}") for number in numbers)


def test_a_known_post_between_two_that_stand_has_vanished() -> None:
    assert vanished(["herald/2", "herald/3"], page_of(1, 3, 4)) == ("herald/2",)


def test_a_post_older_or_newer_than_the_page_has_not_vanished() -> None:
    assert vanished(["herald/1", "herald/9"], page_of(3, 5)) == ()


def test_a_post_of_another_name_has_not_vanished() -> None:
    assert vanished(["oldname/4", "file.txt", "herald/x"], page_of(3, 5)) == ()


def test_an_empty_page_proves_nothing() -> None:
    assert vanished(["herald/4"], ()) == ()


@pytest.mark.parametrize(
    ("name", "count", "forwards"),
    [
        ("page_rybar_2026-07-03", 15, 4),
        ("page_durov_2026-08-09", 19, 0),  # 20 blocks, one without text
        ("page_topwar_2023-02-28", 12, 5),
        ("page_prstnk_2026-05-30_two_posts", 1, 0),  # the other is a service post
        ("excerpt_clashreport_2026-08-24_quotes", 7, 0),
        ("excerpt_kpszsu_2026-10-04_main", 3, 0),
    ],
)
def test_recorded_pages_are_read_whole(
    channel: Source, sample: Callable[[str], bytes], name: str, count: int, forwards: int
) -> None:
    items = parse(channel, sample(f"telegram/{name}.html"), received_at=datetime(2026, 11, 22, tzinfo=UTC))
    assert len(items) == count
    assert sum(bool(item.forwarded_from) for item in items) == forwards
    assert not any(item.published_estimated for item in items)


@pytest.mark.parametrize("kind", ["channel", "free", "group", "user"])
def test_recorded_pages_without_a_preview_are_refused(
    channel: Source, sample: Callable[[str], bytes], kind: str
) -> None:
    with pytest.raises(FormatError, match="shows no preview"):
        parse(channel, sample(f"telegram/nonpreview_tme_{kind}.html"), received_at=NOON)


def test_a_page_nested_beyond_reason_is_refused(channel: Source) -> None:
    with pytest.raises(FormatError, match="nested beyond reason"):
        parse(channel, b"</div>" * 50_000 + b"<div>" * 50_000, received_at=NOON)
