"""The one façade for whoever shows things: the board, its details, decisions and requests."""

from __future__ import annotations

from feeds.errors import ConfigError, FilterError, FrontwatchError
from feeds.filtering import completed, cycled, filtered, parse_filter, toggled
from feeds.service.facade import Service

__all__ = [
    "ConfigError",
    "FilterError",
    "FrontwatchError",
    "Service",
    "completed",
    "cycled",
    "filtered",
    "parse_filter",
    "toggled",
]
