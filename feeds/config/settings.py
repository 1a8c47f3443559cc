"""What ``frontwatch.toml`` may say.

The words beside a check are what the messages call expected; see :mod:`feeds.config.tables`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from feeds.config.addresses import MAX_ADDRESS, is_http, is_near, is_printable
from feeds.config.checks import (
    by_name,
    matching,
    name,
    number,
    one,
    one_of,
    several,
    text,
    truth,
    whole,
    words,
)
from feeds.config.fields import filter_line, home_path, oblast, private_range, view_name
from feeds.config.kinds import PACES, address_expected, least_minutes
from feeds.config.screen import NotifySettings, ScreenSettings, key_names
from feeds.config.tables import Table, setting, table, tables
from feeds.model import Alignment, Source, SourceClass, SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from feeds.config.addresses import Network


def _address(value: object) -> str:
    found = text(value, most=MAX_ADDRESS)
    if not found:
        raise ValueError
    if not is_printable(found):
        raise ValueError("printable characters only")
    return found


def _dump_address(value: object) -> str:
    found = text(value, most=MAX_ADDRESS)
    if not is_http(found):
        raise ValueError
    return found


def _model_address(value: object) -> str:
    found = text(value, most=MAX_ADDRESS)
    if found and (not is_http(found) or {"?", "#", "@"} & set(found)):
        raise ValueError("an http or https address without a user name, ? or #, such as 'https://…/v1'")
    return found


@dataclass(frozen=True, slots=True)
class SourceSettings(Table):
    """One ``[[sources]]`` table."""

    id: str = setting(matching("[a-z0-9][a-z0-9_-]{0,63}"), "a short name of a–z, 0–9, - and _")
    title: str = setting(name, "a title")
    kind: SourceKind = setting(one(SourceKind), one_of(SourceKind))
    url: str = setting(_address, "an http or https address, or the path of a folder where kind is 'folder'")
    source_class: SourceClass = setting(one(SourceClass), one_of(SourceClass), key="class")
    alignment: Alignment = setting(one(Alignment), one_of(Alignment))
    reliability: str = setting(matching("[A-F]"), "a letter from A to F")
    why: str = setting(words, "a line on the reliability, of 200 characters at most", default="")
    language: str = setting(matching("([a-z]{2,3})?"), "'en', 'uk' or 'ru'", default="")
    interval_minutes: float | None = setting(
        number(0.05, 10_080), "a number of minutes from 0.05 to 10080", default=None
    )
    """None: what is usual for the kind; see :data:`feeds.config.kinds.PACES`."""
    network: str = setting(words, "a name, shared by sources of one network", default="")
    voices: tuple[str, ...] = setting(several(name), "a list of speakers", default=())
    oblasts: tuple[str, ...] = setting(
        several(oblast, most=20), "a list of English names of oblasts such as 'Kharkiv'", default=()
    )
    licence: str = setting(words, "the terms of use in a few words", default="")
    redistribute: bool = setting(truth, "true or false", default=True)
    articles: bool = setting(truth, "true or false", default=True)
    paused: bool = setting(truth, "true or false", default=False)

    @classmethod
    def conflict(cls, name: str, values: Mapping[str, Any]) -> str:
        """Return what an address must be for its kind, and an interval for what is asked."""
        kind, url, minutes = values.get("kind"), values.get("url"), values.get("interval_minutes")
        if url is None:
            return ""
        # Without a kind, which is a problem of its own, a path is as good as an address.
        form = address_expected(kind or (SourceKind.FEED if "://" in url else SourceKind.FOLDER), url)
        if name == "url":
            return form
        if name == "interval_minutes" and kind and minutes is not None and not form:
            least = least_minutes(kind, near=is_near(url))
            return f"at least {least:g} minutes for a source of kind '{kind}'" if minutes < least else ""
        return ""

    @classmethod
    def of(cls, source: Source) -> SourceSettings:
        """Return the settings that give ``source``."""
        return cls(
            id=source.id,
            title=source.title,
            kind=source.kind,
            url=source.url,
            source_class=source.source_class,
            alignment=source.alignment,
            reliability=source.reliability,
            why=source.why,
            language=source.language,
            interval_minutes=source.interval_s / 60,
            network=source.network,
            voices=source.voices,
            oblasts=source.oblasts,
            licence=source.licence,
            redistribute=source.redistribute,
            articles=source.articles,
            paused=source.paused,
        )

    def to_source(self) -> Source:
        """Return the noun; the interval becomes whole seconds, one at least."""
        minutes = self.interval_minutes or PACES[self.kind].usual
        return Source(
            id=self.id,
            title=self.title,
            kind=self.kind,
            url=self.url,
            source_class=self.source_class,
            alignment=self.alignment,
            reliability=self.reliability,
            interval_s=max(1, round(minutes * 60)),
            network=self.network,
            voices=self.voices,
            oblasts=self.oblasts,
            language=self.language,
            redistribute=self.redistribute,
            licence=self.licence,
            why=self.why,
            articles=self.articles,
            paused=self.paused,
        )


@dataclass(frozen=True, slots=True)
class StoreSettings(Table):
    """The ``[store]`` table."""

    path: Path | None = setting(home_path, "the path of a file", default=None)
    """None: in the user's data folder. ``~`` is followed."""


@dataclass(frozen=True, slots=True)
class WindowSettings(Table):
    """The ``[window]`` table."""

    days: int = setting(whole(1, 365), "a whole number of days from 1 to 365", default=7)


@dataclass(frozen=True, slots=True)
class NetworkSettings(Table):
    """The ``[network]`` table."""

    allow: tuple[Network, ...] = setting(
        several(private_range), "a list of ranges of private addresses such as '10.1.0.0/16'", default=()
    )
    """Private addresses that may be asked; empty: none, this machine neither."""
    contact: str = setting(words, "an address that servers can write to", default="")
    """Sent along with every request, so that who runs a server knows whom to ask."""


@dataclass(frozen=True, slots=True)
class GazetteerSettings(Table):
    """The ``[gazetteer]`` table."""

    url: str = setting(
        _dump_address,
        "an http or https address under which UA.zip and RU.zip are",
        default="https://download.geonames.org/export/dump/",
    )
    """From where ``frontwatch gazetteer update`` downloads."""


@dataclass(frozen=True, slots=True)
class ModelSettings(Table):
    """The ``[model]`` table: a language model that is asked where the rules are at a loss."""

    url: str = setting(
        _model_address,
        "the base address of an interface like OpenAI's, such as 'http://127.0.0.1:8080/v1'",
        default="",
    )
    """Before ``/chat/completions``; empty: no model is asked."""
    name: str = setting(words, "the model's name, where a url is given", default="")
    key: str = setting(
        matching("([A-Za-z_][A-Za-z0-9_]{0,99})?"),
        "the name of the environment variable that holds the key, never the key itself",
        secret=True,
        default="FRONTWATCH_MODEL_KEY",
    )
    """Where it is not set none is sent; it may stand in ``secrets.toml`` as well."""
    seconds: float = setting(number(1, 300), "a number of seconds from 1 to 300", default=30.0)
    """For one answer."""
    questions_a_minute: int = setting(whole(1, 120), "a whole number from 1 to 120", default=6)

    @classmethod
    def conflict(cls, name: str, values: Mapping[str, Any]) -> str:
        """Return that a model with an address needs a name."""
        unnamed = name == "name" and values.get("url") and not values.get("name")
        return "the model's name, where a url is given" if unnamed else ""


@dataclass(frozen=True, slots=True)
class Settings(Table):
    """A whole configuration."""

    sources: tuple[SourceSettings, ...] = setting(tables(SourceSettings), "[[sources]] tables", default=())
    """In the order of the file, which is that of the screen; ids differ."""
    store: StoreSettings = setting(table(StoreSettings), "a [store] table", default=StoreSettings())
    window: WindowSettings = setting(table(WindowSettings), "a [window] table", default=WindowSettings())
    network: NetworkSettings = setting(table(NetworkSettings), "a [network] table", default=NetworkSettings())
    gazetteer: GazetteerSettings = setting(
        table(GazetteerSettings), "a [gazetteer] table", default=GazetteerSettings()
    )
    model: ModelSettings = setting(table(ModelSettings), "a [model] table", default=ModelSettings())
    views: Mapping[str, str] = setting(
        by_name(view_name, filter_line, most=100),
        "a table of filters by short names, such as night = 'side:ukraine'",
        default_factory=dict,
    )
    """Saved views: filters under names."""
    screen: ScreenSettings = setting(table(ScreenSettings), "a [screen] table", default=ScreenSettings())
    keys: Mapping[str, str] = setting(
        key_names,
        'ids of keys with the keys wanted for them, such as "board.zoom" = "Z"',
        default_factory=dict,
    )
    """By the ids of the screen's bindings, which only the screen knows."""
    notify: NotifySettings = setting(table(NotifySettings), "a [notify] table", default=NotifySettings())
    desk: str = setting(name, "a name", default="desk")
    analyst: str = setting(name, "a name", default="analyst")

    def model_sources(self) -> tuple[Source, ...]:
        """Return the sources as nouns, in the order of the file."""
        return tuple(source.to_source() for source in self.sources)
