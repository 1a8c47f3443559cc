"""Polling all sources, each when it is due, until told to stop."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import platformdirs

from feeds.collector.advice import Adviser
from feeds.collector.dispatch import Dispatch
from feeds.collector.folders import Folders
from feeds.collector.intake import Intake, News
from feeds.collector.roster import Roster
from feeds.collector.studies import Studies
from feeds.collector.turns import Turns
from feeds.collector.uplink import Uplink
from feeds.collector.writer import MOST_POLLS, Writer
from feeds.config import own_words_folder
from feeds.errors import FrontwatchError
from feeds.extraction.lexicons.own import problems_in
from feeds.fetching import AT_ONCE, Failed, Means, fetch, new_client, poll
from feeds.fetching.accounts import Accounts
from feeds.fetching.progress import after_failure
from feeds.fetching.schedule import replanned
from feeds.fetching.throttle import Throttle, site_of
from feeds.geography.imports.imported import usable, user_folder
from feeds.model import Health, SourceKind, SourceState
from feeds.store import items
from feeds.workers.pool import Workers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from feeds.clock import Clock
    from feeds.collector.roster import Orders
    from feeds.config import Configuration
    from feeds.config.settings import NetworkSettings
    from feeds.fetching import Client, FetchResult
    from feeds.fetching.means import Ask
    from feeds.model import Item, Source
    from feeds.store import Database
    from feeds.workers.readers import Readers

_LOOK_S = 1.0
"""Real seconds between two looks at configuration, decisions and requests where nobody calls."""
_SHORTEST_REST_S = 0.05
"""Of the loop: what falls due in between begins together."""
_RETRY_STORING = timedelta(minutes=1)
"""Wait after a poll that could not be stored, so that a full disk makes no storm of polls."""
_RETRY_READING_S = 60.0
_JUMP = timedelta(seconds=5)
_STORING, _READING, _HOUSEKEEPING = "storing", "reading", "housekeeping"
_GAZETTEER, _LEXICONS, _MODEL = "gazetteer", "lexicons", "model"
"""What may be complained of, each for itself."""
_PATIENCE = timedelta(minutes=1)
"""For a site that asked to be left alone, where every source is polled once."""


def _say_on_standard_error(sentence: str) -> None:
    if sentence:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()


class Collector:
    """Polls the configured sources into a store. One at a time works on a store: see ``lease``."""

    def __init__(
        self,
        database: Database,
        watch: Configuration,
        clock: Clock,
        *,
        readers: Callable[[], AbstractAsyncContextManager[Readers]] = Workers,
        ask: Ask | None = None,
        say: Callable[[str], None] = _say_on_standard_error,
    ) -> None:
        """Collect into ``database`` what the configuration under ``watch`` names.

        ``readers`` makes what reads documents and texts, for as long as a run lasts; ``ask``, where
        given, stands in for requests over HTTP; ``say`` is told of trouble, and, by an empty text, of
        its end.
        """
        self.complaint = ""
        """What was said last of trouble with the store or the program itself; empty: nothing."""
        self.lost_polls = 0
        """Polls that could not be stored and readings that failed; the next ones bring them again."""
        self._database = database
        self._watch = watch
        self._clock = clock
        self._readers = readers
        self._ask = ask
        self._throttle = Throttle()
        self._uplink = Uplink()
        # Beside those that are asked there is room for as many as wait for the disk in one transaction.
        self._dispatch = Dispatch(self._throttle, at_once=AT_ONCE + MOST_POLLS)
        self._polls: set[asyncio.Task[None]] = set()
        self._sources: dict[str, Source] = {}
        self._states: dict[str, SourceState] = {}
        self._folders = Folders(self._dropped)
        self._complaints: dict[str, str] = {}
        self._say = say
        self._looked_at = clock.now()
        self._look_at_s = 0.0
        """When the house is next to be kept, in the seconds of the loop."""
        self._wake = asyncio.Event()
        self._unread = asyncio.Event()
        self._room = asyncio.Semaphore(AT_ONCE)
        """For polls that hold an answer, which may be large."""
        self._intake = Intake(database, desk=watch.current.desk)
        self._roster = Roster(database, watch, clock, self._intake)
        self._adviser = Adviser(database, self._intake, watch, clock, say=partial(self._complain, _MODEL))
        self._follow(self._roster.configure())

    async def run(self, stop: asyncio.Event, *, alive: Callable[[], None] = lambda: None) -> None:
        """Poll until ``stop`` is set; polls under way are dropped then, nothing of them is half kept.

        ``alive`` is called each time the loop comes round, once a second at least.
        """
        async with self._at_work() as (means, writer, studies):
            beside = [
                asyncio.create_task(self._study(studies)),
                asyncio.create_task(self._advise(means.readers)),
                asyncio.create_task(self._wake_at(stop)),
            ]
            try:
                while not stop.is_set():
                    await self._keep_house()
                    self._mind_the_clock()
                    self._try_the_uplink()
                    self._start_due(means, writer)
                    self._folders.watch()
                    alive()
                    await self._rest()
            finally:
                await _ended([*beside, *self._folders.given_up()])

    def look(self) -> None:
        """Look at configuration, decisions and requests at once; to be called in the thread of the loop."""
        self._look_at_s = 0.0
        self._wake.set()

    async def poll_all(self) -> News:
        """Poll every source once, whenever it would be due, read what came, and return what changed.

        A source whose site asked to be left alone is left alone.
        """
        async with self._at_work() as (means, writer, studies):
            await self._keep_house()
            for source_id in self._sources:
                self._dispatch.ask(source_id)
            while not self._dispatch.is_idle:
                self._dispatch.give_up(self._clock.now(), _PATIENCE)
                self._start_due(means, writer)
                await self._rest()
            return await self._catch_up(studies)

    def degraded(self) -> tuple[SourceState, ...]:
        """Return the states of the sources whose last poll failed."""
        return tuple(state for state in self._states.values() if state.health is Health.DEGRADED)

    @asynccontextmanager
    async def _at_work(self) -> AsyncIterator[tuple[Means, Writer, Studies]]:
        # Made anew, because they belong to the loop that first waited for them.
        self._wake, self._unread = asyncio.Event(), asyncio.Event()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._look_at_s = 0.0
        async with AsyncExitStack() as stack:
            readers = await stack.enter_async_context(self._readers())
            readers.own_words = str(own_words_folder(self._watch.path))
            ask = self._ask or self._ask_over_http(stack)
            turns = Turns(ask, self._throttle, self._clock)
            accounts = Accounts(os.environ, platformdirs.user_config_path("frontwatch"))
            means = Means(turns, readers, self._clock, self._news, accounts)
            writer = Writer(self._intake)
            storing = asyncio.create_task(writer.run())
            try:
                yield means, writer, Studies(self._database, self._intake, readers, self._adviser.offer)
            finally:
                await _ended(self._polls)
                await _ended([storing])

    def _ask_over_http(self, stack: AsyncExitStack) -> Ask:
        clients: dict[NetworkSettings, Client] = {}

        async def ask(
            url: str,
            *,
            etag: str = "",
            last_modified: str = "",
            headers: Mapping[str, str] | None = None,
            form: Mapping[str, str] | None = None,
        ) -> FetchResult:
            network = self._watch.current.network
            if network not in clients:
                # A configuration that changes what may be asked takes effect with the next request.
                clients[network] = new_client(allowed=network.allow, contact=network.contact)
                stack.push_async_callback(clients[network].aclose)
            return await fetch(
                clients[network], url, etag=etag, last_modified=last_modified, headers=headers, form=form
            )

        return ask

    async def _news(self, some: Sequence[Item]) -> tuple[Sequence[Item], frozenset[str]]:
        return await asyncio.to_thread(items.news, self._database, some)

    async def _rest(self) -> None:
        """Wait until something has come to its end or may begin, or it is time for a look."""
        # A task for a wait with a time limit would cost three times as much, all day long.
        timer = asyncio.get_running_loop().call_later(self._rest_s(), self._wake.set)
        try:
            await self._wake.wait()
        finally:
            timer.cancel()
        self._wake.clear()

    def _rest_s(self) -> float:
        now = self._clock.now()
        begins_at = self._dispatch.next_at(now)
        if begins_at is None:
            return _LOOK_S
        return min(max(self._clock.real_s(begins_at - now), _SHORTEST_REST_S), _LOOK_S)

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()

    def _start_due(self, means: Means, writer: Writer) -> None:
        for source in self._dispatch.start(self._clock.now()):
            task = asyncio.create_task(self._poll(source, means, writer))
            self._polls.add(task)
            task.add_done_callback(self._polls.discard)

    async def _poll(self, source: Source, means: Means, writer: Writer) -> None:
        after = state = self._states.get(source.id, SourceState(source.id))
        try:
            async with self._room:
                polled = await poll(source, state, means)
            after = await writer.keep(polled)
            if polled.page.items:
                self._unread.set()
            self._complain(_STORING, "")
        except FrontwatchError as error:
            after = self._not_kept(state, str(error))
        except Exception as error:  # noqa: BLE001 - one source's fault must not stop the others
            words = f"could not be taken in ({type(error).__name__}: {error})"
            after = after_failure(source, state, Failed(words), self._clock.now())
            self._not_kept(state, f"{source.title}: {words}.")
        finally:
            self._go_on(source, after)

    def _go_on(self, source: Source, after: SourceState) -> None:
        """Plan the next poll of a source from the state that the last one left."""
        # The clock may have been set back while the poll was under way.
        after = replanned(source, after, self._clock.now())
        self._states[source.id] = after
        self._leave_alone(source, after)
        for waiting in self._uplink.note(after) if source.kind is not SourceKind.FOLDER else ():
            self._dispatch.ask(waiting)
        self._dispatch.done(source.id, after.next_at or self._clock.now())
        self._wake.set()

    def _leave_alone(self, source: Source, state: SourceState) -> None:
        until = state.leave_alone_until
        if until is not None and until > self._clock.now():
            self._throttle.leave_alone(site_of(source.url), until)

    def _not_kept(self, state: SourceState, complaint: str) -> SourceState:
        self._complain(_STORING, complaint)
        self.lost_polls += 1
        return replace(state, next_at=self._clock.now() + _RETRY_STORING)

    async def _study(self, studies: Studies) -> None:
        """Read what is unread, whenever something new was kept, and look each minute for what went wrong."""
        while True:
            await self._catch_up(studies)
            with suppress(TimeoutError):
                async with asyncio.timeout(_RETRY_READING_S):
                    while not await self._finds_work():
                        pass

    async def _finds_work(self) -> bool:
        """Wait until something was kept; most of it says nothing, and then there is nothing to read."""
        await self._unread.wait()
        self._unread.clear()
        try:
            return await asyncio.to_thread(self._intake.has_work)
        except FrontwatchError:
            return True  # the reading will tell

    async def _advise(self, readers: Readers) -> None:
        """Have the model asked, whatever goes wrong with that."""
        while True:
            try:
                await self._adviser.run(readers)
            except Exception as error:  # noqa: BLE001 - the model is no more than a help
                self._complain(_MODEL, f"The model's answer could not be taken in ({type(error).__name__}).")
                await asyncio.sleep(_RETRY_READING_S)

    async def _catch_up(self, studies: Studies) -> News:
        try:
            _, trouble = await asyncio.to_thread(usable, user_folder())
            self._complain(_GAZETTEER, trouble)
            wrong = await asyncio.to_thread(problems_in, own_words_folder(self._watch.path))
            self._complain(_LEXICONS, f"Own words that are not used: {'; '.join(wrong)}." if wrong else "")
            news = await asyncio.to_thread(self._intake.reassess)
            news += await studies.catch_up()
        except FrontwatchError as error:
            self._complain(_READING, str(error))
        except Exception as error:  # noqa: BLE001 - what could not be taken in stays unread
            self._complain(_READING, f"New items could not be read ({type(error).__name__}: {error}).")
        else:
            self._complain(_READING, "")
            return news
        self.lost_polls += 1
        return News()

    async def _keep_house(self) -> None:
        """Take up a changed configuration, new decisions and requests, where it is time for that."""
        loop_s = asyncio.get_running_loop().time()
        if loop_s < self._look_at_s:
            return
        self._look_at_s = loop_s + _LOOK_S
        try:
            self._follow(await asyncio.to_thread(self._roster.look))
            self._complain(_HOUSEKEEPING, "")
        except FrontwatchError as error:
            self._complain(_HOUSEKEEPING, str(error))
        except Exception as error:  # noqa: BLE001 - the polls go on all the same
            words = f"Changes could not be taken up ({type(error).__name__}: {error})."
            self._complain(_HOUSEKEEPING, words)

    def _follow(self, orders: Orders) -> None:
        if orders.sources is not None:
            self._sources = dict(orders.sources)
            self._folders.take_up(self._sources.values())
            self._dispatch.take_up(self._sources)
        if orders.states or orders.unread:
            self._unread.set()  # what a changed source list changes is computed there
        for source_id, state in orders.states.items():
            self._states[source_id] = state
            if source_id in self._sources:
                self._leave_alone(self._sources[source_id], state)
                if state.next_at is None:
                    self._dispatch.ask(source_id)
                else:
                    self._dispatch.plan(source_id, state.next_at)
        for asked in orders.asked:
            for one in self._sources if asked is None else (asked,):
                self._dispatch.ask(one)

    def _mind_the_clock(self) -> None:
        """Plan all anew where the clock was set back, or else nothing would be due for as long."""
        now = self._clock.now()
        if now < self._looked_at - _JUMP:
            for source_id in self._sources:
                state = self._states[source_id] = replanned(
                    self._sources[source_id], self._states[source_id], now
                )
                self._dispatch.plan(source_id, state.next_at or now)
        self._looked_at = now

    def _try_the_uplink(self) -> None:
        source_id = self._uplink.probe(self._clock.now())
        if source_id is not None:
            self._dispatch.ask(source_id)

    def _dropped(self, source_id: str) -> None:
        """Look into a folder as soon as something is dropped there."""
        self._dispatch.ask(source_id)
        self._wake.set()

    def _complain(self, about: str, sentence: str) -> None:
        """Say a thing once, not at every poll, and an empty line when all is well again."""
        self._complaints[about] = sentence
        complaint = next(filter(None, self._complaints.values()), "")
        if complaint != self.complaint:
            self.complaint = complaint
            self._say(complaint)


async def _ended(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel tasks and wait until they are gone."""
    running = list(tasks)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
