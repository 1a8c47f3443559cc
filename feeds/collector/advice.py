"""Asking a language model about sentences that the rules found and could not complete, if one is configured.

Polling and reading never wait for it: what was read is offered, and asked about when its time comes.
"""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

import platformdirs

from feeds.collector.breaker import Breaker
from feeds.collector.priors import priors_for
from feeds.errors import FormatError, WorkerError
from feeds.fetching import Failed, Fetched, Limits, new_client, post
from feeds.fetching.accounts import SecretHeaders
from feeds.fetching.credentials import find_secrets
from feeds.formats.chat import PATH, request_of
from feeds.geography.prior import NO_PRIOR
from feeds.workers.tasks import CheckAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from feeds.clock import Clock
    from feeds.collector.intake import Intake
    from feeds.config import Configuration
    from feeds.config.settings import ModelSettings
    from feeds.fetching import FetchResult
    from feeds.model import Item, Report, Source
    from feeds.store import Database
    from feeds.workers.readers import Readers
    from feeds.workers.tasks import Reading

MOST_WAITING = 200
"""Items that wait to be asked about; of more the oldest go."""
_MOST_REMEMBERED = 1_000
"""Answers kept in mind, for items that are read again after a decision on a place."""
_LIMITS = Limits(wire_bytes=200_000, unpacked_bytes=400_000)
_MINUTE_S = 60.0
_THIS_MACHINE = frozenset(("127.0.0.1", "::1", "localhost"))
_Key: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Offer:
    """A version of an item with sentences that the rules could not complete."""

    item: Item
    source: Source
    reading: Reading


class Adviser:
    """Asks the configured model, one question at a time, and stores what the text bears out."""

    def __init__(
        self,
        database: Database,
        intake: Intake,
        watch: Configuration,
        clock: Clock,
        *,
        say: Callable[[str], None],
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """Store through ``intake``; ``say`` is told why the model is left alone, and by "" of the end."""
        self._database = database
        self._intake = intake
        self._watch = watch
        self._clock = clock
        self._say = say
        self._environ = os.environ if environ is None else environ
        self._waiting: list[Offer] = []
        self._answered: OrderedDict[_Key, tuple[Report, ...]] = OrderedDict()
        self._breaker = Breaker()
        self._asked = self._watch.current.model
        self._wake = asyncio.Event()

    def offer(self, item: Item, source: Source, reading: Reading) -> None:
        """Have an item asked about, where a model is configured and something was not understood."""
        if self._watch.current.model.url and reading.said.unmatched:
            self._waiting.append(Offer(item, source, reading))
            self._waiting.sort(key=lambda offer: offer.item.published_at)
            del self._waiting[:-MOST_WAITING]
            self._wake.set()

    async def run(self, readers: Readers) -> None:
        """Ask about what waits, newest first, until cancelled."""
        # Made anew, because an event belongs to the loop that first waited for it.
        self._wake = asyncio.Event()
        while True:
            settings = self._settings()
            pause = _MINUTE_S / settings.questions_a_minute
            if self._waiting and settings.url and self._breaker.may_ask(self._clock.now()):
                asked = await self._next(settings, readers)
                await asyncio.sleep(pause if asked else 0)
            else:
                self._wake.clear()
                await _woken(self._wake, pause)

    def _settings(self) -> ModelSettings:
        """Return what holds now; a changed table gets a fresh start."""
        settings = self._watch.current.model
        if settings != self._asked:
            self._asked = settings
            self._breaker.succeeded()
            self._say("")
            self._wake.set()
        return settings

    async def _next(self, settings: ModelSettings, readers: Readers) -> bool:
        """Take up one offer; return whether the model was asked."""
        offer = self._waiting.pop()
        key = (offer.item.id, offer.item.version)
        known = self._answered.get(key)
        if known is None:
            try:
                known = await self._reports(offer, settings, readers)
            except (FormatError, WorkerError) as error:
                self._failed(str(error))
                return True
            self._remember(key, known)
            self._breaker.succeeded()
            self._say("")
            await self._store(offer, known)
            return True
        await self._store(offer, known)
        return False

    async def _reports(self, offer: Offer, settings: ModelSettings, readers: Readers) -> tuple[Report, ...]:
        """Ask, and return what the item bears out; raises FormatError with the reason where none came."""
        answer = await self._ask(offer, settings)
        if isinstance(answer, Failed):
            raise FormatError(answer.reason)
        if not isinstance(answer, Fetched):
            raise FormatError("answered nothing")
        item, source = offer.item, offer.source
        priors = await asyncio.to_thread(priors_for, self._database, [item], {source.id: source})
        task = CheckAnswer(
            source,
            item,
            offer.reading.said.unmatched,
            answer.body,
            answer.content_type,
            priors.get(item.id, NO_PRIOR),
        )
        try:
            return await readers.check_answer(task)
        except FormatError as error:
            raise FormatError(f"answered with {error}") from error

    async def _ask(self, offer: Offer, settings: ModelSettings) -> FetchResult:
        headers = await asyncio.to_thread(self._headers, settings)
        if isinstance(headers, Failed):
            return headers
        network = self._watch.current.network
        limits = Limits(_LIMITS.wire_bytes, _LIMITS.unpacked_bytes, deadline_s=settings.seconds)
        # A client for each question: they are rare, and nothing of them may outlive the configuration.
        async with new_client(allowed=network.allow, contact=network.contact, limits=limits) as client:
            return await post(
                client, _address(settings), document=_document(offer, settings), headers=headers
            )

    def _headers(self, settings: ModelSettings) -> Mapping[str, str] | Failed:
        """Return the key for the model, if there is one; it goes by https or to this very machine only."""
        if not settings.key:
            return {}
        found = find_secrets((settings.key,), self._environ, platformdirs.user_config_path("frontwatch"))
        if found is None or isinstance(found, Failed):
            return found or {}
        key = found[settings.key].value.strip()
        if not key or not key.isascii():
            return Failed(f"has a key, {settings.key}, with characters that no key has")
        if not _is_private(settings.url):
            return Failed("has a key, which goes by https only or to this machine")
        return SecretHeaders(Authorization=f"Bearer {key}")

    def _failed(self, reason: str) -> None:
        self._breaker.failed(self._clock.now())
        until = self._breaker.until
        if until is not None:
            self._say(_left_alone(reason, until))

    def _remember(self, key: _Key, reports: tuple[Report, ...]) -> None:
        self._answered[key] = reports
        while len(self._answered) > _MOST_REMEMBERED:
            self._answered.popitem(last=False)

    async def _store(self, offer: Offer, reports: tuple[Report, ...]) -> None:
        if reports:
            await asyncio.to_thread(self._intake.complete, offer.item, offer.reading, reports)


def _document(offer: Offer, settings: ModelSettings) -> bytes:
    # A collector without a model needs none of this.
    from feeds.extraction.proposals import INSTRUCTIONS, question, schema  # noqa: PLC0415

    asked = question(offer.item, offer.reading.said.unmatched)
    return request_of(settings.name, system=INSTRUCTIONS, user=asked, name="reports", schema=schema())


def _left_alone(reason: str, until: datetime) -> str:
    return f"The model {reason.rstrip('.')}; it is left alone until {until:%H:%M} UTC."


def _address(settings: ModelSettings) -> str:
    return settings.url.rstrip("/") + PATH


def _is_private(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.hostname or "") in _THIS_MACHINE


async def _woken(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, but not for long."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return
