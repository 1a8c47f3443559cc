"""What a post on a Telegram preview page says, and what on it others said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.feeds.formats.previewing import PHOTO, UNSUPPORTED, post, seen, words

if TYPE_CHECKING:
    from feeds.model import Item, Source


def item_of(channel: Source, block: str) -> Item:
    (item,) = seen(channel, block).items
    return item


def text_of(channel: Source, inside: str) -> str:
    return item_of(channel, post(7, inside)).text


def test_a_post_becomes_an_item(channel: Source) -> None:
    item = item_of(channel, post(7, words("Fighting near <b>Popovka</b>&#33;<br/>More follows.")))
    assert (item.key, item.url) == ("7", "https://t.me/Herald/7")
    assert (item.title, item.text) == ("", "Fighting near Popovka!\nMore follows.")
    assert item.published_at == datetime(2025, 3, 28, 9, 7, tzinfo=UTC)
    assert not item.published_estimated
    assert item.edited_at is None
    assert item.forwarded_from == ""


def test_a_renamed_channel_keeps_the_keys_of_its_posts(channel: Source) -> None:
    block = post(7, words("Seen."))
    before, after = item_of(channel, block), item_of(channel, block.replace("Herald/7", "Tribune/7"))
    assert (before.id, after.url) == (after.id, "https://t.me/Tribune/7")


REPLIES = (
    '<div class="tgme_widget_message_text js-message_reply_text">The village fell.</div>',
    '<div class="tgme_widget_message_metatext js-message_reply_text">Video</div>',
    '<div class="js-message_text">The village fell.</div>',
    '<div class="js-message_text js-message_reply_text">The village fell.</div>',
    '<div class="js-message_reply_text"><div class="js-message_text">The village fell.</div></div>',
    '<div class="tgme_widget_message_poll_question">Did it fall?</div>',
    '<i class="tgme_widget_message_date"><time datetime="2024-01-01T00:00:00+00:00"></time></i>',
    '<span class="tgme_widget_message_forwarded_from_name">The Scout</span>',
)


@pytest.mark.parametrize("quoted", REPLIES)
def test_the_post_that_a_reply_answers_is_no_part_of_it(channel: Source, quoted: str) -> None:
    reply = f'<a class="tgme_widget_message_reply" href="https://t.me/Herald/1">{quoted}</a>'
    item = item_of(channel, post(2, reply + words("Not so.")))
    assert (item.text, item.forwarded_from, item.published_at.year) == ("Not so.", "", 2025)


def test_a_reply_of_a_picture_has_no_text(channel: Source) -> None:
    quoted = '<div class="tgme_widget_message_text js-message_reply_text">The village fell.</div>'
    reply = f'<a class="tgme_widget_message_reply" href="https://t.me/Herald/1">{quoted}</a>'
    assert seen(channel, post(2, reply + PHOTO), post(3, words("See."))).items[0].key == "3"


def test_the_length_of_a_video_is_not_its_date(channel: Source) -> None:
    assert item_of(channel, post(3, words("See."), video=True)).published_at.minute == 3


def test_the_mark_of_an_edit_is_no_text(channel: Source) -> None:
    plain, edited = (item_of(channel, post(3, words("See."), edited=mark)) for mark in (False, True))
    assert plain == edited


def forwarded(name: str) -> str:
    return (
        f'<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;{name}</div>'
        + words("Seen.")
    )


def test_a_forward_names_its_origin(channel: Source) -> None:
    origin = (
        '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/scout/12">'
        '<span dir="auto">The Scout</span></a>'
    )
    assert item_of(channel, post(4, forwarded(origin))).forwarded_from == "The Scout"


def test_a_forward_of_a_hidden_author_names_them(channel: Source) -> None:
    origin = '<span class="tgme_widget_message_forwarded_from_name"><span dir="auto">Ivan</span></span>'
    assert item_of(channel, post(4, forwarded(origin))).forwarded_from == "Ivan"


def test_a_forward_without_a_name_is_still_none_of_the_channel_s_own(channel: Source) -> None:
    assert item_of(channel, post(4, forwarded("a deleted account"))).forwarded_from != ""


def test_a_channel_that_forwards_itself_goes_by_the_title_of_its_source(channel: Source) -> None:
    origin = '<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/herald/1">Вісник</a>'
    assert item_of(channel, post(4, forwarded(origin))).forwarded_from == channel.title


def test_a_text_within_a_text_counts_once(channel: Source) -> None:
    assert text_of(channel, words(words("Once."))) == "Once."


def test_a_caption_apart_from_its_album_is_read(channel: Source) -> None:
    album = (
        '<div class="tgme_widget_message_grouped_wrap"><a class="tgme_widget_message_photo_wrap"></a></div>'
    )
    assert text_of(channel, album + words("Two bridges.")) == "Two bridges."


def test_several_captions_are_paragraphs(channel: Source) -> None:
    assert (
        text_of(channel, PHOTO + words("The bridge.") + PHOTO + words("The mill."))
        == "The bridge.\n\nThe mill."
    )


def test_a_note_on_what_a_browser_can_t_show_is_no_text(channel: Source) -> None:
    assert text_of(channel, UNSUPPORTED + words("Seen.") + UNSUPPORTED) == "Seen."


def test_a_quotation_keeps_its_paragraphs(channel: Source) -> None:
    text = words("Governor:<br/><br/><blockquote>We hold the bridge.<br/><br/>And the mill.</blockquote>")
    assert text_of(channel, text) == "Governor:\n\nWe hold the bridge.\n\nAnd the mill."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<i class="emoji" style="background-image:url(x)"><b>🔥</b></i> Fire', "🔥 Fire"),
        ('<tg-emoji emoji-id="1"><i class="emoji"><b>🖼</b></i></tg-emoji>Map', "🖼Map"),
        ("<tg-spoiler>Popovka</tg-spoiler> fell", "Popovka fell"),
        ('<a href="https://map.invalid/#14/48.42/37.22">Popovka</a> fell', "Popovka fell"),
        ("<u>a</u><s>b</s><code>c</code><pre>d</pre>e", "abc\n\nd\n\ne"),
    ],
)
def test_the_words_in_a_text_stay_and_their_wrappers_go(channel: Source, html: str, text: str) -> None:
    assert text_of(channel, words(html)) == text


def test_of_a_poll_only_the_question_is_text(channel: Source) -> None:
    poll = (
        '<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Will it hold?'
        '</div><div class="tgme_widget_message_poll_type">Anonymous Poll</div>'
        '<div class="tgme_widget_message_poll_option_text">The village has fallen</div></div>'
    )
    assert text_of(channel, poll) == "Will it hold?"


def test_a_link_preview_and_reactions_are_no_text(channel: Source) -> None:
    card = (
        '<a class="tgme_widget_message_link_preview"><div class="link_preview_title">Elsewhere</div></a>'
        '<div class="tgme_widget_message_reactions"><span class="tgme_reaction">👍31</span></div>'
    )
    assert text_of(channel, words("Seen.") + card) == "Seen."


def test_a_post_within_a_post_is_no_part_of_it(channel: Source) -> None:
    page = seen(channel, post(4, post(3, words("Theirs.")) + words("Ours.")))
    assert [(item.key, item.text) for item in page.items] == [("4", "Ours.")]
