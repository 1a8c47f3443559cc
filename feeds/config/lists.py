"""Plain lists of addresses, polled without a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.config.addresses import MAX_ADDRESS, channel_address, is_http, kind_of, masked
from feeds.config.kinds import PACES
from feeds.config.loading import content_of, text_of
from feeds.config.naming import place_of, slug, title_of
from feeds.config.settings import NetworkSettings, Settings, SourceSettings
from feeds.errors import ConfigError
from feeds.model import Alignment, Source, SourceClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from feeds.config.addresses import Network

_SHOWN = 60
_LONGEST_NAME = 40


class FixedList:
    """A configuration of given sources that never changes, for a single poll of a list."""

    def __init__(
        self,
        path: Path,
        sources: Iterable[Source],
        *,
        allow: Sequence[Network] = (),
        desk: str = "desk",
        analyst: str = "analyst",
    ) -> None:
        """Hold ``sources``, which came from ``path``; ``allow`` names private addresses to be asked."""
        self.path = path
        self.problems: tuple[str, ...] = ()
        self.current = Settings(
            sources=tuple(SourceSettings.of(source) for source in sources),
            network=NetworkSettings(allow=tuple(allow)),
            desk=desk,
            analyst=analyst,
        )

    def refresh(self) -> bool:
        """Return False: nothing changes."""
        return False


def load_urls(path: Path) -> tuple[Source, ...]:
    """Return the sources in a list of addresses; raises ConfigError as :func:`sources_of_urls`."""
    return sources_of_urls(text_of(content_of(path), path), path)


def sources_of_urls(text: str, path: Path) -> tuple[Source, ...]:
    """Return a source for each http(s) address of a list with one a line, in its order, each once.

    Blank lines, lines that begin with ``#``, and what follows an address are passed over, so that a
    newsboat ``urls`` file without queries and scripts is such a list. An id depends on the address
    alone. Nothing is known of these sources: they are outlets of reliability F. ``path`` is only
    named in errors: raises ConfigError for the first line that is no address, and where there is none.
    """
    addresses: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if address := _address(line):
            if len(address) > MAX_ADDRESS or not is_http(address):
                raise ConfigError(
                    [f"{path}: line {number}: expected an http or https address, {_found(address)}"]
                )
            addresses[channel_address(address)] = None
    if not addresses:
        raise ConfigError([f"{path}: expected an http or https address a line, found none"])
    return tuple(_source(address) for address in addresses)


def _address(line: str) -> str:
    words = line.split(maxsplit=1)
    return "" if not words or words[0].startswith("#") else words[0].strip("\"'")


def _found(address: str) -> str:
    shown = masked(repr(address))
    return f"found {shown if len(shown) <= _SHOWN else f'{shown[: _SHOWN - 1]}…'}"


def _source(address: str) -> Source:
    from feeds.model import stable_id  # noqa: PLC0415 - a dashboard reads no lists

    kind = kind_of(address)
    place = place_of(address)
    return Source(
        id=f"{slug(place)[:_LONGEST_NAME]}-{stable_id(address)}",
        title=title_of(place, kind.value),
        kind=kind,
        url=address,
        source_class=SourceClass.OUTLET,
        alignment=Alignment.INDEPENDENT,
        reliability="F",
        interval_s=round(PACES[kind].usual * 60),
    )
