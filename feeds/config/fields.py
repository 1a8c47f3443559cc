"""Checks of values that mean something elsewhere: oblasts, filters, folders, ranges of addresses."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.config.addresses import private_network
from feeds.config.checks import name, text, words
from feeds.errors import FilterError
from feeds.filtering.lexing import LONGEST_LINE, VIEW_NAME

if TYPE_CHECKING:
    from feeds.config.addresses import Network


def oblast(value: object) -> str:
    """Return the English name of an oblast, as the gazetteer has it."""
    from feeds.geography.oblasts import load_regions  # noqa: PLC0415 - few configurations name oblasts

    found = name(value)
    if found not in load_regions().oblasts:
        raise ValueError("the English name of an oblast, without that word, such as 'Kharkiv'")
    return found


def filter_line(value: object) -> str:
    """Return a filter as it is written in one way; an empty one lets everything through."""
    from feeds.filtering import parse_filter  # noqa: PLC0415 - few configurations have views

    try:
        return parse_filter(words(value, most=LONGEST_LINE)).line
    except FilterError as error:
        raise ValueError(f"a filter ({str(error).rstrip('.')})") from error


def view_name(value: object) -> str:
    """Return the name of a saved view."""
    found = text(value)
    if not re.match(VIEW_NAME, found):
        raise ValueError("a name of letters, figures and hyphens, of 32 at most")
    return found


def home_path(value: object) -> Path:
    """Return the path of a file or folder; ``~`` is followed."""
    path = value if isinstance(value, Path) else Path(text(value, most=4_096))
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise ValueError("a path whose home folder is known") from error


def private_range(value: object) -> Network:
    """Return a range of private addresses."""
    return value if isinstance(value, IPv4Network | IPv6Network) else private_network(value)
