"""The configuration that the demo writes."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from feeds.config import load
from feeds.demo import config_text

if TYPE_CHECKING:
    from pathlib import Path

    from feeds.demo import Story

_COMMON = ["id", "title", "kind", "url", "class", "alignment", "reliability", "interval_minutes"]
_KEYS = [*_COMMON, "network", "voices", "language", "redistribute", "articles"]


def test_every_source_is_listed_in_order_with_all_keys(story: Story) -> None:
    config = tomllib.loads(config_text(story, "http://127.0.0.1:8000"))
    assert config["window"] == {"days": 14}
    assert [source["id"] for source in config["sources"]] == [each.source.id for each in story.publishers]
    assert all(list(source) == _KEYS for source in config["sources"])


def test_addresses_and_intervals_follow_the_kind(story: Story) -> None:
    sources = {
        each["id"]: each for each in tomllib.loads(config_text(story, "http://127.0.0.1:8000"))["sources"]
    }
    assert sources["carrow"]["url"] == "http://127.0.0.1:8000/feeds/carrow.xml"
    assert sources["gridline"]["url"] == "http://127.0.0.1:8000/s/gridline_demo"
    assert (sources["carrow"]["interval_minutes"], sources["gridline"]["interval_minutes"]) == (4, 3)


def test_it_loads_and_lets_nothing_but_this_machine_be_asked(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "frontwatch.toml"
    path.write_text(config_text(story, "http://127.0.0.1:8000"), encoding="utf-8")
    found = load(path)
    assert [str(network) for network in found.network.allow] == ["127.0.0.0/8"]
    assert [source.id for source in found.model_sources()] == [each.source.id for each in story.publishers]
    assert not any(source.articles or source.paused for source in found.sources)


def test_marks_in_titles_and_voices_survive(small: Story) -> None:
    source = tomllib.loads(config_text(small, "http://127.0.0.1:1"))["sources"][0]
    assert source["title"] == "Daily & Sons <3"
    assert source["voices"] == ['Ann "Quote" Smith']
