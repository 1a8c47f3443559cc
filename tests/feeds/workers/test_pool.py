"""Workers: the same answers as in this process, and no document that stops the next one."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from feeds.errors import FormatError
from feeds.formats import Answer
from feeds.geography.prior import Prior, Settled
from feeds.model import SourceKind
from feeds.workers.pool import Workers
from feeds.workers.processes import started_ahead
from feeds.workers.readers import Inline
from feeds.workers.tasks import Read
from tests.building import NOON, POPOVKA, a_source, an_item

FEED = b"<rss version='2.0'><channel><item><guid>1</guid><title>Hit</title></item></channel></rss>"
ADVANCE = "Ukrainian forces advanced near Popovka in Belgorod Oblast, local officials said."


def children(of: int | None = None) -> list[int]:
    """Return the processes that one has started and that live; by default this one."""
    tasks = Path(f"/proc/{of or os.getpid()}/task").iterdir()
    return [int(number) for task in tasks for number in (task / "children").read_text("ascii").split()]


def workers_of_all() -> list[int]:
    """Return the processes of the workers that live."""
    return [worker for nursery in children() for worker in children(nursery)]


async def test_workers_answer_as_this_process_does() -> None:
    answer = Answer(FEED, NOON, content_type="text/xml", url="http://gazette.invalid/feed")
    items = (an_item(text=ADVANCE), an_item("two", text="Rain."))
    async with Workers(1) as workers, Inline() as here:
        assert await workers.parse(a_source(), answer) == await here.parse(a_source(), answer)
        assert await workers.read((a_source(),), items) == await here.read((a_source(),), items)
        assert await workers.choose(items) == await here.choose(items) == {items[0].id}


async def test_what_is_known_of_a_source_reaches_its_reader() -> None:
    prior = Prior(frozenset({"Belgorod"}), (POPOVKA,), (Settled("popovka", "Belgorod", POPOVKA.id),))
    task = Read((a_source(),), (an_item(text="Rain."),), {"gazette": prior})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(task), type=Read) == task
    items = (an_item(text=ADVANCE),)
    async with Workers(1) as workers, Inline() as here:
        known = {"gazette": prior}
        assert await workers.read((a_source(),), items, known) == await here.read((a_source(),), items, known)


async def test_files_and_articles_are_read() -> None:
    folder = a_source("desk", kind=SourceKind.FOLDER, url="/nowhere")
    page = f"<html><body><article><h1>Hit</h1>{'<p>The bridge was hit again, said one.</p>' * 20}</article>"
    async with Workers(1) as workers:
        found = await workers.parse_file(folder, "a.txt", b"It was hit.", modified_at=NOON, received_at=NOON)
        assert [item.text for item in found.items] == ["It was hit."]
        article = await workers.read_article(
            page.encode(), content_type="text/html", url="http://a.invalid/1", listed_at=NOON
        )
        assert "The bridge was hit again" in article.text


async def test_a_document_of_another_format_is_refused_in_words() -> None:
    async with Workers(1) as workers:
        with pytest.raises(FormatError, match="empty answer"):
            await workers.parse(a_source(), Answer(b"", NOON))


async def test_a_worker_that_dies_or_hangs_takes_one_document_with_it() -> None:
    async with Workers(1, deadline_s=1.0) as workers:
        await workers.parse(a_source(), Answer(FEED, NOON))
        (worker,) = workers_of_all()
        os.kill(worker, signal.SIGSTOP)
        with pytest.raises(FormatError, match="can't be read within 1 s"):
            await workers.parse(a_source(), Answer(FEED, NOON))
        assert (await workers.parse(a_source(), Answer(FEED, NOON))).items
        os.kill(workers_of_all()[0], signal.SIGKILL)
        assert (await workers.parse(a_source(), Answer(FEED, NOON))).items
    assert children() == []


async def test_a_nursery_that_dies_is_followed_by_another() -> None:
    async with Workers(1, deadline_s=5.0) as workers:
        await workers.parse(a_source(), Answer(FEED, NOON))
        (nursery,) = children()
        (worker,) = workers_of_all()
        for process in (nursery, worker):
            os.kill(process, signal.SIGKILL)
        assert (await workers.parse(a_source(), Answer(FEED, NOON))).items
        assert children() != [nursery]


async def test_workers_end_with_whoever_uses_them() -> None:
    async with Workers(2) as workers:
        await asyncio.gather(*(workers.parse(a_source(), Answer(FEED, NOON)) for _ in range(20)))
        both = workers_of_all()
        assert len(both) == 2
    assert not any(Path(f"/proc/{worker}").exists() for worker in both)


async def test_texts_that_are_not_read_in_time_are_named() -> None:
    async with Workers(1, deadline_s=1.0) as workers:
        await workers.parse(a_source(), Answer(FEED, NOON))
        os.kill(workers_of_all()[0], signal.SIGSTOP)
        stuck = replace(an_item(), url="http://gazette.invalid/stuck")
        (reading,) = await workers.read((a_source(),), (stuck,))
        assert reading.said.reports == ()
        assert reading.fault.endswith("http://gazette.invalid/stuck")


async def test_more_documents_than_workers_wait_their_turn() -> None:
    async with Workers(2) as workers:
        found = await asyncio.gather(*(workers.parse(a_source(), Answer(FEED, NOON)) for _ in range(20)))
    assert {page.items[0].title for page in found} == {"Hit"}


async def test_a_cancelled_task_leaves_no_half_answer_behind() -> None:
    async with Workers(1) as workers:
        await workers.parse(a_source(), Answer(FEED, NOON))
        os.kill(workers_of_all()[0], signal.SIGSTOP)
        asking = asyncio.create_task(workers.parse(a_source(), Answer(FEED, NOON)))
        await asyncio.sleep(0.05)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        other = Answer(FEED.replace(b"Hit", b"Missed"), NOON)
        assert (await workers.parse(a_source(), other)).items[0].title == "Missed"


async def test_a_nursery_that_was_started_ahead_is_used_and_ends_with_its_user() -> None:
    with started_ahead() as first:
        assert first is not None
        async with Workers(2, first=first) as workers:
            page = await workers.parse(a_source(), Answer(FEED, NOON))
            assert len(page.items) == 1
            assert first.process.poll() is None
        assert first.process.poll() is not None


def test_a_nursery_that_nobody_used_is_ended() -> None:
    with started_ahead() as first:
        assert first is not None
    assert first.process.poll() is not None
