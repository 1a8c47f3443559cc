"""What the tables of ``frontwatch.toml`` are made of: kinds of values, each checked."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from feeds.config.addresses import is_printable, private_network
from feeds.errors import FilterError
from feeds.filtering.lexing import LONGEST_LINE, VIEW_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable


def _printable(text: str) -> str:
    if not is_printable(text):
        raise ValueError("printable characters only")
    return text


def _range(value: object) -> IPv4Network | IPv6Network:
    return value if isinstance(value, IPv4Network | IPv6Network) else private_network(value)


def _oblast(name: str) -> str:
    from feeds.geography.oblasts import load_regions  # noqa: PLC0415 - few configurations name oblasts

    if name not in load_regions().oblasts:
        raise ValueError("the English name of an oblast, without that word, such as 'Kharkiv'")
    return name


def _filter(line: str) -> str:
    from feeds.filtering import parse_filter  # noqa: PLC0415 - few configurations have views

    try:
        return parse_filter(line).line
    except FilterError as error:
        raise ValueError(f"a filter ({str(error).rstrip('.')})") from error


def _view_name(name: str) -> str:
    if not re.match(VIEW_NAME, name):
        raise ValueError("a name of letters, figures and hyphens, of 32 at most")
    return name


def one_of(words: Iterable[str]) -> str:
    """Return ``'a', 'b' or 'c'``."""
    *first, last = (f"'{word}'" for word in words)
    return f"{', '.join(first)} or {last}"


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise ValueError("a path whose home folder is known") from error


Words: TypeAlias = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, max_length=200), AfterValidator(_printable)
]
Name: TypeAlias = Annotated[Words, StringConstraints(min_length=1)]
FilterLine: TypeAlias = Annotated[
    str,
    StringConstraints(strict=True, max_length=LONGEST_LINE),
    AfterValidator(_printable),
    AfterValidator(_filter),
]
ViewName: TypeAlias = Annotated[str, AfterValidator(_view_name)]
Oblast: TypeAlias = Annotated[Name, AfterValidator(_oblast)]
HomePath: TypeAlias = Annotated[Path, AfterValidator(_at_home)]
PrivateNetwork: TypeAlias = Annotated[IPv4Network | IPv6Network, BeforeValidator(_range)]


class Table(BaseModel):
    """A table that takes no keys but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)
