"""One poll of one source, and the state that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from feeds.clock import SetClock
from feeds.fetching import http_url, poll
from feeds.model import Health, Source, SourceKind, SourceState
from tests.building import NOON, a_source

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.feeds.fetching.conftest import Scripted

FEED = b"<rss version='2.0'><channel><item><guid>1</guid><title>Hit</title></item></channel></rss>"
POST = b"""<section class="tgme_channel_history"><div class="tgme_widget_message" data-post="herald/5">
<div class="js-message_text">Hit.</div></div></section>"""
BEFORE = SourceState(
    "gazette",
    health=Health.GOOD,
    last_good_at=NOON - timedelta(hours=1),
    next_at=NOON,
    items=7,
    unmatched=3,
    etag='"old"',
    last_modified="old day",
)


CLOCK = SetClock(NOON)


def source_at(server: Scripted, kind: SourceKind = SourceKind.FEED) -> Source:
    return a_source(kind=kind, url=server.url)


async def test_a_good_poll_brings_items_and_clears_the_trouble(
    server: Scripted, client: httpx.AsyncClient
) -> None:
    server.answer("200 OK", FEED, headers='ETag: "new"\r\n')
    troubled = replace(BEFORE, health=Health.DEGRADED, reason="answered 500", failures=3)
    polled = await poll(source_at(server), troubled, client, clock=CLOCK)
    assert polled.items is not None
    assert [item.title for item in polled.items] == ["Hit"]
    assert polled.items[0].received_at == NOON
    assert not polled.page_complete
    assert polled.state == replace(
        BEFORE,
        last_good_at=NOON,
        last_tried_at=NOON,
        next_at=NOON + timedelta(minutes=15),
        etag='"new"',
        last_modified="",
    )


async def test_nothing_new_is_good(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("304 Not Modified")
    polled = await poll(source_at(server), BEFORE, client, clock=CLOCK)
    assert polled.items is None
    assert (polled.state.health, polled.state.last_good_at) == (Health.GOOD, NOON)
    assert (polled.state.etag, polled.state.last_modified) == ('"old"', "old day")


async def test_a_failed_poll_keeps_what_was_good(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("503 Service Unavailable", headers="Retry-After: 7200\r\n")
    polled = await poll(source_at(server), BEFORE, client, clock=CLOCK)
    assert polled.items is None
    assert polled.state == replace(
        BEFORE,
        health=Health.DEGRADED,
        reason="answered 503 Service Unavailable",
        last_tried_at=NOON,
        next_at=NOON + timedelta(hours=2),
        failures=1,
    )


async def test_another_format_is_a_failure_with_its_name(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("200 OK", b"<!doctype html><title>Are you human?</title>", headers='ETag: "new"\r\n')
    state = (await poll(source_at(server), BEFORE, client, clock=CLOCK)).state
    assert state.health is Health.DEGRADED
    assert state.reason == "answered with an HTML page titled 'Are you human?', not a feed"
    assert state.etag == '"old"'


async def test_a_channel_page_is_complete(server: Scripted, client: httpx.AsyncClient) -> None:
    server.answer("200 OK", POST)
    polled = await poll(source_at(server, SourceKind.TELEGRAM), BEFORE, client, clock=CLOCK)
    assert polled.page_complete
    assert polled.items is not None
    assert polled.items[0].key == "herald/5"


async def test_a_channel_that_suddenly_has_no_posts_is_a_failure(
    server: Scripted, client: httpx.AsyncClient
) -> None:
    server.answer("200 OK", b'<div class="tme_no_messages_found"></div>')
    channel = source_at(server, SourceKind.TELEGRAM)
    polled = await poll(channel, BEFORE, client, clock=CLOCK)
    assert polled.items is None
    assert polled.state.reason == "the page holds no posts where there were some"
    assert (await poll(channel, replace(BEFORE, items=0), client, clock=CLOCK)).items == ()


async def test_a_folder_is_polled_without_a_server(client: httpx.AsyncClient, tmp_path: Path) -> None:
    folder = a_source(kind=SourceKind.FOLDER, url=str(tmp_path))
    (tmp_path / "note.txt").write_text("It was hit.", encoding="utf-8")
    first = await poll(folder, SourceState(folder.id), client, clock=CLOCK)
    assert first.items is not None
    assert [item.text for item in first.items] == ["It was hit."]
    second = await poll(folder, first.state, client, clock=CLOCK)
    assert second.items is None
    assert second.state.health is Health.GOOD


async def test_files_with_problems_degrade_a_folder_and_the_others_count(
    client: httpx.AsyncClient, tmp_path: Path
) -> None:
    folder = a_source(kind=SourceKind.FOLDER, url=str(tmp_path))
    (tmp_path / "note.txt").write_text("It was hit.", encoding="utf-8")
    for number in range(5):
        (tmp_path / f"{number}\x1b.txt").write_bytes(b"")
    polled = await poll(folder, SourceState(folder.id), client, clock=CLOCK)
    assert polled.items is not None
    assert len(polled.items) == 1
    assert polled.state.health is Health.DEGRADED
    assert polled.state.reason.endswith("; and 2 more")
    assert polled.state.reason.isprintable()
    assert polled.state.failures == 0
    again = await poll(folder, polled.state, client, clock=CLOCK)
    assert again.items is None
    assert (again.state.health, again.state.reason) == (Health.DEGRADED, polled.state.reason)


async def test_a_folder_that_is_gone_is_a_failure(client: httpx.AsyncClient, tmp_path: Path) -> None:
    folder = a_source(kind=SourceKind.FOLDER, url=str(tmp_path / "gone"))
    state = (await poll(folder, SourceState(folder.id), client, clock=CLOCK)).state
    assert (state.health, state.reason, state.failures) == (
        Health.DEGRADED,
        "can't be read: no such file or directory",
        1,
    )


def test_the_address_of_a_channel_becomes_that_of_its_preview() -> None:
    def asked(url: str, kind: SourceKind = SourceKind.TELEGRAM) -> str:
        return http_url(a_source(kind=kind, url=url))

    assert asked("https://t.me/Herald") == "https://t.me/s/Herald"
    assert asked("https://t.me/s/Herald") == "https://t.me/s/Herald"
    assert asked("http://127.0.0.1:9/s/Herald") == "http://127.0.0.1:9/s/Herald"
    assert asked("https://t.me/Herald", SourceKind.FEED) == "https://t.me/Herald"
