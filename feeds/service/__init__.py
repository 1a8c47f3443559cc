"""The one façade for whoever shows things: the board, its details, decisions and requests."""

from __future__ import annotations

from feeds.errors import ConfigError, FrontwatchError
from feeds.service.facade import Service

__all__ = ["ConfigError", "FrontwatchError", "Service"]
