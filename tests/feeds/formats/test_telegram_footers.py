"""Rows of links under a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.feeds.formats.previewing import post, seen, words

if TYPE_CHECKING:
    from feeds.model import Source

NEWS = "Fighting near Popovka."


def link(text: str, href: str = "https://site.invalid/") -> str:
    return f'<a href="{href}" onclick="return confirm(1)">{text}</a>'


def text_of(channel: Source, html: str) -> str:
    (item,) = seen(channel, post(7, words(html))).items
    return item.text


@pytest.mark.parametrize(
    "footer",
    [
        f"{link('Map')} 🛑 {link('Blog')} 🛑 {link('Write to us')}",
        f"<b>✉️</b>{link('<b>VK</b>')}<b> | </b>✉️ {link('MAX')}<br/><br/>💸{link('Support us')}",
        f"📍{link('<b>@herald_maps</b>')} <br/><br/>💸 {link('Support us')}",
        f"{link('@herald')} {link('@herald_maps')}",
        f"🗺 {link('herald-map.invalid')}",
        f"____<br/>{link('Map')} • {link('Shop')} •<br/>____",
    ],
)
def test_a_closing_row_of_links_is_cut(channel: Source, footer: str) -> None:
    text = text_of(channel, f"{NEWS}<br/><br/>{footer}")
    assert text.rstrip("_\n") == NEWS


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"{NEWS}<br/>{link('Popovka has fallen')}", f"{NEWS}\nPopovka has fallen"),
        (f"{NEWS}<br/>💸 {link('Support us')}", f"{NEWS}\n💸 Support us"),
        (f"{NEWS}<br/>{link('https://t.me/scout/5')}", f"{NEWS}\nhttps://t.me/scout/5"),
        (f"{NEWS}<br/>Written by {link('@scout')}", f"{NEWS}\nWritten by @scout"),
        (f"{NEWS}<br/>{link('Popovka')}, {link('Sudzha')}", f"{NEWS}\nPopovka, Sudzha"),
        (f"{NEWS}<br/>{link('They said')} {link('they left')}", f"{NEWS}\nThey said they left"),
        (f"{NEWS}<br/>{link('Our forces have left Popovka')} | {link('Map')}", None),
        (f"{NEWS}<br/>{link('#Popovka', '?q=%23Popovka')} | {link('#Sudzha', '?q=%23Sudzha')}", None),
        (f"{NEWS}<br/>{link('Popovka', 'https://m.invalid/#14/50.78/35.5')} | {link('Sudzha')}", None),
        (f"{NEWS}<br/>{link('Popovka', 'https://t.me/Herald/6')} | {link('Sudzha')}", None),
        (f"{link('Map')} | {link('Blog')}", None),
        (f"{link('Map')} | {link('Blog')}<br/>{NEWS}", None),
    ],
)
def test_what_may_be_news_is_kept(channel: Source, html: str, text: str | None) -> None:
    kept = text_of(channel, html)
    assert kept == text if text else all(word in kept for word in ("Sudzha", "Map", "Blog") if word in html)
    assert not {"\x02", "\x03"} & set(kept)


def test_a_hashtag_above_a_row_of_links_is_kept(channel: Source) -> None:
    tags = link("#Popovka", "?q=%23Popovka")
    assert text_of(channel, f"{NEWS}<br/>{tags}<br/>{link('RU')} | {link('EN')}") == f"{NEWS}\n#Popovka"
