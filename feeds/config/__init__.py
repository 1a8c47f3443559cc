"""The one configuration file: loading, checking, following its changes, and adding to it.

Lists of other feed readers are in :mod:`feeds.config.opml`, apart because of the library they need.
"""

from __future__ import annotations

from feeds.config.addresses import kind_of, private_network
from feeds.config.lists import FixedList, load_urls, sources_of_urls
from feeds.config.loading import (
    built_in_sources,
    default_config_path,
    default_store_path,
    ensure,
    load,
    own_words_folder,
)
from feeds.config.reloading import Configuration, Watch
from feeds.config.settings import Settings, SourceSettings
from feeds.config.writing import append_sources

__all__ = [
    "Configuration",
    "FixedList",
    "Settings",
    "SourceSettings",
    "Watch",
    "append_sources",
    "built_in_sources",
    "default_config_path",
    "default_store_path",
    "ensure",
    "kind_of",
    "load",
    "load_urls",
    "own_words_folder",
    "private_network",
    "sources_of_urls",
]
