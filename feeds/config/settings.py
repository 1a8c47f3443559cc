"""What ``frontwatch.toml`` may say, checked by pydantic.

The description of a field is what the messages call expected; see :mod:`feeds.config.problems`.
pydantic is imported in this package only, because loading it takes longer than a first paint may.
"""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003 - pydantic reads the annotations when the program runs
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from feeds.model import Alignment, Source, SourceClass, SourceKind

_SLUG = r"^[a-z0-9][a-z0-9_-]{0,63}$"
_PRINTABLE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*")


def _printable(text: str) -> str:
    if not _PRINTABLE.fullmatch(text):
        raise ValueError("printable characters only")
    return text


Words: TypeAlias = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, max_length=200), AfterValidator(_printable)
]
Name: TypeAlias = Annotated[Words, StringConstraints(min_length=1)]

_INTERVAL_MINUTES = {SourceKind.FOLDER: 5 / 60}


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)


class SourceSettings(_Table):
    """One ``[[sources]]`` table."""

    id: str = Field(pattern=_SLUG, strict=True, description="a short name of a–z, 0–9, - and _")
    title: Name = Field(description="a title")
    kind: SourceKind = Field(description="'feed', 'telegram' or 'folder'")
    url: str = Field(
        strict=True,
        min_length=1,
        max_length=2_000,
        description="an http or https address, or the path of a folder where kind is 'folder'",
    )
    source_class: SourceClass = Field(
        alias="class", description=" or ".join(f"'{word}'" for word in SourceClass)
    )
    alignment: Alignment = Field(description=" or ".join(f"'{word}'" for word in Alignment))
    reliability: str = Field(pattern=r"^[A-F]$", strict=True, description="a letter from A to F")
    interval_minutes: float | None = Field(
        default=None, strict=True, ge=0.05, le=10_080, description="a number of minutes from 0.05 to 10080"
    )
    """None: 15 minutes, and for a folder, which bothers nobody, five seconds."""
    network: Words = Field(default="", description="a name, shared by sources of one network")
    voices: tuple[Name, ...] = Field(default=(), description="a list of speakers")
    language: str = Field(
        default="", pattern=r"^([a-z]{2,3})?$", strict=True, description="'en', 'uk' or 'ru'"
    )
    redistribute: bool = Field(default=True, strict=True, description="true or false")

    @field_validator("url")
    @classmethod
    def _fits_the_kind(cls, url: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        _printable(url)
        if (kind in {SourceKind.FEED, SourceKind.TELEGRAM} or (not kind and "://" in url)) and not _is_http(
            url
        ):
            raise ValueError("an http or https address")
        if kind is SourceKind.FOLDER and "://" in url:
            raise ValueError("the path of a folder")
        return url

    def to_source(self) -> Source:
        """Return the noun; the interval becomes whole seconds, one at least."""
        minutes = self.interval_minutes or _INTERVAL_MINUTES.get(self.kind, 15)
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
            language=self.language,
            redistribute=self.redistribute,
        )


class StoreSettings(_Table):
    """The ``[store]`` table."""

    path: Path | None = Field(default=None, description="the path of a file")
    """None: in the user's data folder. ``~`` is followed."""

    @field_validator("path")
    @classmethod
    def _at_home(cls, path: Path | None) -> Path | None:
        try:
            return path and path.expanduser()
        except RuntimeError as error:
            raise ValueError("a path whose home folder is known") from error


class WindowSettings(_Table):
    """The ``[window]`` table."""

    days: int = Field(
        default=7, strict=True, ge=1, le=365, description="a whole number of days from 1 to 365"
    )


class Settings(_Table):
    """A whole configuration."""

    sources: tuple[SourceSettings, ...] = Field(default=(), description="[[sources]] tables")
    """In the order of the file, which is that of the screen; ids differ."""
    store: StoreSettings = Field(default=StoreSettings(), description="a [store] table")
    window: WindowSettings = Field(default=WindowSettings(), description="a [window] table")
    desk: Name = Field(default="desk", description="a name")
    analyst: Name = Field(default="analyst", description="a name")

    def model_sources(self) -> tuple[Source, ...]:
        """Return the sources as nouns, in the order of the file."""
        return tuple(source.to_source() for source in self.sources)


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
