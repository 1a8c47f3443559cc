"""Filters under names: those of the configuration, and those that were saved at the dashboard."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from feeds.clock import SetClock
from feeds.config import Watch
from feeds.errors import FilterError
from feeds.model import SavedView
from feeds.service.reading import StoreService
from feeds.store import open_database
from tests.building import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def service(tmp_path: Path) -> Iterator[StoreService]:
    """Return a façade whose configuration has one view."""
    path = tmp_path / "frontwatch.toml"
    path.write_text("[views]\nnight = 'side:ukraine'\n", encoding="utf-8")
    with closing(StoreService(open_database(tmp_path / "s"), Watch(path), SetClock(NOON))) as opened:
        yield opened


def test_views_saved_here_stand_beside_those_of_the_configuration(service: StoreService) -> None:
    service.save_view("day", "side:russia")
    service.save_view("day", "side:both")
    assert service.views() == (
        SavedView("day", "side:both", is_configured=False),
        SavedView("night", "side:ukraine", is_configured=True),
    )
    service.save_view("day", "")
    assert [view.name for view in service.views()] == ["night"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("night", "'night' is a view of frontwatch.toml; change it there"),
        ("two words", "Expected a name of letters"),
        ("", "Expected a name"),
        ("x" * 33, "Expected a name"),
    ],
)
def test_what_cannot_be_saved_is_told(service: StoreService, name: str, told: str) -> None:
    with pytest.raises(FilterError, match=told):
        service.save_view(name, "kyiv")


def test_there_is_an_end_to_saving(service: StoreService) -> None:
    for number in range(100):
        service.save_view(f"v{number}", "kyiv")
    with pytest.raises(FilterError, match="at most 100"):
        service.save_view("more", "kyiv")


@pytest.mark.parametrize("left", ["nonsense", "[1]", '{"a": 3}', '{"a": "by:"}'])
def test_what_is_no_list_of_views_is_passed_over(service: StoreService, left: str) -> None:
    service.remember("views", left)
    assert [view.name for view in service.views()] == ["night"]
