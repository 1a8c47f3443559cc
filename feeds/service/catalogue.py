"""The list of sources: looking at it, testing an address, adding, pausing, and other readers' lists."""

from __future__ import annotations

import asyncio
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from feeds.collector.turns import Turns
from feeds.config import SourceSettings, append_sources, kind_of
from feeds.config.addresses import channel_address, masked
from feeds.config.naming import Ids, place_of, slug, title_of
from feeds.config.opml import opml_of, sources_of_opml
from feeds.config.tables import TableError
from feeds.errors import ConfigError
from feeds.fetching import Means, fetch, new_client, poll
from feeds.fetching.accounts import Accounts
from feeds.fetching.throttle import Throttle
from feeds.model import Probe, SourceState, SourceStatus
from feeds.service.launch import is_there, networks_of
from feeds.service.showing import shown_source, states_in_force
from feeds.service.states import recently_unmatched
from feeds.service.status import source_status
from feeds.store import Lease, look_into, open_database, sources
from feeds.workers.pool import Workers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from feeds.clock import Clock
    from feeds.config.addresses import Network
    from feeds.fetching import FetchResult
    from feeds.model import Item, Source
    from feeds.service.launch import Launch

_READ = 5
"""Items of a probe that are read for what they say."""
_MAX_LIST_BYTES = 5_000_000


def configured(launch: Launch) -> tuple[SourceStatus, ...]:
    """Return the configured sources in their order, with what the store knows of them, if there is one."""
    watch = launch.watch()
    path = launch.store_path(watch)
    now = launch.clock.now()
    states: Mapping[str, SourceState] = {}
    pauses: Mapping[str, bool] = {}
    if is_there(path):
        with closing(look_into(path)) as database:
            states = recently_unmatched(database, sources.states(database), now)
            pauses = sources.pauses(database)
    listed = watch.current.model_sources()
    states = states_in_force(listed, states, now)
    return tuple(source_status(source, states[source.id], pauses) for source in listed)


def is_collected(launch: Launch) -> bool:
    """Tell whether a collector is at work on the store of ``launch``, which takes up changes at once."""
    return not Lease(launch.store_path(launch.watch())).is_free()


def probe(launch: Launch, address: str, *, allowed: Sequence[str] = ()) -> Probe:
    """Poll an address, or the configured source of that id, once, and keep nothing.

    Raises ConfigError where it is neither.
    """
    watch = launch.watch()
    by_id = {source.id: source for source in watch.current.model_sources()}
    source = by_id.get(address) or settings_for(address, {}, taken=by_id).to_source()
    network = watch.current.network
    ranges = (*network.allow, *networks_of(allowed))
    return asyncio.run(_probe(address, source, ranges, network.contact, launch.clock))


def add(launch: Launch, address: str, told: Mapping[str, str]) -> SourceSettings:
    """Add a source at the end of the configuration; ``told`` has keys of ``[[sources]]``.

    Raises ConfigError, and changes nothing, where it can't be a source, or is one already.
    """
    watch = launch.watch()
    known = {source.id: source.url for source in watch.current.sources}
    settings = settings_for(address, told, taken=known)
    if settings.url in known.values():
        raise ConfigError([f"{watch.path}: {masked(settings.url)} is a source there already."])
    append_sources(watch.path, [settings])
    return settings


def settings_for(address: str, told: Mapping[str, str], *, taken: Mapping[str, object]) -> SourceSettings:
    """Return the settings of a source of which only some keys are told; raises ConfigError."""
    url = channel_address(address)
    if "://" not in url and told.get("kind", "folder") == "folder":
        folder = Path(url).expanduser()
        if not folder.is_dir():
            words = "no source has this id, and it is neither an http(s) address nor a folder"
            raise ConfigError([f"{address}: {words}."])
        url = str(folder.resolve())
    place = _place(url)
    values = {
        "title": title_of(place, kind_of(url)),
        "kind": kind_of(url),
        "class": "outlet",
        "alignment": "independent",
        "reliability": "F",
        **told,
        "url": url,
    }
    values.setdefault("id", Ids(taken).take(slug(values["title"], place)))
    try:
        return SourceSettings.read(values)
    except TableError as error:
        raise ConfigError([f"{masked(address)}: {error}"]) from error


def _place(url: str) -> str:
    try:
        return place_of(url)
    except ValueError:  # no address at all, as the settings will say
        return ""


def pause(launch: Launch, source_id: str, *, paused: bool) -> None:
    """Pause a configured source, or take it up again; a running collector follows at once.

    Raises ConfigError where there is none of that id.
    """
    watch = launch.watch()
    if source_id not in {source.id for source in watch.current.sources}:
        raise ConfigError([f"{watch.path}: no source has the id '{source_id}'; sources list names all."])
    with closing(open_database(launch.store_path(watch))) as database, database.transaction():
        sources.pause(database, source_id, paused=paused)


def import_opml(launch: Launch, file: Path) -> tuple[tuple[SourceSettings, ...], int, tuple[str, ...]]:
    """Add the sources of an OPML file that are not configured yet.

    Returns those added, how many were there already (also without their secrets, as
    :func:`export_opml` writes them), and a sentence on each entry that is no source.
    Raises ConfigError, and changes nothing, where the file can't be read.
    """
    watch = launch.watch()
    known = {url for source in watch.current.sources for url in (source.url, masked(source.url))}
    found = sources_of_opml(_content(file), taken={source.id for source in watch.current.sources})
    new = tuple(source for source in found.sources if source.url not in known)
    if new:
        append_sources(watch.path, new)
    return new, len(found.sources) - len(new), found.left_out


def export_opml(launch: Launch) -> tuple[bytes, int]:
    """Return the configured sources as OPML without secrets, and how many addresses had some."""
    listed = launch.watch().current.sources
    shown = tuple(replace(source, url=masked(source.url)) for source in listed)
    return opml_of(shown), sum(one.url != source.url for one, source in zip(shown, listed, strict=True))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_MAX_LIST_BYTES + 1)
    except OSError as error:
        raise ConfigError([f"{file}: can't be read ({error.strerror})."]) from error


async def _probe(asked: str, source: Source, allowed: Sequence[Network], contact: str, clock: Clock) -> Probe:
    async with new_client(allowed=allowed, contact=contact) as client, Workers() as readers:

        async def ask(
            url: str,
            *,
            etag: str = "",
            last_modified: str = "",
            headers: Mapping[str, str] | None = None,
            form: Mapping[str, str] | None = None,
        ) -> FetchResult:
            return await fetch(
                client, url, etag=etag, last_modified=last_modified, headers=headers, form=form
            )

        async def news(some: Sequence[Item]) -> tuple[Sequence[Item], frozenset[str]]:
            return some, frozenset()

        accounts = Accounts(os.environ, platformdirs.user_config_path("frontwatch"))
        means = Means(Turns(ask, Throttle(), clock), readers, clock, news, accounts)
        polled = await poll(source, SourceState(source.id), means)
        newest = sorted(polled.page.items, key=lambda item: item.published_at, reverse=True)
        readings = await readers.read((source,), tuple(newest[:_READ])) if newest else ()
    return Probe(
        asked=masked(asked),
        source=shown_source(source),
        reason=masked(polled.state.reason),
        items=tuple(replace(item, url=masked(item.url), key=masked(item.key)) for item in newest),
        said=tuple(reading.said for reading in readings),
        interval_s=polled.state.habit_s,
        wire_bytes=polled.state.wire_bytes,
        moved_to=masked(polled.state.moved_to),
    )
