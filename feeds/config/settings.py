"""What ``frontwatch.toml`` may say, checked by pydantic.

The description of a field is what the messages call expected; see :mod:`feeds.config.problems`.
pydantic is imported in this package only, because loading it takes longer than a first paint may.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from feeds.config.addresses import MAX_ADDRESS, is_http, is_near, is_printable
from feeds.config.fields import (
    FilterLine,
    HomePath,
    Name,
    Oblast,
    PrivateNetwork,
    Table,
    ViewName,
    Words,
    one_of,
)
from feeds.config.kinds import PACES, address_expected, least_minutes
from feeds.config.screen import MOST_KEYS, KeyId, KeyNames, NotifySettings, ScreenSettings, keys_of
from feeds.model import Alignment, Source, SourceClass, SourceKind

_SLUG = r"^[a-z0-9][a-z0-9_-]{0,63}$"


class SourceSettings(Table):
    """One ``[[sources]]`` table."""

    id: str = Field(pattern=_SLUG, strict=True, description="a short name of a–z, 0–9, - and _")
    title: Name = Field(description="a title")
    kind: SourceKind = Field(description=one_of(SourceKind))
    url: str = Field(
        strict=True,
        min_length=1,
        max_length=MAX_ADDRESS,
        description="an http or https address, or the path of a folder where kind is 'folder'",
    )
    source_class: SourceClass = Field(alias="class", description=one_of(SourceClass))
    alignment: Alignment = Field(description=one_of(Alignment))
    reliability: str = Field(pattern=r"^[A-F]$", strict=True, description="a letter from A to F")
    why: Words = Field(default="", description="a line on the reliability, of 200 characters at most")
    language: str = Field(
        default="", pattern=r"^([a-z]{2,3})?$", strict=True, description="'en', 'uk' or 'ru'"
    )
    interval_minutes: float | None = Field(
        default=None,
        strict=True,
        allow_inf_nan=False,
        ge=0.05,
        le=10_080,
        description="a number of minutes from 0.05 to 10080",
    )
    """None: what is usual for the kind; see :data:`feeds.config.kinds.PACES`."""
    network: Words = Field(default="", description="a name, shared by sources of one network")
    voices: tuple[Name, ...] = Field(default=(), description="a list of speakers")
    oblasts: tuple[Oblast, ...] = Field(
        default=(), max_length=20, description="a list of English names of oblasts such as 'Kharkiv'"
    )
    licence: Words = Field(default="", description="the terms of use in a few words")
    redistribute: bool = Field(default=True, strict=True, description="true or false")
    articles: bool = Field(default=True, strict=True, description="true or false")
    paused: bool = Field(default=False, strict=True, description="true or false")

    @field_validator("url")
    @classmethod
    def _fits_the_kind(cls, url: str, info: ValidationInfo) -> str:
        if not is_printable(url):
            raise ValueError("printable characters only")
        # Without a kind, which is a problem of its own, a path is as good as an address.
        kind = info.data.get("kind") or (SourceKind.FEED if "://" in url else SourceKind.FOLDER)
        if expected := address_expected(kind, url):
            raise ValueError(expected)
        return url

    @field_validator("interval_minutes")
    @classmethod
    def _leaves_the_service_alone(cls, minutes: float | None, info: ValidationInfo) -> float | None:
        kind, url = info.data.get("kind"), info.data.get("url")
        if minutes is not None and kind and url:
            least = least_minutes(kind, near=is_near(url))
            if minutes < least:
                raise ValueError(f"at least {least:g} minutes for a source of kind '{kind}'")
        return minutes

    @classmethod
    def of(cls, source: Source) -> SourceSettings:
        """Return the settings that give ``source``; raise ValidationError where none can."""
        return cls.model_validate(
            {
                "id": source.id,
                "title": source.title,
                "kind": source.kind,
                "url": source.url,
                "class": source.source_class,
                "alignment": source.alignment,
                "reliability": source.reliability,
                "why": source.why,
                "language": source.language,
                "interval_minutes": source.interval_s / 60,
                "network": source.network,
                "voices": source.voices,
                "oblasts": source.oblasts,
                "licence": source.licence,
                "redistribute": source.redistribute,
                "articles": source.articles,
                "paused": source.paused,
            }
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


class StoreSettings(Table):
    """The ``[store]`` table."""

    path: HomePath | None = Field(default=None, description="the path of a file")
    """None: in the user's data folder. ``~`` is followed."""


class WindowSettings(Table):
    """The ``[window]`` table."""

    days: int = Field(
        default=7, strict=True, ge=1, le=365, description="a whole number of days from 1 to 365"
    )


class NetworkSettings(Table):
    """The ``[network]`` table."""

    allow: tuple[PrivateNetwork, ...] = Field(
        default=(), description="a list of ranges of private addresses such as '10.1.0.0/16'"
    )
    """Private addresses that may be asked; empty: none, this machine neither."""
    contact: Words = Field(default="", description="an address that servers can write to")
    """Sent along with every request, so that who runs a server knows whom to ask."""


class GazetteerSettings(Table):
    """The ``[gazetteer]`` table."""

    url: str = Field(
        default="https://download.geonames.org/export/dump/",
        strict=True,
        max_length=MAX_ADDRESS,
        description="an http or https address under which UA.zip and RU.zip are",
    )
    """From where ``frontwatch gazetteer update`` downloads."""

    @field_validator("url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        if not is_http(url):
            raise ValueError("an http or https address under which UA.zip and RU.zip are")
        return url


class ModelSettings(Table):
    """The ``[model]`` table: a language model that is asked where the rules are at a loss."""

    url: str = Field(
        default="",
        strict=True,
        max_length=MAX_ADDRESS,
        description="the base address of an interface like OpenAI's, such as 'http://127.0.0.1:8080/v1'",
    )
    """Before ``/chat/completions``; empty: no model is asked."""
    name: Words = Field(default="", description="the model's name, where a url is given")
    key: str = Field(
        default="FRONTWATCH_MODEL_KEY",
        strict=True,
        pattern=r"^([A-Za-z_][A-Za-z0-9_]{0,99})?$",
        description="the name of the environment variable that holds the key, never the key itself",
    )
    """Where it is not set none is sent; it may stand in ``secrets.toml`` as well."""
    seconds: float = Field(
        default=30,
        strict=True,
        allow_inf_nan=False,
        ge=1,
        le=300,
        description="a number of seconds from 1 to 300",
    )
    """For one answer."""
    questions_a_minute: int = Field(
        default=6, strict=True, ge=1, le=120, description="a whole number from 1 to 120"
    )

    @field_validator("url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        plain = is_http(url) and not {"?", "#", "@"} & set(url)
        if url and not plain:
            raise ValueError("an http or https address without a user name, ? or #, such as 'https://…/v1'")
        return url

    @field_validator("name")
    @classmethod
    def _is_named(cls, name: str, info: ValidationInfo) -> str:
        if info.data.get("url") and not name:
            raise ValueError("the model's name, where a url is given")
        return name


class Settings(Table):
    """A whole configuration."""

    sources: tuple[SourceSettings, ...] = Field(default=(), description="[[sources]] tables")
    """In the order of the file, which is that of the screen; ids differ."""
    store: StoreSettings = Field(default=StoreSettings(), description="a [store] table")
    window: WindowSettings = Field(default=WindowSettings(), description="a [window] table")
    network: NetworkSettings = Field(default=NetworkSettings(), description="a [network] table")
    gazetteer: GazetteerSettings = Field(default=GazetteerSettings(), description="a [gazetteer] table")
    model: ModelSettings = Field(default=ModelSettings(), description="a [model] table")
    views: dict[ViewName, FilterLine] = Field(
        default={},
        max_length=100,
        description="a table of filters by short names, such as night = 'side:ukraine'",
    )
    """Saved views: filters under names."""
    screen: ScreenSettings = Field(default=ScreenSettings(), description="a [screen] table")
    keys: Annotated[dict[KeyId, KeyNames], BeforeValidator(keys_of)] = Field(
        default={},
        max_length=MOST_KEYS,
        description='ids of keys with the keys wanted for them, such as "board.zoom" = "Z"',
    )
    """By the ids of the screen's bindings, which only the screen knows."""
    notify: NotifySettings = Field(default=NotifySettings(), description="a [notify] table")
    desk: Name = Field(default="desk", description="a name")
    analyst: Name = Field(default="analyst", description="a name")

    def model_sources(self) -> tuple[Source, ...]:
        """Return the sources as nouns, in the order of the file."""
        return tuple(source.to_source() for source in self.sources)
