"""A model on loopback that answers rightly, wrongly, late and not at all."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

import pytest

from feeds.clock import SystemClock
from feeds.collector import Collector, Intake
from feeds.collector.advice import Adviser
from feeds.config import Watch
from feeds.config.settings import ModelSettings, NetworkSettings, Settings
from feeds.fetching import Polled
from feeds.formats import Page
from feeds.model import Health, LogEntry, Outcome, SourceState
from feeds.store import findings, items, sources
from feeds.workers.readers import Inline
from feeds.workers.tasks import Read, Reading, perform
from tests.building import NOON, a_source, an_item
from tests.feeds.fetching.conftest import Scripted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from feeds.model import Item, Source
    from feeds.store import Database

GAZETTE = a_source("gazette")
TEXT = "Somebody captured Popovka on Wednesday, Anna Holm told reporters."
RIGHT = {
    "kind": "seizure",
    "side": "russia",
    "place": "Popovka",
    "claimant": "Anna Holm",
    "negated": False,
    "words": "captured Popovka",
}
KEY = "k3y-of-the-desk"


@pytest.fixture
async def model() -> AsyncIterator[Scripted]:
    """Return a server on loopback without an answer yet."""
    scripted = Scripted()
    listening = await asyncio.start_server(scripted.serve, "127.0.0.1", 0)
    scripted.port = listening.sockets[0].getsockname()[1]
    scripted.url = f"http://127.0.0.1:{scripted.port}/v1"
    async with listening:
        yield scripted
        await scripted.hang_up()


def says(*reports: dict[str, Any]) -> bytes:
    """Return an answer of the protocol with these reports."""
    message = {"role": "assistant", "content": json.dumps({"reports": reports})}
    return json.dumps({"choices": [{"message": message, "finish_reason": "stop"}]}).encode()


@dataclass
class Given:
    """A configuration that stays."""

    path: Path
    current: Settings
    problems: tuple[str, ...] = ()

    def refresh(self) -> bool:
        """Never change."""
        return False


@dataclass
class Desk:
    """An adviser at work, and what it said."""

    database: Database
    adviser: Adviser
    said: list[str] = field(default_factory=list)

    def rules(self) -> set[str]:
        """Return by which rules reports of the store were read."""
        kept = [
            item
            for source in sources.known(self.database)
            for item in items.latest(self.database, source.id, limit=100)
        ]
        return {one.rule for item in kept for one in findings.of_item(self.database, item.id).reports}

    def offer(self) -> None:
        """Have the item asked about once more."""
        (item,) = items.latest(self.database, GAZETTE.id, limit=1)
        self.adviser.offer(item, GAZETTE, read_by_rules(item))

    async def asked(self, model: Scripted, *, times: int = 1) -> None:
        """Let the adviser work until it has asked so often, and a moment longer."""
        working = asyncio.create_task(self.adviser.run(Inline()))
        async with asyncio.timeout(10):
            while len(model.requests) < times:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.3)
        working.cancel()


def desk_for(
    database: Database,
    folder: Path,
    model: Scripted,
    *,
    environ: dict[str, str] | None = None,
    seconds: float = 10,
) -> Desk:
    """Return an adviser of the model on loopback, with one item kept and read by the rules."""
    settings = Settings(
        model=ModelSettings(url=model.url, name="small", questions_a_minute=120, seconds=seconds),
        network=NetworkSettings(allow=(ip_network("127.0.0.0/8"),)),
    )
    with database.transaction():
        sources.configure(database, [GAZETTE])
    intake, said = Intake(database, desk="desk"), list[str]()
    watch = Given(folder, settings)
    adviser = Adviser(database, intake, watch, SystemClock(), say=said.append, environ=environ or {})
    adviser.offer(*kept(database, intake, TEXT))
    return Desk(database, adviser, said)


def kept(database: Database, intake: Intake, text: str) -> tuple[Item, Source, Reading]:
    """Keep an item, read it by the rules, and return it with what they said."""
    state = SourceState(GAZETTE.id, Health.GOOD, last_good_at=NOON, last_tried_at=NOON)
    entry = LogEntry(GAZETTE.id, Outcome.UNCHANGED, NOON, NOON)
    intake.keep([Polled(GAZETTE, state, entry, Page((an_item(text=text),)))])
    (item,) = items.unread(database, limit=5)
    reading = read_by_rules(item)
    intake.take_readings([(item, reading)])
    return item, GAZETTE, reading


def read_by_rules(item: Item) -> Reading:
    """Return what the rules find."""
    found = perform(Read((GAZETTE,), (item,)))
    assert isinstance(found, tuple)
    return found[0]


async def test_a_right_answer_becomes_a_report_of_the_model(
    database: Database, tmp_path: Path, model: Scripted
) -> None:
    model.answer("200 OK", says(RIGHT), headers="Content-Type: application/json\r\n")
    desk = desk_for(database, tmp_path, model)
    await desk.asked(model)
    assert desk.rules() == {"model"}
    assert model.requests[0].startswith("POST /v1/chat/completions ")
    asked = json.loads(model.bodies[0])
    assert asked["model"] == "small"
    assert TEXT in asked["messages"][1]["content"]
    assert asked["response_format"]["type"] == "json_schema"
    assert "authorization" not in model.requests[0].lower()


@pytest.mark.parametrize(
    "body",
    [
        says({**RIGHT, "place": "Grafovka"}),
        says({**RIGHT, "claimant": "Boris Vale"}),
        says({**RIGHT, "words": "Russian troops captured Popovka"}),
        says(),
        says({**RIGHT, "kind": "victory"}),
        says({**RIGHT, "sure": 1}),
        b'{"choices": [{"message": {"content": "I think that..."}}]}',
        b"not JSON",
        b"",
        b"[" * 50_000,
        b"x" * 300_000,
    ],
)
async def test_nothing_comes_of_invented_names_and_broken_answers(
    database: Database, tmp_path: Path, model: Scripted, body: bytes
) -> None:
    model.answer("200 OK", body)
    desk = desk_for(database, tmp_path, model)
    await desk.asked(model)
    assert desk.rules() == set()


async def test_a_late_model_is_given_up(database: Database, tmp_path: Path, model: Scripted) -> None:
    model.answers.append(b"")
    model.hold = True
    desk = desk_for(database, tmp_path, model, seconds=1)
    desk.offer()
    await desk.asked(model, times=2)
    assert desk.rules() == set()


async def test_a_failing_model_is_left_alone_and_the_reason_told(
    database: Database, tmp_path: Path, model: Scripted
) -> None:
    model.answer("500 Internal Server Error", b"k3y-of-the-desk is wrong")
    desk = desk_for(database, tmp_path, model, environ={"FRONTWATCH_MODEL_KEY": KEY})
    for _ in range(5):
        desk.offer()
    await desk.asked(model, times=3)
    await desk.asked(model, times=3)
    assert len(model.requests) == 3
    assert next(filter(None, desk.said)).startswith(
        "The model answered 500 Internal Server Error; it is left alone until "
    )
    assert KEY not in "".join(desk.said)
    assert f"authorization: bearer {KEY}" in model.requests[0].lower()


@pytest.mark.parametrize(("environ", "count"), [({}, 1), ({"FRONTWATCH_MODEL_KEY": KEY}, 0)])
async def test_a_key_does_not_go_where_others_can_read_it(
    database: Database, tmp_path: Path, model: Scripted, environ: dict[str, str], count: int
) -> None:
    model.answer("200 OK", says(RIGHT))
    async with await asyncio.start_server(model.serve, "127.0.0.2", 0) as elsewhere:
        model.url = f"http://127.0.0.2:{elsewhere.sockets[0].getsockname()[1]}/v1"
        desk = desk_for(database, tmp_path, model, environ=environ)
        working = asyncio.create_task(desk.adviser.run(Inline()))
        await asyncio.sleep(0.5)
        working.cancel()
    assert len(model.requests) == count


async def test_an_answer_is_not_asked_for_twice(database: Database, tmp_path: Path, model: Scripted) -> None:
    model.answer("200 OK", says(RIGHT))
    desk = desk_for(database, tmp_path, model)
    await desk.asked(model)
    desk.offer()
    await desk.asked(model)
    assert len(model.requests) == 1


async def test_without_an_address_nobody_is_asked(
    database: Database, tmp_path: Path, model: Scripted
) -> None:
    model.url = ""
    desk = desk_for(database, tmp_path, model)
    working = asyncio.create_task(desk.adviser.run(Inline()))
    await asyncio.sleep(0.2)
    working.cancel()
    assert model.requests == []


async def test_an_edit_in_the_meantime_makes_an_answer_stale(
    database: Database, tmp_path: Path, model: Scripted
) -> None:
    model.answer("200 OK", says(RIGHT))
    desk = desk_for(database, tmp_path, model)
    kept(database, Intake(database, desk="desk"), "Rain fell on the hills, and nobody captured the hen.")
    await desk.asked(model)
    assert desk.rules() == set()


async def test_polling_does_not_wait_for_the_model(
    database: Database, tmp_path: Path, model: Scripted
) -> None:
    model.answers.append(b"")
    model.hold = True
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "frontwatch.toml"
    path.write_text(
        f'[model]\nurl = "{model.url}"\nname = "small"\n[network]\nallow = ["127.0.0.0/8"]\n'
        f'[[sources]]\nid = "inbox"\ntitle = "Inbox"\nkind = "folder"\nurl = "{folder}"\n'
        'class = "outlet"\nalignment = "independent"\nreliability = "C"\n',
        encoding="utf-8",
    )
    collector = Collector(database, Watch(path), SystemClock(), readers=Inline)
    stop = asyncio.Event()
    running = asyncio.create_task(collector.run(stop))
    async with asyncio.timeout(10):
        while not model.requests:
            await asyncio.sleep(0.02)
        (folder / "two.txt").write_text(
            "Ukrainian forces advanced near Popovka, local officials said.", encoding="utf-8"
        )
        while not findings.totals(database)[0]:
            await asyncio.sleep(0.02)
    stop.set()
    await running
