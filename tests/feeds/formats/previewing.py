"""Pages as Telegram's public preview has them, built post by post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.formats import telegram
from tests.feeds.formats.answering import answer_of

if TYPE_CHECKING:
    from feeds.formats.page import Page
    from feeds.model import Source

PAGE = """<!DOCTYPE html><html><head><title>Herald – Telegram</title></head><body>
<main class="tgme_main" data-url="/Herald"><section class="tgme_channel_history js-message_history">{}
</section></main></body></html>"""
ADDRESS = "https://t.me/s/Herald"
PHOTO = '<a class="tgme_widget_message_photo_wrap"></a>'
NO_POSTS = '<div class="tme_no_messages_found">No posts found</div>'
UNSUPPORTED = (
    '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported">'
    '<div class="message_media_not_supported_label">Please open Telegram to view this post</div>'
    '<a class="message_media_view_in_telegram">VIEW IN TELEGRAM</a></div></div>'
)


def post(
    number: int | str,
    inside: str,
    *,
    css: str = "",
    edited: bool = False,
    video: bool = False,
    dated: bool = True,
) -> str:
    """Return one block of a page; its minute is the last digits of its number."""
    mark = ",&nbsp;edited &nbsp;" if edited else ""
    length = '<time class="message_video_duration">0:31</time>' if video else ""
    minute = int(number) % 60 if str(number).isdecimal() else 0
    moment = f'datetime="2025-03-28T09:{minute:02}:00+00:00"' if dated else ""
    return f"""<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message js-widget_message {css}" data-post="Herald/{number}">
<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name">Herald</a></div>
{length}{inside}
<div class="tgme_widget_message_info"><span class="tgme_widget_message_views">17.2K</span>
<span class="tgme_widget_message_meta">{mark}<a class="tgme_widget_message_date"
 href="https://t.me/Herald/{number}"><time {moment}>09:00</time></a>
</span></div></div></div>"""


def words(text: str) -> str:
    """Return the part of a block that holds what the channel wrote."""
    return f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>'


def page_of(*posts: str) -> bytes:
    """Return a whole page."""
    return PAGE.format("".join(posts)).encode()


def seen(channel: Source, *posts: str, url: str = ADDRESS, since: str = "") -> Page:
    """Return what is read from a page with ``posts``."""
    return telegram.read(channel, answer_of(page_of(*posts), url=url, since=since))
