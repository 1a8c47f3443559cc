"""The configuration with which the collector polls the demo's server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from feeds.demo.story import Story
    from feeds.model import Source

WINDOW_DAYS = 14


def config_text(story: Story, base_url: str) -> str:
    """Return a ``frontwatch.toml`` that lists the story's sources at ``base_url``.

    ``base_url`` is :attr:`feeds.demo.server.DemoServer.url`, without a trailing slash.
    """
    head = (
        "# Written by the demo: all sources are fiction, and this machine serves them.\n\n"
        f"[window]\ndays = {WINDOW_DAYS}\n\n"
        '[network]\nallow = ["127.0.0.0/8"]\n'
    )
    tables = ("\n".join(_table(publisher.source, base_url)) for publisher in story.publishers)
    return "\n".join((head, *(f"{table}\n" for table in tables)))


def _table(source: Source, base_url: str) -> Iterator[str]:
    values: dict[str, object] = {
        "id": source.id,
        "title": source.title,
        "kind": source.kind.value,
        "url": base_url + source.url,
        "class": source.source_class.value,
        "alignment": source.alignment.value,
        "reliability": source.reliability,
        "interval_minutes": source.interval_s // 60,
        "network": source.network,
        "voices": list(source.voices),
        "language": source.language,
        "redistribute": source.redistribute,
        # The story's links lead to hosts that don't exist.
        "articles": False,
    }
    yield "[[sources]]"
    for key, value in values.items():
        # Texts, lists, numbers and truth values read the same in JSON and in TOML.
        yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
