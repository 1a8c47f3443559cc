"""Rendering a page of posts as the public preview of a Telegram channel.

The structure follows recorded pages of 2023 to 2026, with what is known to trip readers: a video
has a ``<time>`` of its own before the real one, a reply holds the text of another post before its
own, and an edited post keeps its date.
"""

from __future__ import annotations

import hashlib
from html import escape
from typing import TYPE_CHECKING

from feeds.demo.markup import plain_start, post_html
from feeds.demo.story import Media

if TYPE_CHECKING:
    from datetime import datetime

    from feeds.demo.story import Forward, Page, Post, Publisher, Shown, Wording

_VIEWS_FULL_AFTER_S = 24 * 3600
_THOUSAND, _MILLION = 1_000, 1_000_000


def render_preview(publisher: Publisher, page: Page, *, now: datetime) -> bytes:
    """Return the page, newest post last; the views grow with ``now``."""
    channel, title = publisher.home, escape(publisher.source.title)
    blocks = "".join(_block(publisher, shown, now) for shown in page.posts)
    empty = '<div class="tme_no_messages_found">No posts found</div>'
    about = escape(publisher.description)
    return (
        '<!DOCTYPE html>\n<html>\n  <head>\n    <meta charset="utf-8">\n'
        f"    <title>{title} – Telegram</title>\n"
        f'    <meta property="og:title" content="{title}">\n'
        '    <meta property="og:site_name" content="Telegram">\n'
        f'    <meta property="og:description" content="{about}">\n'
        f"{_links(channel, page)}  </head>\n"
        '  <body class="widget_frame_base tgme_webpreview">\n'
        f"{_header(publisher)}"
        f'<main class="tgme_main" data-url="/{channel}">\n  <div class="tgme_container">\n'
        '    <section class="tgme_channel_history js-message_history">\n'
        f"{_pager(channel, page)}{blocks or empty}\n"
        "    </section>\n  </div>\n</main>\n  </body>\n</html>\n<!-- page generated in 21.4ms -->\n"
    ).encode()


def render_closed(publisher: Publisher) -> bytes:
    """Return what Telegram shows, with status 200, for a channel without a preview."""
    channel = publisher.home
    return (
        '<!DOCTYPE html>\n<html>\n  <head>\n    <meta charset="utf-8">\n'
        f"    <title>Telegram: View @{channel}</title>\n"
        '    <meta name="robots" content="noindex, nofollow">\n  </head>\n'
        '  <body class="no_transition">\n    <div class="tgme_page_wrap"><div class="tgme_page">\n'
        f'      <div class="tgme_page_title"><span dir="auto">{escape(publisher.source.title)}</span></div>\n'
        '      <div class="tgme_page_action"><a class="tgme_action_button_new"'
        f' href="tg://resolve?domain={channel}">View in Telegram</a></div>\n'
        "    </div></div>\n  </body>\n</html>\n"
    ).encode()


def _links(channel: str, page: Page) -> str:
    if not page.posts:
        return ""
    first, last = page.posts[0].post.key, page.posts[-1].post.key
    older = f'    <link rel="prev" href="/s/{channel}?before={first}">\n' if page.older else ""
    return f'{older}    <link rel="canonical" href="/s/{channel}?before={int(last) + 1}">\n'


def _pager(channel: str, page: Page) -> str:
    if not page.older:
        return ""
    first = page.posts[0].post.key
    return (
        '<div class="tgme_widget_message_centered js-messages_more_wrap">'
        f'<a href="/s/{channel}?before={first}" class="tme_messages_more js-messages_more"'
        f' data-before="{first}"></a></div>'
    )


def _header(publisher: Publisher) -> str:
    subscribers = _short(_seed(publisher.home) * 3)
    return (
        '<header class="tgme_header"><div class="tgme_channel_info_header">\n'
        '  <div class="tgme_channel_info_header_title"><span dir="auto">'
        f"{escape(publisher.source.title)}</span></div>\n</div>\n"
        '<div class="tgme_channel_info_counter"><span class="counter_value">'
        f'{subscribers}</span> <span class="counter_type">subscribers</span></div></header>\n'
    )


def _block(publisher: Publisher, shown: Shown, now: datetime) -> str:
    """Return one post in its wrapper."""
    post, channel = shown.post, publisher.home
    address = f"https://t.me/{channel}/{post.key}"
    service = " service_message" if post.service else ""
    return (
        '<div class="tgme_widget_message_wrap js-widget_message_wrap">'
        f'<div class="tgme_widget_message text_not_supported_wrap{service} js-widget_message"'
        f' data-post="{channel}/{post.key}">\n  <div class="tgme_widget_message_bubble">\n'
        '    <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name"'
        f' href="https://t.me/{channel}"><span dir="auto">{escape(publisher.source.title)}</span></a></div>\n'
        f"{_forwarded(post.forward)}{_reply(publisher, shown)}{_media(post.media, address)}"
        f'<div class="tgme_widget_message_text js-message_text" dir="auto">{post_html(shown.wording)}</div>\n'
        f"{_footer(shown, address, now)}  </div>\n</div></div>\n"
    )


def _forwarded(forward: Forward | None) -> str:
    if forward is None:
        return ""
    inner = f'<span dir="auto">{escape(forward.name)}</span>'
    named = 'class="tgme_widget_message_forwarded_from_name"'
    name = (
        f'<a {named} href="https://t.me/{forward.post}">{inner}</a>'
        if forward.post
        else f"<span {named}>{inner}</span>"
    )
    return (
        '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;'
        + name
        + "</div>\n"
    )


def _reply(publisher: Publisher, shown: Shown) -> str:
    if shown.replied is None:
        return ""
    return (
        '<a class="tgme_widget_message_reply user-color-default"'
        f' href="https://t.me/{publisher.home}/{shown.post.reply_to}">'
        '<div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name"'
        f' dir="auto">{escape(publisher.source.title)}</span></div>'
        '<div class="tgme_widget_message_text js-message_reply_text" dir="auto">'
        f"{_excerpt(shown.replied)}</div></a>\n"
    )


def _excerpt(wording: Wording) -> str:
    return escape(plain_start(wording)[:120])


def _media(media: Media, address: str) -> str:
    if media is Media.PHOTO:
        return (
            f'<a class="tgme_widget_message_photo_wrap" href="{address}"'
            " style=\"width:800px;background-image:url('/photo.jpg')\"></a>"
        )
    if media is Media.VIDEO:
        return (
            f'<a class="tgme_widget_message_video_player js-message_video_player" href="{address}">'
            '<time class="message_video_duration js-message_video_duration">0:31</time></a>'
        )
    return ""


def _footer(shown: Shown, address: str, now: datetime) -> str:
    at = shown.post.at
    edited = "edited &nbsp;" if shown.edited else ""
    return (
        '<div class="tgme_widget_message_footer compact js-message_footer">'
        f'<div class="tgme_widget_message_info short js-message_info">\n{_viewed(shown.post, now)}'
        f'    <span class="tgme_widget_message_meta">{edited}'
        f'<a class="tgme_widget_message_date" href="{address}">'
        f'<time datetime="{at:%Y-%m-%dT%H:%M:%S}+00:00" class="time">{at:%H:%M}</time></a></span>\n'
        "  </div></div>\n"
    )


def _viewed(post: Post, now: datetime) -> str:
    """Return the views, which Telegram leaves out of service messages."""
    if post.service:
        return ""
    age = min((now - post.at).total_seconds() / _VIEWS_FULL_AFTER_S, 1.0)
    views = _short(int(_seed(post.key) * (0.05 + 0.95 * age)))
    return f'    <span class="tgme_widget_message_views">{views}</span><span class="copyonly"> views</span>\n'


def _seed(name: str) -> int:
    """Return a made-up count from 2,000 to 41,999 that always is the same for ``name``."""
    return 2_000 + int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest()) % 40_000


def _short(count: int) -> str:
    """Return ``count`` as Telegram rounds it: ``697``, ``17.2K``, ``1.3M``."""
    if count < _THOUSAND:
        return str(count)
    if count < _MILLION:
        return f"{count / _THOUSAND:.1f}K"
    return f"{count / _MILLION:.1f}M"
