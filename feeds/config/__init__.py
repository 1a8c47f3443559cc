"""The one configuration file: loading, checking, and following its changes."""

from __future__ import annotations

from feeds.config.loading import default_config_path, default_store_path, ensure, load
from feeds.config.reloading import Watch
from feeds.config.settings import Settings

__all__ = ["Settings", "Watch", "default_config_path", "default_store_path", "ensure", "load"]
