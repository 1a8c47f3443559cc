"""The one façade for whoever shows things: the board, its details, decisions and requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from feeds.errors import ConfigError, FilterError, FrontwatchError
from feeds.lazy import loader

if TYPE_CHECKING:
    from feeds.service.facade import Service
    from feeds.service.filter_line import completed, cycled, filtered, parse_filter, toggled

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

_HOMES = {
    "Service": "facade",
    "completed": "filter_line",
    "cycled": "filter_line",
    "filtered": "filter_line",
    "parse_filter": "filter_line",
    "toggled": "filter_line",
}
# A collector is made of modules of this package too, and needs none of these.
__getattr__ = loader(__name__, _HOMES)
